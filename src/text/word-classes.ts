/**
 * A light word-class tagger: closed classes by list, verbs by form, the rest by shape and neighbours. Made for finding
 * speakers and clause borders, no general tagger: an unknown word is a noun.
 */
import { isFaceless, isPersonWord, kindOfWord } from './actor-words.ts';
import { isPeoplePlural } from './people-nouns.ts';
import type { Token } from './tokens.ts';
import { verbReadings } from './verb-forms.ts';

/** VBF finite or base verb, VBD -ed form (past or participle), VBG -ing form. */
export type WordClass =
  | 'DET'
  | 'PRON'
  | 'POSS'
  | 'PREP'
  | 'CC'
  | 'SUB'
  | 'THAT'
  | 'WH'
  | 'AUX'
  | 'MODAL'
  | 'NEG'
  | 'TO'
  | 'ADV'
  | 'NUM'
  | 'NAME'
  | 'NOUN'
  | 'ADJ'
  | 'VBF'
  | 'VBD'
  | 'VBG'
  | 'MARK';

const LISTS: readonly (readonly [WordClass, string])[] = [
  ['DET', 'the a an this these those some any no each every another both either neither all'],
  [
    'PRON',
    'he she it they we i you him her them us me who whom himself herself themselves itself someone somebody everyone nobody anyone none',
  ],
  ['POSS', "my our your his their its whose 's ' ’"],
  [
    'PREP',
    'of in on at by for from with about against into over after before under between through during without within among amid near toward towards across behind beyond outside inside upon via per despite following regarding concerning including alongside throughout off down up around along like besides onto since until till versus than',
  ],
  ['CC', 'and or but nor yet'],
  ['SUB', 'because although though while whilst when whenever if unless whereas where as whether once so'],
  ['THAT', 'that'],
  ['WH', 'which what how why'],
  [
    'AUX',
    "is are was were be been being am has have had having does do did isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't he's it's they've they're we've we're i've i'm",
  ],
  [
    'MODAL',
    "will would can could may might must shall should won't wouldn't can't cannot couldn't mustn't shouldn't they'll he'll we'll i'll",
  ],
  ['NEG', 'not never'],
  ['TO', 'to'],
  [
    'ADV',
    'also later then now still again already just yet soon ago however meanwhile therefore previously earlier today yesterday tonight tomorrow here there once even only too so far repeatedly together instead moreover nevertheless often always ever away back first further afterwards thereafter elsewhere else once twice almost nearly perhaps rather quite very too out',
  ],
  [
    'NUM',
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens hundreds thousands scores',
  ],
  [
    'ADJ',
    'russian local new former senior several many other more such same last next own foreign federal national regional human military armed secret official unnamed anonymous independent state-run gay bisexual political public civil international early late old young main top chief close',
  ],
];

const CLOSED: ReadonlyMap<string, WordClass> = new Map(
  [...LISTS].reverse().flatMap(([tag, words]) => words.split(' ').map((w): [string, WordClass] => [w, tag])),
);

const NOT_ADVERBS =
  /^(?:family|reply|ally|assembly|italy|july|anomaly|supply|rally|daily|weekly|monthly|early|likely|friendly|elderly|deadly|only|fly|apply|imply|monopoly|bully|belly|jelly|lily|hourly|holy|ugly|lonely)$/;
const AFTER_NOUN_ONLY: ReadonlySet<WordClass> = new Set(['DET', 'POSS', 'ADJ', 'NUM']);
const SUBJECT_END: ReadonlySet<WordClass> = new Set([
  'NAME',
  'NOUN',
  'PRON',
  'NUM',
  'ADV',
  'VBG',
  'MARK',
  'CC',
  'AUX',
  'MODAL',
  'NEG',
  'TO',
  'WH',
  'THAT',
  'SUB',
  'PREP',
  'VBD',
]);

/** "slowly"; a capital with a hyphen ("Ashyr-uly") is a name. */
function isAdverb({ lower, capital }: Token): boolean {
  return lower.endsWith('ly') && !NOT_ADVERBS.test(lower) && !(capital && lower.includes('-'));
}

