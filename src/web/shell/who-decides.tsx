/** Asks once who decides: the name stands in the log beside every decision. */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { session } from './record-state.ts';

const waiting = signal<((named: boolean) => void) | null>(null);

/**
 * Makes sure that there is a name; false when the person went away from the question.
 *
 * @example
 * if (await isNamed()) await decide();
 */
export async function isNamed(): Promise<boolean> {
  if (session.value?.by != null) return true;
  return askWho();
}

/**
 * Asks for another name.
 *
 * @example
 * await askWho();
 */
export function askWho(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting.value = resolve;
  });
}

/**
 * Tells a desk that was started again who decides here, unless it was told another name meanwhile.
 *
 * @throws DeskFault while it does not answer
 * @example
 * await nameAgain();
 */
export async function nameAgain(): Promise<void> {
  const by = session.value?.by ?? null;
  const told = await call('GET /api/session', {});
  session.value =
    told.by !== null || by === null ? told : await call('PUT /api/session/by', { body: { by } });
}

/** The question; nothing while nobody asks. */
export function WhoDecides() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const asked = waiting.value;
  useLayoutEffect(() => {
    if (asked !== null) dialog.current?.showModal();
  }, [asked]);
  if (asked === null) return null;
  const end = (named: boolean): void => {
    waiting.value = null;
    setFault(null);
    asked(named);
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      session.value = await call('PUT /api/session/by', { body: { by: name } });
      end(true);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <dialog ref={dialog} aria-labelledby="who-title" onClose={() => waiting.value !== null && end(false)}>
      <form onSubmit={submit}>
        <h2 id="who-title">{words('shell.who-title')}</h2>
        <p>{words('shell.who-text')}</p>
        <label>
          {words('shell.who-name')}
          <input
            type="text"
            value={name}
            autocomplete="off"
            aria-invalid={fault !== null}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <Refused why={fault} />
        <button type="submit" class="yes">
          {words('shell.who-go')}
        </button>
      </form>
    </dialog>
  );
}
