/** Says that one is changing a thing for as long as this is shown, and who else is. It binds nobody. */
import { useEffect, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { may, member } from '../team/member-state.ts';
import { words } from '../words/language.ts';
import { useTold } from './use-told.ts';

/** Milliseconds between two signs that one is still at it: less than half of what the desk waits. */
const EVERY = 30_000;

/** The lines; on a desk for one there are none. */
export function Present({ thing }: { readonly thing: string }) {
  if (member.value === null || !may('POST /api/presence')) return null;
  return <Others thing={thing} />;
}

function Others({ thing }: { readonly thing: string }) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const say = (editing: boolean): void => {
      const body = { thing, editing };
      void call('POST /api/presence', { body }, { outlives: !editing }).catch(() => undefined);
    };
    say(true);
    const timer = setInterval(() => {
      say(true);
      setTurn((n) => n + 1);
    }, EVERY);
    return () => {
      clearInterval(timer);
      say(false);
    };
  }, [thing]);
  const { answer } = useTold(
    () => call('GET /api/presence', { query: { thing } }),
    [`presence ${thing}`, `${turn}`],
  );
  const now = Date.now();
  return (
    <div role="status">
      {answer?.present.map(({ name, since }) => {
        const minutes = Math.floor((now - Date.parse(since)) / 60_000);
        return (
          <p key={name} class="notice warn">
            {minutes < 1
              ? words('together.present-now', { name })
              : words('together.present', { name, minutes })}
          </p>
        );
      })}
    </div>
  );
}
