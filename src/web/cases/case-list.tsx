/** All cases of the open compartment: risk, the next task, answers that are awaited, what is due. What is filtered stands in no address. */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { ChoiceFilter, WordsFilter } from '../parts/filters.tsx';
import { Pages } from '../parts/pages.tsx';
import { words } from '../words/language.ts';
import { type RiskLevel, RiskSign } from './risk-sign.tsx';
import { membersInside, sealed } from './sealed-state.ts';
import { faultOf, useSealed } from './use-sealed.ts';

const PER_PAGE = 50;
/** Milliseconds without a key before words are looked for. */
const PAUSE = 200;
const LEVELS = ['acute', 'high', 'medium', 'low', 'unknown'] as const satisfies readonly RiskLevel[];

type Listed = Answer<'GET /api/sealed/cases'>;
type Line = Listed['cases'][number];

/** What a choice of the filter leaves. */
const ONLY: Readonly<Record<string, (line: Line, due: ReadonlySet<string>) => boolean>> = {
  due: ({ id }, due) => due.has(id),
  awaited: ({ pending }) => pending > 0,
  mine: ({ lookedAfterBy }) => lookedAfterBy === sealed.value?.me,
  nobody: ({ lookedAfterBy }) => !isInside(lookedAfterBy),
};

function isInside(name: string | null): boolean {
  return name !== null && membersInside().includes(name);
}

/** The page. */
export function CaseList() {
  const { answer, fault, again } = useSealed(() => call('GET /api/sealed/cases', {}), []);
  const [sought, setSought] = useState('');
  const [risk, setRisk] = useState('');
  const [only, setOnly] = useState('');
  const [offset, setOffset] = useState(0);
  const found = useFound(sought);
  const label = sealed.value?.open?.label;
  const dueIds = new Set(answer?.due.map(({ id }) => id) ?? []);
  const fitting = (answer?.cases ?? []).filter(
    (line) =>
      (found === null || found.has(line.id)) &&
      (risk === '' || line.risk === risk) &&
      (only === '' || ONLY[only]?.(line, dueIds) === true),
  );
  const from = (change: (value: string) => void) => (value: string) => {
    setOffset(0);
    change(value);
  };
  return (
    <>
      <h1 dir="auto">{label ?? words('nav.cases')}</h1>
      <form class="filters" autocomplete="off" onSubmit={(event) => event.preventDefault()}>
        <WordsFilter label={words('cases.find')} value={sought} change={from(setSought)} />
        <ChoiceFilter
          label={words('cases.risk')}
          value={risk}
          choices={LEVELS.map((level) => [level, words(`cases.risk.${level}`)])}
          choose={from(setRisk)}
        />
        <ChoiceFilter
          label={words('cases.only')}
          value={only}
          choices={[
            ['due', words('cases.only.due')],
            ['awaited', words('cases.only.awaited')],
            ['mine', words('cases.only.mine')],
            ['nobody', words('cases.only.nobody')],
          ]}
          choose={from(setOnly)}
        />
        <a class="button" href="/cases/new">
          {words('cases.new')}
        </a>
      </form>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer === null && fault === null && <p class="empty">{words('shell.loading')}</p>}
      {answer?.faults.map((one) => (
        <p key={one} class="notice stop" role="alert">
          {one}
        </p>
      ))}
      {answer !== null && <Due list={answer} />}
      {answer !== null && (
        <>
          <CaseTable
            lines={fitting.slice(offset, offset + PER_PAGE)}
            fitting={fitting.length}
            list={answer}
          />
          <Pages offset={offset} fitting={fitting.length} perPage={PER_PAGE} go={setOffset} />
        </>
      )}
    </>
  );
}

/** Ids of cases that fit the words; null: nothing is looked for. */
function useFound(sought: string): ReadonlySet<string> | null {
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (sought.trim() === '') {
      setFound(null);
      return undefined;
    }
    let left = false;
    const timer = setTimeout(() => {
      call('POST /api/sealed/finds', { body: { words: sought } }).then(
        (answer) => {
          if (!left) setFound(new Set(answer.ids));
        },
        (error: unknown) => void faultOf(error),
      );
    }, PAUSE);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [sought]);
  return found;
}

