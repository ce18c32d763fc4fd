/**
 * When no number is given, and why, in words for people. A reason never holds the number that is withheld.
 */
import { sayReason } from '../../record/reason.ts';
import { REFUSAL_REASONS } from '../../record/reasons/refusal-reasons.ts';
import { type CaptureTable, listsIn, onAll, recorded } from './capture-table.ts';

export type RefusalRule =
  | 'fewer-than-3-lists'
  | 'list-under-5'
  | 'missing-overlap'
  | 'too-many-lists'
  | 'empty-history'
  | 'no-finite-maximum'
  | 'not-converged'
  | 'upper-over-limit'
  | 'method-refused';

export interface Refusal {
  readonly rule: RefusalRule;
  readonly reason: string;
}

/** The bounds of the rules; they are ours, and they are shown. */
export interface RefusalLimits {
  readonly leastLists: number;
  /** People on a list. */
  readonly leastRecords: number;
  readonly mostRHat: number;
  /** The upper limit may be so many times the recorded people. */
  readonly mostTimes: number;
}

export const REFUSAL_LIMITS: RefusalLimits = Object.freeze({
  leastLists: 3,
  leastRecords: 5,
  mostRHat: 1.05,
  mostTimes: 10,
});

/**
 * What speaks against any estimate from this table; empty: nothing.
 *
 * @example
 * tableRefusals(artificial3, REFUSAL_LIMITS); // list C shares nobody with the other lists
 */
export function tableRefusals(table: CaptureTable, limits: RefusalLimits): readonly Refusal[] {
  const found: Refusal[] = [];
  if (table.lists.length < limits.leastLists)
    found.push({
      rule: 'fewer-than-3-lists',
      reason: sayReason(REFUSAL_REASONS.fewLists, { n: table.lists.length, most: limits.leastLists }),
    });
  table.lists.forEach((name, list) => {
    if (onAll(table, 1 << list) >= limits.leastRecords) return;
    found.push({
      rule: 'list-under-5',
      reason: sayReason(REFUSAL_REASONS.shortList, { list: name, n: limits.leastRecords }),
    });
  });
  const apart = islands(table);
  if (apart.length > 1 && table.lists.length > 1)
    found.push({
      rule: 'missing-overlap',
      reason: sayReason(REFUSAL_REASONS.apart, { lists: apart.map((names) => names.join('+')).join(' to ') }),
    });
  return found;
}

/** Groups of lists that share people; one group when all hang together. */
function islands(table: CaptureTable): readonly (readonly string[])[] {
  const group = table.lists.map((_, list) => list);
  table.counts.forEach((count, history) => {
    if (count === 0 || listsIn(history) < 2) return;
    const members = group.filter((_, list) => ((history >> list) & 1) === 1);
    const lowest = Math.min(...members);
    group.forEach((own, list) => {
      if (members.includes(own)) group[list] = lowest;
    });
  });
  return [...new Set(group)].map((own) => table.lists.filter((_, list) => group[list] === own));
}

/**
 * Whether an upper limit is too far away to mean anything.
 *
 * @param high all people; null: no limit
 * @example
 * limitRefusals(table, 16_546, REFUSAL_LIMITS); // []
 */
export function limitRefusals(
  table: CaptureTable,
  high: number | null,
  limits: RefusalLimits,
): readonly Refusal[] {
  if (high !== null && high <= limits.mostTimes * recorded(table)) return [];
  return [
    {
      rule: 'upper-over-limit',
      reason:
        high === null
          ? REFUSAL_REASONS.noUpperLimit
          : sayReason(REFUSAL_REASONS.upperFar, { n: limits.mostTimes }),
    },
  ];
}
