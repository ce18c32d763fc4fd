/**
 * A case as a person writes it in a file: JSON or YAML with the fields that are known; what is left out is empty. Faults name
 * lines and paths, never what stands there.
 */
import { parseDocument, visit } from 'yaml';
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
  // A telephone number or a year is a text, as it was written: YAML would take its zeros away.
  visit(document, {
    Scalar: (_, node) => {
      if (node.value !== null && typeof node.value !== 'string')
        node.value = node.source ?? String(node.value);
    },
  });
  const value = plainValue(document);
  if (isFields(value)) return value;
  throw new OnRecordError('bad-usage', 'The file of the case must hold fields, as “pseudonym: Heron”.');
}

/** References within a file are not taken: a few lines of them can stand for millions. */
function plainValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new OnRecordError(
      'bad-usage',
      'The file of the case holds a YAML reference (& or *): write it out.',
    );
  }
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
  if (documents !== undefined && idsOf(documents) !== idsOf(kept))
    throw new OnRecordError(
      'bad-usage',
      'documents cannot be changed with the other fields: attach and erase each by itself (onrecord case attach, onrecord case erase --document).',
      { subject: id },
    );
  const base: Fields = before === null ? EMPTY : { ...before };
  const filled = Object.entries(given).map(([field, value]) => [field, completed(field, value)] as const);
  return createCase({ ...base, ...Object.fromEntries(filled), id, documents: kept } as unknown as Case);
}

function idsOf(documents: unknown): string {
  return Array.isArray(documents)
    ? documents.map((one: unknown) => (isFields(one) ? one.id : null)).join(' ')
    : '?';
}

const EMPTY: Fields = {
  pseudonym: null,
  lookedAfterBy: null,
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
