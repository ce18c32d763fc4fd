/** Who did what and when, the latest first; by person and by action. The question stands in the address. */
import { useEffect, useState } from 'preact/hooks';
import { ACTIONS } from '../../record/log-entry.ts';
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { go } from '../shell/location.ts';
import { numberIn, words } from '../words/language.ts';

const PER_PAGE = 50;

type Entry = Answer<'GET /api/log'>['entries'][number];

/** @param query of the address: `by`, `action` and `before` */
export function LogList({ query }: { readonly query: URLSearchParams }) {
  const by = query.get('by') ?? '';
  const action = ACTIONS.find((one) => one === query.get('action'));
  const before = Number(query.get('before')) || undefined;
  const [typed, setTyped] = useState(by);
  useEffect(() => setTyped((now) => (now.trim() === by ? now : by)), [by]);
  useEffect(() => {
    const timer = setTimeout(() => typed.trim() !== by && to({ by: typed.trim(), action }), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const { answer, fault, again } = useAnswer('GET /api/log', {
    query: {
      limit: PER_PAGE,
      agent: by || undefined,
      action,
      cursor: before === undefined ? undefined : String(before),
    },
  });
  return (
    <section aria-labelledby="log">
      <h2 id="log">{words('log.title')}</h2>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {words('log.by')}
          <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <label>
          {words('log.action')}
          <select
            value={action ?? ''}
            onChange={(event) => to({ by, action: ACTIONS.find((one) => one === event.currentTarget.value) })}
          >
            <option value="">{words('log.any')}</option>
            {ACTIONS.map((one) => (
              <option key={one} value={one}>
                {words(`log.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </form>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.entries.length === 0 && <p class="empty">{words('log.none')}</p>}
      <div class="scroll">
        <table class="log">
          <thead>
            <tr>
              <th scope="col">{words('log.number')}</th>
              <th scope="col">{words('log.when')}</th>
              <th scope="col">{words('log.who')}</th>
              <th scope="col">{words('log.what')}</th>
            </tr>
          </thead>
          <tbody>
            {answer?.entries.map((entry) => (
              <Row key={entry.seq} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {answer !== null && (
        <p class="pages">
          {before !== undefined && <a href={addressOf({ by, action })}>{words('log.newest')}</a>}
          {answer.next !== null && (
            <a href={addressOf({ by, action, before: Number(answer.next) })}>
              {words('log.older', { seq: answer.next })}
            </a>
          )}
          <span>{words('log.total', { count: answer.total })}</span>
        </p>
      )}
    </section>
  );
}

interface Asked {
  readonly by: string;
  readonly action: string | undefined;
  readonly before?: number;
}

function addressOf({ by, action, before }: Asked): string {
  const search = new URLSearchParams();
  if (by !== '') search.set('by', by);
  if (action !== undefined) search.set('action', action);
  if (before !== undefined) search.set('before', String(before));
  return search.size === 0 ? '/custody' : `/custody?${search}`;
}

function to(asked: Asked): void {
  go(addressOf(asked), { replace: true });
}

function Row({ entry }: { readonly entry: Entry }) {
  const { seq, at, agent, action, leaf, erased, about } = entry;
  return (
    <tr>
      <td>
        <span title={leaf}>{seq}</span>
      </td>
      <td>
        <time dateTime={at} title={at}>
          {momentWords(at)}
        </time>
      </td>
      <td dir="auto">
        {erased ? words('log.erased-who') : agent === 'machine' ? words('log.machine') : agent}
      </td>
      <td>
        {words(`log.${action}`)}
        {erased && ` — ${words('log.erased')}`}
        {about.decision !== null && `: ${decisionWords(about.decision)}`}
        {about.count !== null && ` (${numberIn(about.count)})`}
        {about.source !== null && (
          <>
            {' · '}
            <a
              dir="auto"
              href={`/read/${about.source}${about.claim === null ? '' : `?claim=${about.claim}`}`}
            >
              {about.title ?? words('inbox.untitled')}
            </a>
          </>
        )}
        {about.reason !== null && (
          <span class="why" dir="auto">
            {about.reason}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Decisions have words; programs and their versions stay as they are. */
function decisionWords(decision: string): string {
  switch (decision) {
    case 'recorded':
    case 'withdrawn':
    case 'accepted':
    case 'rejected':
    case 'reopened':
    case 'confirmed':
    case 'cut':
    case 'same':
    case 'distinct':
    case 'exported':
    case 'witnessed':
    case 'timestamped':
      return words(`log.did.${decision}`);
    default:
      return decision;
  }
}
