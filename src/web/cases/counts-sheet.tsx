/** Prepared or released counts: the table, what anybody could compute from it, and the second member's signature. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { CountTable } from './count-table.tsx';
import { labelWords, rangeWords } from './count-words.ts';
import { FaultList } from './fault-list.tsx';
import { sealed } from './sealed-state.ts';
import { faultOf, useSealed } from './use-sealed.ts';

type Shown = Answer<'GET /api/sealed/counts/{id}'>;
const LETTERS = 12;
/** Lines of an attack that are told one by one. */
const MOST_TOLD = 60;

/** The page. */
export function CountsSheet({ id }: { readonly id: string }) {
  const { answer, fault, again } = useSealed(
    () => call('GET /api/sealed/counts/{id}', { params: { id } }),
    [id],
  );
  return (
    <>
      <h1>{words('counts.one', { id: id.slice(0, LETTERS) })}</h1>
      <p>
        <a href="/cases/counts">{words('counts.title')}</a>
      </p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer === null && fault === null && <p class="empty">{words('counts.works')}</p>}
      {answer !== null && <Sheet shown={answer} again={again} />}
    </>
  );
}

function Sheet({ shown, again }: { readonly shown: Shown; again(): void }) {
  const { population, asOf, preparedBy, at, signedOffBy, signedOffAt, typedLabels, withheld } = shown;
  return (
    <>
      <p class="lead">
        {words(population === 'cases' ? 'counts.of.cases' : 'counts.of.applications', {
          day: dayWords(asOf),
        })}{' '}
        {words('counts.prepared-by', { name: preparedBy, when: momentWords(at) })}.{' '}
        {signedOffBy === null
          ? words('counts.unsigned')
          : `${words('counts.signed-by', { name: signedOffBy, when: momentWords(signedOffAt ?? '') })}. ${words('counts.out')}`}
      </p>
      {shown.tables.map((table) => (
        <CountTable key={table.file} table={table} />
      ))}
      <p class="why">
        {words('counts.cells-withheld', { count: withheld })}. <RuleWords rule={shown.rule} />
      </p>
      <Attack shown={shown} />
      {typedLabels.length > 0 && (
        <div class="notice warn">
          <p>{words('counts.typed')}</p>
          <ul>
            {typedLabels.map((label) => (
              <li key={label}>
                <bdi>{label}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {signedOffBy === null && <Sign shown={shown} again={again} />}
    </>
  );
}

function RuleWords({ rule }: Pick<Shown, 'rule'>) {
  return (
    <>
      {rule.kind === 'round'
        ? words('counts.rule.round', { base: rule.base })
        : words('counts.rule', { threshold: rule.threshold, protection: rule.protection })}
    </>
  );
}

function Attack({ shown: { intervals, changes, tables } }: { readonly shown: Shown }) {
  const axes = tables[0]?.axes ?? [];
  const said = (labels: readonly string[]): string =>
    labels.map((label, at) => labelWords(axes[at] ?? '', label)).join(' · ');
  const small = changes.filter(({ low, high }) => low !== high);
  const recovered = [...intervals, ...changes].filter((one) => one.recovered).length;
  return (
    <>
      <h2>{words('counts.attack')}</h2>
      <p class={recovered > 0 ? 'stop' : ''}>
        {words(recovered > 0 ? 'counts.attack.opens' : 'counts.attack.holds', { count: recovered })}
      </p>
      {intervals.length > 0 && (
        <ul class="lines attack">
          {intervals.slice(0, MOST_TOLD).map(({ file, labels, low, high }) => (
            <li key={`${file} ${labels.join(' ')}`}>
              <bdi>{said(labels)}</bdi>: {rangeWords(low, high)}
            </li>
          ))}
        </ul>
      )}
      {small.length > 0 && (
        <>
          <h3>{words('counts.changes')}</h3>
          <ul class="lines attack">
            {small.slice(0, MOST_TOLD).map(({ labels, since, low, high }) => (
              <li key={`${since} ${labels.join(' ')}`}>
                <bdi>{said(labels)}</bdi>, {words('counts.since', { day: dayWords(since) })}:{' '}
                {rangeWords(low, high)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="why">{words('counts.limits')}</p>
    </>
  );
}

function Sign({ shown, again }: { readonly shown: Shown; again(): void }) {
  const [asked, setAsked] = useState<'sign' | 'drop' | null>(null);
  const [fault, setFault] = useState<ReturnType<typeof faultOf> | null>(null);
  const mine = shown.preparedBy === sealed.value?.me;
  const work = async (task: () => Promise<void>): Promise<void> => {
    setFault(null);
    try {
      await task();
    } catch (error) {
      setFault(faultOf(error));
    }
    setAsked(null);
  };
  const params = { id: shown.id };
  const sign = () =>
    work(async () => {
      await call('POST /api/sealed/counts/{id}/signatures', { params, body: {} });
      again();
    });
  const drop = () =>
    work(async () => {
      await call('POST /api/sealed/counts/{id}/erasures', { params, body: {} });
      go('/cases/counts', { replace: true });
    });
  return (
    <>
      {fault !== null && (
        <>
          <Fault fault={fault} />
          <FaultList faults={fault.faults} />
        </>
      )}
      {mine && <p class="notice">{words('counts.own')}</p>}
      {asked === null ? (
        <p class="row">
          {!mine && (
            <button type="button" class="yes" onClick={() => setAsked('sign')}>
              {words('counts.sign')}
            </button>
          )}
          <button type="button" class="plain stop" onClick={() => setAsked('drop')}>
            {words('counts.drop')}
          </button>
        </p>
      ) : (
        <div class="notice warn">
          <p>{words(asked === 'sign' ? 'counts.sign.text' : 'counts.drop.text')}</p>
          <p class="row">
            <button type="button" onClick={() => void (asked === 'sign' ? sign() : drop())}>
              {words(asked === 'sign' ? 'counts.sign.do' : 'counts.drop.do')}
            </button>
            <button type="button" class="plain" onClick={() => setAsked(null)}>
              {words('form.cancel')}
            </button>
          </p>
        </div>
      )}
    </>
  );
}
