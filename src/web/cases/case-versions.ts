/** Two people changed one case: what each changed since the version that both began with. */
import type { Answer } from '../api/call.ts';

export type Case = Answer<'GET /api/sealed/cases/{id}'>['case'];
export type CaseField = Exclude<keyof Case, 'id' | 'documents'>;

/** Fields that a person changes in the form; documents are attached and erased on their own. */
export const CASE_FIELDS = [
  'pseudonym',
  'lookedAfterBy',
  'retainUntil',
  'risk',
  'needs',
  'household',
  'applications',
  'tasks',
  'contacts',
  'consent',
  'journey',
  'notes',
] as const satisfies readonly CaseField[];

export interface CaseOfBoth {
  /** Theirs, with my changes in the fields that they left alone. */
  readonly together: Case;
  /** Fields that both changed, and not alike: theirs stand in `together`. */
  readonly both: readonly CaseField[];
  /** Fields that they changed. */
  readonly theirs: readonly CaseField[];
}

/**
 * Puts them together.
 *
 * @param base the version that both began with
 * @example
 * caseOfBoth({ base, mine, theirs }).both; // []
 */
export function caseOfBoth(of: {
  readonly base: Case;
  readonly mine: Case;
  readonly theirs: Case;
}): CaseOfBoth {
  const { base, mine, theirs } = of;
  const changed = (one: Case): readonly CaseField[] =>
    CASE_FIELDS.filter((field) => !isAlike(one[field], base[field]));
  const byThem = changed(theirs);
  const byMe = changed(mine);
  const both = byMe.filter((field) => byThem.includes(field) && !isAlike(mine[field], theirs[field]));
  const alone = byMe.filter((field) => !byThem.includes(field));
  return { together: withFields(theirs, mine, alone), both, theirs: byThem };
}

/**
 * One case with some fields of another.
 *
 * @example
 * withFields(theirs, mine, ['needs']).needs; // mine.needs
 */
export function withFields(one: Case, other: Case, fields: readonly CaseField[]): Case {
  return { ...one, ...Object.fromEntries(fields.map((field) => [field, other[field]])) };
}

function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
