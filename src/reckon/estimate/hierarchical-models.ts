/**
 * Hierarchical log-linear models over lists: every main effect, and interactions such that with a term all its parts are
 * in the model. The interaction of all lists is in none: without a count of the people on no list nothing tells it. 8, 113
 * and 6,893 models for 3, 4 and 5 lists.
 */
import { listsIn } from './capture-table.ts';

/** Interactions as sets of lists (bits), two lists or more each; the main effects are understood. */
export type Interactions = readonly number[];

/**
 * The interactions that a model may have, small ones first.
 *
 * @param most lists in an interaction
 * @example
 * possibleInteractions(4, 2).length; // 6
 */
export function possibleInteractions(lists: number, most: number): Interactions {
  const possible: number[] = [];
  for (let subset = 1; subset < 2 ** lists; subset += 1) {
    const size = listsIn(subset);
    if (size >= 2 && size <= Math.min(most, lists - 1)) possible.push(subset);
  }
  return possible.toSorted((a, b) => listsIn(a) - listsIn(b) || a - b);
}

/**
 * All models out of these interactions, the independence model first.
 *
 * @param possible small interactions before the larger ones that contain them
 * @example
 * [...hierarchicalModels(possibleInteractions(4, 3))].length; // 113
 */
export function* hierarchicalModels(possible: Interactions): Generator<Interactions> {
  yield* grownFrom([], possible, 0);
}

function* grownFrom(
  chosen: readonly number[],
  possible: readonly number[],
  at: number,
): Generator<Interactions> {
  const next = possible[at];
  if (next === undefined) {
    yield chosen;
    return;
  }
  yield* grownFrom(chosen, possible, at + 1);
  if (partsAreIn(next, chosen)) yield* grownFrom([...chosen, next], possible, at + 1);
}

/** Whether all subsets with one list less are there; pairs need only the main effects. */
function partsAreIn(subset: number, chosen: readonly number[]): boolean {
  if (listsIn(subset) === 2) return true;
  for (let left = subset; left !== 0; left &= left - 1) {
    const list = left & -left;
    if (!chosen.includes(subset ^ list)) return false;
  }
  return true;
}

/**
 * The terms that no other term contains, main effects included: the usual short name of a model.
 *
 * @example
 * generatorsOf(4, [0b0011]); // [0b0011, 0b0100, 0b1000]
 */
export function generatorsOf(lists: number, interactions: Interactions): readonly number[] {
  const terms = [...interactions, ...Array.from({ length: lists }, (_, list) => 1 << list)];
  return terms
    .filter((term) => !terms.some((other) => other !== term && (other & term) === term))
    .toSorted((a, b) => listsIn(b) - listsIn(a) || a - b);
}
