/**
 * What a number counts, judged by its neighbours: people or things, years of age, per cent, money, a calendar
 * year, a date, a rank or label, a measure, a time. Label numbers ("Section 12", "No. 4") are `ordinal`.
 */

import { isMonthAt } from '../dates/months.ts';
import { isPeoplePlural, isPersonSingular } from '../people-nouns.ts';
import type { Word } from '../words.ts';

/** See the file head. */
export type QuantityKind =
  | 'count'
  | 'age'
  | 'percent'
  | 'money'
  | 'year'
  | 'date'
  | 'ordinal'
  | 'measurement'
  | 'time';

/** The stretch of tokens a number takes, comparator apart. */
export interface NumberPlace {
  /** First token of the comparator, or of the number when there is none. */
  readonly first: number;
  /** First token of the number itself. */
  readonly number: number;
  /** First token after it. */
  readonly next: number;
  readonly n: number | null;
  readonly digits: boolean;
  readonly compared: boolean;
}

const CURRENCY = new Set('$ £ € ¥ ₽ ₴ ₹ usd eur gbp us$'.split(' '));
const MONEY = new Set(
  'dollar dollars euro euros pound pounds ruble rubles rouble roubles peso pesos yen yuan rupee rupees lira hryvnia hryvnias franc francs mark marks cent cents colones quetzales soles intis riyals dinars usd eur gbp'.split(
    ' ',
  ),
);
const PERCENT = new Set(['%', 'percent', 'pct', 'percentage', '‰']);
const TIME = new Set(
  "second seconds minute minutes hour hours day days night nights week weeks fortnight month months year years decade decades century centuries morning mornings evening evenings hrs hr gmt utc am pm a.m p.m o'clock noon midnight weekend weekends".split(
    ' ',
  ),
);
const SHARES = new Set(
  'half halves third thirds quarter quarters fifth fifths sixths eighths tenth tenths'.split(' '),
);
const MEASURE = new Set(
  'km kilometer kilometers kilometre kilometres mile miles meter meters metre metres m cm mm centimeters inch inches foot feet yard yards kg kilo kilos kilogram kilograms kilogrammes gram grams gramme grammes pound lb lbs ton tons tonne tonnes litre litres liter liters gallon gallons acre acres hectare hectares degree degrees square cubic watt watts volt volts megawatts mph kph knots times caliber calibre gb mb barrels'.split(
    ' ',
  ),
);
const LABELS = new Set(
  'section sections article articles law no nos number chapter page pages room flight highway route resolution decree paragraph para act code bus gate block cell ward zone sector version grade class category phase stage week level channel unit flat apartment building checkpoint camp-number point boeing airbus mirage line tel telephone phone fax call dial issue volume vol figure table'.split(
    ' ',
  ),
);
const NAMED_SITES = new Set(
  'camp station pier pit barracks dormitory hangar hall shaft dock depot school ward prison colony jail battalion company platoon squad brigade regiment platform hut tower gallery mine well tunnel house battery post base cabin bunker pavilion block room cell gate sector zone unit line building checkpoint warehouse plant clinic'.split(
    ' ',
  ),
);
const YEAR_BEFORE_NOT = new Set([
  'some',
  'about',
  'nearly',
  'almost',
  'least',
  'than',
  'over',
  'to',
  'roughly',
]);
const PEOPLE_AHEAD = 4;

function low(words: readonly Word[], index: number): string {
  return words[index]?.low ?? '';
}

function isGlued(words: readonly Word[], index: number): boolean {
  return words[index]?.gap === false;
}

/** "-year-old", "years old", "years of age", also after a hyphen or gap. */
function endsInAge(words: readonly Word[], next: number): boolean {
  const at = low(words, next) === '-' ? next + 1 : next;
  if (
    low(words, at) !== 'year' &&
    low(words, at) !== 'years' &&
    low(words, at) !== 'yr' &&
    low(words, at) !== 'month' &&
    low(words, at) !== 'months'
  )
    return false;
  const after = low(words, at + 1) === '-' ? at + 2 : at + 1;
  if (low(words, after) === 'old' || low(words, after) === 'olds') return true;
  return low(words, after) === 'of' && low(words, after + 1) === 'age';
}

/** ", 43," after a name or "a woman"; "43, a cook" and ", 43." where the words begin behind the name. */
function isApposedAge(words: readonly Word[], place: NumberPlace): boolean {
  if (place.n === null || place.n < 1 || place.n > 110 || !place.digits || place.compared) return false;
  if (place.first === 1 && low(words, 0) === ',') return /^(?:|[,.])$/.test(low(words, place.next));
  if (place.first === 0)
    return low(words, place.next) === ',' && /^(?:an?|who|whose)$/.test(low(words, place.next + 1));
  if (low(words, place.first - 1) !== ',' && low(words, place.first - 1) !== '(') return false;
  const before = words[place.first - 2];
  const after = low(words, place.next);
  if (before === undefined || isMonthAt(words, place.first - 2)) return false;
  if (!before.cap && !/^(?:male|female|man|woman|boy|girl)$/.test(before.low)) return false;
  return after === ',' || after === ')' || after === '.' || after === 'and' || after === ';';
}

