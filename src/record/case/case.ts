/**
 * A person or a family at risk, in the open: this exists in the memory of a member who unlocked the compartment, and
 * nowhere else. What a store sees is record/sealed/. Nothing that is published may reach this folder: exchange and
 * dossier cannot import it (test/architecture.test.ts).
 */
import { construct, day, type Field, idOf, list, object, orNull, text, upTo } from '../fields.ts';
import type { CaseId } from '../id.ts';
import { OnRecordError } from '../onrecord-error.ts';
import { type Application, applicationField } from './application.ts';
import { type CaseDocument, caseDocumentField } from './case-document.ts';
import { type CaseNote, caseNoteField } from './case-note.ts';
import { type CaseTask, caseTaskField } from './case-task.ts';
import { type Consent, consentField } from './consent.ts';
import { type Contact, contactField } from './contact.ts';
import { type HouseholdMember, householdMemberField } from './household.ts';
import { type JourneyStep, journeyStepField } from './journey-step.ts';
import { type Risk, riskField } from './risk.ts';

export interface Case {
  readonly id: CaseId;
  /** What the team calls it; not a name by which somebody could be found. */
  readonly pseudonym: string;
  /** Name of the member who looks after it; null: nobody was named. Everybody in the compartment can read it all the same. */
  readonly lookedAfterBy: string | null;
  readonly household: readonly HouseholdMember[];
  readonly needs: readonly string[];
  readonly risk: Risk;
  readonly consent: readonly Consent[];
  readonly contacts: readonly Contact[];
  /** In the order in which they were written. */
  readonly journey: readonly JourneyStep[];
  readonly applications: readonly Application[];
  readonly documents: readonly CaseDocument[];
  readonly tasks: readonly CaseTask[];
  readonly notes: readonly CaseNote[];
  /** ISO day after which it is looked at again or erased. */
  readonly retainUntil: string;
}

const caseField: Field<Case> = object<Case>(
  {
    id: idOf('case'),
    pseudonym: upTo(200, text),
    lookedAfterBy: orNull(upTo(200, text)),
    household: list(householdMemberField),
    needs: list(text),
    risk: riskField,
    consent: list(consentField),
    contacts: list(contactField),
    journey: list(journeyStepField),
    applications: list(applicationField),
    documents: list(caseDocumentField),
    tasks: list(caseTaskField),
    notes: list(caseNoteField),
    retainUntil: day,
  },
  ({ documents }, fault) => {
    const seen = new Set<string>();
    for (const [index, { id }] of documents.entries()) {
      if (seen.has(id)) fault(`documents[${index}].id`, 'is named twice');
      seen.add(id);
    }
  },
);

const UNKNOWN_FIELD = 'is not a field of this record';

/**
 * Checks a case's fields and freezes a copy. A fault names a path and what would be right, never a word of the case: also
 * the name of a field that does not exist is left out, for it may be a line of testimony that slipped.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createCase({ id, pseudonym: 'Heron', lookedAfterBy: 'lena', household: [], needs: [], risk: { level: 'high', why: null, reviewedAt: null },
 *   consent: [], contacts: [], journey: [], applications: [], documents: [], tasks: [], notes: [], retainUntil: '2027-01-31' });
 */
export function createCase(fields: Case): Case {
  try {
    return construct('case', caseField, fields);
  } catch (error) {
    throw discreet(error);
  }
}

/**
 * The fault of a case without any word of it; every other error as it is.
 *
 * @example
 * throw discreet(error);
 */
export function discreet(error: unknown): unknown {
  if (!(error instanceof OnRecordError)) return error;
  const { code, faults, subject } = error;
  const told = faults.map(({ path, message }) =>
    message === UNKNOWN_FIELD
      ? {
          path: path.includes('.') ? path.slice(0, path.indexOf('.')) : '',
          message: 'holds a field that a case does not have; docs/guide/sealed-cases.md shows all fields',
        }
      : { path, message },
  );
  const listed = told.map(({ path, message }) => `${path === '' ? 'it' : path} ${message}`).join('; ');
  return new OnRecordError(code, `This case cannot be saved: ${listed}.`, {
    faults: told,
    ...(subject === null ? {} : { subject }),
  });
}
