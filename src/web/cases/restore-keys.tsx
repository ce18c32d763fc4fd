/** A custodian makes a member's file anew, with the member beside them. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { words } from '../words/language.ts';
import { MadeMember } from './made-member.tsx';
import { NewPassphrases, useNewPassphrases } from './new-passphrases.tsx';
import { take } from './sealed-state.ts';
import { faultOf } from './use-sealed.ts';

/** A copy is less than 2 KiB. */
const MOST_BYTES = 10_000;

/** The form, and then what is to be written down. */
export function RestoreKeys({ others }: { readonly others: readonly string[] }) {
  const [of, setOf] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped, wipe] = useNewPassphrases();
  const [fault, setFault] = useState<string | null>(null);
  const [made, setMade] = useState<Answer<'POST /api/sealed/restorations'> | null>(null);
  if (made !== null)
    return (
      <>
        <MadeMember
          made={made}
          close={async () => {
            take(await call('GET /api/sealed', {}));
            setMade(null);
          }}
        />
        <p class="notice warn">
          {!made.compared && `${words('custodian.uncompared', { name: made.name })} `}
          {words('custodian.restored', { name: made.name })}
        </p>
      </>
    );
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setFault(null);
    const { passphrase, again, destroys } = typed;
    if (passphrase !== again) return setFault(words('cases.member.unlike'));
    if (file !== null && file.size > MOST_BYTES) return setFault(words('custodian.too-large'));
    try {
      const copy = of === '' && file !== null ? await file.text() : null;
      const body = { of, copy, passphrase, destroyPassphrase: destroys === '' ? null : destroys };
      setMade(await call('POST /api/sealed/restorations', { body }));
      wipe();
    } catch (error) {
      setFault(faultOf(error).message);
    }
  };
  return (
    <form class="record-form" autocomplete="off" onSubmit={submit}>
      <h2>{words('custodian.restore')}</h2>
      <p>{words('custodian.restore.text')}</p>
      <label>
        {words('custodian.of')}
        <select value={of} onChange={(event) => setOf(event.currentTarget.value)}>
          <option value="">{words('custodian.of.file')}</option>
          {others.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {of === '' && (
        <label>
          {words('custodian.file')}
          <input
            type="file"
            required
            accept="application/json,.json"
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        </label>
      )}
      <p class="why">{words('custodian.typed')}</p>
      <NewPassphrases typed={typed} set={setTyped} />
      {fault !== null && (
        <p class="stop" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" class="yes">
        {words('custodian.restore.do')}
      </button>
    </form>
  );
}
