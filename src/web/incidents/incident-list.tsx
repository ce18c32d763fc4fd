/** All incidents, the earliest first; filters stand in the address. */
import { useState } from 'preact/hooks';
import { MEASURES } from '../../record/proposition.ts';
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { Fault } from '../parts/fault.tsx';
import { Pages } from '../parts/pages.tsx';
import { placeAddress } from '../places/place-words.ts';
import { addressWith } from '../shell/address.ts';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { type IncidentAsked, incidentAsked } from './incident-asked.ts';
import { whenWords } from './incident-words.ts';

const PER_PAGE = 50;
type Listed = Answer<'GET /api/incidents'>;

/** The page. */
export function IncidentList({ query }: { readonly query: URLSearchParams }) {
  const counted = countsProposals();
  const asked = incidentAsked(query);
  const key = JSON.stringify(asked);
  const [page, setPage] = useState({ key, offset: 0 });
  const offset = page.key === key ? page.offset : 0;
  const { answer, fault, again } = useAnswer(
    'GET /api/incidents',
    counted === null ? null : { query: { ...asked, offset, limit: PER_PAGE, includeProposed: `${counted}` } },
  );
  const none = key === '{}' ? 'incidents.empty' : 'incidents.none';
  return (
    <div class="sheet">
      <h1>{words('nav.incidents')}</h1>
      <p class="lead">{words('incidents.lead')}</p>
      <Filters asked={asked} kinds={answer?.kinds ?? []} />
      <CountProposals />
      <p>
        <a href="/incidents/new">{words('incidents.new')}</a>
      </p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.fitting === 0 && <p class="empty">{words(none)}</p>}
      <ol class="propositions">
        {answer?.incidents.map((incident) => (
          <Row key={incident.id} incident={incident} />
        ))}
      </ol>
      {answer !== null && (
        <Pages
          offset={offset}
          fitting={answer.fitting}
          perPage={PER_PAGE}
          go={(next) => setPage({ key, offset: next })}
        />
      )}
    </div>
  );
}

function Row({ incident }: { readonly incident: Listed['incidents'][number] }) {
  const { id, title, kind, when, place, propositions, claims, measures } = incident;
  return (
    <li>
      <a href={`/incidents/${id}`} dir="auto">
        {title}
      </a>
      <p>
        {whenWords(when)} · <bdi>{kind}</bdi>
        {place !== null && (
          <>
            {' · '}
            <a dir="auto" href={placeAddress(place.key)}>
              {place.name}
            </a>
          </>
        )}
        {' · '}
        {words('incidents.about', { count: propositions, claims })}
        {measures.length > 0 && ` · ${measures.map((one) => words(`measure.${one}`)).join(', ')}`}
      </p>
    </li>
  );
}

interface FiltersProps {
  readonly asked: IncidentAsked;
  readonly kinds: readonly string[];
}

function Filters({ asked, kinds }: FiltersProps) {
  const set = (field: keyof IncidentAsked, value: string): void =>
    go(addressWith('/incidents', { ...asked, [field]: value }), { replace: true });
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        {words('incidents.find')}
        <input type="search" value={asked.q ?? ''} onInput={(event) => set('q', event.currentTarget.value)} />
      </label>
      <label>
        {words('incidents.kind')}
        <select value={asked.kind ?? ''} onChange={(event) => set('kind', event.currentTarget.value)}>
          <option value="">{words('places.any')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('places.measure')}
        <select value={asked.measure ?? ''} onChange={(event) => set('measure', event.currentTarget.value)}>
          <option value="">{words('places.any')}</option>
          {MEASURES.map((one) => (
            <option key={one} value={one}>
              {words(`measure.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'until'] as const).map((field) => (
        <label key={field}>
          {words(`incidents.${field}`)}
          <input
            type="date"
            value={asked[field] ?? ''}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        </label>
      ))}
    </form>
  );
}
