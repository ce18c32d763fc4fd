/** Which side of a proposition a speech act is on. It says nothing about who is right. */
import type { Stance } from '../record/stance.ts';
import type { Utterance } from '../record/utterance.ts';

/** `for` puts it forward; `against` denies or disputes; `aside` takes no side (declines, silent, asks, undertakes). */
export type Polarity = 'for' | 'against' | 'aside';

const POLARITY: Readonly<Record<Stance, Polarity>> = Object.freeze({
  alleges: 'for',
  confirms: 'for',
  denies: 'against',
  disputes: 'against',
  declines: 'aside',
  silent: 'aside',
  asks: 'aside',
  undertakes: 'aside',
});

/**
 * The side of one stance.
 *
 * @example
 * polarityOf('confirms'); // 'for'
 */
export function polarityOf(stance: Stance): Polarity {
  return POLARITY[stance];
}

/**
 * Whether a claim takes part in figures: a rejected one stays visible and a superseded one has a successor,
 * and neither is counted.
 *
 * @example
 * isLive(utterance); // false for one that a reviewer rejected
 */
export function isLive(utterance: Utterance): boolean {
  return utterance.status !== 'rejected' && utterance.status !== 'superseded';
}
