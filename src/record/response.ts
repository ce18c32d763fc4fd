/** A state's or institution's answer, as somebody claims it or as it gave it itself. */
import { construct, idOf, list, object, oneOf, orNull, text, whole } from './fields.ts';
import type { ActorId, ClaimId, ResponseId } from './id.ts';
import { ANSWERS, type Answer, type Measure } from './proposition.ts';
import { type Bounds, checkBounds } from './quantity.ts';
import { earliestDay, edtfField, latestDay } from './when.ts';

/** What a state or institution can be asked for. */
const RESPONSE_MEASURES = [
  'visa',
  'asylum',
  'relocation',
  'evacuation',
  'investigation',
  'statement',
] as const satisfies readonly Measure[];
export type ResponseMeasure = (typeof RESPONSE_MEASURES)[number];

export interface Response {
  readonly id: ResponseId;
  readonly by: ActorId;
  readonly measure: ResponseMeasure;
  readonly answer: Answer;
  /** Verbatim; null when none was given. */
  readonly reason: string | null;
  /** Persons; null when not stated. */
  readonly count: Bounds | null;
  /** EDTF; null when not known. */
  readonly askedAt: string | null;
  readonly answeredAt: string | null;
  /** The wording for whom it is about; null when not said. */
  readonly toward: string | null;
  /** `itself`: the responder's own words. `others`: somebody says so about it. */
  readonly statedBy: 'itself' | 'others';
  readonly basis: readonly ClaimId[];
}

const countField = object<Bounds>(
  { low: orNull(whole), best: orNull(whole), high: orNull(whole) },
  checkBounds,
);

const responseField = object<Response>(
  {
    id: idOf('response'),
    by: idOf('actor'),
    measure: oneOf(RESPONSE_MEASURES),
    answer: oneOf(ANSWERS),
    reason: orNull(text),
    count: orNull(countField),
    askedAt: orNull(edtfField),
    answeredAt: orNull(edtfField),
    toward: orNull(text),
    statedBy: oneOf(['itself', 'others']),
    basis: list(idOf('claim'), 1),
  },
  checkResponse,
);

function checkResponse(response: Response, fault: (path: string, message: string) => void): void {
  if (response.answer === 'silent') {
    if (response.reason !== null)
      fault('reason', 'must be null: who is silent gives no reason; use "declined"');
    if (response.answeredAt !== null) fault('answeredAt', 'must be null: who is silent did not answer');
    if (response.statedBy === 'itself')
      fault('statedBy', 'must be "others": nobody states their own silence');
  }
  const asked = response.askedAt === null ? null : earliestDay(response.askedAt);
  const answered = response.answeredAt === null ? null : latestDay(response.answeredAt);
  if (asked !== null && answered !== null && answered < asked)
    fault('answeredAt', 'must not lie before askedAt');
}

/**
 * Checks a response's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createResponse({ id, by, measure: 'visa', answer: 'granted', reason: null, count: { low: 2, best: 2, high: 2 }, askedAt: null, answeredAt: null, toward: null, statedBy: 'others', basis: [claimId] });
 */
export function createResponse(fields: Response): Response {
  return construct('response', responseField, fields);
}
