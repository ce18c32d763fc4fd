/** The propositions of an incident: those chosen, and a search for more. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { words } from '../words/language.ts';
import type { Named } from './incident-draft.ts';

interface FieldProps {
  readonly value: readonly Named[];
  change(value: readonly Named[]): void;
}

const MOST = 12;

/** The field. */
export function PropositionField({ value, change }: FieldProps) {
  const [q, setQ] = useState('');
  const { answer } = useAnswer('GET /api/propositions', { query: { q, limit: MOST } });
  const chosen = new Set(value.map(({ id }) => id));
  return (
    <fieldset class="proposition-field">
      <legend>{words('incidents.form.propositions')}</legend>
      {value.length > 0 && (
        <ul class="lines chosen">
          {value.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-label={words('incidents.form.remove', { text: one.text })}
                onClick={() => change(value.filter((other) => other !== one))}
              >
                −
              </button>{' '}
              <bdi>{one.text}</bdi>
            </li>
          ))}
        </ul>
      )}
      <label>
        {words('incidents.form.search')}
        <input type="search" value={q} onInput={(event) => setQ(event.currentTarget.value)} />
      </label>
      <ul class="lines">
        {answer?.propositions
          .filter(({ id }) => !chosen.has(id))
          .map(({ id, text }) => (
            <li key={id}>
              <button
                type="button"
                aria-label={words('incidents.form.add', { text })}
                onClick={() => change([...value, { id, text }])}
              >
                +
              </button>{' '}
              <bdi>{text}</bdi>
            </li>
          ))}
      </ul>
    </fieldset>
  );
}
