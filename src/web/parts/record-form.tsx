/** A form with which a person puts something on record, and the fields that such forms are made of. It is kept while it is filled. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Kept } from '../shell/kept.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';
import { Refused } from './refused.tsx';

interface FormProps {
  readonly kept: Kept;
  /** Puts it on record; gives its id. */
  write(): Promise<string>;
  /** Told the id of what was recorded; null: nothing was. */
  close(made: string | null): void;
  readonly children: ComponentChildren;
}

/** The form with its two buttons; what is refused is said in it, and what was filled in stays. */
export function RecordForm({ kept, write, close, children }: FormProps) {
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await isNamed())) return;
    try {
      const id = await write();
      kept.done();
      await refreshRecord();
      close(id);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const cancel = (): void => {
    kept.done();
    close(null);
  };
  return (
    <form class="record-form" onSubmit={submit}>
      {children}
      <Refused why={fault} />
      <p class="row">
        <button type="submit" class="yes">
          {words('places.form.do')}
        </button>
        <button type="button" onClick={cancel}>
          {words('form.cancel')}
        </button>
      </p>
    </form>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  change(value: string): void;
  readonly required?: boolean;
  /** Id of a list of what is usual. */
  readonly usual?: string;
}

/** One line of words. */
export function LineField({ label, value, change, required = false, usual }: LineProps) {
  return (
    <label>
      {label}
      <input
        type="text"
        dir="auto"
        required={required}
        list={usual}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </label>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Values with their words. */
  readonly choices: readonly (readonly [value: string, words: string])[];
  /** Words for ''; absent: one of the choices must be taken. */
  readonly none?: string;
  choose(value: string): void;
}

/** One of some. */
export function ChoiceField({ label, value, choices, none, choose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(([one, told]) => (
          <option key={one} value={one}>
            {told}
          </option>
        ))}
      </select>
    </label>
  );
}
