/** A state's or institution's answer, as somebody claims it or as it gave it itself. */
import type { ActorId, ClaimId, ResponseId } from './id.ts';
import type { Answer, Measure } from './proposition.ts';

export interface Response {
  readonly id: ResponseId;
  readonly by: ActorId;
  readonly measure: Extract<Measure, 'visa' | 'asylum' | 'relocation' | 'evacuation' | 'investigation' | 'statement'>;
  readonly answer: Answer;
  /** Verbatim; null when none was given. */
  readonly reason: string | null;
  /** Persons; null when not stated. */
  readonly count: { readonly low: number | null; readonly best: number | null; readonly high: number | null } | null;
  /** EDTF; null when not known. */
  readonly askedAt: string | null;
  readonly answeredAt: string | null;
  /** The wording for whom it is about; null when not said. */
  readonly toward: string | null;
  /** `itself`: the responder's own words. `others`: somebody says so about it. */
  readonly statedBy: 'itself' | 'others';
  readonly basis: readonly ClaimId[];
}
