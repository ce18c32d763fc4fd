/** Asks once more who one is, for what the desk asks it for; then goes on with it. */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { canPasskeys, usePasskey } from './browser-passkey.ts';
import { faultWords, member } from './member-state.ts';
import { OutsideButton } from './outside-button.tsx';
import { CodeField, PassphraseField } from './secret-fields.tsx';
import { useDoor } from './use-door.ts';

const waiting = signal<((proved: boolean) => void) | null>(null);

/**
 * Does something; when the desk wants to know once more who asks, asks them and does it again.
 *
 * @throws DeskFault
 * @example
 * await proving(() => call('POST /api/team/invitations', { body }));
 */
export async function proving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DeskFault) || error.code !== 'prove-again') throw error;
    const proved = await new Promise<boolean>((resolve) => {
      waiting.value = resolve;
    });
    if (!proved) throw error;
    return work();
  }
}

/** The question; nothing while it is not asked. */
export function ProveDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const door = useDoor();
  const asked = waiting.value;
  useLayoutEffect(() => {
    if (asked !== null) dialog.current?.showModal();
  }, [asked]);
  if (asked === null) return null;
  const ways = member.value?.account.ways ?? [];
  const end = (proved: boolean): void => {
    waiting.value = null;
    setPassphrase('');
    setCode('');
    setFault(null);
    asked(proved);
  };
  const trying = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      end(true);
    } catch (error) {
      setFault(error instanceof DOMException ? words('team.passkey-left') : faultWords(error));
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void trying(() => call('POST /api/team/proofs', { body: { passphrase, code } }));
  };
  const byPasskey = (): Promise<void> =>
    trying(async () => {
      const { question, options } = await call('POST /api/team/proofs/passkeys/questions', { body: {} });
      const answer = await usePasskey(options);
      await call('POST /api/team/proofs/passkeys', { body: { question, answer } });
    });
  return (
    <dialog
      ref={dialog}
      class="door"
      aria-labelledby="prove"
      onClose={() => waiting.value !== null && end(false)}
    >
      <h2 id="prove">{words('team.prove')}</h2>
      <p class="why">{words('team.prove-why')}</p>
      {ways.includes('passphrase') && (
        <form class="record-form" onSubmit={submit}>
          <PassphraseField value={passphrase} onInput={setPassphrase} />
          <CodeField value={code} onInput={setCode} />
          <button type="submit" class="yes">
            {words('team.prove-go')}
          </button>
        </form>
      )}
      {ways.includes('passkey') && canPasskeys() && (
        <button type="button" onClick={() => void byPasskey()}>
          {words('team.by-passkey')}
        </button>
      )}
      {ways.includes('outside') && door !== null && (
        <OutsideButton
          name={door}
          apart
          ask={() => call('POST /api/team/proofs/outside/questions', { body: {} })}
          onDone={() => end(true)}
          onFault={setFault}
        />
      )}
      <Refused why={fault} />
    </dialog>
  );
}
