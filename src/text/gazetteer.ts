/**
 * Who a name is: kind of actor, canonical name, and the state that stands behind it. Rests on the project's own
 * lists and on head nouns ("X's interior ministry"). It knows public bodies and public offices only; a private
 * person is never looked up, and what is not known stays as written.
 */
import type { ActorKind } from '../record/actor.ts';
import { ADJECTIVES, BODIES, HOLDERS, OFFICE_TERMS, PLACES } from './gazetteer/lists.ts';
import { nameAt } from './gazetteer/name-index.ts';
import { isPeoplePlural, mayBePerson } from './people-nouns.ts';
import { type Word, wordsIn } from './words.ts';

export { type PlaceMention, placesIn } from './gazetteer/places.ts';

interface Parsed {
  readonly text: string;
  readonly words: readonly Word[];
  readonly capitals: boolean;
}

const MEDIA =
  /\b(?:newspapers?|daily|weekly|magazine|tabloid|broadsheet|news|press agency|news agency|newswire|broadcaster|radio|television|tv|channel|gazette|gazeta|herald|tribune|chronicle|courier|observer|post|times|mail|mirror|telegraph|journal|monitor|outlet|website|blog|media|press)\b/i;
const PUBLIC =
  /\b(?:ministry|ministries|department|government|authorities|administration|embassy|consulate|parliament|senate|congress|cabinet|police|army|military|armed forces|security forces|navy|air force|national guard|border guard|intelligence|prosecutors?|prosecution|court|tribunal|presidency|secretariat of state|secret service|security service|agency|municipality|city council|council of ministers|prison service|immigration service|foreign office|home office|state council|directorate|bureau of)\b/i;
const UNIT =
  /\b(?:battalion|brigade|regiment|platoon|squadron|squad|division|garrison|commando unit|detachment|militia)\b/i;
const ORGANISATION =
  /\b(?:network|organi[sz]ation|association|union|federation|foundation|group|committee|council|commission|center|centre|society|institute|initiative|campaign|alliance|coalition|movement|party|front|charity|ngo|church|university|hospital|watch|international|fund|forum|league|observatory|project|collective|company|corporation|inc|ltd)\b/i;
const UNNAMED =
  /^(?:(?:the|a|an|some|several|many|local|senior|other|unnamed|anonymous|two|three|multiple|various|media|press|news|initial|recent|earlier|unconfirmed|medical|security|diplomatic|government|police|military|hospital)\s+)*(?:sources?|reports?|officials?|witness(?:es)?|eyewitness(?:es)?|people|insiders?|observers?|experts?|analysts?|activists?|survivors?|victims?|relatives?|spokes(?:man|woman|person|people)|rumou?rs?|accounts?|we|i|he|she|they|it)$/i;
const COMMUNITY =
  /^(?:(?:the|local|some|many)\s+)*(?:residents|villagers|locals|neighbou?rs|families|inhabitants|community|parishioners|townspeople)$/i;
const TITLES = new Set(
  'the a an president prime minister foreign interior defence defense justice deputy vice chancellor premier king queen prince sheikh ayatollah general gen colonel col major captain mr mrs ms dr prof professor sir senator sen governor gov mayor secretary state spokesman spokeswoman spokesperson former acting head leader ambassador judge chief of'.split(
    ' ',
  ),
);

function parsed(name: string): Parsed {
  return { text: name, words: wordsIn(name), capitals: false };
}

function wholly<Entry>(index: Parameters<typeof nameAt<Entry>>[0], name: Parsed, from: number): Entry | null {
  const found = nameAt(index, name, from);
  return found !== null && found.next === name.words.length ? found.entry : null;
}

function afterArticle(name: Parsed): number {
  const first = name.words[0]?.low;
  return first === 'the' || first === 'a' || first === 'an' ? 1 : 0;
}

