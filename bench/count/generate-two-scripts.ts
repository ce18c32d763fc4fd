/**
 * Invented people on two invented lists in two scripts, with the truth. A name is a row of sounds; each list writes it by its
 * own script's habits: Arabic without short vowels, Cyrillic sound by sound, Latin in several spellings. The rules are written
 * by hand and know nothing of the learned costs. A fifth of a list's records are copies with slips of the pen; dates are worn.
 * Seeded; nobody in it exists.
 */
import { chanceFrom } from '../../test/fixtures/chance.ts';
import type { InventedRecord } from './generate-people.ts';

/** One sound: how Arabic and Cyrillic write it, and the Latin ways, the first the most usual. */
interface Sound {
  readonly arabic: string;
  readonly cyrillic: string;
  readonly latin: readonly string[];
}

const sound = (arabic: string, cyrillic: string, ...latin: string[]): Sound => ({ arabic, cyrillic, latin });
const CONSONANTS = [
  sound('ب', 'б', 'b'),
  sound('ت', 'т', 't'),
  sound('د', 'д', 'd'),
  sound('ر', 'р', 'r'),
  sound('ز', 'з', 'z'),
  sound('س', 'с', 's', 's', 'ss'),
  sound('ش', 'ш', 'sh', 'sh', 'ch'),
  sound('ف', 'ф', 'f', 'f', 'ph'),
  sound('ق', 'к', 'q', 'k', 'k'),
  sound('ك', 'к', 'k', 'k', 'c'),
  sound('ل', 'л', 'l', 'l', 'll'),
  sound('م', 'м', 'm', 'm', 'mm'),
  sound('ن', 'н', 'n'),
  sound('ه', 'х', 'h'),
  sound('خ', 'х', 'kh', 'kh', 'h'),
  sound('ج', 'дж', 'j', 'j', 'dj'),
  sound('غ', 'г', 'gh', 'gh', 'g'),
];
const VOWELS = [
  sound('', 'а', 'a', 'a', 'a', 'e'),
  sound('', 'и', 'i', 'i', 'e'),
  sound('', 'у', 'u', 'u', 'o', 'ou'),
  sound('ا', 'а', 'a', 'a', 'aa'),
  sound('ي', 'и', 'i', 'i', 'ee'),
  sound('و', 'у', 'u', 'u', 'ou', 'oo'),
];

type Word = readonly Sound[];
type Script = 'arabic' | 'cyrillic' | 'latin';

/**
 * Records of a Latin list and of one in another script, shuffled together.
 *
 * @param records of both lists; three fifths of the persons on the second are on the first
 * @example
 * generateTwoScripts(1000, 'arabic', 7).length; // 1000
 */
export function generateTwoScripts(
  records: number,
  script: Exclude<Script, 'latin'>,
  seed: number,
): readonly (InventedRecord & { readonly script: Script })[] {
  const chance = chanceFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const word = (syllables: number): Word =>
    Array.from({ length: syllables }, () => [pick(CONSONANTS), pick(VOWELS)])
      .flat()
      .concat(chance() < 0.6 ? [pick(CONSONANTS)] : []);
  const given = Array.from({ length: 900 }, () => word(2));
  const family = Array.from({ length: 9000 }, () => word(2 + Math.floor(chance() * 2)));
  const places = Array.from({ length: 300 }, () => word(2 + Math.floor(chance() * 2)));
  const tail = <T>(from: readonly T[]): T => from[Math.floor(from.length * chance() ** 2.2)] as T;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = (from: number, years: number): string =>
    `${from + Math.floor(chance() * years)}-${two(1 + Math.floor(chance() * 12))}-${two(1 + Math.floor(chance() * 28))}`;
  const written = (sounds: Word, by: Script): string =>
    by === 'latin' ? slipped(inLatin(sounds, chance), chance) : slipped(inOwn(sounds, by), chance);
  const person = (): Person => ({
    given: tail(given),
    family: tail(family),
    birth: day(1930, 80),
    sex: pick(['f', 'm']),
    place: tail(places),
    event: day(2031, 5),
  });
  const record = (one: Person, by: Script): readonly (string | null)[] => [
    chance() < 0.03 ? null : written(one.given, by),
    chance() < 0.02 ? null : written(one.family, by),
    chance() < 0.35 ? null : wornDay(one.birth, chance),
    chance() < 0.08 ? null : one.sex,
    chance() < 0.1 ? null : written(one.place, by),
    chance() < 0.35 ? null : wornDay(one.event, chance),
  ];
  const lists: readonly Script[] = ['latin', script];
  const persons: Person[] = [];
  const made = lists.flatMap((by, list) => {
    const known: number[] = [];
    return Array.from({ length: Math.floor((records + list) / 2) }, () => {
      const copy = known.length > 0 && chance() < 0.15;
      let who = copy ? pick(known) : persons.length;
      if (!copy && list === 1 && chance() < 0.6) who = Math.floor(chance() * FIRST * persons.length);
      if (who === persons.length) persons.push(person());
      known.push(who);
      return { person: who, script: by, values: record(persons[who] as Person, by) };
    });
  });
  for (let at = made.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [made[at], made[other]] = [made[other] as (typeof made)[number], made[at] as (typeof made)[number]];
  }
  return made;
}

/** Persons of the second list are drawn from so much of those known. */
const FIRST = 0.7;

interface Person {
  readonly given: Word;
  readonly family: Word;
  readonly birth: string;
  readonly sex: string;
  readonly place: Word;
  readonly event: string;
}

function inOwn(sounds: Word, script: 'arabic' | 'cyrillic'): string {
  const text = sounds.map((one) => one[script]).join('');
  return script === 'cyrillic' ? text[0]?.toUpperCase() + text.slice(1) : text;
}

/** One spelling: each sound in its usual way three times in four. */
function inLatin(sounds: Word, chance: () => number): string {
  const text = sounds
    .map(({ latin }) => (chance() < 0.75 ? latin[0] : latin[Math.floor(chance() * latin.length)]))
    .join('');
  return text[0]?.toUpperCase() + text.slice(1);
}

/** One name in twelve has a letter left out or doubled. */
function slipped(word: string, chance: () => number): string {
  if (chance() > 1 / 12 || word.length < 3) return word;
  const at = 1 + Math.floor(chance() * (word.length - 1));
  return chance() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word.slice(at - 1);
}

function wornDay(date: string, chance: () => number): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const kind = chance();
  if (kind < 0.2) return year;
  if (kind < 0.25) return `${year}-${month}`;
  if (kind < 0.3) return `${Number(year) + (chance() < 0.5 ? 1 : -1)}-${month}-${day}`;
  return date;
}

/**
 * Share of the true pairs across the two lists that a grouping joins, 0 to 1.
 *
 * @param groups name of the group of each record
 * @example
 * acrossRecall(resolve(records, pairs), people);
 */
export function acrossRecall(
  groups: ArrayLike<number>,
  people: readonly (InventedRecord & { readonly script: Script })[],
): number {
  const byPerson = new Map<number, number[]>();
  for (const [at, { person }] of people.entries())
    byPerson.set(person, [...(byPerson.get(person) ?? []), at]);
  let pairs = 0;
  let joined = 0;
  for (const members of byPerson.values())
    for (const [place, a] of members.entries())
      for (const b of members.slice(place + 1)) {
        if (people[a]?.script === people[b]?.script) continue;
        pairs += 1;
        if (groups[a] === groups[b]) joined += 1;
      }
  return joined / Math.max(pairs, 1);
}
