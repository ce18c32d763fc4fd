/** One's own account: what one may do and see, where one is signed in, passkeys. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { useOnce } from '../api/use-once.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { Refused } from '../parts/refused.tsx';
import { isLeft } from '../shell/record-state.ts';
import { words } from '../words/language.ts';
import { canPasskeys, makePasskey } from './browser-passkey.ts';
import { faultWords, member, readMember } from './member-state.ts';
import { OutsideWay } from './outside-way.tsx';
import { proving } from './prove-dialog.tsx';
import { clearanceWords, rolesWords } from './role-words.ts';

/** The page. */
export function AccountPage() {
  const who = member.value;
  const [left, setLeft] = useState<{ readonly name: string; readonly address: string } | null>(null);
  if (left !== null) return <SignedOut {...left} />;
  if (who === null) return <p class="empty">{words('shell.not-found')}</p>;
  const { name, roles, clearance } = who.account;
  const signOut = async (): Promise<void> => {
    isLeft.value = true;
    const { outside } = await call('POST /api/team/sign-out', { body: {} }).catch((error: unknown) => {
      isLeft.value = false;
      throw error;
    });
    if (outside?.address != null) setLeft({ name: outside.name, address: outside.address });
    else window.location.assign('/');
  };
  return (
    <div class="sheet team">
      <h1>{name}</h1>
      <p>{words('team.you-are', { roles: rolesWords(roles), clearance: clearanceWords(clearance) })}</p>
      <button type="button" onClick={() => void signOut()}>
        {words('team.sign-out')}
      </button>
      <Sessions />
      <Passkeys />
      <OutsideWay />
    </div>
  );
}

/** The provider still knows this browser; whether it shall is for the person to say. */
function SignedOut({ name, address }: { readonly name: string; readonly address: string }) {
  return (
    <div class="sheet team">
      <h1>{words('team.signed-out')}</h1>
      <p>{words('team.outside-left', { name })}</p>
      <p class="row">
        <a href={address} rel="noreferrer">
          {words('team.outside-sign-out', { name })}
        </a>
        <a href="/" target="_self">
          {words('team.sign-in')}
        </a>
      </p>
    </div>
  );
}

function Sessions() {
  const { answer, fault, again } = useOnce(() => call('GET /api/team/sessions', {}), []);
  const [refused, setRefused] = useState<string | null>(null);
  const end = async (session: string | null): Promise<void> => {
    setRefused(null);
    await call('POST /api/team/sessions/ends', { body: { session } }).catch((error: unknown) =>
      setRefused(faultWords(error)),
    );
    again();
  };
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{words('team.sessions')}</h2>
      {fault !== null && <Fault fault={fault} again={again} />}
      <ul class="plain-list">
        {answer?.sessions.map(({ id, device, beganAt, seenAt }) => (
          <li key={id}>
            <span>
              {device} ·{' '}
              {words('team.session-times', { began: momentWords(beganAt), seen: momentWords(seenAt) })}
              {id === answer.this && <b> · {words('team.this-session')}</b>}
            </span>
            {id !== answer.this && (
              <button type="button" onClick={() => void end(id)}>
                {words('team.end-session')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {answer !== null && answer.sessions.length > 1 && (
        <button type="button" onClick={() => void end(null)}>
          {words('team.end-others')}
        </button>
      )}
      <Refused why={refused} />
    </section>
  );
}

function Passkeys() {
  const { answer, fault, again } = useOnce(() => call('GET /api/team/passkeys', {}), []);
  const [label, setLabel] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const trying = async (work: () => Promise<unknown>): Promise<void> => {
    setRefused(null);
    try {
      await work();
      setLabel('');
      await readMember();
    } catch (error) {
      setRefused(error instanceof DOMException ? words('team.passkey-left') : faultWords(error));
    }
    again();
  };
  const add = (event: Event): void => {
    event.preventDefault();
    void trying(async () => {
      const asked = await proving(() => call('POST /api/team/passkeys/additions/questions', { body: {} }));
      const made = await makePasskey(asked.options);
      const body = { question: asked.question, answer: made, label };
      await call('POST /api/team/passkeys/additions', { body });
    });
  };
  const drop = (passkey: string): Promise<void> =>
    trying(() => proving(() => call('POST /api/team/passkeys/drops', { body: { passkey } })));
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{words('team.passkeys')}</h2>
      {fault !== null && <Fault fault={fault} again={again} />}
      <ul class="plain-list">
        {answer?.passkeys.map((one) => (
          <li key={one.id}>
            <span>
              {one.label} · {momentWords(one.addedAt)}
            </span>
            <button type="button" onClick={() => void drop(one.id)}>
              {words('team.drop')}
            </button>
          </li>
        ))}
      </ul>
      {canPasskeys() && (
        <form class="row" onSubmit={add}>
          <label>
            {words('team.passkey-label')}
            <input
              type="text"
              required
              maxLength={60}
              value={label}
              onInput={(event) => setLabel(event.currentTarget.value)}
            />
          </label>
          <button type="submit">{words('team.make-passkey')}</button>
        </form>
      )}
      <Refused why={refused} />
    </section>
  );
}
