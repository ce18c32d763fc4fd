/** The part of a case that lists and reminders need; the rest is counted and not looked at. */
import { construct, day, type Field, idOf, list, noteFault, object, text, upTo } from '../fields.ts';
import { applicationField } from './application.ts';
import { type Case, createCase, discreet } from './case.ts';
import { caseTaskField } from './case-task.ts';
import { riskField } from './risk.ts';

export interface CaseHead
  extends Pick<Case, 'id' | 'pseudonym' | 'risk' | 'applications' | 'tasks' | 'retainUntil'> {
  /** Their number counts. */
  readonly household: readonly unknown[];
  /** Their number counts. */
  readonly documents: readonly unknown[];
}

const counted: Field<readonly unknown[]> = (value, at, faults) => {
  if (Array.isArray(value)) return value;
  noteFault(faults, at, 'must be a list');
  return [];
};

const headField = object<CaseHead>({
  id: idOf('case'),
  pseudonym: upTo(200, text),
  household: counted,
  risk: riskField,
  applications: list(applicationField),
  documents: counted,
  tasks: list(caseTaskField),
  retainUntil: day,
});

/**
 * Checks the head of a case and freezes a copy of it.
 *
 * @throws OnRecordError `invalid-record` with every fault of the head; as discreet as `createCase`
 * @example
 * createCaseHead(one).risk.level; // 'high'
 */
export function createCaseHead(fields: Case): CaseHead {
  if (typeof fields !== 'object' || fields === null) return createCase(fields);
  const { id, pseudonym, household, risk, applications, documents, tasks, retainUntil } = fields;
  const head = { id, pseudonym, household, risk, applications, documents, tasks, retainUntil };
  try {
    return construct('case', headField, head);
  } catch (error) {
    throw discreet(error);
  }
}
