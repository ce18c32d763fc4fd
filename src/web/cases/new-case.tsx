/** A new case: what the team calls it, and until when it is kept. Everything else follows on its page. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { faultOf } from './use-sealed.ts';

/** The form. */
export function NewCase() {
  const [pseudonym, setPseudonym] = useState('');
  const [retainUntil, setRetainUntil] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const { id } = await call('POST /api/sealed/cases', { body: { fields: { pseudonym, retainUntil } } });
      go(`/cases/${id}`);
    } catch (error) {
      setFault(faultOf(error).message);
    }
  };
  return (
    <>
      <h1>{words('cases.new')}</h1>
      <form class="record-form" autocomplete="off" spellcheck={false} onSubmit={submit}>
        <label>
          {words('cases.pseudonym.ask')}
          <input
            type="text"
            required
            dir="auto"
            autocomplete="off"
            value={pseudonym}
            onInput={(event) => setPseudonym(event.currentTarget.value)}
          />
        </label>
        <label>
          {words('cases.retain.ask')}
          <input
            type="date"
            required
            autocomplete="off"
            value={retainUntil}
            onInput={(event) => setRetainUntil(event.currentTarget.value)}
          />
        </label>
        <Refused why={fault} />
        <button type="submit" class="yes">
          {words('cases.make')}
        </button>
      </form>
    </>
  );
}