/** "Russia's interior ministry", "the Russian Interior Ministry", "Interior Ministry of Russia". */
function ministryOf(
  name: Parsed,
): { readonly body: string; readonly place: string; readonly state: string | null } | null {
  const at = afterArticle(name);
  const { words } = name;
  const owner = nameAt(PLACES, name, at) ?? nameAt(ADJECTIVES, name, at);
  const ofAt = words.findIndex(
    (word, index) =>
      word.low === 'of' &&
      nameAt(PLACES, name, words[index + 1]?.low === 'the' ? index + 2 : index + 1)?.next === words.length,
  );
  const behind = ofAt < 0 ? null : nameAt(PLACES, name, words[ofAt + 1]?.low === 'the' ? ofAt + 2 : ofAt + 1);
  const place = owner ?? behind;
  if (place === null) return null;
  const from = owner === null ? at : words[owner.next]?.low === "'s" ? owner.next + 1 : owner.next;
  const until = owner === null ? ofAt : words.length;
  const body = words
    .slice(from, until)
    .map((word) => name.text.slice(word.start, word.end))
    .join(' ');
  if (body === '' || !PUBLIC.test(body)) return null;
  return {
    body: titled(body),
    place: place.entry.name,
    state: place.entry.kind === 'region' ? null : place.entry.state,
  };
}

const SMALL = new Set(['of', 'and', 'for', 'the', 'to']);

