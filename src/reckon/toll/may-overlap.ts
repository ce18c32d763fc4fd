/**
 * Which counts of one measure may count the same people (rule `overlap-1`). A person is killed once: places that share no
 * ground, or days that do not meet, prove that two counts of killed people share nobody. A person can be detained, beaten
 * or driven out twice, so for every other measure neither proves anything; places of detention are told apart by place
 * alone. Another group or another alleged perpetrator proves nothing: the same people may be called villagers by one and
 * fighters by the other, and be laid at two doors.
 */
import type { PropositionId } from '../../record/id.ts';
import type { Measure } from '../../record/proposition.ts';
import type { CountInTotal, LeftOutOfTotal } from './count-in-total.ts';
import type { EventSpan } from './event-span.ts';
import type { RelatePlaces } from './place-relation.ts';

/** What proves two counts of a measure apart. */
const PROOF: Readonly<Partial<Record<Measure, { readonly days: boolean }>>> = {
  killed: { days: true },
  'detention-sites': { days: false },
};

type Placed = Pick<CountInTotal, 'proposition' | 'span'>;

/**
 * For each count the indices (0-based) of those that it may overlap with.
 *
 * @example
 * overlapsOf('killed', [inOrsa, inBelo, nowhere], relate); // [[2], [2], [0, 1]]
 */
export function overlapsOf(
  measure: Measure,
  counts: readonly Placed[],
  relate: RelatePlaces,
): readonly (readonly number[])[] {
  const proof = PROOF[measure];
  const related = new Map<string, boolean>();
  const placesApart = (a: string, b: string): boolean => {
    const key = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    const known = related.get(key) ?? relate(a, b) === 'apart';
    related.set(key, known);
    return known;
  };
  const apart = (a: Placed, b: Placed): boolean => {
    if (proof === undefined) return false;
    if (proof.days && daysApart(a.span, b.span)) return true;
    const left = a.proposition.scope.place;
    const right = b.proposition.scope.place;
    return left !== null && right !== null && left !== right && placesApart(left, right);
  };
  const overlaps: number[][] = counts.map(() => []);
  for (const [a, left] of counts.entries()) {
    for (let b = a + 1; b < counts.length; b++) {
      const right = counts[b];
      if (right === undefined || apart(left, right)) continue;
      overlaps[a]?.push(b);
      overlaps[b]?.push(a);
    }
  }
  return overlaps;
}

function daysApart(a: EventSpan, b: EventSpan): boolean {
  const before = (end: string | null, start: string | null): boolean =>
    end !== null && start !== null && end < start;
  return (
    a.complete &&
    b.complete &&
    (before(a.days.latest, b.days.earliest) || before(b.days.latest, a.days.earliest))
  );
}

/** Counts that stand by themselves, and those that a reviewer or the text put inside another one. */
export interface Nested {
  readonly outer: readonly CountInTotal[];
  readonly inside: readonly LeftOutOfTotal[];
  /** The counts inside each outer one, at any depth. */
  readonly partsOf: ReadonlyMap<PropositionId, readonly CountInTotal[]>;
}

/**
 * Takes out the counts that are stated parts of another count in the total: they are in it already.
 *
 * @example
 * withoutParts(counts).inside; // [{ proposition: 'prp_…', reason: 'is a part of prp_…, which is counted' }]
 */
export function withoutParts(counts: readonly CountInTotal[]): Nested {
  const byId = new Map(counts.map((count) => [count.proposition.id, count]));
  const outer: CountInTotal[] = [];
  const inside: LeftOutOfTotal[] = [];
  const partsOf = new Map<PropositionId, CountInTotal[]>();
  for (const count of counts) {
    const whole = wholeOf(count, byId);
    if (whole === null) {
      outer.push(count);
      continue;
    }
    inside.push({ proposition: count.proposition.id, reason: `is a part of ${whole}, which is counted` });
    partsOf.set(whole, [...(partsOf.get(whole) ?? []), count]);
  }
  return { outer, inside, partsOf };
}

/**
 * The outermost count that it is a stated part of; null when there is none, or when it stands in a circle of parts and
 * is itself the one of it with the smallest id.
 */
function wholeOf(count: CountInTotal, byId: ReadonlyMap<PropositionId, CountInTotal>): PropositionId | null {
  const trail: PropositionId[] = [count.proposition.id];
  for (let next = count.proposition.narrowerThan; next !== null; ) {
    const found = byId.get(next);
    if (found === undefined) break;
    const loop = trail.indexOf(next);
    if (loop >= 0) {
      const first = trail.slice(loop).reduce((least, id) => (id < least ? id : least));
      return first === count.proposition.id ? null : first;
    }
    trail.push(next);
    next = found.proposition.narrowerThan;
  }
  return trail.length === 1 ? null : (trail.at(-1) ?? null);
}
