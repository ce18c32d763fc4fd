/** The eight things an actor can do with a proposition (shared word table; vocab/stances.json holds labels and signs). */

export const STANCES = [
  'alleges',
  'confirms',
  'denies',
  'disputes',
  'declines',
  'silent',
  'asks',
  'undertakes',
] as const;

/**
 * `alleges` puts it forward (also plain "says"); `confirms`; `denies`; `disputes` a part or a number;
 * `declines` answers without answering; `silent` was asked and gave no reply; `asks` demands; `undertakes` pledges.
 * Relaying is not a stance: it is a step in the chain.
 */
export type Stance = (typeof STANCES)[number];
