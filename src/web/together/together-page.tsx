/** What there is to do, one's own or everybody's, and where one is mentioned. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { member } from '../team/member-state.ts';
import { words } from '../words/language.ts';
import { AssignmentWords } from './assignment-words.tsx';
import { mentions, readMentionsAgain } from './unread.ts';
import { useTold } from './use-told.ts';

/** The page. */
export function TogetherPage() {
  if (member.value === null) return <p class="empty">{words('shell.not-found')}</p>;
  return (
    <div class="sheet together">
      <h1>{words('nav.together')}</h1>
      <p class="lead">{words('together.lead')}</p>
      <ToDo />
      <Mentions />
    </div>
  );
}

function ToDo() {
  const [mine, setMine] = useState(true);
  const [done, setDone] = useState(false);
  const { answer, fault, again } = useTold(
    () => call('GET /api/assignments', { query: { mine: `${mine}`, done: `${done}` } }),
    ['assignment', `${mine} ${done}`],
  );
  return (
    <>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {words('together.whose')}
          <select
            value={mine ? 'mine' : 'all'}
            onChange={(event) => setMine(event.currentTarget.value === 'mine')}
          >
            <option value="mine">{words('together.mine')}</option>
            <option value="all">{words('together.everybodys')}</option>
          </select>
        </label>
        <label class="check">
          <input type="checkbox" checked={done} onChange={(event) => setDone(event.currentTarget.checked)} />
          {words('together.also-done')}
        </label>
      </form>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.assignments.length === 0 && <p class="why">{words('together.nothing')}</p>}
      <ol class="lines">
        {answer?.assignments.map((one) => (
          <li key={one.thing}>
            <Place one={one} />
            <p class="why">
              <AssignmentWords one={one} />
            </p>
            {one.note !== '' && (
              <p class="said" dir="auto">
                {one.note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

type Placed = Pick<Answer<'GET /api/assignments'>['assignments'][number], 'kind' | 'title' | 'page'>;

function Place({ one: { kind, title, page } }: { readonly one: Placed }) {
  return (
    <>
      <a href={page} dir="auto">
        {title ?? words(`together.kind.${kind}`)}
      </a>{' '}
      <small>{words(`together.kind.${kind}`)}</small>
    </>
  );
}

function Mentions() {
  const told = mentions.value;
  const all = told?.mentions ?? [];
  const seen = async (): Promise<void> => {
    const comments = all.filter(({ read }) => !read).map(({ comment }) => comment);
    await call('POST /api/mentions/readings', { body: { comments } });
    await readMentionsAgain();
  };
  return (
    <section aria-labelledby="mentions">
      <h2 id="mentions">{words('together.mentions')}</h2>
      {told !== null && all.length === 0 && <p class="why">{words('together.no-mentions')}</p>}
      <ol class="lines">
        {all.map((one) => (
          <li key={one.comment}>
            {!one.read && <b class="warn">{words('together.new')} </b>}
            <Place one={one} />
            <p class="why">{words('together.mentioned', { name: one.name, day: momentWords(one.at) })}</p>
          </li>
        ))}
      </ol>
      {told !== null && told.unread > 0 && (
        <button type="button" onClick={() => void seen()}>
          {words('together.all-seen')}
        </button>
      )}
    </section>
  );
}
