/**
 * Verbs whose stance hangs on their object: "called the figure exaggerated" disputes and "called the raid a success"
 * only tells; "seeks an inquiry" asks and "seeks shelter" says nothing; "offered asylum" undertakes.
 */
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { CueClass, CueEntry } from './lexicon.ts';
import { type Matter, objectAfter, verdictAfter } from './verdict-words.ts';

/** What a verb stands in: the token after it and where its sentence ends. */
interface Place {
  readonly parsed: ParsedText;
  readonly after: number;
  readonly limit: number;
}

function anyOf(place: Place, words: RegExp, reach: number): boolean {
  for (let i = place.after; i < Math.min(place.limit, place.after + reach); i += 1) {
    const lower = lowerAt(place.parsed, i);
    if (words.test(lower)) return true;
    if (/^[.;:,]$/.test(lower)) return false;
  }
  return false;
}

function object({ parsed, after, limit }: Place): Matter {
  return objectAfter(parsed, after, limit);
}

/** "rejected the figure" disputes; "rejected the figure as baseless" too; "rejected the claims" denies. */
function rejects(place: Place): CueClass {
  const { kind, at } = object(place);
  const version =
    /^(?:accounts?|versions?|narratives?|explanations?|findings?|verdicts?|rulings?|conclusions?|theory)$/;
  if (kind === 'counted') return 'disputes';
  if (!version.test(lowerAt(place.parsed, at))) return 'denies';
  return verdictAfter(place.parsed, at + 1, place.limit) ?? 'disputes';
}

/** "dismissed the account as theatre": altogether, unless it is called partial. */
function dismissesWhole(place: Place): boolean {
  const { kind, at } = object(place);
  if (kind !== 'said' || lowerAt(place.parsed, at + 1) !== 'as') return false;
  return verdictAfter(place.parsed, at + 2, place.limit) !== 'disputes';
}

/** "trashed the claims": an answer only where something said or counted is its object. */
function waves(place: Place): CueClass | null {
  const { kind } = object(place);
  return kind === null ? null : kind === 'counted' ? 'disputes' : 'denies';
}

/** "stood by its report", "backed her account": an answer only where something said is its object. */
function bears(place: Place): CueClass | null {
  return object(place).kind === null ? null : 'confirms';
}

/** "called the report fabricated", "branded the claims tosh", "described the accusations as nonsense". */
function brands(place: Place): CueClass | null {
  const { kind, at } = object(place);
  if (kind === null) return pronounVerdict(place) ?? forged(place) ?? quotedLabel(place);
  const verdict = verdictAfter(place.parsed, at + 1, place.limit);
  const believed = anyOf({ ...place, after: at + 1 }, BELIEVED, 8);
  if (kind === 'counted') return believed ? 'alleges' : 'disputes';
  if (verdict === null && judgedInOneWord(place, at)) return believed ? 'alleges' : 'disputes';
  const alleged = /^(?:claims?|allegations?|accusations?|charges)$/.test(lowerAt(place.parsed, at));
  const labelled = (place.parsed.quoteAt[at + 1] ?? -1) >= 0 && (place.parsed.quoteAt[at] ?? -1) < 0;
  if (verdict === null && !alleged && labelled && !believed) return 'disputes';
  return verdict ?? (alleged && !believed ? 'denies' : 'alleges');
}

/** "called the statement *reckless*": one word behind what was said ends the clause. */
function judgedInOneWord({ parsed, limit }: Place, at: number): boolean {
  const word = parsed.tokens[at + 1];
  const ends = at + 2 >= limit || /^[.,;!?]$/.test(lowerAt(parsed, at + 2));
  return word?.kind === 'word' && /^(?:ADJ|NOUN|ADV)$/.test(parsed.tags[at + 1] ?? '') && ends;
}

const BELIEVED =
  /^(?:credible|serious|true|grave|alarming|disturbing|shocking|worrying|horrific|accurate|correct|important|deplorable|unacceptable|appalling|low|conservative)$/;

/** "described the note *as a fabrication*": whatever it is, it is called untrue. */
function forged({ parsed, after, limit }: Place): CueClass | null {
  for (let i = after + 1; i < Math.min(limit, after + 8); i += 1) {
    if (/^[.,;:]$/.test(lowerAt(parsed, i)) || /^(?:VBF|AUX|MODAL|THAT)$/.test(parsed.tags[i] ?? ''))
      return null;
    if (lowerAt(parsed, i) === 'as') return verdictAfter(parsed, i + 1, Math.min(limit, i + 5));
  }
  return null;
}

/** 'called the log "a work of fiction"': the label is the speaker's own word. */
function quotedLabel({ parsed, after, limit }: Place): CueClass | null {
  if (/sel(?:f|ves)$/.test(lowerAt(parsed, after))) return null;
  for (let i = after + 1; i < Math.min(limit, after + 7); i += 1) {
    if ((parsed.quoteAt[i] ?? -1) >= 0 && (parsed.quoteAt[after] ?? -1) < 0)
      return verdictAfter(parsed, i, Math.min(limit, i + 8)) ?? 'alleges';
    if (/^(?:VBF|VBD|AUX|MODAL|THAT|MARK|PREP)$/.test(parsed.tags[i] ?? '')) return null;
  }
  return null;
}

