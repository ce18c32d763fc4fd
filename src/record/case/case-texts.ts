/** Every text of a case, for the search in memory. */
import type { Case } from './case.ts';

/**
 * The texts of a case, field by field, in the order of the fields; dates and codes left out.
 *
 * @example
 * caseTexts(one).map(({ path }) => path); // ['pseudonym', 'household[0].role', …]
 */
export function caseTexts(one: Case): readonly { readonly path: string; readonly text: string }[] {
  const texts: { path: string; text: string }[] = [];
  gather(one, '', texts);
  return texts;
}

const CODES = new Set(['id', 'age', 'level', 'reviewedAt', 'givenAt', 'withdrawnAt', 'when', 'kind']);
const MORE_CODES = new Set([
  'askedAt',
  'answeredAt',
  'answer',
  'addedAt',
  'due',
  'doneAt',
  'on',
  'retainUntil',
]);

function gather(value: unknown, path: string, texts: { path: string; text: string }[]): void {
  if (typeof value === 'string') texts.push({ path, text: value });
  else if (Array.isArray(value)) for (const [n, one] of value.entries()) gather(one, `${path}[${n}]`, texts);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      if (CODES.has(key) || MORE_CODES.has(key)) continue;
      gather(one, path === '' ? key : `${path}.${key}`, texts);
    }
}
