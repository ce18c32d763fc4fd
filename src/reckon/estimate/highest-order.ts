/**
 * What no data can tell: whether those on no list follow the pattern of the lists. Without an interaction of all lists the
 * number of the unseen has a closed form (Aleshin-Guendel, Sadinle & Wakefield 2021): the product of the cells with an
 * odd number of lists over that of the cells with an even number. An interaction of factor xi multiplies it by xi, and
 * the data are silent about xi. So the interval is given over a range of xi (partial identification; Sun, Van Wert, Schaubel
 * & Manrique-Vallier): the union of the profile-likelihood intervals.
 */
import { type CaptureTable, recorded } from './capture-table.ts';
import { possibleInteractions } from './hierarchical-models.ts';
import { profileOf } from './log-linear-choice.ts';
import { openLogLinear } from './log-linear-fit.ts';

/** One value of the factor and what follows from it; all people. */
export interface FactorStep {
  readonly factor: number;
  readonly people: number;
}

export interface PartialIdentification {
  /** Without the interaction of all lists (factor 1). */
  readonly people: number;
  /** 95 % profile limits at factor 1; `high` null: without limit. */
  readonly low: number;
  readonly high: number | null;
  /** Over the whole range of factors: low at the smallest, high at the largest. */
  readonly widest: { readonly low: number; readonly high: number | null };
  readonly steps: readonly FactorStep[];
}

/** From half as many unseen as the pattern says to twice as many. */
export const FACTORS: readonly number[] = Object.freeze([0.5, 0.75, 1, 1.5, 2]);

/**
 * The estimate without the interaction of all lists, and what it becomes when that interaction is there.
 *
 * @param factors ascending, 1 among them
 * @returns null when a history has nobody: the closed form divides by it
 * @example
 * partialIdentification(kosovo, FACTORS)?.people; // about 16 940
 */
export function partialIdentification(
  table: CaptureTable,
  factors: readonly number[],
): PartialIdentification | null {
  if (table.counts.some((count, history) => history > 0 && count === 0)) return null;
  const lists = table.lists.length;
  const interactions = possibleInteractions(lists, lists - 1);
  const fitter = openLogLinear(lists, table.counts);
  const fit = fitter(interactions);
  if (fit === null) return null;
  const seen = recorded(table);
  const model = { interactions, people: seen + fit.unseen };
  const at = (factor: number) => profileOf(table, model, fitter, factor);
  const [plain, least, most] = [at(1), at(factors[0] ?? 1), at(factors.at(-1) ?? 1)];
  if (plain === null || least === null || most === null) return null;
  const whole = (unseen: number | null): number | null => (unseen === null ? null : seen + unseen);
  return {
    people: seen + fit.unseen,
    low: seen + plain.low,
    high: whole(plain.high),
    widest: { low: seen + least.low, high: whole(most.high) },
    steps: factors.map((factor) => ({ factor, people: seen + factor * fit.unseen })),
  };
}