/** "called it a lie", "described this as propaganda". */
function pronounVerdict({ parsed, after, limit }: Place): CueClass | null {
  const pointed = /^(?:it|this|that|them|these)$/.test(lowerAt(parsed, after));
  return pointed ? verdictAfter(parsed, after + 1, Math.min(limit, after + 7)) : null;
}

/** "slammed the report as fake", "criticised the article as one-sided"; without a verdict only a feeling. */
function scolds(place: Place): CueClass {
  const { kind, at } = object(place);
  if (kind === null) return 'attitude';
  for (let i = at + 1; i < Math.min(place.limit, at + 9); i += 1)
    if (lowerAt(place.parsed, i) === 'as') return verdictAfter(place.parsed, i, place.limit) ?? 'attitude';
  return 'attitude';
}

const REDRESS =
  /^(?:prob(?:e|es)|inquir(?:y|ies)|enquir(?:y|ies)|investigations?|releases?|justice|answers?|explanations?|reparations?|compensation|accountability|clarifications?|autops(?:y|ies)|post-mortem|prosecutions?|intervention|access|action|apolog(?:y|ies)|trial|truth|information|redress|resignation|inquest|review|records?|documents?)$/;

/** "sought a probe", "wants answers", "wants to know". */
function desires(place: Place): CueClass {
  if (lowerAt(place.parsed, place.after) === 'to')
    return lowerAt(place.parsed, place.after + 1) === 'know' ? 'asks' : 'attitude';
  return anyOf(place, REDRESS, 6) ? 'asks' : 'attitude';
}

const REPORTING =
  /^(?:provide|submit|explain|respond|comment|clarify|report|share|cooperate|investigate|consider|take|ensure|review|open|allow|answer|account)$/;

function invites(place: Place): CueClass | null {
  for (let i = place.after; i < Math.min(place.limit, place.after + 10); i += 1) {
    const lower = lowerAt(place.parsed, i);
    if (lower === 'to') return REPORTING.test(lowerAt(place.parsed, i + 1)) ? 'asks' : null;
    if (/^[.;:]$/.test(lower)) return null;
  }
  return null;
}

/** "insisted that the prisoners be allowed": a subjunctive demands, an indicative maintains. */
function insists(place: Place): CueClass {
  const { parsed, after, limit } = place;
  if (/^(?:on|upon)$/.test(lowerAt(parsed, after))) return 'asks';
  for (let i = after + 1; i < Math.min(limit, after + 10); i += 1) {
    const lower = lowerAt(parsed, i);
    if (/^(?:AUX|MODAL|VBF|VBD)$/.test(parsed.tags[i] ?? ''))
      return lower === 'be' && /^(?:NOUN|NAME|PRON|NUM)$/.test(parsed.tags[i - 1] ?? '') ? 'asks' : 'alleges';
    if (/^[.;:]$/.test(lower)) return 'alleges';
  }
  return 'alleges';
}

const RELIEF =
  /^(?:asylum|compensation|refuge|shelter|help|aid|assistance|protection|visas?|safe|amnesty|pardons?|residence|reparations?|medical|treatment|support)$/;

/** "has offered asylum to two families": an answer given to so many, no words of one's own. */
function isAnswered({ parsed, after, limit }: Place): boolean {
  if (!/^(?:has|have|had)$/.test(lowerAt(parsed, after - 2))) return false;
  if (!/^(?:asylum|refuge|visas?|residence)$/.test(lowerAt(parsed, after))) return false;
  return lowerAt(parsed, after + 1) === 'to' && after + 2 < limit && parsed.tags[after + 2] === 'NUM';
}

function offers(place: Place): CueClass | null {
  if (isAnswered(place)) return null;
  return lowerAt(place.parsed, place.after) === 'to' || anyOf(place, RELIEF, 5) ? 'undertakes' : null;
}

/** "announced an inquiry", "announced ex gratia of Rs 5 lakh", "announced its intention to close": what is to come. */
function announces(place: Place): CueClass {
  const to =
    /^(?:compensation|ex|gratia|ex-gratia|reparations?|intention|plans?|inquir(?:y|ies)|enquiry|probe|investigation|relief|amnesty|moratorium|readiness|willingness)$/;
  return !isThat(place) && anyOf(place, to, 6) ? 'undertakes' : 'alleges';
}

function isThat({ parsed, after }: Place): boolean {
  return lowerAt(parsed, after) === 'that';
}

