/** What is to be protected, and which of it is not. */
import { type Attack, amountIn, largest, smallest } from './extreme.ts';
import type { Expression, OpenProblem } from './open-problem.ts';

/** Something nobody may learn more narrowly than this. */
export interface Target {
  readonly expression: Expression;
  /** Least width of the interval that is left to an attacker. */
  readonly width: number;
  /**
   * `few`: a cell of few people; `none`: a cell of nobody; `full-row`: all of a row in one cell of a sensitive axis;
   * `change`: few people between two releases; `earlier`: what an earlier release withheld.
   */
  readonly why: 'few' | 'none' | 'full-row' | 'change' | 'earlier';
}

/** A target that is not protected. */
export interface Shortfall {
  readonly target: Target;
  /** Width of the interval over whole numbers. */
  readonly width: number;
  /** The same over all numbers: at least as wide. */
  readonly relaxed: number;
  /** Reduced costs of the upper and of the lower end, by cell: where a withheld cell would widen it. */
  readonly pulls: readonly [up: ReadonlyMap<number, number>, down: ReadonlyMap<number, number>];
}

/**
 * Targets that are not protected, or with a rough attack those that are not for sure. A target counts as protected when two whole tables that agree with all that is
 * published lie so far apart in it.
 *
 * @param tables whole tables that make every row true; those found here are added
 * @param most stops after so many
 * @throws NoAnswer
 * @example
 * shortfalls({ problem, base, solve }, targets, [base]); // []: all are protected
 */
export function shortfalls(
  attack: Attack,
  targets: readonly Target[],
  tables: (readonly number[])[],
  most = Number.POSITIVE_INFINITY,
): readonly Shortfall[] {
  const { known } = attack.problem;
  const agreeing = tables.filter((table) => isWithin(known, table));
  const found: Shortfall[] = [];
  for (const target of targets) {
    if (found.length >= most) break;
    const short = shortfallOf(
      attack,
      target,
      (table) => {
        tables.push(table);
        agreeing.push(table);
      },
      agreeing,
    );
    if (short !== null) found.push(short);
  }
  return found;
}

function shortfallOf(
  attack: Attack,
  target: Target,
  keep: (table: readonly number[]) => void,
  agreeing: readonly (readonly number[])[],
): Shortfall | null {
  const { expression, width } = target;
  const start = amountIn(expression, attack.base);
  const spread = (): number => {
    let [low, high] = [start, start];
    for (const table of agreeing) {
      const value = amountIn(expression, table);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  };
  if (spread() >= width) return null;
  const limits = { least: start - width, most: start + width };
  const low = smallest(attack, expression, limits);
  if (low.witness !== null) keep(low.witness);
  if (spread() >= width) return null;
  const high = largest(attack, expression, limits);
  if (high.witness !== null) keep(high.witness);
  if (spread() >= width) return null;
  return { target, width: spread(), relaxed: high.relaxed - low.relaxed, pulls: [high.pulls, low.pulls] };
}

function isWithin(known: OpenProblem['known'], table: readonly number[]): boolean {
  return known.every(({ least, most }, at) => {
    const value = table[at] ?? Number.NaN;
    return value >= least && value <= most;
  });
}
