/** A second custodian: entrusting one's keys to another member, and making a member's file anew from their copy. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { saveText } from '../custody/save-text.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { RestoreKeys } from './restore-keys.tsx';
import { sealed } from './sealed-state.ts';
import { SecretField } from './secret-field.tsx';

/** The page. */
export function CustodianPage() {
  const state = sealed.value;
  if (state === null || state.me === null) return null;
  const others = state.everybody.filter((name) => name !== state.me);
  return (
    <>
      <h1>{words('custodian.title')}</h1>
      <p class="lead">{words('custodian.lead')}</p>
      <EntrustKeys others={others} />
      <RestoreKeys others={others} />
    </>
  );
}

function EntrustKeys({ others }: { readonly others: readonly string[] }) {
  const [to, setTo] = useState(others[0] ?? '');
  const [fingerprint, setFingerprint] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [made, setMade] = useState<Answer<'POST /api/sealed/custodians'> | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setFault(null);
    setMade(null);
    try {
      const body = { to, passphrase, fingerprint: fingerprint.trim() === '' ? null : fingerprint };
      setMade(await call('POST /api/sealed/custodians', { body }));
      setFingerprint('');
    } catch (error) {
      // A wrong passphrase is answered as a lock is; what is open stays open.
      setFault(error instanceof DeskFault ? error.message : words('shell.offline'));
    }
    setPassphrase('');
  };
  return (
    <form class="record-form" autocomplete="off" onSubmit={submit}>
      <h2>{words('custodian.entrust')}</h2>
      <p>{words('custodian.entrust.text')}</p>
      {others.length === 0 && <p class="why">{words('cases.admit.none')}</p>}
      <label>
        {words('custodian.to')}
        <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          {others.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('custodian.fingerprint')}
        <input
          type="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={fingerprint}
          onInput={(event) => setFingerprint(event.currentTarget.value)}
        />
      </label>
      <SecretField label={words('custodian.own')} value={passphrase} set={setPassphrase} />
      <Refused why={fault} />
      <button type="submit" class="yes" disabled={to === '' || passphrase === ''}>
        {words('custodian.entrust.do')}
      </button>
      {made !== null && (
        <div class="notice good" role="status">
          <p>
            {words(made.kept ? 'custodian.kept' : 'custodian.give', {
              name: made.name,
              custodian: made.custodian,
            })}
          </p>
          <button
            type="button"
            onClick={() => saveText(`${made.name}-for-${made.custodian}.json`, made.copy)}
          >
            {words('custodian.save')}
          </button>
        </div>
      )}
    </form>
  );
}
