/** Whether the organisation's sign-in opens one's own account, too. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { faultWords, member, readMember } from './member-state.ts';
import { OutsideButton } from './outside-button.tsx';
import { proving } from './prove-dialog.tsx';
import { useDoor } from './use-door.ts';

/** The section; nothing where there is no such sign-in. */
export function OutsideWay() {
  const door = useDoor();
  const [refused, setRefused] = useState<string | null>(null);
  const bound = member.value?.account.ways.includes('outside') === true;
  if (door === null && !bound) return null;
  const name = door ?? '';
  const drop = async (): Promise<void> => {
    setRefused(null);
    try {
      await proving(() => call('POST /api/team/outside/bindings/drops', { body: {} }));
      await readMember();
    } catch (error) {
      setRefused(faultWords(error));
    }
  };
  return (
    <section aria-labelledby="outside">
      <h2 id="outside">{words('team.with-outside', { name })}</h2>
      <p class="why">{words(bound ? 'team.outside-bound' : 'team.outside-unbound', { name })}</p>
      {bound ? (
        <button type="button" onClick={() => void drop()}>
          {words('team.drop')}
        </button>
      ) : (
        <OutsideButton
          name={name}
          apart={false}
          ask={() => proving(() => call('POST /api/team/outside/bindings/questions', { body: {} }))}
          onDone={() => undefined}
          onFault={setRefused}
        />
      )}
      <Refused why={refused} />
    </section>
  );
}