const ELDEST = /^(?:youngest|oldest|eldest)$/;

/** "He was 40.", "Irena Volk was 19 when she", "the youngest of whom was 16": said of one person, not of so many. */
function isToldAge(words: readonly Word[], place: NumberPlace): boolean {
  if (place.n === null || place.n < 1 || place.n > 110 || place.compared) return false;
  if (!/^(?:was|is|am|turned|turns)$/.test(low(words, place.first - 1))) return false;
  if (!/^(?:|[.,;!?]|and|but|when|at|years?)$/.test(low(words, place.next))) return false;
  if (/^(?:he|she|i)$/.test(low(words, place.first - 2))) return true;
  if (low(words, place.next) === 'when' && /^(?:he|she|i)$/.test(low(words, place.next + 1))) return true;
  return [2, 3, 4].some((back) => ELDEST.test(low(words, place.first - back)));
}

/** "aged 14 and | 17", "aged 9, 11 and | 15": all behind the word are ages. */
function isInAges(words: readonly Word[], { first, n, next }: NumberPlace): boolean {
  if (n === null || n > 110 || isPeoplePlural(low(words, next))) return false;
  let at = first - 1;
  while (/^(?:,|and|or|\d{1,3})$/.test(low(words, at)) && at > first - 12) at -= 1;
  return at < first - 2 && /^(?:aged|ages)$/.test(low(words, at)) && low(words, at + 1) !== ',';
}

function isAge(words: readonly Word[], place: NumberPlace): boolean {
  if (endsInAge(words, place.next) || isToldAge(words, place) || isInAges(words, place)) return true;
  const before = low(words, place.first - 1);
  const beforeNumber = low(words, place.number - 1);
  if (['aged', 'age', 'ages'].includes(before) || beforeNumber === 'aged') return true;
  const roughly = before === '.' ? 3 : 2;
  if (
    /^(?:abt|approx|around|about|roughly|[.])$/.test(before) &&
    low(words, place.first - roughly) === 'aged'
  )
    return true;
  if ((before === 'of' || before === 'between') && /^ages?$/.test(low(words, place.first - 2))) return true;
  if (
    place.n !== null &&
    place.n < 100 &&
    /^(?:under|over|below|above)$/.test(beforeNumber) &&
    place.compared
  ) {
    if (isPeoplePlural(before) && !isPeoplePlural(low(words, place.next))) return true;
  }
  if (
    /^(?:and|to)$/.test(before) &&
    low(words, place.first - 3) === 'of' &&
    /^ages?$/.test(low(words, place.first - 4))
  )
    return true;
  if (low(words, place.next) === 's' && /^(?:his|her|their)$/.test(before)) return true;
  if (before === 'of' && place.n !== null && place.n < 100 && isPersonSingular(low(words, place.first - 2)))
    return !isPeoplePlural(low(words, place.next));
  return isApposedAge(words, place);
}

function isMoney(words: readonly Word[], place: NumberPlace): boolean {
  if (CURRENCY.has(low(words, place.number - 1)) || CURRENCY.has(low(words, place.next))) return true;
  return (
    MONEY.has(low(words, place.next)) ||
    (MONEY.has(low(words, place.next + 1)) && low(words, place.next) === 'us')
  );
}

function isDate(words: readonly Word[], place: NumberPlace): boolean {
  if (place.compared || !place.digits || place.n === null) return false;
  if (place.n > 31) return false;
  const at = /^(?:st|nd|rd|th)$/.test(low(words, place.next)) ? place.next + 1 : place.next;
  if (isMonthAt(words, low(words, at) === 'of' ? at + 1 : at) && !peopleAhead(words, at + 1, 1)) return true;
  return isMonthAt(words, place.first - 1) && !peopleAhead(words, place.next, 2);
}

function isYear(words: readonly Word[], place: NumberPlace): boolean {
  const { n } = place;
  if (n === null || !place.digits || !/^\d{4}$/.test(low(words, place.number)) || n < 1800 || n > 2100)
    return false;
  if (place.next !== place.number + 1) return false;
  if (place.compared || YEAR_BEFORE_NOT.has(low(words, place.number - 1))) {
    return (
      !peopleAhead(words, place.next, PEOPLE_AHEAD) &&
      /^(?:just|only|all|to|about|around|over)$/.test(low(words, place.number - 1)) &&
      n >= 1950 &&
      n <= 2050
    );
  }
  return !peopleAhead(words, place.next, 2);
}

/** "3 JAN 90": two digits behind a day and a month. */
function isShortYear(words: readonly Word[], place: NumberPlace): boolean {
  if (!place.digits || place.compared || !/^\d\d$/.test(low(words, place.number))) return false;
  return isMonthAt(words, place.first - 1) && words[place.first - 2]?.kind === 'number';
}

function peopleAhead(words: readonly Word[], from: number, reach: number): boolean {
  for (let at = from; at < from + reach; at += 1) {
    const word = words[at];
    if (word === undefined || word.kind !== 'word') return false;
    if (isPeoplePlural(word.low)) return true;
  }
  return false;
}

