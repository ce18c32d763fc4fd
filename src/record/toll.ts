/** A computed figure: low / best / high of one measure, by a named rule, with every claim used and left out. */
import type { ClaimId, PropositionId } from './id.ts';
import type { Measure } from './proposition.ts';

/** One bound and the claim that sets it. */
export interface TollBound {
  readonly value: number;
  readonly setBy: ClaimId;
}

export const TOLL_RULES = ['conservative', 'representative', 'informative'] as const;
/** Over independent origins: the lowest, the most frequent, the highest (eventreport's three aggregations). */
export type TollRule = (typeof TOLL_RULES)[number];

/** One rule's answer. A null bound is unbounded or not stated, never zero. */
export interface TollByRule {
  readonly rule: TollRule;
  readonly version: number;
  readonly low: TollBound | null;
  readonly best: TollBound | null;
  readonly high: TollBound | null;
}

/** The toll as it stood on one day. */
export interface TollStep {
  /** ISO day; the day the claim that changed it was made. */
  readonly day: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly changedBy: ClaimId;
}

export interface Toll {
  readonly proposition: PropositionId;
  readonly measure: Measure;
  /** ISO day the figure is as of; null: all that is in the record. */
  readonly asOf: string | null;
  readonly low: TollBound | null;
  readonly best: TollBound | null;
  readonly high: TollBound | null;
  readonly rules: readonly TollByRule[];
  readonly origins: { readonly min: number; readonly max: number | null };
  readonly used: readonly ClaimId[];
  readonly excluded: readonly { readonly claim: ClaimId; readonly reason: string }[];
  /** Denials and refusals to comment: shown beside, moving no bound. */
  readonly beside: readonly ClaimId[];
  /** As known on each day on which it changed, oldest first. */
  readonly steps: readonly TollStep[];
}
