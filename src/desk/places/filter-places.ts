/** Which places are asked for, and what there is to ask for. */
import type { PlaceKind } from '../../record/place.ts';
import type { Measure } from '../../record/proposition.ts';
import type { PlaceRow } from './list-places.ts';

/** All given conditions hold together; an absent one does not filter. */
export interface PlaceFilter {
  /** Part of its name or of its words. */
  readonly q?: string;
  readonly kind?: PlaceKind | 'unplaced';
  /** UCDP where_prec. */
  readonly precision?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly measure?: Measure;
  /** ISO days, both inclusive: something of it was said on or between them. */
  readonly from?: string;
  readonly until?: string;
}

/**
 * Those that fit, in their order.
 *
 * @example
 * filterPlaces(rows, { kind: 'site', measure: 'detained' });
 */
export function filterPlaces(rows: readonly PlaceRow[], filter: PlaceFilter): readonly PlaceRow[] {
  const { kind, precision, country, measure, from, until } = filter;
  const q = filter.q?.trim().toLowerCase() ?? '';
  return rows.filter(
    (row) =>
      (q === '' || [row.name, ...row.wordings].some((one) => one.toLowerCase().includes(q))) &&
      (kind === undefined || (kind === 'unplaced' ? row.kind === null : row.kind === kind)) &&
      (precision === undefined || codeOf(row) === precision) &&
      (country === undefined || row.country === country) &&
      (measure === undefined || row.measures.includes(measure)) &&
      (from === undefined || (row.last !== null && endOf(row.last) >= from)) &&
      (until === undefined || (row.first !== null && row.first.slice(0, 10) <= until)),
  );
}

function codeOf({ precision }: PlaceRow): string | null {
  return precision?.scheme === 'ucdp-where-prec' ? precision.code : null;
}

/** A month or year reaches to its end: "2031-04" is not before 2031-04-20. */
function endOf(day: string): string {
  return day.length >= 10 ? day.slice(0, 10) : `${day}~`;
}

/**
 * What occurs, for lists to choose from.
 *
 * @example
 * facetsOf(rows).countries; // ['RU', 'SY']
 */
export function facetsOf(rows: readonly PlaceRow[]): {
  readonly countries: readonly string[];
  readonly precisions: readonly string[];
  readonly measures: readonly Measure[];
} {
  return {
    countries: [...new Set(rows.flatMap(({ country }) => country ?? []))].toSorted(),
    precisions: [...new Set(rows.flatMap((row) => codeOf(row) ?? []))].toSorted(),
    measures: [...new Set(rows.flatMap(({ measures }) => measures))].toSorted(),
  };
}
