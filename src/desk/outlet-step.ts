/** The outermost step of every chain: who published. An unknown outlet stays unknown. */
import { type Actor, shownName } from '../record/actor.ts';
import type { Attribution } from '../record/attribution.ts';

/** How it is named when nobody knows who published. */
const UNKNOWN_OUTLET = 'unknown outlet';

/**
 * The step.
 *
 * @param outlet null: not known
 * @example
 * outletStep(null).anonymity; // 'anonymous'
 */
export function outletStep(outlet: Actor | null): Attribution {
  return {
    speaker: outlet?.id ?? null,
    named: outlet === null ? UNKNOWN_OUTLET : shownName(outlet),
    cue: null,
    passage: null,
    connection: 'unknown',
    anonymity: outlet === null ? 'anonymous' : 'named',
  };
}
