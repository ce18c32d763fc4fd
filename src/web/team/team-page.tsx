/** The team: its members and invitations, what they agree on; custodians change it. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { useOnce } from '../api/use-once.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { Refused } from '../parts/refused.tsx';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { AccessList } from './access-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberRow } from './member-row.tsx';
import { faultWords, may } from './member-state.ts';
import { proving } from './prove-dialog.tsx';
import { clearanceWords, rolesWords } from './role-words.ts';
import type { ShownToken } from './shown-token.ts';
import { TeamSettings } from './team-settings.tsx';

/** The page. */
export function TeamPage({ query }: RoomProps) {
  return (
    <div class="sheet team">
      <h1>{words('nav.team')}</h1>
      {may('GET /api/team/members') ? <Members /> : <p class="why">{words('team.not-yours')}</p>}
      <TeamSettings />
      {may('GET /api/team/accesses') && <AccessList query={query} />}
    </div>
  );
}

function Members() {
  const { answer, fault, again } = useOnce(() => call('GET /api/team/members', {}), []);
  const [shown, setShown] = useState<ShownToken | null>(null);
  return (
    <section aria-labelledby="members">
      <h2 id="members">{words('team.members')}</h2>
      {fault !== null && <Fault fault={fault} again={again} />}
      {shown !== null && <Token {...shown} close={() => setShown(null)} />}
      {answer !== null && (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th>{words('team.name')}</th>
                <th>{words('team.roles')}</th>
                <th>{words('team.clearance')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {answer.members.map((one) => (
                <MemberRow key={one.id} one={one} again={again} show={setShown} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Invitations waiting={answer?.invitations ?? []} again={again} />
      {may('POST /api/team/invitations') && <InviteForm again={again} show={setShown} />}
    </section>
  );
}

/** The address that opens an account; it is shown this once. */
function Token({ name, token, until, close }: ShownToken & { readonly close: () => void }) {
  return (
    <div class="notice" role="status">
      <p>{words('team.token', { name, until: momentWords(until) })}</p>
      <pre>{`${window.location.origin}/join#${token}`}</pre>
      <button type="button" onClick={close}>
        {words('shell.close')}
      </button>
    </div>
  );
}

type Invited = Answer<'GET /api/team/members'>['invitations'][number];

function Invitations({
  waiting,
  again,
}: {
  readonly waiting: readonly Invited[];
  readonly again: () => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  if (waiting.length === 0) return null;
  const withdraw = async (invitation: string): Promise<void> => {
    setRefused(null);
    await proving(() => call('POST /api/team/invitations/withdrawals', { body: { invitation } })).catch(
      (error: unknown) => setRefused(faultWords(error)),
    );
    again();
  };
  return (
    <>
      <h3>{words('team.invitations')}</h3>
      <ul class="plain-list">
        {waiting.map(({ id, name, roles, clearance, by, until }) => (
          <li key={id}>
            <span>
              {name} · {rolesWords(roles)} · {clearanceWords(clearance)} ·{' '}
              {words('team.invited-by', { by, until: momentWords(until) })}
            </span>
            {may('POST /api/team/invitations/withdrawals') && (
              <button type="button" onClick={() => void withdraw(id)}>
                {words('team.withdraw')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refused why={refused} />
    </>
  );
}
