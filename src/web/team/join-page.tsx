/** Where somebody invited chooses how they sign in. The token of the address is taken out of it at once. */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { AppSecret } from './app-secret.tsx';
import { canPasskeys, makePasskey } from './browser-passkey.ts';
import { faultWords } from './member-state.ts';
import { OutsideButton } from './outside-button.tsx';
import { clearanceWords, rolesWords } from './role-words.ts';
import { CodeField, PassphraseField } from './secret-fields.tsx';
import { useDoor } from './use-door.ts';
import { useTrying } from './use-trying.ts';

type Invitation = Answer<'POST /api/team/invitations/readings'>;

/** The page. */
export function JoinPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    window.history.replaceState(null, '', '/join');
    call('POST /api/team/invitations/readings', { body: { token } }).then(setInvitation, (error: unknown) =>
      setFault(faultWords(error)),
    );
  }, [token]);
  return (
    <div class="sheet door">
      <h1>{words(invitation?.recovers === true ? 'team.back-in' : 'team.join')}</h1>
      <Refused why={fault} />
      {invitation !== null && <Choose token={token} invitation={invitation} />}
    </div>
  );
}

function Choose({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const door = useDoor();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const { busy, fault, setFault, trying } = useTrying();
  const goIn = (): void => window.location.assign('/');
  const submit = (event: Event): void => {
    event.preventDefault();
    const body = { token, passphrase, code };
    void trying(() => call('POST /api/team/invitations/acceptances', { body }), goIn);
  };
  const byPasskey = (): Promise<void> =>
    trying(async () => {
      const asked = await call('POST /api/team/invitations/passkeys/questions', { body: { token } });
      const answer = await makePasskey(asked.options);
      const body = { token, question: asked.question, answer, label: words('team.first-passkey') };
      await call('POST /api/team/invitations/passkeys', { body });
    }, goIn);
  const { name, roles, clearance, secret, address, recovers } = invitation;
  return (
    <>
      <p>{words('team.invited', { name, roles: rolesWords(roles), clearance: clearanceWords(clearance) })}</p>
      <p class="why">{words(recovers ? 'team.back-in-why' : 'team.name-why')}</p>
      {canPasskeys() && (
        <section>
          <h2>{words('team.with-passkey')}</h2>
          <p class="why">{words('team.passkey-why')}</p>
          <button type="button" class="yes" disabled={busy} onClick={() => void byPasskey()}>
            {words('team.make-passkey')}
          </button>
        </section>
      )}
      {door !== null && (
        <section>
          <h2>{words('team.with-outside', { name: door })}</h2>
          <p class="why">{words('team.outside-why', { name: door })}</p>
          <OutsideButton
            name={door}
            apart={false}
            ask={() => call('POST /api/team/outside/questions', { body: { token } })}
            onDone={() => undefined}
            onFault={setFault}
          />
        </section>
      )}
      <section>
        <h2>{words('team.with-passphrase')}</h2>
        <p class="why">{words('team.app-why')}</p>
        <AppSecret secret={secret} address={address} />
        <form class="record-form" onSubmit={submit}>
          <input type="hidden" autocomplete="username" value={name} />
          <PassphraseField fresh value={passphrase} onInput={setPassphrase} />
          <CodeField value={code} onInput={setCode} />
          <button type="submit" disabled={busy}>
            {words('team.go-in')}
          </button>
        </form>
      </section>
      <Refused why={fault} />
    </>
  );
}
