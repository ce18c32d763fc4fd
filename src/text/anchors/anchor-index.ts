/**
 * Which reports have which details, and how much each detail says: −ln of the share of the other reports that have it,
 * smoothed by what is expected beforehand. In memory; it grows with the number of reports and their details.
 */
import type { ReportAnchor } from './report-anchor.ts';

/** A report with its details. */
export interface AnchoredReport {
  /** Who publishes; null: unknown, and then never taken for the same as another. */
  readonly outlet: string | null;
  /** Day of publication as days since 1970; null when unknown. */
  readonly day: number | null;
  readonly anchors: readonly Pick<ReportAnchor, 'kind' | 'key' | 'expected'>[];
}

/** A report as it is kept. */
export interface IndexedReport {
  readonly outlet: string | null;
  /** `UNDATED` when unknown, which is behind every day. */
  readonly day: number;
  /** Numbers of its keys, sorted. */
  readonly ids: Int32Array;
}

/** Days since 1970; behind every day that is told. */
export const UNDATED = 1e9;

/** Reports that what is expected beforehand counts for. */
const PRIOR_REPORTS = 50;

/** The details of all reports; asked only after everything was added. */
export interface AnchorIndex {
  readonly reports: readonly IndexedReport[];
  readonly keys: readonly { readonly key: string; readonly kind: ReportAnchor['kind'] }[];
  /** Per key: its weight in nats, from 0 on. */
  readonly weights: Float64Array;
  /** Reports that have a key and were published on one of these days, and undated ones; null when more than `most`. */
  having(id: number, days: DayRange, most: number): readonly number[] | null;
  /** How many reports were published on one of these days or are undated. */
  within(days: DayRange): number;
}

/** First and last day, both included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

interface Key {
  readonly key: string;
  readonly kind: ReportAnchor['kind'];
  expected: number;
  readonly reports: number[];
}

/** Collects reports, then makes the index. */
export interface AnchorIndexBuilder {
  /** @returns the number of the report, from 0 */
  add(report: AnchoredReport): number;
  build(): AnchorIndex;
}

/**
 * Begins an index.
 *
 * @example
 * const builder = buildAnchorIndex();
 * builder.add({ outlet: 'a', day: 20000, anchors: [] }); // 0
 */
export function buildAnchorIndex(): AnchorIndexBuilder {
  const reports: IndexedReport[] = [];
  const keys: Key[] = [];
  const numberOf = new Map<string, number>();
  const idOf = ({ key, kind, expected }: AnchoredReport['anchors'][number]): number => {
    const known = numberOf.get(key);
    if (known === undefined) {
      numberOf.set(key, keys.length);
      return keys.push({ key, kind, expected, reports: [] }) - 1;
    }
    const entry = keys[known];
    if (entry !== undefined) entry.expected = Math.max(entry.expected, expected);
    return known;
  };
  return {
    add({ outlet, day, anchors }) {
      const ids = Int32Array.from(new Set(anchors.map(idOf))).sort();
      for (const id of ids) keys[id]?.reports.push(reports.length);
      return reports.push({ outlet, day: day ?? UNDATED, ids }) - 1;
    },
    build: () => indexOf(reports, keys),
  };
}

function indexOf(reports: readonly IndexedReport[], keys: readonly Key[]): AnchorIndex {
  const dayOf = (report: number): number => reports[report]?.day ?? UNDATED;
  for (const key of keys) key.reports.sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  const days = Float64Array.from(reports, ({ day }) => day).sort();
  const others = Math.max(0, reports.length - 2) + PRIOR_REPORTS;
  const weights = Float64Array.from(keys, ({ expected, reports: having }) =>
    Math.max(0, -Math.log((Math.max(0, having.length - 2) + PRIOR_REPORTS * expected) / others)),
  );
  return {
    reports,
    keys,
    weights,
    having(id, range, most) {
      const list = keys[id]?.reports ?? [];
      const [from, to, undated] = cuts(list.length, (at) => dayOf(list[at] ?? 0), range);
      if (to - from + list.length - undated > most) return null;
      return [...list.slice(from, to), ...list.slice(undated)];
    },
    within(range) {
      const [from, to, undated] = cuts(days.length, (at) => days[at] ?? UNDATED, range);
      return to - from + days.length - undated;
    },
  };
}

/** Where a range of days begins and ends in a list that is sorted by day, and where the undated begin. */
function cuts(
  length: number,
  dayAt: (at: number) => number,
  { from, to }: DayRange,
): readonly [from: number, to: number, undated: number] {
  const undated = firstFrom(length, (at) => dayAt(at) >= UNDATED);
  return [firstFrom(undated, (at) => dayAt(at) >= from), firstFrom(undated, (at) => dayAt(at) > to), undated];
}

/** The first index below `length` at which a test holds that then goes on to hold; `length` when none. */
function firstFrom(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
