/** Where a proposition stands: computed, never typed in (shared standards §3.4). A denial is a flag and lowers nothing. */
import type { ClaimId } from '../record/id.ts';

/** In the order in which the first that holds wins. */
export const STANDINGS = [
  'discounted',
  'conceded',
  'contested',
  'corroborated',
  'single-origin',
  'origin-unknown',
] as const;
export type StandingWord = (typeof STANDINGS)[number];

/** Shown beside a standing. */
export type StandingFlag =
  | StandingWord
  | 'denied'
  | 'disputed'
  | 'declined'
  | 'silent'
  | 'circular'
  | 'unreviewed';

export interface Standing {
  readonly word: StandingWord;
  readonly flags: readonly StandingFlag[];
  /** A sentence a tired person understands. */
  readonly because: string;
  readonly claims: readonly ClaimId[];
}
