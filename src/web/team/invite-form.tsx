/** A custodian invites somebody. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { faultWords } from './member-state.ts';
import { proving } from './prove-dialog.tsx';
import { type Rights, RightsFields } from './rights-fields.tsx';
import type { ShownToken } from './shown-token.ts';

const USUAL: Rights = { roles: ['reader'], clearance: 'internal' };

/** The form. */
export function InviteForm({
  again,
  show,
}: {
  readonly again: () => void;
  readonly show: (token: ShownToken) => void;
}) {
  const [name, setName] = useState('');
  const [rights, setRights] = useState(USUAL);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setRefused(null);
    try {
      const body = { name, roles: [...rights.roles], clearance: rights.clearance };
      const { token, until } = await proving(() => call('POST /api/team/invitations', { body }));
      show({ name, token, until });
      setName('');
      setRights(USUAL);
    } catch (error) {
      setRefused(faultWords(error));
    }
    again();
  };
  return (
    <details>
      <summary>{words('team.invite')}</summary>
      <form class="record-form" onSubmit={submit}>
        <label>
          {words('team.name')}
          <input
            type="text"
            required
            maxLength={120}
            autocomplete="off"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <p class="why">{words('team.name-why')}</p>
        <RightsFields rights={rights} onChange={setRights} />
        <Refused why={refused} />
        <button type="submit" class="yes" disabled={rights.roles.length === 0}>
          {words('team.invite')}
        </button>
      </form>
    </details>
  );
}
