/** The inbox: sources, those with most to read first. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import type { RoomProps } from '../shell/room-props.ts';
import { whenIdle } from '../shell/when-idle.ts';
import { words } from '../words/language.ts';
import { inKeptOrder } from './kept-order.ts';

const PER_PAGE = 50;
const ORDERS = ['to-read', 'newest', 'oldest', 'title'] as const;
const WAITING = ['all', 'some', 'none'] as const;

/** The page. */
export function InboxPage(_: RoomProps) {
  const [q, setQ] = useState('');
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('to-read');
  const [waiting, setWaiting] = useState<(typeof WAITING)[number]>('all');
  const [offset, setOffset] = useState(0);
  const { answer, fault, again } = useAnswer('GET /api/sources', {
    query: { q, order, waiting, offset, limit: PER_PAGE },
  });
  const sources = useKeptOrder(answer, JSON.stringify([q, order, waiting, offset]));
  const shown = answer !== null;
  useEffect(() => (shown ? whenIdle(loadReadingRoom) : undefined), [shown]);
  const from =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value);
      setOffset(0);
    };
  return (
    <div class="sheet">
      <h1>{words('nav.inbox')}</h1>
      {answer !== null && (
        <p class="lead">{words('inbox.lead', { fitting: answer.fitting, waitingIn: answer.waitingIn })}</p>
      )}
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {words('inbox.find')}
          <input type="search" value={q} onInput={(event) => from(setQ)(event.currentTarget.value)} />
        </label>
        <label>
          {words('inbox.order')}
          <select
            value={order}
            onChange={(event) => from(setOrder)(event.currentTarget.value as typeof order)}
          >
            {ORDERS.map((one) => (
              <option key={one} value={one}>
                {words(`inbox.order.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('inbox.show')}
          <select
            value={waiting}
            onChange={(event) => from(setWaiting)(event.currentTarget.value as typeof waiting)}
          >
            {WAITING.map((one) => (
              <option key={one} value={one}>
                {words(`inbox.show.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </form>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.sources.length === 0 && (
        <p class="empty">{words(q.trim() === '' && waiting === 'all' ? 'inbox.empty' : 'inbox.none')}</p>
      )}
      <ol class="sources">
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ol>
      {answer !== null && answer.fitting > PER_PAGE && (
        <Pages offset={offset} fitting={answer.fitting} go={setOffset} />
      )}
    </div>
  );
}

/** The same question told anew moves no row; another question gets its own order. */
function useKeptOrder(answer: Answer<'GET /api/sources'> | null, asked: string): readonly Source[] {
  const last = useRef<{ asked: string; answer: typeof answer; rows: readonly Source[] }>({
    asked,
    answer: null,
    rows: [],
  });
  const before = last.current;
  if (answer !== null && answer !== before.answer) {
    const shown = before.asked === asked ? before.rows.map(({ id }) => id) : [];
    last.current = { asked, answer, rows: inKeptOrder(answer.sources, shown) };
  }
  return last.current.rows;
}

/** One goes on to read from here: the code for it is there before it is asked for. */
function loadReadingRoom(): void {
  void import('../reading/reading-page.tsx').catch(() => undefined);
}

type Source = Answer<'GET /api/sources'>['sources'][number];

function SourceRow({ source }: { readonly source: Source }) {
  const { proposed, accepted, rejected } = source.claims;
  const all = proposed + accepted + rejected;
  return (
    <li>
      <a href={`/read/${source.id}`} dir="auto">
        {source.title ?? words('inbox.untitled')}
      </a>
      <p>
        {source.publisher ?? words('inbox.no-outlet')} · {dayWords(source.publishedAt)} ·{' '}
        {proposed > 0 ? words('inbox.to-read', { count: proposed }) : words('inbox.read', { count: all })}
      </p>
      <meter min={0} max={Math.max(1, all)} value={accepted + rejected} aria-label={words('inbox.done')} />
    </li>
  );
}

interface PagesProps {
  readonly offset: number;
  readonly fitting: number;
  go(offset: number): void;
}

function Pages({ offset, fitting, go }: PagesProps) {
  const last = Math.min(fitting, offset + PER_PAGE);
  return (
    <p class="pages">
      <button type="button" disabled={offset === 0} onClick={() => go(Math.max(0, offset - PER_PAGE))}>
        {words('inbox.before')}
      </button>
      <span>{words('inbox.range', { from: offset + 1, to: last, fitting })}</span>
      <button type="button" disabled={last >= fitting} onClick={() => go(offset + PER_PAGE)}>
        {words('inbox.after')}
      </button>
    </p>
  );
}