function openClass(
  token: Token,
  previous: WordClass | null,
  next: Token | undefined,
  before: Token | undefined,
): WordClass {
  const readings = verbReadings(token.lower);
  if (readings.length === 0) {
    if (isAdverb(token)) return 'ADV';
    if (/[a-z]ed$/.test(token.lower) && token.lower.length > 4) return 'VBD';
    return /[a-z]{2}ing$/.test(token.lower) &&
      !AFTER_NOUN_ONLY.has(previous ?? 'MARK') &&
      !/thing$/.test(token.lower)
      ? 'VBG'
      : 'NOUN';
  }
  const forms = readings.map((r) => r.form);
  if (forms.includes('ing')) return 'VBG';
  if (forms.includes('past') || forms.includes('pp')) {
    if (forms.includes('base') && previous !== null && (AFTER_NOUN_ONLY.has(previous) || previous === 'PREP'))
      return 'NOUN';
    return 'VBD';
  }
  if (previous === 'TO' && !forms.includes('base')) return 'NOUN';
  if (previous === 'TO' || previous === 'MODAL' || previous === 'PRON') return 'VBF';
  if (previous === null || AFTER_NOUN_ONLY.has(previous) || previous === 'PREP') return 'NOUN';
  if (
    before?.lower === 'do' ||
    before?.lower === "don't" ||
    before?.lower === 'did' ||
    before?.lower === 'not' ||
    before?.lower === "didn't"
  )
    return 'VBF';
  return nounOrVerb(token, forms.includes('s'), previous, { next, before });
}

const NEVER_NOUN =
  /^(?:say|tell|believe|deny|argue|insist|allege|accuse|confirm|describe|declare|announce|explain|suggest|warn|admit|acknowledge|know|think|contend|assert|maintain)$/;

/** "Army disputes toll", "Police pledge": who speaks opens the line, and no other verb follows at once. */
function opensHeadline(token: Token, next: Token | undefined, before: Token | undefined): boolean {
  if (
    !/^(?:disputes?|claims?|pledges?|promises?|demands?|doubts?|questions?|challenges?|blames?|backs?)$/.test(
      token.lower,
    )
  )
    return false;
  if (before?.start !== 0 || !before.capital || next?.kind !== 'word') return false;
  if (kindOfWord(before.lower) === null && !isPersonWord(before.lower)) return false;
  return (
    CLOSED.get(next.lower) === undefined &&
    verbReadings(next.lower).every((r) => r.form !== 's' && r.form !== 'past' && r.form !== 'base')
  );
}