/** "agreed to release them"; "agreed that" and "agreed with" promise nothing. */
function agrees(place: Place): CueClass {
  if (anyOf(place, /^(?:identified|named|quoted|interviewed|speak|talk|anonymity)$/, 5)) return 'attitude';
  return lowerAt(place.parsed, place.after) === 'to' &&
    /^VB[FD]$/.test(place.parsed.tags[place.after + 1] ?? '')
    ? 'undertakes'
    : 'attitude';
}

/** "holds the army responsible for it". */
function holds(place: Place): CueClass | null {
  return anyOf(place, /^(?:responsible|accountable)$/, 8) ? 'alleges' : null;
}

/** "swore that he had not known", "assured her that he was alive": what was or is, no promise. */
function vows({ parsed, after, limit }: Place): CueClass {
  const clause = clauseBehind(parsed, after, limit);
  for (let i = clause; clause >= 0 && i < Math.min(limit, clause + 12); i += 1) {
    const tag = parsed.tags[i] ?? '';
    if (tag === 'MODAL' || /(?:'ll|'d)$/.test(lowerAt(parsed, i)) || /^[.;:]$/.test(lowerAt(parsed, i)))
      return 'undertakes';
    if (!/^(?:AUX|VBF|VBD)$/.test(tag)) continue;
    return /^(?:going|to|about)$/.test(lowerAt(parsed, i + 1)) || lowerAt(parsed, i) === 'be'
      ? 'undertakes'
      : 'alleges';
  }
  return 'undertakes';
}

/** Where the clause of "that", or of a pronoun right behind the verb, begins; -1 when none does. */
function clauseBehind(parsed: ParsedText, after: number, limit: number): number {
  if (/^(?:he|she|they|it|we|i)$/.test(lowerAt(parsed, after))) return after + 1;
  for (let i = after; i < Math.min(limit, after + 6); i += 1) {
    if (lowerAt(parsed, i) === 'that' && parsed.tags[i] === 'THAT') return i + 1;
    if (/^(?:VBF|VBD|AUX|MODAL|TO|MARK)$/.test(parsed.tags[i] ?? '')) return -1;
  }
  return -1;
}

const RULES: Readonly<Record<string, (place: Place) => CueClass | null>> = {
  assure: vows,
  swear: vows,
  promise: vows,
  pledge: vows,
  vow: vows,
  guarantee: vows,
  reject: rejects,
  dismiss: (place) => (dismissesWhole(place) ? 'denies' : rejects(place)),
  deny: (place) => (object(place).kind === 'counted' ? 'disputes' : 'denies'),
  repudiate: rejects,
  refute: rejects,
  rebut: rejects,
  trash: waves,
  rubbish: waves,
  quash: waves,
  discount: waves,
  'scoff at': waves,
  'laugh off': waves,
  'laugh at': waves,
  'brush aside': waves,
  'brush off': waves,
  'shrug off': waves,
  'wave aside': waves,
  'wave away': waves,
  'bat away': waves,
  'pour scorn on': waves,
  'heap scorn on': waves,
  'pour cold water on': waves,
  'hit back at': (place) => verdictAfter(place.parsed, place.after, Math.min(place.limit, place.after + 8)),
  'shoot down': waves,
  'stand by': bears,
  back: bears,
  'back up': bears,
  'bear out': bears,
  characterise: (place) => brands(place) ?? 'alleges',
  characterize: (place) => brands(place) ?? 'alleges',
  portray: brands,
  depict: brands,
  'slap down': waves,
  'swat aside': waves,
  'pooh-pooh': waves,
  debunk: waves,
  disprove: waves,
  undermine: (place) => (waves(place) === null ? null : 'disputes'),
  downplay: (place) => (waves(place) === null ? null : 'disputes'),
  'play down': (place) => (waves(place) === null ? null : 'disputes'),
  minimise: (place) => (waves(place) === null ? null : 'disputes'),
  minimize: (place) => (waves(place) === null ? null : 'disputes'),
  query: (place) => (waves(place) === null ? null : 'disputes'),
  hold: holds,
  call: brands,
  label: brands,
  brand: brands,
  term: brands,
  dub: brands,
  describe: (place) => brands(place) ?? 'alleges',
  regard: brands,
  consider: (place) => brands(place) ?? 'attitude',
  denounce: scolds,
  condemn: scolds,
  slam: scolds,
  blast: scolds,
  criticise: scolds,
  criticize: scolds,
  mock: scolds,
  seek: desires,
  want: desires,
  invite: invites,
  insist: insists,
  offer: offers,
  announce: announces,
  agree: agrees,
};

/**
 * What a verb does with the object it has here; null when it is no cue at all.
 *
 * @example
 * refined(parsed, entry, { after: 4, limit: 12 }); // 'disputes' for "rejected the figure"
 */
export function refined(
  parsed: ParsedText,
  entry: CueEntry,
  at: { readonly after: number; readonly limit: number },
): CueClass | null {
  const rule = RULES[entry.lemma];
  return rule === undefined ? entry.does : rule({ parsed, ...at });
}
