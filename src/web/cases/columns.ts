/** The lists of a case, and what each entry of them holds: by this the form draws them, and fills a new entry. */

import { APPLICATION_KINDS } from '../../record/case/application.ts';
import { AGE_BANDS } from '../../record/case/household.ts';
import { ANSWERS } from '../../record/proposition.ts';
import type { CaseField } from './case-versions.ts';

/** `lines`: a list of texts, one a line. `nullable`: an empty field is not known, which is null. */
export interface Column {
  readonly name: string;
  readonly kind: 'text' | 'long' | 'edtf' | 'day' | 'lines' | 'choice';
  readonly nullable: boolean;
  readonly choices?: readonly string[];
}

const text = (name: string): Column => ({ name, kind: 'text', nullable: false });
const maybe = (name: string, kind: Column['kind'] = 'text'): Column => ({ name, kind, nullable: true });

export type ListField = Exclude<CaseField, 'pseudonym' | 'lookedAfterBy' | 'retainUntil' | 'risk' | 'needs'>;

export const COLUMNS: Readonly<Record<ListField, readonly Column[]>> = {
  household: [
    text('role'),
    { ...maybe('age', 'choice'), choices: AGE_BANDS },
    { name: 'needs', kind: 'lines', nullable: false },
  ],
  applications: [
    text('to'),
    { name: 'kind', kind: 'choice', nullable: false, choices: APPLICATION_KINDS },
    maybe('askedAt', 'edtf'),
    { name: 'answer', kind: 'choice', nullable: false, choices: ANSWERS },
    maybe('answeredAt', 'edtf'),
    maybe('reason', 'long'),
  ],
  tasks: [text('what'), maybe('due', 'day'), maybe('doneAt', 'day')],
  contacts: [text('who'), text('reach'), maybe('safety')],
  consent: [
    text('purpose'),
    { name: 'givenAt', kind: 'edtf', nullable: false },
    maybe('givenHow'),
    maybe('withdrawnAt', 'edtf'),
    maybe('withdrawnHow'),
  ],
  journey: [{ name: 'when', kind: 'edtf', nullable: false }, maybe('place'), text('what')],
  notes: [maybe('on', 'day'), { name: 'text', kind: 'long', nullable: false }],
};

export type Entry = Readonly<Record<string, unknown>>;

/**
 * An entry with nothing in it yet.
 *
 * @example
 * emptyEntry('tasks'); // { what: '', due: null, doneAt: null }
 */
export function emptyEntry(field: ListField): Entry {
  return Object.fromEntries(COLUMNS[field].map((column) => [column.name, emptyValue(column)]));
}

function emptyValue({ kind, nullable, choices, name }: Column): unknown {
  if (nullable) return null;
  if (kind === 'lines') return [];
  if (kind === 'choice') return name === 'answer' ? 'pending' : (choices?.[0] ?? '');
  return '';
}

/**
 * What was typed as the value of a field.
 *
 * @example
 * typedValue({ name: 'due', kind: 'day', nullable: true }, ''); // null
 */
export function typedValue({ kind, nullable }: Column, typed: string): unknown {
  if (kind === 'lines') return typed.split('\n');
  return typed === '' && nullable ? null : typed;
}

/**
 * A value as it stands in its field.
 *
 * @example
 * shownValue(['a flat', 'insulin']); // 'a flat\ninsulin'
 */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : '';
}