function titled(body: string): string {
  const flipped = /^ministry of (.+)$/i.exec(body);
  const words = (flipped === null ? body : `${flipped[1] ?? ''} ministry`).split(/\s+/);
  return words
    .map((word) => (SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

/**
 * What kind of actor a name or mention stands for.
 *
 * @example
 * actorKindOf('the interior ministry'); // 'public-body'
 */
export function actorKindOf(name: string): ActorKind {
  const read = parsed(name.trim());
  const at = afterArticle(read);
  if (wholly(PLACES, read, at) !== null) return 'state';
  const listed = wholly(BODIES, read, at);
  if (listed !== null)
    return listed.kind === 'media' ? 'media' : listed.kind === 'state-body' ? 'public-body' : 'organisation';
  if (wholly(HOLDERS, read, at) !== null) return 'person';
  const bare = name.trim();
  if (UNNAMED.test(bare)) return 'unnamed';
  if (COMMUNITY.test(bare)) return 'community';
  if (UNIT.test(bare)) return 'unit';
  if (PUBLIC.test(bare)) return 'public-body';
  if (MEDIA.test(bare)) return 'media';
  if (ORGANISATION.test(bare)) return 'organisation';
  return unlistedKind(read);
}

function unlistedKind(read: Parsed): ActorKind {
  const named = read.words.filter((word) => word.kind === 'word');
  const capitals = named.filter((word) => word.cap && !TITLES.has(word.low)).length;
  const last = named.at(-1);
  if (last !== undefined && !last.cap && (isPeoplePlural(last.low) || mayBePerson(last.low)))
    return 'unnamed';
  if (capitals === 0) return 'unnamed';
  if (capitals === 1 && named.length === 1) return /^[A-Z]{2,}$/.test(read.text) ? 'organisation' : 'person';
  return capitals <= 4 ? 'person' : 'organisation';
}

/** Leading titles off a person's name; null when none stands there. */
function withoutTitle(read: Parsed): string | null {
  let from = 0;
  while (
    from < read.words.length &&
    (TITLES.has(read.words[from]?.low ?? '') || read.words[from]?.low === ',')
  )
    from += 1;
  const first = read.words[from];
  if (from === 0 || first === undefined || !first.cap) return null;
  return read.text.slice(first.start);
}

/**
 * The one name under which spellings of the same body are kept. A name that is in no list comes back without
 * article and title.
 *
 * @example
 * canonicalActorName('the U.S State Department'); // 'U.S. Department of State'
 */
export function canonicalActorName(name: string): string {
  const trimmed = name.trim().replace(/\s+/g, ' ');
  const read = parsed(trimmed);
  const at = afterArticle(read);
  const listed = wholly(BODIES, read, 0) ?? wholly(BODIES, read, at);
  if (listed !== null) return listed.name;
  const place = wholly(PLACES, read, at);
  if (place !== null) return place.kind === 'capital' ? (place.state ?? place.name) : place.name;
  const ministry = ministryOf(read);
  if (ministry !== null && /ministry|department/i.test(ministry.body))
    return `${ministry.body} of ${ministry.place}`;
  const titleless = actorKindOf(trimmed) === 'person' ? withoutTitle(read) : null;
  if (titleless !== null) return titleless;
  const first = read.words[at];
  return at > 0 && first !== undefined && first.cap ? trimmed.slice(first.start) : trimmed;
}

/** The state whose highest office a person held on a day; without a day only where one state is possible. */
function stateOfHolder(name: string, day: string | null): string | null {
  const bare = withoutTitle(parsed(name)) ?? name;
  const states = new Set<string>();
  for (const term of OFFICE_TERMS) {
    const surname = term.name.split(' ').at(-1);
    if (bare !== term.name && bare !== surname) continue;
    const inOffice =
      day === null ? bare === term.name : term.from <= day && (term.until === null || day <= term.until);
    if (inOffice) states.add(term.state);
  }
  const [only] = states;
  return states.size === 1 && only !== undefined ? only : null;
}

const NATIONAL =
  '(?:foreign|interior|justice|defen[cs]e|home|state) (?:ministry|minister|office|department|secretary)|ministry (?:of|for) [a-z ]{3,24}|minister (?:of|for) [a-z ]{3,24}|migration (?:service|office|agency|board)|immigration (?:service|office|agency|board)|asylum (?:office|agency|service)|embassy|consulate|ambassador|parliament|prime minister|president|government';
const BODY_OF = new RegExp(
  `^(?:the )?(?:${NATIONAL}) of (?:the )?(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?)(?: in \\p{Lu}.*)?$`,
  'iu',
);
const OWN_BODY = new RegExp(
  `^(?:the )?(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?)['’]s (?:${NATIONAL})\\b`,
  'iu',
);

/** "Foreign Ministry of Northmark", "Orlund's consulate": bodies that only states have, of a state in no list. */
function stateOfBody(name: string): string | null {
  const state = BODY_OF.exec(name)?.[1] ?? OWN_BODY.exec(name)?.[1] ?? null;
  if (state === null || !/^\p{Lu}/u.test(state) || ADJECTIVES.has(state.toLowerCase())) return null;
  return PLACES.has((state.split(' ')[0] ?? '').toLowerCase()) ? null : state;
}

/**
 * The state that answers for a name: a state itself, its capital, its ministry, or its head on that day. Null
 * when no state does. `day` is an ISO day or EDTF; null when unknown.
 *
 * @example
 * stateOf('Donald Trump', '2017-05-18'); // 'United States'
 * stateOf('Donald Trump', '2023-05-18'); // null
 */
export function stateOf(name: string, day: string | null): string | null {
  const read = parsed(name.trim());
  const at = afterArticle(read);
  const place = wholly(PLACES, read, at);
  if (place !== null) return place.kind === 'region' || place.kind === 'wide' ? null : place.state;
  const body = wholly(BODIES, read, 0) ?? wholly(BODIES, read, at);
  if (body !== null) return body.state;
  const holder = stateOfHolder(name.trim(), day);
  if (holder !== null) return holder;
  const unlisted = stateOfBody(name.trim());
  if (unlisted !== null) return unlisted;
  const owner = nameAt(PLACES, read, at) ?? nameAt(ADJECTIVES, read, at);
  if (
    owner === null ||
    owner.entry.kind === 'region' ||
    !/\b(?:ministr|minister|president|officials?\b|government|authorit|department|embassy|consul|police|army|military|parliament|spokes|forces|prosecutor|court|agency|chancellor|ambassador|premier|king|state)/i.test(
      name,
    )
  ) {
    return ministryOf(read)?.state ?? null;
  }
  return owner.entry.state;
}
