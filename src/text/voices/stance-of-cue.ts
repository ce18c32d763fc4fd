/** The stance that a cue alone comes to. */
import type { Stance } from '../../record/stance.ts';
import type { Cue } from '../cues/cue.ts';

/**
 * The stance of a cue; null when it makes no claim. Negation comes first.
 *
 * @example
 * stanceOf(cue); // 'declines' for "did not deny"
 */
export function stanceOf(cue: Cue): Stance | null {
  if (cue.does === 'attitude') return null;
  if (cue.shape === 'decline' || cue.shape === 'silent') return cue.does;
  if (!cue.negated) return cue.does;
  return cue.does === 'asks' || cue.does === 'undertakes' ? null : 'declines';
}
