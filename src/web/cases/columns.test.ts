/** An entry that the form makes, once its fields are filled, is one that a case takes. */
import { expect, test } from 'vitest';
import { caseOf } from '../../record/case/case.cases.ts';
import { type Case, createCase } from '../../record/case/case.ts';
import { COLUMNS, emptyEntry, type ListField, shownValue, typedValue } from './columns.ts';

const fields = Object.keys(COLUMNS) as ListField[];

test.each(fields)('%s', (field) => {
  const empty = emptyEntry(field);
  const filled = Object.fromEntries(
    COLUMNS[field].map((column) => [
      column.name,
      column.kind === 'edtf' && !column.nullable
        ? '2026-09'
        : empty[column.name] === ''
          ? 'words'
          : empty[column.name],
    ]),
  );
  const one = createCase({ ...caseOf(), [field]: [filled] } as unknown as Case);
  expect(one[field]).toHaveLength(1);
});

test('what is shown and typed again is the same', () => {
  const one = caseOf();
  for (const field of fields)
    for (const entry of one[field] as readonly object[])
      for (const column of COLUMNS[field]) {
        const value = (entry as Record<string, unknown>)[column.name];
        const isEmptyList = Array.isArray(value) && value.length === 0;
        if (!isEmptyList) expect(typedValue(column, shownValue(value))).toEqual(value);
      }
});
