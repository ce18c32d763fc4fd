/** The part of a case that lists and reminders need; of the rest it only says how much there is. */
import { construct, day, type Field, idOf, list, object, orNull, text, upTo, whole } from '../fields.ts';
import { applicationField } from './application.ts';
import { type Case, discreet } from './case.ts';
import { caseTaskField } from './case-task.ts';
import { riskField } from './risk.ts';

export interface CaseHead
  extends Pick<
    Case,
    'id' | 'pseudonym' | 'lookedAfterBy' | 'risk' | 'applications' | 'tasks' | 'retainUntil'
  > {
  /** In the household. */
  readonly people: number;
  readonly documents: number;
}

const headField: Field<CaseHead> = object<CaseHead>({
  id: idOf('case'),
  pseudonym: upTo(200, text),
  lookedAfterBy: orNull(upTo(200, text)),
  people: whole,
  risk: riskField,
  applications: list(applicationField),
  documents: whole,
  tasks: list(caseTaskField),
  retainUntil: day,
});

/**
 * Checks the head of a case and freezes a copy of it.
 *
 * @throws OnRecordError `invalid-record` with every fault of the head; as discreet as `createCase`
 * @example
 * createCaseHead(headOf(one)).risk.level; // 'high'
 */
export function createCaseHead(fields: CaseHead): CaseHead {
  try {
    return construct('case', headField, fields);
  } catch (error) {
    throw discreet(error);
  }
}

/**
 * The head of a case, not checked.
 *
 * @example
 * headOf(one).people; // 2
 */
export function headOf(one: Case): CaseHead {
  const { id, pseudonym, lookedAfterBy, household, risk, applications, documents, tasks, retainUntil } = one;
  const [people, papers] = [countOf(household), countOf(documents)];
  return { id, pseudonym, lookedAfterBy, people, risk, applications, documents: papers, tasks, retainUntil };
}

/** NaN, which is no whole number, when there is no list. */
function countOf(list: unknown): number {
  return Array.isArray(list) ? list.length : Number.NaN;
}
