/** An assignment in one line: to whom, by whom, until when, or that it is done. */
import type { Answer } from '../api/call.ts';
import { dayWords } from '../parts/day.ts';
import { momentWords } from '../parts/moment.ts';
import { words } from '../words/language.ts';

/** The line. */
export function AssignmentWords({
  one,
}: {
  readonly one: Answer<'GET /api/assignments'>['assignments'][number];
}) {
  const { toName, byName, due, done } = one;
  const late = due !== null && done === null && due < new Date().toISOString().slice(0, 10);
  return (
    <>
      {words('together.given', { to: toName, by: byName })}
      {due !== null && done === null && (
        <>
          {' · '}
          <span class={late ? 'warn' : ''}>
            {words(late ? 'together.overdue' : 'together.due', { day: dayWords(due) })}
          </span>
        </>
      )}
      {done !== null && ` · ${words('together.done', { by: done.name, day: momentWords(done.at) })}`}
    </>
  );
}
