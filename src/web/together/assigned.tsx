/** To whom a thing is given, until when; giving it to somebody, and noting that it is done. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { useKept } from '../shell/kept.ts';
import { faultWords, may, member } from '../team/member-state.ts';
import { words } from '../words/language.ts';
import { AssignmentWords } from './assignment-words.tsx';
import type { Named } from './mention-words.ts';
import { useTold } from './use-told.ts';

type Assignment = Answer<'GET /api/assignments'>['assignments'][number];

/** The line with its buttons. */
export function Assigned({ thing }: { readonly thing: string }) {
  const { answer, again } = useTold(
    () => call('GET /api/assignments', { query: { thing, done: 'true' } }),
    [`assignment ${thing}`],
  );
  const [giving, setGiving] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  if (answer === null) return null;
  const held = answer.assignments[0] ?? null;
  const open = held !== null && held.done === null;
  const end = async ({ version }: Assignment): Promise<void> => {
    setRefused(null);
    await call('POST /api/assignments/ends', { body: { thing, version } }).catch((error: unknown) =>
      setRefused(faultWords(error)),
    );
    again();
  };
  return (
    <>
      <p>{held === null ? words('together.nobody') : <AssignmentWords one={held} />}</p>
      {held !== null && held.note !== '' && (
        <p class="said" dir="auto">
          {held.note}
        </p>
      )}
      <Refused why={refused} />
      {giving ? (
        <Give
          thing={thing}
          version={held?.version ?? 0}
          close={() => {
            setGiving(false);
            again();
          }}
        />
      ) : (
        <p class="row">
          {open && (held.to === member.value?.account.id || may('POST /api/assignments')) && (
            <button type="button" onClick={() => void end(held)}>
              {words('together.do-done')}
            </button>
          )}
          {may('POST /api/assignments') && (
            <button type="button" class="plain" onClick={() => setGiving(true)}>
              {words(open ? 'together.give-again' : 'together.give')}
            </button>
          )}
        </p>
      )}
    </>
  );
}

interface GiveProps {
  readonly thing: string;
  readonly version: number;
  close(): void;
}

function Give({ thing, version, close }: GiveProps) {
  const { answer } = useTold<{ readonly members: readonly Named[] }>(
    () => call('GET /api/readers', { query: { thing } }),
    [],
  );
  const [to, setTo] = useState('');
  const [due, setDue] = useState('');
  const note = useKept(`give ${thing}`, '');
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setRefused(null);
    try {
      const body = { thing, to, due: due === '' ? null : due, note: note.value, version };
      await call('POST /api/assignments', { body });
      note.done();
      close();
    } catch (error) {
      setRefused(faultWords(error));
    }
  };
  return (
    <form class="record-form" onSubmit={submit}>
      <div class="row">
        <label>
          {words('together.to')}
          <select required value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            <option value="" />
            {answer?.members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('together.until')}
          <input type="date" value={due} onInput={(event) => setDue(event.currentTarget.value)} />
        </label>
      </div>
      <label>
        {words('together.note')}
        <textarea
          rows={2}
          dir="auto"
          maxLength={2_000}
          value={note.value}
          onInput={(event) => note.change(event.currentTarget.value)}
        />
      </label>
      <Refused why={refused} />
      <p class="row">
        <button type="submit" class="yes">
          {words('together.do-give')}
        </button>
        <button type="button" onClick={close}>
          {words('form.cancel')}
        </button>
      </p>
    </form>
  );
}
