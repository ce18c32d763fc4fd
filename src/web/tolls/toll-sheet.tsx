/** One count: its figure with everything that stands behind it and beside it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Answer, Question } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { boundWords, Figure, figureWords } from '../parts/figure.tsx';
import { useActions } from '../shell/actions.ts';
import { bindKeys } from '../shell/keys.ts';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import type { TollAsked } from './toll-asked.ts';
import { TollChart } from './toll-chart.tsx';
import { ClaimLink, ClaimList } from './toll-claims.tsx';
import { PartyNote, TollRules } from './toll-rules.tsx';
import { originsWords } from './toll-words.ts';

const AXES = ['known', 'event'] as const;
type Axis = (typeof AXES)[number];
type Page = Answer<'GET /api/tolls/{id}'>;
type Query = NonNullable<Question<'GET /api/tolls/{id}'>['query']>;

interface TollSheetProps {
  readonly id: string;
  readonly asked: TollAsked;
}

/** The sheet of one count. */
export function TollSheet({ id, asked }: TollSheetProps) {
  const [axis, setAxis] = useState<Axis>('known');
  const includeProposed = countsProposals();
  const query = {
    axis,
    includeProposed: includeProposed === true ? 'true' : 'false',
    asOf: asked.asOf,
    preset: asked.preset,
  } as Query;
  const { answer, fault, loading, again } = useAnswer(
    'GET /api/tolls/{id}',
    includeProposed === null ? null : { params: { id }, query },
  );
  const other = (): void => setAxis((now) => (now === 'known' ? 'event' : 'known'));
  useEffect(() => bindKeys({ t: other }), []);
  useActions(() => [{ name: words('tolls.other-axis'), key: 'T', run: other }], []);
  const choose = (
    <div class="row choose">
      <fieldset class="axis-choice">
        <legend>{words('tolls.axis')}</legend>
        {AXES.map((one) => (
          <label key={one} class="check">
            <input type="radio" name="axis" checked={axis === one} onChange={() => setAxis(one)} />
            {words(`chart.axis.${one}`)}
          </label>
        ))}
      </fieldset>
      <label>
        {words('tolls.asOf')}
        <input
          type="date"
          value={asked.asOf ?? ''}
          onChange={(event) => go(`/tolls/${id}?asOf=${event.currentTarget.value}`, { replace: true })}
        />
      </label>
      <CountProposals />
    </div>
  );
  return (
    <div class="sheet tolls">
      <p class="why">
        <a href="/tolls">{words('tolls.all')}</a>
      </p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer === null && loading && <p class="empty">{words('tolls.reckoning')}</p>}
      {answer !== null && <Sheet page={answer} choose={choose} />}
    </div>
  );
}

interface SheetProps {
  readonly page: Page;
  /** What the chart is drawn by. */
  readonly choose: ComponentChildren;
}

function Sheet({ page, choose }: SheetProps) {
  const { proposition, toll, openFrom, net, read, claims, notShown, axis, preset } = page;
  const bounds = {
    low: toll.low?.value ?? null,
    best: toll.best?.value ?? null,
    high: toll.high?.value ?? null,
  };
  const steps = axis === 'known' ? toll.steps : (toll.events?.steps ?? []);
  const of = (part: Page['claims'][number]['part']) => claims.filter((claim) => claim.part === part);
  return (
    <>
      <h1 dir="auto" lang={proposition.lang}>
        {proposition.text}
      </h1>
      <p class="number headline">
        <Figure bounds={bounds} openFrom={openFrom} />
        <span class="measure">{words(`measure.${toll.measure}`)}</span>
      </p>
      <p class="lead">
        {originsWords(toll.origins)} ·{' '}
        {words('tolls.claims', {
          used: toll.used.length,
          out: toll.excluded.length,
          beside: toll.beside.length,
        })}
        {toll.asOf !== null && ` · ${words('tolls.as-known-on', { day: dayWords(toll.asOf) })}`}
      </p>
      <PartyNote toll={toll} claims={claims} />
      {net !== null && (
        <p>{words('tolls.net', { named: net.named.length, figure: figureWords({ ...net, best: null }) })}</p>
      )}
      {read.map(({ claim, wording, bounds: given }) => (
        <p key={claim} class="why">
          {words('tolls.read-as', { wording, figure: figureWords(given), preset: preset ?? '' })}
        </p>
      ))}
      {choose}
      <TollChart title={proposition.text} axis={axis} steps={steps} claims={claims} />
      <StepsTable steps={steps} claims={claims} />
      <TollRules toll={toll} claims={claims} />
      <ClaimList claims={of('beside')} all={claims} title={words('tolls.beside')} />
      <ClaimList claims={of('used')} all={claims} title={words('tolls.used')} />
      <ClaimList claims={of('left-out')} all={claims} title={words('tolls.left-out')} />
      {notShown > 0 && <p class="why">{words('tolls.not-shown', { count: notShown })}</p>}
    </>
  );
}

interface StepsTableProps {
  readonly steps: Page['toll']['steps'];
  readonly claims: Page['claims'];
}

/** The chart as a table, for those who do not see it. */
function StepsTable({ steps, claims }: StepsTableProps) {
  if (steps.length === 0) return null;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    <details>
      <summary>{words('chart.as-table')}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words('chart.from')}</th>
              <th scope="col">{words('bound.low')}</th>
              <th scope="col">{words('bound.best')}</th>
              <th scope="col">{words('bound.high')}</th>
              <th scope="col">{words('chart.changed-by')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ day, low, best, high, changedBy }) => {
              const claim = byId.get(changedBy);
              return (
                <tr key={day}>
                  <th scope="row">{dayWords(day)}</th>
                  <td>{boundWords(low)}</td>
                  <td>{boundWords(best)}</td>
                  <td>{boundWords(high)}</td>
                  <td>
                    {claim === undefined ? (
                      changedBy.slice(0, 10)
                    ) : (
                      <>
                        <ClaimLink claim={claim} />: <q dir="auto">{claim.words}</q>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
