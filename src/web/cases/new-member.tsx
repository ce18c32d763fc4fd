/** Keys for a person on this machine. The recovery key is shown once, and nothing goes on until it was written down. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { words } from '../words/language.ts';
import { take } from './sealed-state.ts';

interface NewMemberProps {
  /** Nobody has keys on this machine yet. */
  readonly first: boolean;
  close(): void;
}

/** The form, and then what is to be written down. */
export function NewMember({ first, close }: NewMemberProps) {
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [destroys, setDestroys] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [made, setMade] = useState<Answer<'POST /api/sealed/members'> | null>(null);
  if (made !== null)
    return (
      <div class="record-form">
        <h2>{words('cases.member.made', { name: made.name })}</h2>
        <p>{words('cases.member.fingerprint')}</p>
        <p class="key">{made.fingerprint}</p>
        <p>{words('cases.member.recovery')}</p>
        <pre class="key">{made.recoveryKey}</pre>
        <p class="why">{words('cases.member.file', { folder: made.folder })}</p>
        <button
          type="button"
          class="yes"
          onClick={async () => {
            take(await call('GET /api/sealed', {}));
            setMade(null);
            close();
          }}
        >
          {words('cases.member.written')}
        </button>
      </div>
    );
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (passphrase !== again) {
      setFault(words('cases.member.unlike'));
      return;
    }
    try {
      const destroyPassphrase = destroys === '' ? null : destroys;
      setMade(await call('POST /api/sealed/members', { body: { name, passphrase, destroyPassphrase } }));
      setPassphrase('');
      setAgain('');
      setDestroys('');
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const secret = (label: string, value: string, set: (typed: string) => void, required: boolean) => (
    <label>
      {label}
      <input
        type="password"
        required={required}
        autocomplete="new-password"
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form class="record-form" autocomplete="off" onSubmit={submit}>
      <h2>{words(first ? 'cases.member.first' : 'cases.member.new')}</h2>
      <p>{words('cases.loss')}</p>
      <label>
        {words('cases.member.name')}
        <input
          type="text"
          required
          autocomplete="off"
          spellcheck={false}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {secret(words('cases.passphrase'), passphrase, setPassphrase, true)}
      {secret(words('cases.member.again'), again, setAgain, true)}
      <details>
        <summary>{words('cases.duress')}</summary>
        <p class="why">{words('cases.duress.text')}</p>
        {secret(words('cases.duress.passphrase'), destroys, setDestroys, false)}
      </details>
      {fault !== null && (
        <p class="stop" role="alert">
          {fault}
        </p>
      )}
      <p class="row">
        <button type="submit" class="yes">
          {words('cases.member.make')}
        </button>
        {!first && (
          <button type="button" onClick={close}>
            {words('form.cancel')}
          </button>
        )}
      </p>
    </form>
  );
}
