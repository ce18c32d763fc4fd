/** What the team agrees on. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { useOnce } from '../api/use-once.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { faultWords, may } from './member-state.ts';
import { proving } from './prove-dialog.tsx';
import { useDoor } from './use-door.ts';

/** The settings. */
export function TeamSettings() {
  const { answer, again } = useOnce(() => call('GET /api/team/settings', {}), []);
  const [refused, setRefused] = useState<string | null>(null);
  const door = useDoor();
  if (answer === null) return null;
  const change = async (body: Partial<typeof answer>): Promise<void> => {
    setRefused(null);
    await proving(() => call('PUT /api/team/settings', { body })).catch((error: unknown) =>
      setRefused(faultWords(error)),
    );
    again();
  };
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed">{words('team.agreed')}</h2>
      <label class="tick">
        <input
          type="checkbox"
          checked={answer.secondPerson}
          disabled={!may('PUT /api/team/settings')}
          onChange={(event) => void change({ secondPerson: event.currentTarget.checked })}
        />
        {words('team.second-person')}
      </label>
      {door !== null && (
        <label class="tick">
          <input
            type="checkbox"
            checked={answer.outsideSignUp}
            disabled={!may('PUT /api/team/settings')}
            onChange={(event) => void change({ outsideSignUp: event.currentTarget.checked })}
          />
          {words('team.outside-sign-up', { name: door })}
        </label>
      )}
      <Refused why={refused} />
    </section>
  );
}
