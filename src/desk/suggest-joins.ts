/** Propositions that may be one, with why: a person reads both and joins them, or leaves them. Nothing is joined here. */
import {
  groupKey,
  type JoinSuggestion,
  joinSuggestions,
  joinSuggestionsFor,
} from '../reckon/group-claims.ts';
import type { PropositionId } from '../record/id.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { type FoundProposition, readPropositions } from './find-propositions.ts';
import { pairKey, pairsHeldApart } from './hold-apart.ts';

export interface JoinPair {
  /** The one with more claims: the other would be put to it. */
  readonly into: FoundProposition;
  readonly from: FoundProposition;
  /** A sentence for the person who decides. */
  readonly because: string;
  /** 0 to 1: an order, no probability. */
  readonly score: number;
}

export interface JoinPairs {
  readonly pairs: readonly JoinPair[];
  readonly fitting: number;
  /** Propositions that were not compared, because there are too many; 0 when one proposition was asked about. */
  readonly notCompared: number;
}

/** Of the whole record, so many propositions are compared with each other: those that are spoken of most. */
const MOST_COMPARED = 800;

/** Absent: of the whole record, from the first. */
export interface JoinQuery {
  /** Id or its beginning. */
  readonly proposition?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * Suggests, best first; pairs that a person holds apart are left out.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id that the record does not hold
 * @example
 * const { pairs } = await suggestJoins(desk, { proposition: 'prp_2cd' });
 * pairs[0]?.because; // 'Both count killed; same place.'
 */
export async function suggestJoins(desk: Pick<Desk, 'store'>, query: JoinQuery): Promise<JoinPairs> {
  const { store } = desk;
  const spoken = (await readPropositions(desk)).filter(({ claims }) => claims > 0);
  const found = new Map(spoken.map((one) => [one.id, one]));
  const compared = new Set(spoken.slice(0, MOST_COMPARED).map(({ id }) => id));
  const suggestions =
    query.proposition === undefined
      ? joinSuggestions((await store.propositions()).filter(({ id }) => compared.has(id)))
      : await suggestionsFor(desk, await findOne(store, query.proposition, 'prp'));
  const apart = new Set((await pairsHeldApart(desk)).map(({ pair }) => pairKey(...pair)));
  const pairs = suggestions
    .filter(({ a, b }) => !apart.has(pairKey(a, b)))
    .flatMap((suggestion) => pairOf(suggestion, found));
  const from = query.offset ?? 0;
  return {
    pairs: pairs.slice(from, from + (query.limit ?? pairs.length)),
    fitting: pairs.length,
    notCompared: query.proposition === undefined ? spoken.length - compared.size : 0,
  };
}

async function suggestionsFor(
  { store }: Pick<Desk, 'store'>,
  id: PropositionId,
): Promise<readonly JoinSuggestion[]> {
  const one = await store.proposition(id);
  if (one === null) return [];
  return joinSuggestionsFor(one, await store.propositions({ groupKey: groupKey(one) }));
}

/** Propositions that nobody speaks of any more, such as those joined already, are no pair. */
function pairOf(
  { a, b, because, score }: JoinSuggestion,
  found: ReadonlyMap<PropositionId, FoundProposition>,
): readonly JoinPair[] {
  const [first, second] = [found.get(a), found.get(b)];
  if (first === undefined || second === undefined) return [];
  const [into, from] = first.claims >= second.claims ? [first, second] : [second, first];
  return [{ into, from, because, score }];
}
