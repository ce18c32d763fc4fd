/**
 * A case as a person writes it in a file: JSON or YAML with the fields that are known; what is left out is empty. Faults name
 * lines and paths, never what stands there.
 */
import { parseDocument } from 'yaml';
import { type Case, createCase } from '../../record/case/case.ts';
import type { CaseId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of the entries of a list that may be left out, with what stands for them. */
const ABSENT: Readonly<Record<string, Fields>> = {
  household: { age: null, needs: [] },
  consent: { givenHow: null, withdrawnAt: null, withdrawnHow: null },
  contacts: { safety: null },
  journey: { place: null },
  applications: { askedAt: null, answeredAt: null, answer: 'pending', reason: null },
  tasks: { due: null, doneAt: null },
  notes: { on: null },
};
const RISK = { level: 'unknown', why: null, reviewedAt: null };

/**
 * Reads the text of a file.
 *
 * @throws OnRecordError `bad-usage` with the line, never with what stands in it
 * @example
 * readCaseText('pseudonym: Heron\nretainUntil: 2027-01-31\n');
 */
export function readCaseText(text: string): Fields {
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, strict: true });
  const lines = document.errors.map(({ pos: [at] }) => text.slice(0, at).split('\n').length);
  if (lines.length > 0)
    throw new OnRecordError(
      'bad-usage',
      `The file of the case cannot be read as YAML or JSON: see line ${lines.join(', ')}.`,
    );
  const value: unknown = plain(document.toJS({ maxAliasCount: 0 }));
  if (isFields(value)) return value;
  throw new OnRecordError('bad-usage', 'The file of the case must hold fields, as “pseudonym: Heron”.');
}

/** A number or truth value where a text is meant, as a telephone number or a year: YAML reads them so. */
function plain(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'size' ? one : plain(one)]),
  );
}

/**
 * The case that fields describe: in place of those of a case that is there, or a new one. Its documents stay: they are
 * attached and erased by commands of their own.
 *
 * @param before null for a new case
 * @throws OnRecordError `invalid-record`, `bad-usage`
 * @example
 * givenCase(id, { pseudonym: 'Heron', retainUntil: '2027-01-31' }, null).household; // []
 */
export function givenCase(id: CaseId, fields: Fields, before: Case | null): Case {
  const { id: named, documents, ...given } = fields;
  if (named !== undefined && named !== id)
    throw new OnRecordError('bad-usage', 'The file is of another case: its id is another one.', {
      subject: id,
    });
  const kept = before?.documents ?? [];
  if (documents !== undefined && JSON.stringify(documents) !== JSON.stringify(kept))
    throw new OnRecordError(
      'bad-usage',
      'documents cannot be changed in a file: use onrecord case attach, and onrecord case erase --document.',
      { subject: id },
    );
  const base: Fields = before === null ? EMPTY : { ...before };
  const filled = Object.entries(given).map(([field, value]) => [field, completed(field, value)] as const);
  return createCase({ ...base, ...Object.fromEntries(filled), id, documents: kept } as unknown as Case);
}

const EMPTY: Fields = {
  pseudonym: null,
  household: [],
  needs: [],
  risk: RISK,
  consent: [],
  contacts: [],
  journey: [],
  applications: [],
  documents: [],
  tasks: [],
  notes: [],
  retainUntil: null,
};

function completed(field: string, value: unknown): unknown {
  if (field === 'risk' && isFields(value)) return { ...RISK, ...value };
  const absent = ABSENT[field];
  if (absent === undefined || !Array.isArray(value)) return value;
  return value.map((one: unknown) => (isFields(one) ? { ...absent, ...one } : one));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
