/** What the judge of figures may say of a number, in the order of its network's labels; a change needs new weights. */
import type { Measure } from '../../record/proposition.ts';

/** Label 0 is "counts nothing that we measure". */
export const FIGURE_LABELS = [
  null,
  'killed',
  'injured',
  'detained',
  'abducted',
  'disappeared',
  'tortured',
  'sexual-violence',
  'displaced',
  'released',
  'evacuation',
  'asylum',
  'visa',
  'investigation',
  'relocation',
  'detention-sites',
] as const satisfies readonly (Measure | null)[];
