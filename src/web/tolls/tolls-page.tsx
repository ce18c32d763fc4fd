/** Tolls: all counts of a scope, or one with everything behind it. */
import { useState } from 'preact/hooks';
import { type Answer, addressOf, type Question } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { countsProposals } from '../parts/count-proposals.tsx';
import { Fault } from '../parts/fault.tsx';
import { Figure } from '../parts/figure.tsx';
import { SavedSearches } from '../parts/saved-searches.tsx';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { EstimatesPanel } from './estimates-panel.tsx';
import { OutsideScope } from './outside-scope.tsx';
import { RangeBar } from './range-bar.tsx';
import { type TollAsked, tollAsked } from './toll-asked.ts';
import { TollFilters } from './toll-filters.tsx';
import { TollSheet } from './toll-sheet.tsx';
import { originsWords } from './toll-words.ts';
import { TotalsPanel } from './totals-panel.tsx';

const AT_ONCE = 40;

/** The page. */
export function TollsPage({ rest, query }: RoomProps) {
  const asked = tollAsked(query);
  const [id] = rest;
  return id === undefined ? <TollList asked={asked} /> : <TollSheet id={id} asked={asked} />;
}

/** The scope as the server takes it. */
type Scope = NonNullable<Question<'GET /api/totals'>['query']>;

function TollList({ asked }: { readonly asked: TollAsked }) {
  const [limit, setLimit] = useState(AT_ONCE);
  const includeProposed = countsProposals();
  const scope = { ...asked, includeProposed: includeProposed === true ? 'true' : 'false' } as Scope;
  const { answer, fault, loading, again } = useAnswer(
    'GET /api/tolls',
    includeProposed === null ? null : { query: { ...scope, limit } },
  );
  return (
    <div class="sheet tolls">
      <h1>{words('nav.tolls')}</h1>
      <p class="lead">{words('tolls.lead')}</p>
      <TollFilters asked={asked} />
      <SavedSearches path="/tolls" />
      {fault !== null && <Fault fault={fault} again={again} />}
      {loading && (
        <p class="why" role="status">
          {words('tolls.reckoning')}
        </p>
      )}
      {answer !== null && fault === null && (
        <>
          {answer.tolls.length > 1 && <TotalsPanel scope={scope} />}
          <TollRows tolls={answer.tolls} asked={asked} />
          {answer.tolls.length === 0 && (
            <p class="empty">
              {words(answer.outside.length > 0 ? 'tolls.none-inside' : 'tolls.none')}{' '}
              {answer.waiting > 0 && words('tolls.waiting', { waiting: answer.waiting })}
            </p>
          )}
          {answer.fitting > answer.tolls.length && limit < 200 && (
            <button type="button" onClick={() => setLimit(200)}>
              {words('tolls.more', { more: answer.fitting - answer.tolls.length })}
            </button>
          )}
          {answer.outside.length > 0 && <OutsideScope outside={answer.outside} />}
          <p class="why">
            <a href={addressOf('/api/tolls', { query: { ...scope, limit: 200 } })} download="tolls.json">
              {words('tolls.as-data')}
            </a>
          </p>
        </>
      )}
      <EstimatesPanel />
    </div>
  );
}

type Tolls = Answer<'GET /api/tolls'>['tolls'];

function TollRows({ tolls, asked }: { readonly tolls: Tolls; readonly asked: TollAsked }) {
  const most = Math.max(
    1,
    ...tolls.flatMap(({ toll, openFrom }) => [
      toll.low?.value ?? 0,
      toll.best?.value ?? 0,
      toll.high?.value ?? 0,
      openFrom ?? 0,
    ]),
  );
  const keep = asked.asOf === undefined && asked.preset === undefined ? {} : asked;
  return (
    <ol class="counts">
      {tolls.map(({ proposition, toll, openFrom, net }) => {
        const bounds = {
          low: toll.low?.value ?? null,
          best: toll.best?.value ?? null,
          high: toll.high?.value ?? null,
        };
        return (
          <li key={proposition.id}>
            <p class="number">
              <Figure bounds={bounds} openFrom={openFrom} />
              <span class="measure">{words(`measure.${toll.measure}`)}</span>
            </p>
            <div>
              <a
                href={addressOf(`/tolls/${proposition.id}`, {
                  query: { asOf: keep.asOf, preset: keep.preset },
                })}
                dir="auto"
                lang={proposition.lang}
              >
                {proposition.text}
              </a>
              <RangeBar bounds={bounds} openFrom={openFrom} most={most} />
              <p class="why">
                {originsWords(toll.origins)} ·{' '}
                {words('tolls.claims', {
                  used: toll.used.length,
                  out: toll.excluded.length,
                  beside: toll.beside.length,
                })}
                {net !== null && (
                  <>
                    {' · '}
                    {words('tolls.named', { named: net.named.length })}
                  </>
                )}
              </p>
              {toll.byParty.length > 0 && <p class="why warn">{words('tolls.party-short')}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
