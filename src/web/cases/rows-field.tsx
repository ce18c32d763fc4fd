/** One list of a case: its entries with their fields, one more, one less. */
import type { WordKey } from '../words/en.ts';
import { words } from '../words/language.ts';
import {
  COLUMNS,
  type Column,
  type Entry,
  emptyEntry,
  type ListField,
  shownValue,
  typedValue,
} from './columns.ts';

interface RowsProps {
  readonly field: ListField;
  readonly rows: readonly object[];
  change(rows: readonly Entry[]): void;
}

/** The list. */
export function RowsField({ field, rows, change }: RowsProps) {
  const entries = rows as readonly Entry[];
  return (
    <fieldset class="rows">
      <legend>{words(`cases.field.${field}`)}</legend>
      {entries.map((entry, at) => (
        <div key={at} class="entry">
          {COLUMNS[field].map((column) => (
            <CellField
              key={column.name}
              column={column}
              label={words(`cases.${field}.${column.name}` as WordKey)}
              value={entry[column.name]}
              change={(value) => change(entries.with(at, { ...entry, [column.name]: value }))}
            />
          ))}
          {field === 'consent' && entry.withdrawnAt !== null && (
            <p class="stop">{words('cases.consent.withdrawn')}</p>
          )}
          <button
            type="button"
            class="plain"
            aria-label={words('cases.remove', { what: words(`cases.field.${field}`), number: at + 1 })}
            onClick={() => change(entries.toSpliced(at, 1))}
          >
            ×
          </button>
        </div>
      ))}
      <button type="button" onClick={() => change([...entries, emptyEntry(field)])}>
        + {words(`cases.add.${field}`)}
      </button>
    </fieldset>
  );
}

interface CellProps {
  readonly column: Column;
  readonly label: string;
  readonly value: unknown;
  change(value: unknown): void;
}

function CellField({ column, label, value, change }: CellProps) {
  const { kind, nullable, choices = [] } = column;
  const shown = shownValue(value);
  const typed = (event: { readonly currentTarget: { readonly value: string } }): void =>
    change(typedValue(column, event.currentTarget.value));
  if (kind === 'choice')
    return (
      <label>
        {label}
        <select value={shown} onChange={typed}>
          {nullable && <option value="">{words('cases.unknown')}</option>}
          {choices.map((one) => (
            <option key={one} value={one}>
              {choiceWords(one)}
            </option>
          ))}
        </select>
      </label>
    );
  if (kind === 'long' || kind === 'lines')
    return (
      <label class="long">
        {label}
        {kind === 'lines' && ` · ${words('cases.lines')}`}
        <textarea rows={2} dir="auto" required={!nullable && kind === 'long'} value={shown} onInput={typed} />
      </label>
    );
  if (kind === 'day')
    return (
      <label>
        {label}
        <input type="date" autocomplete="off" required={!nullable} value={shown} onInput={typed} />
      </label>
    );
  return (
    <label>
      {label}
      <input
        type="text"
        dir="auto"
        autocomplete="off"
        required={!nullable}
        placeholder={kind === 'edtf' ? '2026-11-30' : ''}
        value={shown}
        onInput={typed}
      />
    </label>
  );
}

/** Ages are numbers; kinds and answers have words. */
function choiceWords(choice: string): string {
  return /^\d/u.test(choice) ? choice : words(`cases.choice.${choice}` as WordKey);
}
