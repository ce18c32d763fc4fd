/**
 * Expectation maximisation over agreement patterns with u held fixed: which share of the pairs is one person, and how those
 * agree. Dempster, Laird and Rubin 1977; Winkler 2000.
 */
import { LEVELS, type LinkColumn } from './columns.ts';
import type { PatternCount } from './patterns.ts';
import { type Rates, startingRates } from './rates.ts';

export interface MaximiseInput {
  readonly patterns: readonly PatternCount[];
  readonly columns: readonly LinkColumn[];
  readonly u: Rates;
  /** Columns that agree in every pair here: they teach nothing and are left out. */
  readonly held: readonly number[];
}

export interface Fit {
  /** Rates among one person's pairs; of held columns the starting values. */
  readonly m: Rates;
  /** Expected number of these pairs that are one person. */
  readonly matches: number;
  /** Of these, by column: those with a value on both sides; 0 for held columns. */
  readonly seen: readonly number[];
  readonly rounds: number;
}

/** Pairs added to each level, so that none is impossible. */
const SMOOTHING = 0.05;
const ENOUGH = 1e-6;
const ROUNDS = 500;

/**
 * Runs EM until no rate moves by a millionth.
 *
 * @example
 * maximise({ patterns, columns, u, held: [0] }).matches;
 */
export function maximise({ patterns, columns, u, held }: MaximiseInput): Fit {
  const free = columns.map((_, at) => at).filter((at) => !held.includes(at));
  const total = patterns.reduce((sum, { pairs }) => sum + pairs, 0);
  let m: Float64Array[] = columns.map(({ kind }) => startingRates(LEVELS[kind].length));
  let share = 0.5;
  let rounds = 0;
  let seen: readonly number[] = columns.map(() => 0);
  for (let moved = 1; rounds < ROUNDS && moved > ENOUGH; rounds += 1) {
    const sums = columns.map(({ kind }) => new Float64Array(LEVELS[kind].length).fill(SMOOTHING));
    let matches = 0;
    for (const { levels, pairs } of patterns) {
      let yes = share;
      let no = 1 - share;
      for (const at of free) {
        const level = levels[at] ?? -1;
        if (level < 0) continue;
        yes *= m[at]?.[level] ?? 0;
        no *= u[at]?.[level] ?? 0;
      }
      const expected = (pairs * yes) / (yes + no);
      matches += expected;
      for (const at of free) {
        const level = levels[at] ?? -1;
        const sum = sums[at];
        if (level >= 0 && sum !== undefined) sum[level] = (sum[level] ?? 0) + expected;
      }
    }
    moved = 0;
    seen = sums.map((sum, at) => (held.includes(at) ? 0 : sum.reduce((add, one) => add + one, 0)));
    m = m.map((before, at) => {
      const sum = sums[at];
      if (held.includes(at) || sum === undefined) return before;
      const all = sum.reduce((add, one) => add + one, 0);
      const after = sum.map((one) => one / all);
      for (const [level, rate] of after.entries())
        moved = Math.max(moved, Math.abs(rate - (before[level] ?? 0)));
      return after;
    });
    share = Math.min(1 - 1e-9, Math.max(1e-9, matches / Math.max(total, 1)));
  }
  return { m, matches: share * total, seen, rounds };
}
