/** Keys for a person on this machine. The recovery key is shown once, and nothing goes on until it was written down. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { MadeMember } from './made-member.tsx';
import { NewPassphrases } from './new-passphrases.tsx';
import { useNewKeys } from './use-new-keys.ts';

interface NewMemberProps {
  /** Nobody has keys on this machine yet. */
  readonly first: boolean;
  close(): void;
}

/** The form, and then what is to be written down. */
export function NewMember({ first, close }: NewMemberProps) {
  const [name, setName] = useState('');
  const { typed, setTyped, fault, made, make, writtenDown } =
    useNewKeys<Answer<'POST /api/sealed/members'>>();
  if (made !== null) return <MadeMember made={made} close={() => void writtenDown().then(close)} />;
  const submit = make((chosen) => call('POST /api/sealed/members', { body: { name, ...chosen } }));
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
      <Refused why={fault} />
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
