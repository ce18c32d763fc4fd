/** Keys for a person on this machine. The recovery key is shown once, and nothing goes on until it was written down. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { words } from '../words/language.ts';
import { MadeMember } from './made-member.tsx';
import { NewPassphrases, useNewPassphrases } from './new-passphrases.tsx';
import { take } from './sealed-state.ts';

interface NewMemberProps {
  /** Nobody has keys on this machine yet. */
  readonly first: boolean;
  close(): void;
}

/** The form, and then what is to be written down. */
export function NewMember({ first, close }: NewMemberProps) {
  const [name, setName] = useState('');
  const [typed, setTyped, wipe] = useNewPassphrases();
  const [fault, setFault] = useState<string | null>(null);
  const [made, setMade] = useState<Answer<'POST /api/sealed/members'> | null>(null);
  if (made !== null)
    return (
      <MadeMember
        made={made}
        close={async () => {
          take(await call('GET /api/sealed', {}));
          setMade(null);
          close();
        }}
      />
    );
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { passphrase, again, destroys } = typed;
    if (passphrase !== again) {
      setFault(words('cases.member.unlike'));
      return;
    }
    try {
      const destroyPassphrase = destroys === '' ? null : destroys;
      setMade(await call('POST /api/sealed/members', { body: { name, passphrase, destroyPassphrase } }));
      wipe();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
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
      <NewPassphrases typed={typed} set={setTyped} />
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
