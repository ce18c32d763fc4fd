/**
 * What a state or authority was asked for in one case, and what it answered. Never joined to the public responses of
 * states (record/response.ts): those stand on sources anybody may read.
 */
import { type Field, object, oneOf, orNull, text } from '../fields.ts';
import { ANSWERS, type Answer } from '../proposition.ts';
import { earliestDay, edtfField, latestDay } from '../when.ts';

export const APPLICATION_KINDS = [
  'visa',
  'asylum',
  'relocation',
  'evacuation',
  'investigation',
  'documents',
  'other',
] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

export interface Application {
  /** The state or authority that was asked. */
  readonly to: string;
  readonly kind: ApplicationKind;
  /** EDTF; null: not asked yet, or not known. */
  readonly askedAt: string | null;
  /** EDTF; null: no answer yet, or not known when. */
  readonly answeredAt: string | null;
  /** A code of vocab/answers.json; `pending` while there is none, `silent` when none is expected any more. */
  readonly answer: Answer;
  /** The authority's words, verbatim; null: none given. */
  readonly reason: string | null;
}

/** Reads an application. */
export const applicationField: Field<Application> = object<Application>(
  {
    to: text,
    kind: oneOf(APPLICATION_KINDS),
    askedAt: orNull(edtfField),
    answeredAt: orNull(edtfField),
    answer: oneOf(ANSWERS),
    reason: orNull(text),
  },
  ({ askedAt, answeredAt, answer, reason }, fault) => {
    const unanswered = answer === 'pending' || answer === 'silent';
    if (unanswered && answeredAt !== null) fault('answeredAt', `must be null: the answer is "${answer}"`);
    if (unanswered && reason !== null) fault('reason', `must be null: the answer is "${answer}"`);
    if (askedAt === null || answeredAt === null) return;
    const [asked, answered] = [earliestDay(askedAt), latestDay(answeredAt)];
    if (asked !== null && answered !== null && answered < asked)
      fault('answeredAt', 'must not lie before askedAt');
  },
);
