/**
 * Invented people on invented lists, with the truth: names made of syllables with a long tail, a fifth of the records copies
 * with slips of the pen, other spellings, swapped or missing parts, dates with day and month exchanged. Seeded: the same
 * records in every run. Nobody in it exists.
 */

import { chanceFrom } from '../../test/fixtures/chance.ts';

/** A record with the person it is of. */
export interface InventedRecord {
  readonly person: number;
  /** given, family, date of birth, sex, place, day of the event. */
  readonly values: readonly (string | null)[];
}

export const INVENTED_COLUMNS = [
  { name: 'given', kind: 'given' },
  { name: 'family', kind: 'family' },
  { name: 'birth', kind: 'date' },
  { name: 'sex', kind: 'sex' },
  { name: 'place', kind: 'place' },
  { name: 'event', kind: 'date' },
] as const;

const ONSETS = [
  'b',
  'd',
  'dr',
  'f',
  'g',
  'h',
  'j',
  'k',
  'kh',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'sh',
  't',
  'v',
  'z',
  'zh',
  'st',
  'br',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'a', 'i', 'ia', 'ou'];
const ENDS = ['', 'n', 'r', 'l', 's', 'm', 'd', 'k', 'v', 'r'];

/**
 * Records in a shuffled order.
 *
 * @param share of the records that are copies of an earlier person's, 0 to 1
 * @example
 * generatePeople(1000, 0.2, 7).length; // 1000
 */
export function generatePeople(records: number, share: number, seed: number): readonly InventedRecord[] {
  const chance = chanceFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const word = (syllables: number): string =>
    Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS)).join('') + pick(ENDS);
  const given = Array.from({ length: 3000 }, () => word(1 + Math.floor(chance() * 2)));
  const family = Array.from({ length: 30_000 }, () => word(2 + Math.floor(chance() * 2)));
  const places = Array.from({ length: 800 }, () => word(2 + Math.floor(chance() * 2)));
  const tail = <T>(from: readonly T[]): T => from[Math.floor(from.length * chance() ** 2.2)] as T;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = (from: number, years: number): string =>
    `${from + Math.floor(chance() * years)}-${two(1 + Math.floor(chance() * 12))}-${two(1 + Math.floor(chance() * 28))}`;
  const persons = Math.round(records * (1 - share));
  const made: InventedRecord[] = [];
  for (let person = 0; person < persons; person += 1)
    made.push({
      person,
      values: [tail(given), tail(family), day(1930, 80), pick(['f', 'm']), tail(places), day(2031, 5)],
    });
  for (let copy = persons; copy < records; copy += 1) {
    const first = made[Math.floor(chance() * persons)] as InventedRecord;
    made.push({ person: first.person, values: worn(first.values, chance) });
  }
  for (let at = made.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [made[at], made[other]] = [made[other] as InventedRecord, made[at] as InventedRecord];
  }
  return made;
}

const SPELLINGS: readonly (readonly [string, string])[] = [
  ['kh', 'h'],
  ['zh', 'j'],
  ['ou', 'u'],
  ['ia', 'ya'],
  ['v', 'w'],
  ['sh', 'ch'],
];

function worn(values: readonly (string | null)[], chance: () => number): readonly (string | null)[] {
  const [given, family, birth, sex, place, event] = values as string[];
  let names = [spelt(given ?? '', chance), spelt(family ?? '', chance)];
  if (chance() < 0.05) names = [names[1] ?? '', names[0] ?? ''];
  if (chance() < 0.04) names = [names[0]?.[0] ?? '', names[1] ?? ''];
  return [
    chance() < 0.05 ? null : (names[0] ?? null),
    chance() < 0.03 ? null : (names[1] ?? null),
    chance() < 0.15 ? null : wornDate(birth ?? '', chance),
    chance() < 0.1 ? null : (sex ?? null),
    chance() < 0.15 ? null : spelt(place ?? '', chance),
    chance() < 0.2 ? null : wornDate(event ?? '', chance),
  ];
}

function spelt(word: string, chance: () => number): string {
  let now = word;
  if (chance() < 0.25) for (const [from, to] of SPELLINGS) if (chance() < 0.5) now = now.replace(from, to);
  if (chance() < 0.15) {
    const at = 1 + Math.floor(chance() * (now.length - 1));
    const kind = chance();
    const letter = 'abcdefghiklmnoprstuvz'[Math.floor(chance() * 21)] ?? 'a';
    if (kind < 0.35) now = now.slice(0, at) + letter + now.slice(at + 1);
    else if (kind < 0.6) now = now.slice(0, at) + now.slice(at + 1);
    else if (kind < 0.8) now = now.slice(0, at) + letter + now.slice(at);
    else now = now.slice(0, at - 1) + (now[at] ?? '') + (now[at - 1] ?? '') + now.slice(at + 1);
  }
  return now;
}

function wornDate(date: string, chance: () => number): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const kind = chance();
  if (kind < 0.06 && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (kind < 0.1) return year;
  if (kind < 0.13) return `${year}-${month}`;
  if (kind < 0.17) return `${Number(year) + (chance() < 0.5 ? 1 : -1)}-${month}-${day}`;
  if (kind < 0.22) return `${year}-${month}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`;
  return date;
}
