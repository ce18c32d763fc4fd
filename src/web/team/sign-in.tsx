/** Where a member signs in: in the place of the page at first, over it when a session ended while they worked. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { readSession, refreshRecord, session } from '../shell/record-state.ts';
import { words } from '../words/language.ts';
import { canPasskeys, usePasskey } from './browser-passkey.ts';
import { OutsideButton } from './outside-button.tsx';
import { CodeField, PassphraseField } from './secret-fields.tsx';
import { useDoor } from './use-door.ts';
import { useTrying } from './use-trying.ts';

/** The page before there is a session. */
export function SignInPage() {
  return (
    <div class="sheet door">
      <h1 id="sign-in">{words('team.sign-in')}</h1>
      <SignInForm onDone={() => window.location.reload()} apart={false} />
    </div>
  );
}

/** Over the page: what is half-made in it stays. Somebody else who signs in here gets a page of their own. */
export function SignInDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const done = async (): Promise<void> => {
    const before = session.value?.by;
    await readSession();
    if (session.value?.by !== before) window.location.reload();
    await refreshRecord();
  };
  return (
    <dialog ref={dialog} class="door" aria-labelledby="sign-in" onCancel={(event) => event.preventDefault()}>
      <h2 id="sign-in">{words('team.sign-in-again')}</h2>
      <SignInForm onDone={() => void done()} apart />
    </dialog>
  );
}

interface SignInProps {
  onDone(): void;
  /** In a tab of its own, so that this page stays. */
  readonly apart: boolean;
}

function SignInForm({ onDone, apart }: SignInProps) {
  const door = useDoor();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const { busy, fault, setFault, trying } = useTrying();
  const signIn = async (work: () => Promise<unknown>): Promise<void> => {
    await trying(work, onDone);
    setCode('');
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void signIn(() => call('POST /api/team/sign-in', { body: { name, passphrase, code } }));
  };
  const byPasskey = (): Promise<void> =>
    signIn(async () => {
      const { question, options } = await call('POST /api/team/passkeys/questions', { body: {} });
      const answer = await usePasskey(options);
      await call('POST /api/team/passkeys/sign-in', { body: { question, answer } });
    });
  return (
    <form class="record-form" onSubmit={submit}>
      <label>
        {words('team.name')}
        <input
          type="text"
          required
          autocomplete="username"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <PassphraseField value={passphrase} onInput={setPassphrase} />
      <CodeField value={code} onInput={setCode} />
      <Refused why={fault} />
      <div class="row">
        <button type="submit" class="yes" disabled={busy}>
          {words('team.sign-in')}
        </button>
        {canPasskeys() && (
          <button type="button" disabled={busy} onClick={() => void byPasskey()}>
            {words('team.by-passkey')}
          </button>
        )}
        {door !== null && (
          <OutsideButton
            name={door}
            apart={apart}
            ask={() => call('POST /api/team/outside/questions', { body: { token: null } })}
            onDone={onDone}
            onFault={setFault}
          />
        )}
      </div>
      <p class="why">{words('team.lost')}</p>
    </form>
  );
}