/** A number in a clock time or a duration, a unit of measure, or a compound such as "six-man team". */
function timeOrMeasure(words: readonly Word[], place: NumberPlace): QuantityKind | null {
  const hyphen =
    low(words, place.next) === '-' && isGlued(words, place.next) && isGlued(words, place.next + 1);
  const noun = low(words, hyphen ? place.next + 1 : place.next);
  const spaced = place.n === null && low(words, place.next) === 'of' ? low(words, place.next + 1) : noun;
  if (low(words, place.next) === 'more' && TIME.has(low(words, place.next + 1))) return 'time';
  if (TIME.has(spaced)) return 'time';
  if (noun === 'consecutive' || noun === 'straight') return 'time';
  if (MEASURE.has(spaced)) return 'measurement';
  if (hyphen && !/^(?:odd|plus|some|something|ish)$/.test(noun) && words[place.next + 1]?.kind === 'word')
    return 'measurement';
  return null;
}

function ratioNumber(words: readonly Word[], index: number): number | null {
  const word = words[index];
  if (word === undefined) return null;
  if (word.kind === 'number') return Number(word.low);
  const at = SMALL.indexOf(word.low);
  return at < 0 ? null : at + 1;
}

const SMALL = 'one two three four five six seven eight nine ten'.split(' ');
const MOST_IN_RATIO = 100;

/** "cell 4", "week 7"; not "in the reporting week 29 civilians were" nor "thought to number 21". */
function isLabelled(words: readonly Word[], place: NumberPlace): boolean {
  const label = low(words, place.first - 1);
  if (!LABELS.has(label)) return false;
  if (/^(?:week|stage|level|line|issue|act)$/.test(label) && isPeoplePlural(low(words, place.next)))
    return false;
  return !(
    label === 'number' && /^(?:to|now|they|who|may|might|could|which)$/.test(low(words, place.first - 2))
  );
}

/** "Camp Nine", "Hangar 4": the number is part of a name. Where all is in capitals nobody can tell. */
function isInName(words: readonly Word[], place: NumberPlace): boolean {
  const [label, number, after] = [place.first - 1, place.number, place.next].map((at) => words[at]);
  if (label === undefined || number === undefined || place.compared || place.next !== place.number + 1)
    return false;
  if (!label.cap || !NAMED_SITES.has(label.low) || (!place.digits && !number.cap)) return false;
  return after === undefined || after.kind !== 'word' || (!after.cap && !peopleAhead(words, place.next, 2));
}

/** "one in four", "nine out of ten", "three quarters", "one more than in May": a share or a difference, no number of people. */
function isShare(words: readonly Word[], place: NumberPlace): boolean {
  if (place.n === null || place.compared) return false;
  const hyphen = low(words, place.next) === '-' ? place.next + 1 : place.next;
  if (SHARES.has(low(words, hyphen)) && !peopleAhead(words, hyphen, 1)) return place.n <= 10;
  const more = /^(?:more|fewer|less)$/.test(low(words, place.next));
  if (more && low(words, place.next + 1) === 'than') return true;
  const out = low(words, place.next) === 'out' && low(words, place.next + 1) === 'of';
  if (out || low(words, place.next) === 'in') {
    const of = ratioNumber(words, out ? place.next + 2 : place.next + 1);
    const behind = out ? place.next + 3 : place.next + 2;
    const shares = out || low(words, place.next) === 'in';
    if (shares && of !== null && of > place.n && of <= MOST_IN_RATIO) return !TIME.has(low(words, behind));
  }
  const before = ratioNumber(words, place.first - 2);
  return (
    low(words, place.first - 1) === 'in' && before !== null && before < place.n && place.n <= MOST_IN_RATIO
  );
}

/**
 * What the number at a place counts.
 *
 * @example
 * // in "aged 16-50": 'age'; in "26 men": 'count'
 */
export function kindOfNumber(words: readonly Word[], place: NumberPlace): QuantityKind {
  const after = low(words, place.next);
  if (PERCENT.has(after) || (after === 'per' && low(words, place.next + 1) === 'cent')) return 'percent';
  if (isMoney(words, place)) return 'money';
  if (place.digits && /^0\d{3}$/.test(low(words, place.number))) return 'time'; // "0610" in a log
  if (isShare(words, place)) return 'percent';
  if (isAge(words, place)) return 'age';
  if (isDate(words, place)) return 'date';
  if (isShortYear(words, place)) return 'year';
  if (place.digits && isGlued(words, place.next) && /^(?:st|nd|rd|th|d)$/.test(after)) return 'ordinal';
  if (place.digits && isGlued(words, place.next) && after === 's') return 'year';
  if ((place.digits && isLabelled(words, place)) || isInName(words, place)) return 'ordinal';
  if (
    !place.digits &&
    place.n !== null &&
    ['section', 'article', 'chapter', 'phase', 'number', 'channel', 'day', 'week'].includes(
      low(words, place.first - 1),
    )
  )
    return 'ordinal';
  const timed = timeOrMeasure(words, place);
  if (timed !== null) return timed;
  if (isYear(words, place)) return 'year';
  return place.n !== null && !Number.isInteger(place.n) ? 'measurement' : 'count';
}
