/**
 * On which page of a PDF a passage stands, and in which of its words. The text of the record was put together anew from the words'
 * places, so only letters and digits are compared: blanks, hyphens at line ends and the order of lines may differ.
 */

/** The text of one page, item by item as the PDF has it. */
export type PageItems = readonly string[];

/** Words with what stands around them. */
export interface Passage {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where it begins in the whole text, 0 to 1. */
  readonly share: number;
}

/** Items of a page that hold some of the passage: first and last, 0-based. */
export interface FoundItems {
  readonly first: number;
  readonly last: number;
}

/** Letters of the surroundings that are compared. */
const AROUND = 24;
/** Fewer letters stand on too many pages to be looked for without their surroundings. */
const FEWEST = 8;

/**
 * Finds the passage in a page; null: it does not stand there.
 *
 * @example
 * foundIn(['Nine were', ' taken.'], { exact: 'were taken', prefix: 'Nine ', suffix: '.', share: 0 }); // { first: 0, last: 1 }
 */
export function foundIn(items: PageItems, passage: Passage): FoundItems | null {
  const wanted = lettersOf(passage.exact);
  if (wanted === '') return null;
  const owners: number[] = [];
  let letters = '';
  for (const [at, item] of items.entries()) {
    const own = lettersOf(item);
    letters += own;
    for (let letter = 0; letter < own.length; letter += 1) owners.push(at);
  }
  const start = placeOf(letters, wanted, passage);
  if (start === null) return null;
  const [first, last] = [owners[start], owners[start + wanted.length - 1]];
  return first === undefined || last === undefined ? null : { first, last };
}

function placeOf(letters: string, wanted: string, { prefix, suffix }: Passage): number | null {
  const before = lettersOf(prefix).slice(-AROUND);
  const after = lettersOf(suffix).slice(0, AROUND);
  for (const [lead, tail] of [
    [before, after],
    [before, ''],
    ['', after],
  ] as const) {
    if (lead + tail === '') continue;
    const found = letters.indexOf(lead + wanted + tail);
    if (found >= 0) return found + lead.length;
  }
  if (wanted.length < FEWEST) return null;
  const found = letters.indexOf(wanted);
  return found < 0 ? null : found;
}

/**
 * Pages in the order in which a passage is looked for: where it should stand by its place in the text, then outwards.
 *
 * @param pages how many there are
 * @returns 1-based
 * @example
 * pagesFrom(0.5, 4); // [3, 2, 4, 1]
 */
export function pagesFrom(share: number, pages: number): readonly number[] {
  const middle = Math.min(pages, Math.max(1, Math.floor(share * pages) + 1));
  const order = Array.from({ length: pages }, (_, index) => index + 1);
  return order.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
