/** A case as whoever unlocked it works with it: for answers of a member's own desk, without what opens it. */
export type { Case } from '../../record/case/case.ts';
