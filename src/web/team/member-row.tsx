/** One member, and what a custodian may do about them. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { CloseDialog } from './close-dialog.tsx';
import { faultWords, may, member } from './member-state.ts';
import { proving } from './prove-dialog.tsx';
import { type Rights, RightsFields } from './rights-fields.tsx';
import { clearanceWords, rolesWords } from './role-words.ts';
import type { ShownToken } from './shown-token.ts';

interface RowProps {
  readonly one: Answer<'GET /api/team/members'>['members'][number];
  readonly again: () => void;
  readonly show: (token: ShownToken) => void;
}

/** The row. */
export function MemberRow({ one, again, show }: RowProps) {
  const [open, setOpen] = useState(false);
  const { name, roles, clearance, state, recoveryAskedBy, removalAskedBy } = one;
  return (
    <>
      <tr class={state === 'closed' ? 'closed' : ''}>
        <th scope="row">{name}</th>
        <td>{state === 'closed' ? words('team.closed') : rolesWords(roles)}</td>
        <td>{clearanceWords(clearance)}</td>
        <td>
          {recoveryAskedBy !== null && (
            <p class="warn">{words('team.recovery-asked', { by: recoveryAskedBy })}</p>
          )}
          {removalAskedBy !== null && (
            <p class="warn">{words('team.removal-asked', { by: removalAskedBy })}</p>
          )}
          {may('POST /api/team/members/{id}') && (
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {words('team.change')}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4}>
            <Change one={one} again={again} show={show} close={() => setOpen(false)} />
          </td>
        </tr>
      )}
    </>
  );
}

function Change({ one, again, show, close }: RowProps & { readonly close: () => void }) {
  const { id, name, state } = one;
  const [rights, setRights] = useState<Rights>(one);
  const [refused, setRefused] = useState<string | null>(null);
  const [closing, setClosing] = useState(false);
  const params = { id };
  const trying = async (work: () => Promise<unknown>): Promise<void> => {
    setRefused(null);
    try {
      await proving(work);
      again();
      close();
    } catch (error) {
      setRefused(faultWords(error));
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const body = { roles: [...rights.roles], clearance: rights.clearance };
    void trying(() => call('POST /api/team/members/{id}', { params, body }));
  };
  const turn = (to: 'active' | 'closed'): Promise<void> =>
    trying(() => call('POST /api/team/members/{id}', { params, body: { state: to } }));
  const recover = (): Promise<void> =>
    trying(async () => {
      const { token, until } = await call('POST /api/team/members/{id}/recovery', { params, body: {} });
      if (token !== null) show({ name, token, until });
    });
  return (
    <form class="record-form" onSubmit={submit}>
      {closing && <CloseDialog name={name} close={() => setClosing(false)} go={() => turn('closed')} />}
      <RightsFields rights={rights} onChange={setRights} />
      <p class="why">{words('team.change-why')}</p>
      <Refused why={refused} />
      <div class="row">
        <button type="submit" class="yes" disabled={rights.roles.length === 0}>
          {words('team.save')}
        </button>
        <button
          type="button"
          onClick={() =>
            void trying(() => call('POST /api/team/members/{id}/sessions/ends', { params, body: {} }))
          }
        >
          {words('team.sign-out-member')}
        </button>
        {member.value?.account.id !== id && state === 'active' && (
          <button type="button" onClick={() => void recover()}>
            {words('team.recover')}
          </button>
        )}
        {state === 'active' ? (
          <button type="button" onClick={() => setClosing(true)}>
            {words('team.close')}
          </button>
        ) : (
          <button type="button" onClick={() => void turn('active')}>
            {words('team.reopen')}
          </button>
        )}
      </div>
    </form>
  );
}
