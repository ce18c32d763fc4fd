/** All places: filters, the map, and a table that says the same as the map. */
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { Fault } from '../parts/fault.tsx';
import { narrow } from '../parts/narrow.ts';
import { Pages } from '../parts/pages.tsx';
import { countryName } from '../parts/region-names.ts';
import { useOffset } from '../parts/use-offset.ts';
import { words } from '../words/language.ts';
import { placeAsked } from './place-asked.ts';
import { PlaceFilters } from './place-filters.tsx';
import { PlaceMap } from './place-map.tsx';
import { type PlaceShape, placeAddress, precisionWords } from './place-words.ts';

const PER_PAGE = 50;

/** The page. */
export function PlaceList({ query }: { readonly query: URLSearchParams }) {
  const counted = countsProposals();
  const asked = placeAsked(query);
  const key = JSON.stringify(asked);
  const [offset, go] = useOffset(key);
  const filter = { ...asked, includeProposed: `${counted === true}` as const };
  const list = useAnswer(
    'GET /api/places',
    counted === null ? null : { query: { ...filter, offset, limit: PER_PAGE } },
  );
  const map = useAnswer(
    'GET /api/map',
    counted === null ? null : { query: { ...filter, frame: narrow.value ? 'narrow' : 'wide' } },
  );
  const { answer } = list;
  return (
    <div class="sheet">
      <h1>{words('nav.places')}</h1>
      <p class="lead">{words('places.lead')}</p>
      <PlaceFilters asked={asked} facets={answer?.facets ?? null} />
      <CountProposals />
      {list.fault !== null && <Fault fault={list.fault} again={list.again} />}
      {map.answer !== null && (answer?.fitting ?? 0) > 0 && <PlaceMap told={map.answer} />}
      {answer?.fitting === 0 && <p class="empty">{words('places.none')}</p>}
      {answer !== null && answer.fitting > 0 && (
        <PlaceTable places={answer.places} fitting={answer.fitting} />
      )}
      {answer !== null && <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={go} />}
    </div>
  );
}

interface TableProps {
  readonly places: readonly PlaceShape[];
  readonly fitting: number;
}

function PlaceTable({ places, fitting }: TableProps) {
  return (
    <div class="table-room">
      <table class="places">
        <caption>{words('places.list', { count: fitting })}</caption>
        <thead>
          <tr>
            {(['name', 'known', 'claimed', 'claims'] as const).map((column) => (
              <th key={column} scope="col">
                {words(`places.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <PlaceRow key={place.key} place={place} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlaceRow({ place }: { readonly place: PlaceShape }) {
  const { key, name, wordings, kind, precision, country, placing, measures, claims } = place;
  const others = wordings.filter((one) => one !== name);
  return (
    <tr>
      <th scope="row">
        <a href={placeAddress(key)} dir="auto">
          {name}
        </a>
        {others.length > 0 && <p class="why">{words('places.worded', { words: others.join(' · ') })}</p>}
      </th>
      <td>
        {words(`places.kind.${kind ?? 'unplaced'}`)}
        {country !== null && kind !== 'country' && `, ${countryName(country)}`}
        {kind !== null && (
          <p class="why">
            {words('places.precision')}: {precisionWords(precision)}
          </p>
        )}
        {placing === 'proposed' && <p class="why">{words('places.placing.proposed')}</p>}
      </td>
      <td>{measures.map((one) => words(`measure.${one}`)).join(', ')}</td>
      <td class="number">{claims}</td>
    </tr>
  );
}