function Due({ list: { due, clockIsBehind, asOf } }: { readonly list: Listed }) {
  return (
    <>
      {clockIsBehind && <p class="notice warn">{words('cases.clock')}</p>}
      {due.length > 0 && (
        <details class="notice warn" open={due.length <= 5}>
          <summary>{words('cases.due', { count: due.length, day: dayWords(asOf) })}</summary>
          <ul class="lines">
            {due.slice(0, PER_PAGE).map(({ id, pseudonym, what, on, task }) => (
              <li key={`${id} ${what} ${on} ${task}`}>
                {on === null ? words('cases.never') : dayWords(on)} ·{' '}
                <a dir="auto" href={`/cases/${id}`}>
                  {pseudonym}
                </a>
                : {words(`cases.due.${what}`)} <bdi>{task ?? ''}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface TableProps {
  readonly lines: readonly Line[];
  readonly fitting: number;
  readonly list: Listed;
}

function CaseTable({ lines, fitting, list }: TableProps) {
  if (fitting === 0)
    return <p class="empty">{words(list.cases.length === 0 ? 'cases.empty' : 'cases.none')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways with the keyboard
    <section class="table-room" tabIndex={0} aria-label={words('nav.cases')}>
      <table class="places case-table">
        <caption>{words('cases.count', { count: fitting })}</caption>
        <thead>
          <tr>
            <th scope="col">{words('cases.pseudonym')}</th>
            <th scope="col">{words('cases.risk')}</th>
            <th scope="col">{words('cases.next')}</th>
            <th scope="col">{words('cases.awaited')}</th>
            <th scope="col">{words('cases.retain')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <CaseRow key={line.id} line={line} asOf={list.asOf} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CaseRow({ line, asOf }: { readonly line: Line; readonly asOf: string }) {
  const isDue = (day: string | null): boolean => day !== null && day <= asOf;
  return (
    <tr>
      <th scope="row">
        <a dir="auto" href={`/cases/${line.id}`}>
          {line.pseudonym}
        </a>
        <p class="why">
          {words('cases.people', { count: line.people })} ·{' '}
          {words('cases.documents', { count: line.documents })}
        </p>
        <LookedAfterWords name={line.lookedAfterBy} />
      </th>
      <td>
        <RiskSign level={line.risk} />
      </td>
      <td class={isDue(line.nextDue) ? 'stop' : ''}>
        {line.openTasks === 0
          ? '—'
          : line.nextDue === null
            ? words('cases.tasks.open', { count: line.openTasks })
            : dayWords(line.nextDue)}
      </td>
      <td>
        {line.awaited.length === 0
          ? '—'
          : line.awaited.slice(0, 3).map((one) => (
              <p key={`${one.to} ${one.askedAt}`} class="why">
                <bdi>{one.to}</bdi>: <AwaitedWords {...one} />
              </p>
            ))}
      </td>
      <td class={isDue(line.retainUntil) ? 'stop' : ''}>
        {isDue(line.retainUntil)
          ? words('cases.retain.due', { day: dayWords(line.retainUntil) })
          : dayWords(line.retainUntil)}
      </td>
    </tr>
  );
}

/** "asked on 5 Oct 2026, no answer since 56 days" */
export function AwaitedWords({ askedAt, days }: Pick<Line['awaited'][number], 'askedAt' | 'days'>) {
  if (askedAt === null) return <>{words('cases.awaited.unknown')}</>;
  if (days === null) return <>{words('cases.awaited.asked', { day: dayWords(askedAt) })}</>;
  return <>{words('cases.awaited.since', { day: dayWords(askedAt), count: days })}</>;
}

/** "omar looks after it"; in red when whoever is named cannot open the case any more. */
function LookedAfterWords({ name }: { readonly name: string | null }) {
  if (name === null) return <p class="why">{words('cases.looked-after.none')}</p>;
  if (isInside(name)) return <p class="why">{words('cases.looked-after', { name })}</p>;
  return (
    <p class="stop">{words('cases.looked-after', { name: words('cases.looked-after.gone', { name }) })}</p>
  );
}
