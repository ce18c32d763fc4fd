/** Which compartment to open, or a new one. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { type SealedState, take } from './sealed-state.ts';
import { faultOf } from './use-sealed.ts';

const LETTERS = 12;

/** The choice. */
export function ChooseCompartment({ state }: { readonly state: SealedState }) {
  const [label, setLabel] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const ask = async (work: () => Promise<SealedState>): Promise<void> => {
    try {
      take(await work());
    } catch (error) {
      // Who is not in a compartment is told so; nothing was opened that would have to be locked.
      setFault(error instanceof Error ? error.message : faultOf(error).message);
    }
  };
  return (
    <>
      <h1>{words('cases.compartments')}</h1>
      <ul class="lines">
        {state.compartments.map(({ id, members, records }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => ask(() => call('POST /api/sealed/openings', { body: { compartment: id } }))}
            >
              {id.slice(0, LETTERS)}
            </button>{' '}
            <bdi>{members.join(', ')}</bdi> · {words('cases.records', { count: records })}
          </li>
        ))}
      </ul>
      <Refused why={fault} />
      <form
        class="record-form"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void ask(() =>
            call('POST /api/sealed/compartments', { body: { label: label === '' ? null : label } }),
          );
        }}
      >
        <h2>{words('cases.compartment.new')}</h2>
        <label>
          {words('cases.compartment.label')}
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={label}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="yes">
          {words('cases.compartment.make')}
        </button>
      </form>
    </>
  );
}
