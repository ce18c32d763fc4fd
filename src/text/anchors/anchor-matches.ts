/**
 * Which reports share so many rare details that one may be a translation or a rewrite of another. It cannot tell that from
 * two reports of their own on one event that give the same details: what it finds is to be looked at, never a finding.
 *
 * Weights of the details that two reports share are added, as if details came independently. A pair is told when
 * coincidence of that kind would give fewer than e^−7 such pairs a report, when three details of two kinds or more are
 * shared, and when the poorer report shares at least half of the weight of all it tells.
 *
 * Candidates come from rare details alone: time grows with the number of reports, not with its square.
 */
import { type AnchorIndex, type IndexedReport, UNDATED } from './anchor-index.ts';

/** Two reports that share details, by their numbers in the index. */
export interface AnchorMatch {
  readonly later: number;
  /** Published on an earlier day; or on the same day or a day not known, and then added earlier. */
  readonly earlier: number;
  /** Sum of the weights of what is shared, in nats: larger is rarer. */
  readonly weight: number;
  /** Share of the weight of all details of the poorer report that is shared, 0 to 1. */
  readonly share: number;
  /** Keys of what is shared, the heaviest first. */
  readonly keys: readonly string[];
}

export interface MatchOptions {
  /** Days between two publications beyond which nothing is compared. */
  readonly windowDays?: number;
  /** Matches kept for one report. */
  readonly most?: number;
}

/** A detail that more reports of the window have makes no candidates; it still weighs. */
const MOST_HAVING = 64;
const MARGIN = 7;
const LEAST_SHARE = 0.5;
const LEAST_SHARED = 3;
const LEAST_KINDS = 2;
/** Share of the needed weight that rare details must bring before a pair is weighed in full. */
const WORTH_WEIGHING = 0.5;

/**
 * The best matches of one report with earlier ones, best first.
 *
 * @example
 * matchesOf(index, 1)[0]?.earlier; // 0
 */
export function matchesOf(
  index: AnchorIndex,
  later: number,
  { windowDays = 30, most = 3 }: MatchOptions = {},
): readonly AnchorMatch[] {
  const own = index.reports[later];
  if (own === undefined) return [];
  const days =
    own.day === UNDATED ? { from: 0, to: UNDATED - 1 } : { from: own.day - windowDays, to: own.day };
  const needed = Math.log(Math.max(2, index.within(days))) + MARGIN;
  const found: AnchorMatch[] = [];
  for (const earlier of candidatesOf(index, later, { days, least: needed * WORTH_WEIGHING })) {
    const other = index.reports[earlier];
    if (other === undefined) continue;
    const { ids, weight, share, kinds } = sharedOf(index, own, other);
    if (weight < needed || share < LEAST_SHARE || ids.length < LEAST_SHARED || kinds < LEAST_KINDS) continue;
    found.push({ later, earlier, weight, share, keys: ids.map((id) => index.keys[id]?.key ?? '') });
  }
  return found.sort((a, b) => b.weight - a.weight || a.earlier - b.earlier).slice(0, most);
}

interface Search {
  readonly days: { readonly from: number; readonly to: number };
  readonly least: number;
}

/** Earlier reports of other outlets that share rare details of this weight. */
function candidatesOf(index: AnchorIndex, later: number, { days, least }: Search): number[] {
  const own = index.reports[later];
  const weights = new Map<number, number>();
  for (const id of own?.ids ?? []) {
    const weight = index.weights[id] ?? 0;
    for (const other of index.having(id, days, MOST_HAVING) ?? [])
      weights.set(other, (weights.get(other) ?? 0) + weight);
  }
  const found: number[] = [];
  for (const [other, weight] of weights) {
    const outlet = index.reports[other]?.outlet ?? null;
    const same = outlet !== null && outlet === own?.outlet;
    if (weight >= least && !same && precedes(index, other, later)) found.push(other);
  }
  return found;
}

/** Whether it came before: by day where both are told and differ, else by the order in which they were added. */
function precedes({ reports }: AnchorIndex, earlier: number, later: number): boolean {
  const [a, b] = [reports[earlier]?.day ?? UNDATED, reports[later]?.day ?? UNDATED];
  return a === b || a === UNDATED || b === UNDATED ? earlier < later : a < b;
}

interface Shared {
  readonly ids: readonly number[];
  readonly weight: number;
  readonly share: number;
  readonly kinds: number;
}

function sharedOf({ weights, keys }: AnchorIndex, one: IndexedReport, other: IndexedReport): Shared {
  const inOther = new Set(other.ids);
  const ids = [...one.ids].filter((id) => inOther.has(id));
  const weightOf = (list: Iterable<number>): number => {
    let sum = 0;
    for (const id of list) sum += weights[id] ?? 0;
    return sum;
  };
  const weight = weightOf(ids);
  const poorer = Math.min(weightOf(one.ids), weightOf(other.ids));
  return {
    ids: ids.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b),
    weight,
    share: poorer === 0 ? 0 : weight / poorer,
    kinds: new Set(ids.map((id) => keys[id]?.kind)).size,
  };
}
