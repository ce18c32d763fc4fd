/** Counts from cases: choosing a table, preparing it, and the list of those that wait and those that are out. */
import { type Answer, call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { words } from '../words/language.ts';
import { axisWords } from './count-words.ts';
import { PrepareCounts } from './prepare-counts.tsx';
import { sealed } from './sealed-state.ts';
import { useSealed } from './use-sealed.ts';

type Listed = Answer<'GET /api/sealed/counts'>['counts'][number];
const LETTERS = 12;

/** The page. */
export function CountsPage() {
  const { answer, fault, again } = useSealed(() => call('GET /api/sealed/counts', {}), []);
  const counts = answer?.counts ?? [];
  const waiting = counts.filter(({ signedOffBy }) => signedOffBy === null);
  const released = counts.filter(({ signedOffBy }) => signedOffBy !== null);
  return (
    <>
      <h1>{words('counts.title')}</h1>
      <p class="lead">{words('counts.lead')}</p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && (
        <>
          <h2>{words('counts.waiting')}</h2>
          <CountsLines counts={waiting} none={words('counts.waiting.none')} />
        </>
      )}
      <PrepareCounts />
      {answer !== null && (
        <>
          <h2>{words('counts.released')}</h2>
          <CountsLines counts={released} none={words('counts.released.none')} />
        </>
      )}
    </>
  );
}

function CountsLines({ counts, none }: { readonly counts: readonly Listed[]; readonly none: string }) {
  if (counts.length === 0) return <p class="why">{none}</p>;
  return (
    <ul class="lines counts-lines">
      {counts.map((one) => (
        <li key={one.id}>
          <a href={`/cases/counts/${one.id}`}>{one.id.slice(0, LETTERS)}</a> <TableNames of={one} /> ·{' '}
          {words('counts.prepared-by', { name: one.preparedBy, when: momentWords(one.at) })}
          {one.signedOffBy !== null &&
            ` · ${words('counts.signed-by', { name: one.signedOffBy, when: momentWords(one.signedOffAt ?? '') })}`}
          {one.signedOffBy === null && one.preparedBy !== sealed.value?.me && (
            <strong> · {words('counts.yours')}</strong>
          )}{' '}
          · {words('counts.cells-withheld', { count: one.withheld })}
        </li>
      ))}
    </ul>
  );
}

function TableNames({ of }: { readonly of: Listed }) {
  // "Cases by state, answer", as every table of cases is named.
  const named = of.tables.map((name) =>
    name
      .replace(/^Cases by /u, '')
      .split(', ')
      .map(axisWords)
      .join(' × '),
  );
  return <span>{named.join('; ')}</span>;
}
