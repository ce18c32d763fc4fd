/** What the other candidates of a text tell of one: whether better ones, larger ones, or its parts are told of. */
import type { Candidate } from './candidates.ts';

const NOTHING = -8;
const LIKELY = -1;
const THINKABLE = -2.5;

interface Sums {
  readonly parts: number;
  readonly partOf: number;
}

/** Whether the number is the sum of two others, or one of the others with somebody more. */
function sumsOf(n: number, others: ReadonlySet<number>): Sums {
  let parts = 0;
  let partOf = others.has(n + 1) ? 0.5 : 0;
  for (const a of others) {
    if (a + 1 === n) parts = 1;
    for (const b of others) {
      if (a + b === n) parts = 1;
      if (a + n === b) partOf = 1;
    }
  }
  return { parts, partOf };
}

/**
 * Signals of the candidate at an index, from the first scores of all candidates of its text.
 *
 * @example
 * neighbourSignals(list, scores, 0)[0] === scores[0]; // true
 */
export function neighbourSignals(
  list: readonly Candidate[],
  scores: ArrayLike<number>,
  index: number,
): number[] {
  const own = list[index];
  const score = scores[index] ?? NOTHING;
  if (own === undefined) return [];
  let [ofKind, ofCounts, ofAny, samePeople, above, likely, alike, larger, close] = [
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    0,
    0,
    0,
    NOTHING,
    NOTHING,
  ];
  const numbers = new Set<number>();
  for (const [at, other] of list.entries()) {
    if (at === index) continue;
    const theirs = scores[at] ?? NOTHING;
    ofAny = Math.max(ofAny, theirs);
    if (other.people === own.people) samePeople = Math.max(samePeople, theirs);
    if (other.kind !== own.kind) continue;
    ofKind = Math.max(ofKind, theirs);
    if (theirs > score) above += 1;
    if (theirs > LIKELY) likely += 1;
    if (theirs > LIKELY && other.people.type === own.people.type) alike += 1;
    if (other.people.type !== 'count') continue;
    ofCounts = Math.max(ofCounts, theirs);
    if (theirs > THINKABLE) numbers.add(other.people.n);
    if (other.people.n > own.people.n) larger = Math.max(larger, theirs);
    if (Math.abs(other.people.n - own.people.n) <= 1) close = Math.max(close, theirs);
  }
  const sums = own.people.type === 'count' ? sumsOf(own.people.n, numbers) : { parts: 0, partOf: 0 };
  return [
    score,
    ofKind,
    ofCounts,
    ofAny,
    samePeople,
    above,
    likely,
    larger,
    close,
    alike,
    sums.parts,
    sums.partOf,
  ];
}
