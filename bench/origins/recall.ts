/** Found pairs against planted ones: recall by kind, length and edits, and the share of pairs that nobody planted. */
import type { PlantedPair } from './synthetic-news.ts';

export interface Recall {
  /** Wire copies, each with 0–20 % of its words edited, all pairs of copies. */
  readonly wire: number;
  /** Passages of 40 words and more, the pair edited up to 10 %. */
  readonly passage: number;
  /** All planted passages, whatever their length and edits. */
  readonly allPassages: number;
  /** Pairs found that were not planted, over all pairs found. */
  readonly backgroundShare: number;
  readonly pairs: number;
  readonly background: number;
  /** A line for each kind, length and band of edits. */
  readonly table: readonly string[];
}

/** Edits of a pair, upper ends of the bands. */
const BANDS = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 1];

/** One number for a pair. */
export function pairKey(a: number, b: number, articles: number): number {
  return a * articles + b;
}

/** Compares; `found` holds pair keys. */
export function recallOf(
  found: ReadonlySet<number>,
  planted: Iterable<PlantedPair>,
  articles: number,
): Recall {
  const rows = new Map<string, [found: number, all: number]>();
  const count = (row: string, hit: boolean): void => {
    const cell = rows.get(row) ?? [0, 0];
    rows.set(row, [cell[0] + (hit ? 1 : 0), cell[1] + 1]);
  };
  const keys = new Set<number>();
  for (const pair of planted) {
    const key = pairKey(pair.a, pair.b, articles);
    keys.add(key);
    const hit = found.has(key);
    // Rates are products of twentieths; the band's end belongs to it.
    const band = BANDS.find((end) => pair.edits <= end + 1e-9) ?? 1;
    if (pair.kind === 'wire') {
      count('wire', hit);
      count(`wire, edited to ${percent(band)}`, hit);
    } else {
      count('all passages', hit);
      if (pair.words >= 40 && band <= 0.1) count('passage', hit);
      const length = pair.words < 40 ? '25–39' : pair.words < 60 ? '40–59' : '60–80';
      count(`passages of ${length} words, edited to ${percent(band)}`, hit);
    }
  }
  let background = 0;
  for (const key of found) if (!keys.has(key)) background += 1;
  const share = (row: string): number => {
    const [hits, all] = rows.get(row) ?? [0, 0];
    return all === 0 ? 0 : round(hits / all);
  };
  return {
    wire: share('wire'),
    passage: share('passage'),
    allPassages: share('all passages'),
    backgroundShare: found.size === 0 ? 0 : round(background / found.size),
    pairs: found.size,
    background,
    table: [...rows.keys()]
      .filter((row) => row.includes('edited'))
      .sort()
      .map((row) => `  ${row.padEnd(46)} ${share(row).toFixed(4)} of ${rows.get(row)?.[1]}`),
  };
}

function percent(share: number): string {
  return `${String(Math.round(share * 100)).padStart(3)} %`;
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