/** "reports", "claim" after a noun: a verb when what follows can only follow a verb. */
function nounOrVerb(
  token: Token,
  third: boolean,
  previous: WordClass,
  around: { readonly next: Token | undefined; readonly before: Token | undefined },
): WordClass {
  const { next, before } = around;
  if (!SUBJECT_END.has(previous)) return 'NOUN';
  if (NEVER_NOUN.test(token.lower)) return 'VBF';
  const follows = next === undefined ? null : (CLOSED.get(next.lower) ?? null);
  if (next !== undefined && (/^["“«„:]$/.test(next.text) || (third && next.kind === 'number'))) return 'VBF';
  if (follows === 'THAT' && previous === 'CC') return 'VBF';
  if (
    follows === 'THAT' ||
    follows === 'DET' ||
    follows === 'PRON' ||
    follows === 'TO' ||
    follows === 'POSS' ||
    follows === 'WH' ||
    follows === 'NUM'
  ) {
    return third || previous === 'ADV' || previous === 'NOUN' || previous === 'NAME' ? 'VBF' : 'NOUN';
  }
  if (
    /^(?:calls|appeals)$/.test(token.lower) &&
    /^(?:on|upon|for|to)$/.test(next?.lower ?? '') &&
    previous !== 'CC'
  )
    return 'VBF';
  if (third && (previous === 'MARK' || previous === 'PRON')) return 'VBF';
  if (
    third &&
    /^(?:says|tells|writes|adds|insists|believes|thinks|urges|denies|argues|explains|describes|declares|announces|includes|continues|contains|confirms|alleges|suggests|accuses|remains|becomes|goes|comes|gets|makes|takes|knows|sees|gives|needs|seems|appears|refuses|declines|admits|rejects|vows|dismisses|refutes|debunks|slams|rubbishes|trashes|sidesteps|evades|dodges|ducks|acknowledges|concedes|reveals|warns|confesses|apologises|apologizes|accepts|wants|seeks|condemns|denounces|repudiates|pleads|relates|recounts|recalls|replies|responds|testifies|asserts|maintains|contends|laments|complains|jokes|counters|concludes|observes|remarks|whispers|mutters|shouts|quotes|cites|admits|mentions|notes|shows|indicates|finds)$/.test(
      token.lower,
    )
  )
    return 'VBF';
  if (third && previous === 'NAME' && next?.capital === true) return 'VBF';
  const plural = before?.lower === 'police' || before?.lower.endsWith('s') === true;
  if (third !== plural && opensHeadline(token, next, before)) return 'VBF';
  return 'NOUN';
}

/**
 * Gives each token a word class. `shout` is true for text in capitals only, where capital letters say nothing;
 * `paragraphAt` gives each token's paragraph, because a heading ends without a full stop.
 *
 * @example
 * wordClasses(tokenize('Police denied it.'), { shout: false, paragraphAt: new Int32Array(4) }); // ['NOUN','VBD','PRON','MARK']
 */
export function wordClasses(
  tokens: readonly Token[],
  layout: { readonly shout: boolean; readonly paragraphAt: Int32Array },
): WordClass[] {
  const { shout, paragraphAt } = layout;
  const common = new Set<string>();
  for (const token of tokens) if (!token.capital && token.kind === 'word') common.add(token.lower);
  const tags: WordClass[] = [];
  let previous: WordClass | null = null;
  for (const [i, token] of tokens.entries()) {
    if (i > 0 && paragraphAt[i] !== paragraphAt[i - 1]) previous = null;
    const tag = classOf(token, i, { tokens, previous, earlier: tags[i - 2] ?? null, shout, common });
    tags.push(tag);
    previous = tag;
  }
  return tags;
}

interface Surroundings {
  readonly tokens: readonly Token[];
  readonly previous: WordClass | null;
  readonly earlier: WordClass | null;
  readonly shout: boolean;
  readonly common: ReadonlySet<string>;
}

const NEVER_IN_NAME: ReadonlySet<WordClass> = new Set(['PRON', 'MODAL', 'AUX']);

function classOf(token: Token, i: number, around: Surroundings): WordClass {
  const { tokens, previous, shout } = around;
  const next = tokens[i + 1];
  const closed = CLOSED.get(token.lower);
  if (!shout && previous === 'NAME' && inForeignName(tokens, i)) return 'NAME';
  if (token.kind === 'number') return 'NUM';
  if (token.kind === 'mark') return markClass(token, closed, previous);
  if (token.lower === 'neither' && (previous === 'MODAL' || previous === 'AUX')) return 'NEG';
  if (token.capital && !shout && isNamePart(token, { closed, previous, next })) return 'NAME';
  if (token.lower === 'her' && next?.kind === 'word' && CLOSED.get(next.lower) === undefined)
    return TELLING.test(next.lower) ? 'PRON' : 'POSS';
  if (token.lower === 'that') return thatClass(previous, next);
  if (token.lower === 'radio' && !token.capital && /^(?:NOUN|ADJ|DET|PREP)$/.test(previous ?? ''))
    return 'NOUN';
  if (/^(?:tells|says)$/.test(token.lower) && OBJECT.test(next?.lower ?? '')) return 'VBF';
  if (token.lower === 'military' && previous === 'DET' && standsAlone(next)) return 'NOUN';
  if (token.lower === 'chief' && previous !== null && standsAlone(next)) return 'NOUN';
  if (token.lower === 'back' && previous === 'DET') return 'NOUN';
  if (AFFECTED.test(token.lower) && previous === 'DET' && standsAlone(next)) return 'NOUN';
  if (closed !== undefined) return closed;
  if (token.capital && !shout) {
    const opening = openingClass(token, next, around.common);
    if (opening !== null) return opening;
  }
  const modal =
    previous === 'NEG' ||
    (previous === 'ADV' && /^(?:MODAL|NEG|TO)$/.test(around.earlier ?? '')) ||
    (previous === 'ADV' && around.earlier === 'PRON' && next?.kind === 'word');
  const tag = modal ? afterModal(token, { previous, next }) : openClass(token, previous, next, tokens[i - 1]);
  return tag === 'NOUN' && token.capital && !shout && next?.capital === true ? 'NAME' : tag;
}

function markClass(token: Token, closed: WordClass | undefined, previous: WordClass | null): WordClass {
  const genitive = closed === 'POSS' && (previous === 'NAME' || previous === 'NOUN') && token.text !== '"';
  return genitive ? 'POSS' : 'MARK';
}

/** "The accused said", "the wounded were": those whom it befell. */
const AFFECTED = /^(?:accused|wounded|injured|deceased|condemned|disappeared|displaced|detained|bereaved)$/;

/** "The military has", "the military said": a noun before its verb. */
function standsAlone(next: Token | undefined): boolean {
  if (next === undefined || next.kind === 'mark') return true;
  const closed = CLOSED.get(next.lower);
  if (closed !== undefined) return /^(?:AUX|MODAL|PREP|ADV|NEG|CC)$/.test(closed);
  return verbReadings(next.lower).some((reading) => reading.form === 'past' || reading.form === 's');
}

const PARTICLE =
  /^(?:de|du|des|da|dos|das|del|della|di|la|le|les|el|al|bin|ibn|bint|abu|van|von|der|den|zu|pour|y|och|og|et|für|d'|l')$/;

/** "de la Quadra", "al-Bakri", "pour le Renouveau", "du 7 Mars": small words between the capitals of one name. */
function inForeignName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.capital) return false;
  if (/^(?:al|el|ad|ar|as|at|an|ash|ben|d|l)[-'’]\p{Lu}/u.test(token.text)) return true;
  const counts = token.kind === 'number' && PARTICLE.test(tokens[i - 1]?.lower ?? '');
  if (!PARTICLE.test(token.lower) && !counts) return false;
  for (let k = i + 1; k < i + 4; k += 1) {
    const next = tokens[k];
    if (next === undefined || next.start - (tokens[k - 1]?.end ?? 0) > 1) return false;
    if (next.capital && next.kind === 'word') return true;
    if (!PARTICLE.test(next.lower) && next.kind !== 'number') return false;
  }
  return false;
}

/** A capital inside a sentence, "US", or "Human" in front of another capital. */
function isNamePart(
  token: Token,
  around: {
    readonly closed: WordClass | undefined;
    readonly previous: WordClass | null;
    readonly next: Token | undefined;
  },
): boolean {
  const { closed, previous, next } = around;
  if (token.text === 'US') return true;
  if (closed === 'ADJ' && next?.capital === true) return true;
  if (previous === null || previous === 'MARK') return false;
  return !(closed !== undefined && NEVER_IN_NAME.has(closed)) && token.lower !== 'the' && token.lower !== 'i';
}

/** Never nouns: "who brought it to her says". */
const TELLING =
  /^(?:says|said|told|tells|insists|insisted|denies|denied|believes|writes|wrote|knew|recalls)$/;
/** Behind "tells" and "says" the listener or the words begin. */
const OBJECT = /^(?:me|us|him|her|them|you|that|he|she|they|it)$/;
const TIMES = /^(?:minutes|hours|days|weeks|months|years|decades|moments)$/;

/** "*Interlocutors* in the Senate", "*Information* received by": a noun by its ending, and no name goes on like that. */
function isCommonOpening(lower: string, next: string): boolean {
  return (
    lower.length > 5 &&
    /(?:tions?|ments?|ors|ers|ants|ents|ists|ees|sel|ances?|ences?)$/.test(lower) &&
    /^(?:in|at|for|from|within|inside|close|near|with|received|obtained|who|that|by|on)$/.test(next)
  );
}

/** A capital that opens a sentence: a noun we know, a name, or null when the word must be looked at further. */
function openingClass(token: Token, next: Token | undefined, common: ReadonlySet<string>): WordClass | null {
  if (/^\p{Lu}\p{L}*-\p{Lu}/u.test(token.text)) return 'NAME';
  if (TIMES.test(token.lower)) return 'NOUN';
  const alone = next?.capital !== true;
  const role = isFaceless(token.lower) || kindOfWord(token.lower) !== null || isPeoplePlural(token.lower);
  if (/^(?:de|do|da|du|del|della)$/.test(next?.lower ?? '')) return 'NAME';
  if (alone && role && /^[A-Z][a-z]/.test(token.text)) return 'NOUN';
  if (alone && next !== undefined && /s$/.test(token.lower) && isPeoplePlural(next.lower)) return 'NOUN';
  if (alone && common.has(token.lower)) return null;
  if (
    alone &&
    next !== undefined &&
    /(?:al|ic|ary|ian|ern)$/.test(token.lower) &&
    kindOfWord(next.lower) !== null
  )
    return /ian$/.test(token.lower) ? 'NAME' : 'ADJ';
  if (alone && next !== undefined && isCommonOpening(token.lower, next.lower)) return 'NOUN';
  return verbReadings(token.lower).length === 0 && !/^[^-]*(?:ly|ing)$/.test(token.lower) ? 'NAME' : null;
}

/** "would not immediately confirm": a base form after a modal or a negation is a verb. */
function afterModal(
  token: Token,
  around: { readonly previous: WordClass | null; readonly next: Token | undefined },
): WordClass {
  const base = verbReadings(token.lower).some((reading) => reading.form === 'base' || reading.form === 's');
  return base ? 'VBF' : openClass(token, around.previous, around.next, undefined);
}

/** "that man" points; "said that", "the man that" joins. */
function thatClass(previous: WordClass | null, next: Token | undefined): WordClass {
  if (previous === null || previous === 'PREP') return 'PRON';
  if (next === undefined || (next.kind === 'mark' && /^[.,;:!?]$/.test(next.text))) return 'PRON';
  return 'THAT';
}
