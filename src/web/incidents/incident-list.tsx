/** All incidents, the earliest first; filters stand in the address. */
import { MEASURES } from '../../record/proposition.ts';
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { Fault } from '../parts/fault.tsx';
import { ChoiceFilter, DayFilter, Filters, WordsFilter } from '../parts/filters.tsx';
import { Pages } from '../parts/pages.tsx';
import { useOffset } from '../parts/use-offset.ts';
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
  const [offset, go] = useOffset(key);
  const { answer, fault, again } = useAnswer(
    'GET /api/incidents',
    counted === null ? null : { query: { ...asked, offset, limit: PER_PAGE, includeProposed: `${counted}` } },
  );
  const none = key === '{}' ? 'incidents.empty' : 'incidents.none';
  return (
    <div class="sheet">
      <h1>{words('nav.incidents')}</h1>
      <p class="lead">{words('incidents.lead')}</p>
      <IncidentFilters asked={asked} kinds={answer?.kinds ?? []} />
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
      {answer !== null && <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={go} />}
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

function IncidentFilters({ asked, kinds }: FiltersProps) {
  const set = (field: keyof IncidentAsked, value: string): void =>
    go(addressWith('/incidents', { ...asked, [field]: value }), { replace: true });
  return (
    <Filters path="/incidents">
      <WordsFilter label={words('incidents.find')} value={asked.q ?? ''} change={(q) => set('q', q)} />
      <ChoiceFilter
        label={words('incidents.kind')}
        value={asked.kind ?? ''}
        choices={kinds.map((kind) => [kind, kind])}
        choose={(kind) => set('kind', kind)}
      />
      <ChoiceFilter
        label={words('places.measure')}
        value={asked.measure ?? ''}
        choices={MEASURES.map((one) => [one, words(`measure.${one}`)])}
        choose={(measure) => set('measure', measure)}
      />
      {(['from', 'until'] as const).map((field) => (
        <DayFilter
          key={field}
          label={words(`incidents.${field}`)}
          value={asked[field] ?? ''}
          choose={(day) => set(field, day)}
        />
      ))}
    </Filters>
  );
}
