/** What of a case is sent to be saved: its fields, without lines that say nothing. */
import { CASE_FIELDS, type Case } from './case-versions.ts';

/**
 * The fields; documents and the id are not among them.
 *
 * @example
 * savedFields(one).needs; // ['a safe flat']
 */
export function savedFields(one: Case): Record<string, unknown> {
  const household = one.household.map((person) => ({ ...person, needs: said(person.needs) }));
  const all: Record<string, unknown> = { ...one, needs: said(one.needs), household };
  return Object.fromEntries(CASE_FIELDS.map((field) => [field, all[field]]));
}

function said(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
