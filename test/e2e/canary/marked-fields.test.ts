/** The marks are on every text, and what nobody filled is told: else a new field would go without. */
import { expect, test } from 'vitest';
import { caseOf } from '../../../src/record/case/case.cases.ts';
import { createCase } from '../../../src/record/case/case.ts';
import { construct, list, object, oneOf, optional, orNull, text } from '../../../src/record/fields.ts';
import { markedFields } from './marked-fields.ts';

interface Little {
  readonly name: string;
  readonly kind: 'a' | 'b';
  readonly note: string | null;
  readonly rows: readonly { readonly what: string }[];
  readonly more?: string;
}
const little = object<Little>({
  name: text,
  kind: oneOf(['a', 'b'] as const),
  note: orNull(text),
  rows: list(object<{ readonly what: string }>({ what: text })),
  more: optional(text) as never,
});
const make = (fields: Little): Little => construct('little', little, fields);

test('texts are marked, codes are not, and what is empty or left out is told', () => {
  const sample: Little = { name: 'x', kind: 'a', note: null, rows: [] };
  expect(markedFields(make, sample, 'mark')).toEqual({
    fields: { name: 'mark0', kind: 'a', note: 'mark1', rows: [] },
    marked: ['name', 'note'],
    unmarkable: ['kind'],
    empty: ['rows', 'more'],
  });
  const full = markedFields(make, { ...sample, rows: [{ what: 'y' }], more: 'z' }, 'mark');
  expect([full.empty, full.marked]).toEqual([[], ['name', 'note', 'rows[0].what', 'more']]);
});

test('of a case every field is marked, or is an id, a day, a size or a code', () => {
  const { fields, marked, unmarkable, empty } = markedFields(createCase, caseOf(), 'mark');
  const anyRow = (path: string): string => path.replace(/\[\d+\]/gu, '[]');
  const filled = new Set([...marked, ...unmarkable].map(anyRow));
  expect(empty.map(anyRow).filter((path) => !filled.has(path) && !filled.has(`${path}[]`))).toEqual([]);
  expect([...new Set(unmarkable.map((path) => anyRow(path).split('.').at(-1)))].sort()).toEqual([
    'addedAt',
    'age',
    'answer',
    'answeredAt',
    'askedAt',
    'doneAt',
    'due',
    'givenAt',
    'id',
    'kind',
    'level',
    'on',
    'retainUntil',
    'reviewedAt',
    'size',
    'when',
    'withdrawnAt',
  ]);
  expect(marked.length).toBeGreaterThan(20);
  expect(createCase(fields)).toEqual(fields);
});
