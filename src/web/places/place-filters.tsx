/** What is asked for: name, kind, how exactly it is known, country, what is claimed, when it was said. */
import { PLACE_KINDS } from '../../record/place.ts';
import type { Answer } from '../api/call.ts';
import { countryName } from '../parts/region-names.ts';
import { addressWith } from '../shell/address.ts';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import type { PlaceAsked } from './place-asked.ts';
import { precisionWords } from './place-words.ts';

type Facets = Answer<'GET /api/places'>['facets'];

interface FiltersProps {
  readonly asked: PlaceAsked;
  /** What occurs; null until it is known. */
  readonly facets: Facets | null;
}

const DAYS = ['from', 'until'] as const;

/** The row of filters; each change goes into the address. */
export function PlaceFilters({ asked, facets }: FiltersProps) {
  const set = (field: keyof PlaceAsked, value: string): void =>
    go(addressWith('/places', { ...asked, [field]: value }), { replace: true });
  const choices = {
    kind: [...PLACE_KINDS, 'unplaced' as const].map((one) => [one, words(`places.kind.${one}`)] as const),
    precision: (facets?.precisions ?? []).map(
      (code) => [code, precisionWords({ scheme: 'ucdp-where-prec', code })] as const,
    ),
    country: (facets?.countries ?? []).map((code) => [code, countryName(code)] as const),
    measure: (facets?.measures ?? []).map((one) => [one, words(`measure.${one}`)] as const),
  };
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        {words('places.find')}
        <input type="search" value={asked.q ?? ''} onInput={(event) => set('q', event.currentTarget.value)} />
      </label>
      {(['kind', 'precision', 'country', 'measure'] as const).map((field) => (
        <label key={field}>
          {words(`places.${field}`)}
          <select value={asked[field] ?? ''} onChange={(event) => set(field, event.currentTarget.value)}>
            <option value="">{words('places.any')}</option>
            {choices[field].map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {DAYS.map((field) => (
        <label key={field}>
          {words(`places.${field}`)}
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
