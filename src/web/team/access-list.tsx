/** Who did and who saw what, by person, by kind, by record, by time; and as a file. */
import { ACCESS_ACTS } from '../../record/team/access.ts';
import { addressOf, call } from '../api/call.ts';
import { useOnce } from '../api/use-once.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { go } from '../shell/location.ts';
import type { WordKey } from '../words/en.ts';
import { words } from '../words/language.ts';

const FIELDS = ['act', 'account', 'about', 'from', 'to'] as const;

/** The list; its filters stand in the address. */
export function AccessList({ query }: { readonly query: URLSearchParams }) {
  const asked = Object.fromEntries(
    FIELDS.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])),
  );
  const before = query.get('before');
  const { answer, fault, again } = useOnce(
    () =>
      call('GET /api/team/accesses', {
        query: { ...asked, limit: 50, ...(before === null ? {} : { before: Number(before) }) } as never,
      }),
    [query.toString()],
  );
  const names = useOnce(() => call('GET /api/team/members', {}), []);
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(query);
    next.delete('before');
    if (value === '') next.delete(name);
    else next.set(name, value);
    go(`/team?${next}`, { replace: true });
  };
  return (
    <section aria-labelledby="accesses">
      <h2 id="accesses">{words('team.accesses')}</h2>
      <p class="why">{words('team.accesses-why')}</p>
      <form class="row filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {words('team.who')}
          <select
            value={query.get('account') ?? ''}
            onChange={(event) => set('account', event.currentTarget.value)}
          >
            <option value="">{words('filters.any')}</option>
            {names.answer?.members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('team.did')}
          <select value={query.get('act') ?? ''} onChange={(event) => set('act', event.currentTarget.value)}>
            <option value="">{words('filters.any')}</option>
            {ACCESS_ACTS.map((act) => (
              <option key={act} value={act}>
                {words(`team.act.${act}` satisfies WordKey)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('team.record')}
          <input
            type="text"
            value={query.get('about') ?? ''}
            placeholder="src_…"
            onChange={(event) => set('about', event.currentTarget.value.trim())}
          />
        </label>
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {words(`team.${name}`)}
            <input
              type="date"
              value={query.get(name) ?? ''}
              onChange={(event) => set(name, event.currentTarget.value)}
            />
          </label>
        ))}
        <a href={addressOf('/api/team/accesses/export', { query: asked })} download="accesses.jsonl">
          {words('team.as-file')}
        </a>
      </form>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && answer.accesses.length === 0 && <p class="empty">{words('team.no-access')}</p>}
      <ul class="plain-list accesses">
        {answer?.accesses.map((one) => (
          <li key={one.seq}>
            <span>
              <time dateTime={one.at}>{momentWords(one.at)}</time> · <b>{one.name || words('team.nobody')}</b>{' '}
              · {words(`team.act.${one.act}` satisfies WordKey)} {one.detail !== null && `(${one.detail}) `}
              <AboutWhat about={one.about} />
            </span>
            <span class="why">
              {one.logged === null ? words('team.log-waits') : words('shell.log', { seq: one.logged })}
            </span>
          </li>
        ))}
      </ul>
      {answer?.next != null && (
        <button
          type="button"
          onClick={() => {
            const next = new URLSearchParams(query);
            next.set('before', String(answer.next));
            go(`/team?${next}`);
          }}
        >
          {words('team.older')}
        </button>
      )}
    </section>
  );
}

const MOST_NAMED = 4;

function AboutWhat({ about }: { readonly about: readonly string[] }) {
  return (
    <>
      {about.slice(0, MOST_NAMED).map((id) => (
        <a key={id} href={`/team?about=${id}`}>
          <code>{id.slice(0, 10)}</code>{' '}
        </a>
      ))}
      {about.length > MOST_NAMED && words('team.more', { count: about.length - MOST_NAMED })}
    </>
  );
}
