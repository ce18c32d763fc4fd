/** One count as it enters a total: its toll, the figures in use, and the days on which it can have happened. */
import type { PropositionId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Bounds } from '../../record/quantity.ts';
import type { Toll } from '../../record/toll.ts';
import type { EventSpan } from './event-span.ts';

export interface CountInTotal {
  readonly proposition: Proposition;
  readonly toll: Toll;
  /** The current figures, one for each figure that an independent origin holds. Empty only when the toll has no number. */
  readonly figures: readonly Bounds[];
  readonly span: EventSpan;
  /** False: it may lie outside the period that was asked for. It then adds to the high and not to the low. */
  readonly surelyInside: boolean;
}

/** A count that a total leaves out, and why, in plain words. */
export interface LeftOutOfTotal {
  readonly proposition: PropositionId;
  readonly reason: string;
}

/**
 * The bounds of a toll without the claims that set them. `high` null is open above.
 *
 * @example
 * valuesOf(toll); // { low: 26, best: 26, high: 31 }
 */
export function valuesOf({ low, best, high }: Pick<Toll, 'low' | 'best' | 'high'>): Bounds {
  return { low: low?.value ?? null, best: best?.value ?? null, high: high?.value ?? null };
}

/**
 * The largest number that a toll puts forward: its high, or where that is open the largest low or best of its rules.
 * Null when it names no number.
 *
 * @example
 * topOf(toll); // 14 for "2 to 14 or more"
 */
export function topOf(toll: Pick<Toll, 'low' | 'best' | 'high' | 'rules'>): number | null {
  if (toll.high !== null) return toll.high.value;
  const named = [toll, ...toll.rules].flatMap(({ low, best, high }) => [low, best, high]);
  const values = named.flatMap((bound) => (bound === null ? [] : [bound.value]));
  return values.length === 0 ? null : Math.max(...values);
}
