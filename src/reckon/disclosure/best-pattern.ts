/**
 * The cheapest set of cells to withhold, by the cutting planes of Fischetti & Salazar-González 2001: an integer programme
 * proposes a set, the attacker's programme finds what it fails to protect, and each failure becomes an inequality that
 * every sufficient set fulfils. When no failure is left the set is cheapest of all.
 */
import type { SolveLinear } from '../linear-programme.ts';
import { NoAnswer } from './extreme.ts';
import { costOf, type Pattern, type PatternTask, shortOf } from './pattern.ts';
import type { Shortfall } from './shortfall.ts';

/** Rounds of proposal and attack after which the search is left to the quick way. */
const MOST_ROUNDS = 30;
/** Steps of each integer programme, after which the same. */
const MOST_STEPS = 100;
/** Cells to choose from, above which it is not begun: with two sums a cell, as in one table of two axes, and with more. */
const MOST_CHOICES = { two: 150, more: 50 };

/** At least `least` of the weighted choices. */
interface Cut {
  readonly terms: ReadonlyMap<number, number>;
  readonly least: number;
}

/**
 * Finds it.
 *
 * @returns the pattern; a bound when the search was given up; `impossible` when even withholding all is not enough
 * @throws NoAnswer
 * @example
 * const best = bestPattern(task, solve);
 */
export function bestPattern(
  task: PatternTask,
  solve: SolveLinear,
): { readonly pattern: Pattern | null; readonly bound: number | null } | 'impossible' {
  const choices = [...task.costs.keys()].filter((cell) => !task.forced.has(cell));
  const everything = new Set([...task.forced, ...choices]);
  if (shortOf(task, solve, everything, 1).length > 0) return 'impossible';
  if (choices.length > mostChoices(task)) return { pattern: null, bound: null };
  const cuts = rowCuts(task, choices);
  let bound = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const proposed = cheapest(task, choices, cuts, solve);
    if (proposed === null) return { pattern: null, bound };
    const { withheld } = proposed;
    bound = proposed.cost;
    const short = shortOf(task, solve, withheld);
    if (short.length === 0) {
      const cost = costOf(task, withheld);
      return { pattern: { withheld, cost, bound: cost }, bound: cost };
    }
    for (const one of short) cuts.push(cutOf(task, choices, withheld, one));
  }
  return { pattern: null, bound };
}

function mostChoices({ lattice }: PatternTask): number {
  const sums = new Map<number, number>();
  for (const { terms } of lattice.rows) for (const [cell] of terms) sums.set(cell, (sums.get(cell) ?? 0) + 1);
  return Math.max(0, ...sums.values()) <= 2 ? MOST_CHOICES.two : MOST_CHOICES.more;
}

/** A withheld cell that is alone in a sum is known at once: one more of the sum must be withheld. */
function rowCuts({ lattice, forced }: PatternTask, choices: readonly number[]): Cut[] {
  const isChoice = new Set(choices);
  return lattice.rows.flatMap(({ terms, least, most }) => {
    if (least !== most) return [];
    const open = terms.filter(([cell]) => {
      const { closed, open: without } = lattice.cells[cell] ?? {};
      return forced.has(cell) || (closed === null && without?.least !== without?.most);
    });
    const [only] = open;
    if (open.length !== 1 || only === undefined || !forced.has(only[0])) return [];
    const others = terms.filter(([cell]) => isChoice.has(cell)).map(([cell]) => [cell, 1] as const);
    return others.length === 0 ? [] : [{ terms: new Map(others), least: 1 }];
  });
}

function cheapest(
  task: PatternTask,
  choices: readonly number[],
  cuts: readonly Cut[],
  solve: SolveLinear,
): { readonly withheld: ReadonlySet<number>; readonly cost: number } | null {
  if (cuts.length === 0) return { withheld: task.forced, cost: 0 };
  const place = new Map(choices.map((cell, at) => [cell, at]));
  const solved = solve({
    objective: choices.map((cell) => -(task.costs.get(cell) ?? 0)),
    lower: choices.map(() => 0),
    upper: choices.map(() => 1),
    rows: cuts.map(({ terms, least }) => ({
      terms: [...terms].map(([cell, by]) => [place.get(cell) ?? 0, by] as const),
      least,
      most: Number.POSITIVE_INFINITY,
    })),
    whole: true,
    steps: MOST_STEPS,
  });
  if (solved.status === 'unanswered') return null;
  if (solved.status !== 'optimal') throw new NoAnswer(solved.status);
  const chosen = choices.filter((_, at) => (solved.values[at] ?? 0) > 0.5);
  return { withheld: new Set([...task.forced, ...chosen]), cost: Math.ceil(-solved.value - 1e-6) };
}

/**
 * The inequality of a failure. By duality the interval of the target can widen by no more than each cell's reduced cost
 * times how far its number could then lie from the count; a cell without upper bound widens it as far as is asked for.
 * Where numbers would be wide enough and whole numbers are not, some other cell must be withheld: that is all one knows.
 */
function cutOf(
  { lattice, base }: PatternTask,
  choices: readonly number[],
  withheld: ReadonlySet<number>,
  { target, relaxed, pulls }: Shortfall,
): Cut {
  const free = choices.filter((cell) => !withheld.has(cell));
  if (relaxed > target.width - 1e-6)
    return { terms: new Map(free.map((cell) => [cell, 1] as const)), least: 1 };
  const gains = new Map<number, number>();
  let given = relaxed;
  for (const cell of choices) {
    const open = lattice.cells[cell]?.open ?? { least: 0, most: 0 };
    const count = base[cell] ?? 0;
    let gain = 0;
    for (const pull of pulls) {
      const by = pull.get(cell) ?? 0;
      if (by > 1e-7) gain += by * (open.most - count);
      else if (by < -1e-7) gain += -by * (count - open.least);
    }
    if (!(gain > 1e-7)) continue;
    gains.set(cell, gain);
    if (withheld.has(cell)) given -= Number.isFinite(gain) ? gain : 0;
  }
  const least = target.width - given;
  const terms = [...gains].map(([cell, gain]) => [cell, Math.min(gain, least)] as const);
  return { terms: new Map(terms), least: least - 1e-6 * Math.max(1, least) };
}
