/**
 * Finds places in a text: listed ones, and unknown ones by their setting ("in Orlan", "near the town of Velt"),
 * because users' places are in no list. It gives no coordinates and decides no borders.
 */
import { isMonthAt, weekdayAt } from '../dates/months.ts';
import { isAllCapitals, type Word, wordsIn } from '../words.ts';
import { ADJECTIVES, BODIES, HOLDERS, type ListedPlaceKind, PLACES } from './lists.ts';
import { nameAt } from './name-index.ts';

/** A place as it stands in a text. */
export interface PlaceMention {
  /** UTF-16 code units, 0-based. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  /** The listed name, or the words as written. */
  readonly name: string;
  /** `unlisted`: told by its setting only. */
  readonly kind: ListedPlaceKind | 'unlisted';
  /** The state it is or lies in; null when not known. */
  readonly state: string | null;
}

const LEADS = new Set(
  'in near at outside around across throughout inside within from of to into towards toward'.split(' '),
);
const SURE_LEADS = new Set('in near outside around across throughout inside within into'.split(' '));
const TYPES = new Set(
  'city town village province region district republic state department county municipality capital camp island port suburb neighbourhood neighborhood oblast governorate prefecture prisons jails streets outskirts suburbs hills mountains villages towns districts north south east west centre center'.split(
    ' ',
  ),
);
/** What stands behind the name of an area: "in the Kessar region", "across the Olmen valley". */
const AREAS = new Set(
  'region province district valley village town city county municipality oblast governorate prefecture neighbourhood neighborhood suburb island peninsula mountains hills'.split(
    ' ',
  ),
);
const NOT_PLACES = new Set(
  'parliament congress english french german arabic spanish god islam christianity twitter facebook telegram instagram court government i he she they it we his her their this that these those the a an islamist sunday general addition particular person public response reply return mr mrs ms dr president minister'.split(
    ' ',
  ),
);
const PARTS = new Set([
  'of',
  'de',
  'la',
  'del',
  'el',
  'al',
  'los',
  'las',
  'le',
  'du',
  'da',
  'do',
  'dos',
  'di',
  '-',
]);

/** First token after the run of capitalised words that begins at a token. */
function endOfName(words: readonly Word[], index: number): number {
  let next = index;
  for (let guard = 0; guard < 5; guard += 1) {
    const word = words[next];
    if (word === undefined) break;
    if (word.cap && word.kind === 'word') {
      next += 1;
      continue;
    }
    if (next === index || !PARTS.has(word.low) || word.low === 'of') break;
    const reach = PARTS.has(words[next + 1]?.low ?? '') ? 2 : 1;
    if (words[next + reach]?.cap !== true) break;
    next += reach + 1;
  }
  return next;
}

/** "Ostrana's Kessar region": where the name of the area ends; null when none is named. */
function ownedArea(words: readonly Word[], index: number): number | null {
  const next = endOfName(words, index);
  return next > index && TYPES.has(words[next]?.low ?? '') ? next : null;
}

function mentionBetween(
  text: string,
  words: readonly Word[],
  from: number,
  next: number,
): PlaceMention | null {
  const first = words[from];
  const last = words[next - 1];
  if (first === undefined || last === undefined) return null;
  return {
    start: first.start,
    end: last.end,
    name: text.slice(first.start, last.end),
    kind: 'unlisted',
    state: null,
  };
}

function unlistedAt(text: string, words: readonly Word[], index: number): PlaceMention | null {
  const lead = words[index]?.low ?? '';
  let at = index + 1;
  let typed = false;
  if (words[at]?.low === 'the') at += 1;
  while (
    words[at] !== undefined &&
    words[at]?.cap === false &&
    words[at]?.kind === 'word' &&
    at < index + 5
  ) {
    if (TYPES.has(words[at]?.low ?? '')) typed = true;
    at += 1;
    if (typed && words[at]?.low === 'of') at += 1;
    if (typed && words[at]?.cap === true) break;
  }
  const first = words[at];
  if (first?.kind !== 'word' || !first.cap) return null;
  const named =
    at === index + 2 && words[index + 1]?.low === 'the' && AREAS.has(words[endOfName(words, at)]?.low ?? '');
  if (!typed && !named && (at !== index + 1 || !SURE_LEADS.has(lead))) return null;
  if (NOT_PLACES.has(first.low) || isMonthAt(words, at) || weekdayAt(words, at) !== null) return null;
  const owner = endOfName(words, at);
  const owned = words[owner]?.low === "'s" ? ownedArea(words, owner + 1) : null;
  if (words[owner]?.low === "'s" && owned === null) return null;
  return owned === null
    ? mentionBetween(text, words, at, owner)
    : mentionBetween(text, words, owner + 1, owned);
}

/** A capital that speaks or acts is its government, no place; after a preposition or a comma it is a place. */
function isLocated(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.low ?? '';
  return LEADS.has(before) || TYPES.has(before) || before === ',' || before === 'capital';
}

/** Whether a name of any list, of a place or not, begins at a word. */
function isListedAt(where: Parameters<typeof nameAt>[1], index: number): boolean {
  return [PLACES, BODIES, HOLDERS, ADJECTIVES].some((list) => nameAt<unknown>(list, where, index) !== null);
}

/**
 * The places in already cut tokens.
 *
 * @example
 * placesInWords('in Grozny', wordsIn('in Grozny'))[0]?.name; // 'Grozny'
 */
export function placesInWords(text: string, words: readonly Word[]): PlaceMention[] {
  const capitals = isAllCapitals(text);
  const where = { text, words, capitals };
  const found: PlaceMention[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (word === undefined) break;
    const listed = word.cap ? nameAt(PLACES, where, index) : null;
    const last = listed === null ? undefined : words[listed.next - 1];
    if (listed !== null && last !== undefined) {
      const acts = listed.entry.kind === 'capital' && !isLocated(words, index);
      const partOfName =
        words[listed.next]?.cap === true && !capitals && nameAt(BODIES, where, index) !== null;
      if (!acts && !partOfName) found.push({ start: word.start, end: last.end, ...listed.entry });
      index = listed.next;
      continue;
    }
    const other = word.cap
      ? (nameAt(BODIES, where, index) ?? nameAt(HOLDERS, where, index) ?? nameAt(ADJECTIVES, where, index))
      : null;
    if (other !== null) {
      index = other.next;
      continue;
    }
    const follows = LEADS.has(word.low) && !capitals && !isListedAt(where, index + 1);
    const unlisted = follows ? unlistedAt(text, words, index) : null;
    if (unlisted === null) index += 1;
    else {
      found.push(unlisted);
      while ((words[index]?.start ?? Number.POSITIVE_INFINITY) < unlisted.end) index += 1;
    }
  }
  return found;
}

/**
 * The places in a text, in order.
 *
 * @example
 * placesIn('killed in the village of Velt')[0]?.name; // 'Velt'
 */
export function placesIn(text: string): PlaceMention[] {
  return placesInWords(text, wordsIn(text));
}
