/** The claims that propositions are weighed with: their own, their rivals', and what is said against what they depend on. */
import { TRAVELLING } from '../reckon/dependence.ts';
import { rivalsOf } from '../reckon/standing.ts';
import type { ClaimStatus } from '../record/claim.ts';
import type { ClaimId, PropositionId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import { type Utterance, utteranceOf } from '../record/utterance.ts';
import type { KnownRecord } from './known/known-record.ts';
import type { ClaimFilter, RecordStore } from './ports/record-store.ts';
import { unnamedWords } from './voice-name.ts';

/**
 * Claims opened at most: how a speaker knows, how many unnamed ones there are, and by which words they are called, stands in the
 * claim alone.
 */
const MOST_OPENED = 10_000;

export interface Spoken {
  /** In log order. */
  readonly utterances: readonly Utterance[];
  /** Words for unnamed voices by claim; null: no claim was opened. */
  readonly unnamed: ReadonlyMap<ClaimId, string> | null;
  /** The propositions shown and those that bear on them, in log order. */
  readonly all: readonly Proposition[];
}

/**
 * Reads the claims for some propositions.
 *
 * @example
 * const { utterances } = await readSpoken(desk.store, known, { shown, statuses: ['accepted'] });
 */
export async function readSpoken(
  store: Pick<RecordStore, 'claims' | 'utterances'>,
  known: KnownRecord,
  { shown, statuses }: { readonly shown: readonly Proposition[]; readonly statuses: readonly ClaimStatus[] },
): Promise<Spoken> {
  const all = new Map(shown.map((proposition) => [proposition.id, proposition]));
  const whole = new Set(all.keys());
  for (const proposition of shown) {
    const related = known.related(proposition);
    for (const other of related) all.set(other.id, other);
    for (const { id } of rivalsOf(proposition, related)) whole.add(id);
  }
  const isTold = (id: PropositionId): boolean => claimsOn(known, id, statuses, whole.has(id)) > 0;
  const propositions = [...all.keys()].filter((id) => whole.has(id) || isTold(id));
  const besides = propositions.filter((id) => !whole.has(id));
  const filter = { propositions, statuses, besides: { propositions: besides, stances: TRAVELLING } };
  const claims = propositions.reduce((sum, id) => sum + claimsOn(known, id, statuses, whole.has(id)), 0);
  const spoken =
    claims > MOST_OPENED
      ? { utterances: await store.utterances(filter), unnamed: null }
      : await opened(store, filter);
  return { ...spoken, all: known.ordered(all.values()) };
}

/** How many claims of these statuses stand on one; when it is not read whole, of those that travel alone. */
function claimsOn(
  known: KnownRecord,
  id: PropositionId,
  statuses: readonly ClaimStatus[],
  whole: boolean,
): number {
  return known
    .tallies(id)
    .filter(({ status, stance }) => statuses.includes(status) && (whole || TRAVELLING.includes(stance)))
    .reduce((sum, tally) => sum + tally.claims, 0);
}

async function opened(
  store: Pick<RecordStore, 'claims'>,
  filter: ClaimFilter,
): Promise<Pick<Spoken, 'utterances' | 'unnamed'>> {
  const unnamed = new Map<ClaimId, string>();
  const utterances: Utterance[] = [];
  for (const claim of await store.claims(filter)) {
    const words = unnamedWords(claim);
    if (words !== null) unnamed.set(claim.id, words);
    utterances.push(utteranceOf(claim));
  }
  return { utterances, unnamed };
}
