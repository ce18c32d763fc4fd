/** What is asked for: name, kind, how exactly it is known, country, what is claimed, when it was said. */
import { PLACE_KINDS } from '../../record/place.ts';
import type { Answer } from '../api/call.ts';
import { ChoiceFilter, DayFilter, Filters, WordsFilter } from '../parts/filters.tsx';
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
    <Filters path="/places">
      <WordsFilter label={words('places.find')} value={asked.q ?? ''} change={(q) => set('q', q)} />
      {(['kind', 'precision', 'country', 'measure'] as const).map((field) => (
        <ChoiceFilter
          key={field}
          label={words(`places.${field}`)}
          value={asked[field] ?? ''}
          choices={choices[field]}
          choose={(value) => set(field, value)}
        />
      ))}
      {DAYS.map((field) => (
        <DayFilter
          key={field}
          label={words(`places.${field}`)}
          value={asked[field] ?? ''}
          choose={(day) => set(field, day)}
        />
      ))}
    </Filters>
  );
}
