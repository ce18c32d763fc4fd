/** Where a member opens their keys: what is lost with the passphrase, and what wrong tries cost, is said beforehand. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { NewMember } from './new-member.tsx';
import { locksHidden, type SealedState, take } from './sealed-state.ts';

const MINUTES = [2, 5, 10, 30, 60];

/** The screen. */
export function UnlockScreen({ state }: { readonly state: SealedState }) {
  const [making, setMaking] = useState(state.members.length === 0);
  return (
    <div class="sheet cases">
      <h1>{words('nav.cases')}</h1>
      <p class="lead">{words('cases.lead')}</p>
      {making ? (
        <NewMember first={state.members.length === 0} close={() => setMaking(false)} />
      ) : (
        <>
          <Unlock state={state} />
          <p class="row">
            <button type="button" class="plain" onClick={() => setMaking(true)}>
              {words('cases.member.new')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function Unlock({ state }: { readonly state: SealedState }) {
  const [member, setMember] = useState(state.members[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [minutes, setMinutes] = useState(state.minutes);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      take(await call('POST /api/sealed/unlockings', { body: { member, passphrase, minutes } }));
    } catch (error) {
      setFault(error instanceof DeskFault ? error.message : words('shell.offline'));
      setBusy(false);
    }
    setPassphrase('');
  };
  return (
    <form class="record-form unlock" autocomplete="off" onSubmit={submit}>
      <label>
        {words('cases.member')}
        <select value={member} onChange={(event) => setMember(event.currentTarget.value)}>
          {state.members.map(({ id, name }) => (
            <option key={id} value={id} dir="auto">
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('cases.passphrase')}
        <input
          type="password"
          required
          autocomplete="off"
          value={passphrase}
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
      </label>
      <div class="row">
        <label>
          {words('cases.auto-lock')}
          <select value={minutes} onChange={(event) => setMinutes(Number(event.currentTarget.value))}>
            {[...new Set([...MINUTES, state.minutes])]
              .sort((a, b) => a - b)
              .map((one) => (
                <option key={one} value={one}>
                  {words('cases.minutes', { count: one })}
                </option>
              ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={locksHidden.value}
            onChange={(event) => {
              locksHidden.value = event.currentTarget.checked;
            }}
          />
          {words('cases.lock-hidden')}
        </label>
      </div>
      <Refused why={fault} />
      <button type="submit" class="yes" disabled={busy || passphrase === ''}>
        {words('cases.unlock')}
      </button>
      <p class="why">{words('cases.loss')}</p>
      <p class="why">{words('cases.tries')}</p>
      <p class="why">{words('cases.quick')}</p>
    </form>
  );
}
