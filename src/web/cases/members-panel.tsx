/** Who holds the key of the compartment: fingerprints to be compared by telephone, who is taken in, who leaves with a new key. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { words } from '../words/language.ts';
import { ChooseCompartment } from './choose-compartment.tsx';
import { type SealedState, sealed, take } from './sealed-state.ts';
import { faultOf } from './use-sealed.ts';

type Member = NonNullable<SealedState['open']>['members'][number];

/** The page. */
export function MembersPanel() {
  const [told, setTold] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const state = sealed.value;
  const open = state?.open ?? null;
  if (state === null || open === null) return null;
  const work = async (task: () => Promise<string>): Promise<void> => {
    setFault(null);
    setTold(null);
    try {
      setTold(await task());
      take(await call('GET /api/sealed', {}));
    } catch (error) {
      setFault(faultOf(error).message);
    }
  };
  const rotate = (remove: string | null) =>
    work(async () => {
      const { keys } = await call('POST /api/sealed/rotations', { body: { remove } });
      return words('cases.rotated', { count: keys });
    });
  const inside = open.members.filter(({ role }) => role !== null);
  const outside = open.members.filter(({ role }) => role === null);
  return (
    <>
      <h1>{words('cases.members')}</h1>
      <p class="lead">{words('cases.members.text')}</p>
      {told !== null && (
        <p class="notice good" role="status">
          {told}
        </p>
      )}
      {fault !== null && (
        <p class="notice stop" role="alert">
          {fault}
        </p>
      )}
      <ul class="lines members">
        {inside.map((member) => (
          <li key={member.name}>
            <MemberLine member={member} me={state.me} />
            {!member.compared && (
              <FingerprintForm
                does={words('cases.compare')}
                submit={(fingerprint) =>
                  work(async () => {
                    await call('POST /api/sealed/comparisons', { body: { name: member.name, fingerprint } });
                    return words('cases.compared', { name: member.name });
                  })
                }
              />
            )}
            {open.admin && member.name !== state.me && (
              <Removal member={member} remove={() => rotate(member.name)} />
            )}
          </li>
        ))}
      </ul>
      {open.admin && (
        <>
          <h2>{words('cases.admit')}</h2>
          {outside.length === 0 && <p class="why">{words('cases.admit.none')}</p>}
          <ul class="lines members">
            {outside.map((member) => (
              <li key={member.name}>
                <strong>
                  <bdi>{member.name}</bdi>
                </strong>
                <FingerprintForm
                  does={words('cases.admit.do', { name: member.name })}
                  asAdmin
                  submit={(fingerprint, admin) =>
                    work(async () => {
                      await call('POST /api/sealed/admissions', {
                        body: { name: member.name, fingerprint, admin },
                      });
                      return words('cases.admitted', { name: member.name });
                    })
                  }
                />
              </li>
            ))}
          </ul>
          <h2>{words('cases.rotate')}</h2>
          <p class="why">{words('cases.rotate.text')}</p>
          <button type="button" onClick={() => rotate(null)}>
            {words('cases.rotate')}
          </button>
        </>
      )}
      <details class="other-compartment">
        <summary>{words('cases.other')}</summary>
        <ChooseCompartment state={state} />
      </details>
    </>
  );
}

function MemberLine({ member, me }: { readonly member: Member; readonly me: string | null }) {
  return (
    <>
      <p>
        <strong>
          <bdi>{member.name}</bdi>
        </strong>{' '}
        {member.name === me && `(${words('cases.you')})`} ·{' '}
        {words(member.role === 'admin' ? 'cases.role.admin' : 'cases.role.member')} ·{' '}
        <span class={member.compared ? 'ok' : 'warn'}>
          {words(
            member.changed
              ? 'cases.keys-changed'
              : member.compared
                ? 'cases.keys-compared'
                : 'cases.keys-open',
          )}
        </span>
      </p>
      <p class="key">{member.fingerprint}</p>
    </>
  );
}

interface FingerprintProps {
  readonly does: string;
  readonly asAdmin?: boolean;
  submit(fingerprint: string, admin: boolean): Promise<void>;
}

function FingerprintForm({ does, asAdmin = false, submit }: FingerprintProps) {
  const [fingerprint, setFingerprint] = useState('');
  const [admin, setAdmin] = useState(false);
  return (
    <form
      autocomplete="off"
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(fingerprint, admin).then(() => setFingerprint(''));
      }}
    >
      <label class="wide-field">
        {words('cases.fingerprint')}
        <input
          type="text"
          required
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={fingerprint}
          onInput={(event) => setFingerprint(event.currentTarget.value)}
        />
      </label>
      {asAdmin && (
        <label class="check">
          <input
            type="checkbox"
            checked={admin}
            onChange={(event) => setAdmin(event.currentTarget.checked)}
          />
          {words('cases.as-admin')}
        </label>
      )}
      <button type="submit">{does}</button>
    </form>
  );
}

function Removal({ member, remove }: { readonly member: Member; remove(): Promise<void> }) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" class="plain stop" onClick={() => setAsked(true)}>
        {words('cases.removal', { name: member.name })}
      </button>
    );
  return (
    <div class="notice warn">
      <p>{words('cases.removal.text', { name: member.name })}</p>
      <p class="row">
        <button type="button" onClick={() => void remove()}>
          {words('cases.removal.do')}
        </button>
        <button type="button" class="plain" onClick={() => setAsked(false)}>
          {words('form.cancel')}
        </button>
      </p>
    </div>
  );
}
