/** A custodian makes a member's file anew, with the member beside them. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { MadeMember } from './made-member.tsx';
import { NewPassphrases } from './new-passphrases.tsx';
import { useNewKeys } from './use-new-keys.ts';

/** A copy is less than 2 KiB. */
const MOST_BYTES = 10_000;

/** The form, and then what is to be written down. */
export function RestoreKeys({ others }: { readonly others: readonly string[] }) {
  const [of, setOf] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const { typed, setTyped, fault, made, make, writtenDown } =
    useNewKeys<Answer<'POST /api/sealed/restorations'>>();
  if (made !== null)
    return (
      <>
        <MadeMember made={made} close={() => void writtenDown()} />
        <p class="notice warn">
          {!made.compared && `${words('custodian.uncompared', { name: made.name })} `}
          {words('custodian.restored', { name: made.name })}
        </p>
      </>
    );
  const copy = of === '' ? file : null;
  const submit = make(
    async (chosen) => {
      const body = { of, copy: copy === null ? null : await copy.text(), ...chosen };
      return call('POST /api/sealed/restorations', { body });
    },
    () => (copy !== null && copy.size > MOST_BYTES ? words('custodian.too-large') : null),
  );
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
      <Refused why={fault} />
      <button type="submit" class="yes">
        {words('custodian.restore.do')}
      </button>
    </form>
  );
}
