/**
 * Writes the shortest reports that still make claims of every sort, from a seed: some claims, without anything between
 * their sentences. Places have a second word that stands for itself when a record is grown by copies (`grow-record.ts`).
 * For speed alone: nothing about accuracy can be learned from text that a program wrote.
 */
import { chanceFrom } from '../../test/fixtures/chance.ts';
import type { SyntheticReport } from '../synthetic-reports.ts';

/** Second words of places: those of `PLACE_MARKS[0]` are each a few reports' own, those of the last have very many claims. */
export const PLACE_MARKS = ['Xqza', 'Xqzb', 'Xqzc'] as const;

const PLACES = ['Dol', 'Sorev', 'Linden', 'Kessar', 'Velin', 'Marsh', 'Tarn', 'Mill', 'Heron', 'Asker'].map(
  (name, at) => `${name} ${at < 8 ? PLACE_MARKS[0] : at === 8 ? PLACE_MARKS[1] : PLACE_MARKS[2]}`,
);
const OUTLETS = [
  'Meridian Daily',
  'Harbour Radio',
  'Lark News',
  'River Wire',
  'Port Standard',
  'Velin Gazette',
];
const GROUPS = ['weavers', 'students', 'farmers', 'women', 'prisoners'];
const BODIES = ['the Interior Guard', 'the regional police', 'the governor', 'the border service'];
const ACTS = ['killed', 'detained', 'injured', 'abducted'];

/** What claims are worded as: fifteen sentences that make sixteen claims. */
const WORDINGS: readonly ((said: Said) => string)[] = [
  ...Array.from(
    { length: 6 },
    () =>
      ({ what }: Said) =>
        `${what}.`,
  ),
  ({ what }) => `At least ${what}.`,
  ({ what }) => `More than ${what}.`,
  ({ group, act, place, body }) => `12 ${group} were ${act} by ${body} in ${place}.`,
  ({ what, outlet }) => `${what}, according to ${outlet}.`,
  ({ what }) => `Officials said that ${what}.`,
  ({ what, body }) => `${capital(body)} confirmed that ${what}.`,
  ({ what, body }) => `${capital(body)} denied that ${what}.`,
  ({ act, place, body }) => `${capital(body)} denied that anybody was ${act} in ${place}.`,
  ({ what, body }) => `${capital(body)} declined to comment on reports that ${what}.`,
];

/** What a sentence is made of. */
interface Said {
  readonly group: string;
  readonly act: string;
  readonly place: string;
  readonly body: string;
  readonly outlet: string;
  /** A number of the group, the act and the place. */
  readonly what: string;
}

/**
 * A stream of reports.
 *
 * @param seed any whole number; the same one gives the same reports
 * @example
 * for (const { fileName } of shortReports(40, 21)) fileName; // 'short-0001.md'
 */
export function* shortReports(count: number, seed: number): Generator<SyntheticReport> {
  const next = chanceFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const said = (): Said => {
    const [group, act, place] = [pick(GROUPS), pick(ACTS), pick(PLACES)];
    const what = `${2 + Math.floor(next() ** 3 * 200)} ${group} were ${act} in ${place}`;
    return { group, act, place, what, body: pick(BODIES), outlet: pick(OUTLETS) };
  };
  for (let at = 1; at <= count; at++) {
    const day = `2021-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`;
    const head = `---\ntitle: "Reports from ${pick(PLACES)}"\npublisher: ${pick(OUTLETS)}\ndate: ${day}\nlang: en\n---\n\n`;
    const sentences = WORDINGS.map((wording) => wording(said()));
    yield {
      fileName: `short-${String(at).padStart(4, '0')}.md`,
      bytes: new TextEncoder().encode(`${head}${sentences.join(' ')}\n`),
    };
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const two = (value: number): string => String(value).padStart(2, '0');
