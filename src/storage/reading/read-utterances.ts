/**
 * The narrow view of claims, fast: one pass over integer columns; sources, propositions and chains are looked
 * up once each and shared between rows.
 */
import type { ClaimStatus } from '../../record/claim.ts';
import type { ClaimId, PropositionId, SourceId } from '../../record/id.ts';
import type { Stance } from '../../record/stance.ts';
import type { Utterance, Voice } from '../../record/utterance.ts';
import type { JoinedActors } from '../joined-actors.ts';
import { readChain } from '../projection/stored-chain.ts';
import { chainsQuery } from '../queries/actor-queries.ts';
import type { ClaimConditions } from '../queries/claim-conditions.ts';
import { utterancesQuery } from '../queries/claim-queries.ts';
import { idsByPlaceQuery } from '../queries/source-queries.ts';
import { eachRow, type Steps, type Value } from '../queries/steps.ts';
import type { RecordQueries } from './reading-port.ts';

/** Columns in the order of `UTTERANCE_COLUMNS`. */
type NarrowRow = readonly [
  claim: ClaimId,
  source: number,
  proposition: number,
  stance: Stance,
  status: ClaimStatus,
  chain: number,
  low: number | null,
  best: number | null,
  high: number | null,
  vague: number,
  saidAt: string | null,
];

/** Voices of a stored chain, null for somebody unnamed: the key of that depends on the claim. */
interface StoredChain {
  readonly voices: readonly (Voice | null)[];
  /** Null when nobody is unnamed. */
  readonly named: readonly Voice[] | null;
  /** Of the last voice, ready to be put into an utterance. */
  readonly stated: Pick<Utterance, 'stated'>;
}

/**
 * Reads the narrow view.
 *
 * @example
 * const utterances = yield* readUtterances(queries, { measure: 'killed' }, joins);
 */
export function* readUtterances(
  { build }: RecordQueries,
  only: ClaimConditions,
  joins: JoinedActors,
): Steps<readonly Utterance[]> {
  const sources = yield* byPlace(idsByPlaceQuery(build, 'sources'), 'sources', (id) => id as SourceId);
  const propositions = yield* byPlace(
    idsByPlaceQuery(build, 'propositions'),
    'propositions',
    (id) => id as PropositionId,
  );
  const chains = yield* byPlace(chainsQuery(build), 'chains', (stored) => chainOf(stored, joins));
  const found: Utterance[] = [];
  yield* eachRow(utterancesQuery(build, only), (row) => {
    const [claim, sourcePlace, propositionPlace, stance, status, chainPlace, low, best, high, vague, saidAt] =
      row as NarrowRow;
    const source = sources(sourcePlace);
    const proposition = propositions(propositionPlace);
    const chain = chains(chainPlace);
    const voices = chain.named ?? nameUnnamed(chain.voices, source, claim);
    found.push({
      claim,
      source,
      proposition,
      stance,
      status,
      voices,
      low,
      best,
      high,
      vague: vague === 1,
      saidAt,
      ...chain.stated,
    });
  });
  return found;
}

function nameUnnamed(voices: readonly (Voice | null)[], source: SourceId, claim: ClaimId): readonly Voice[] {
  const key: Voice = `anonymous:${source}:${claim}`;
  return voices.map((voice) => voice ?? key);
}

/** A small table by place, all read at once: there are far fewer of them than of claims. */
function* byPlace<T>(
  query: Parameters<typeof eachRow>[0],
  table: string,
  read: (text: string) => T,
): Steps<(place: number) => T> {
  const all = new Map<Value | undefined, T>();
  yield* eachRow(query, ([place, text]) => all.set(place, read(String(text))));
  return (place) => {
    const found = all.get(place);
    if (found === undefined)
      throw new TypeError(`The table ${table} has no row ${place}, which another table names.`);
    return found;
  };
}

function chainOf(stored: string, joins: JoinedActors): StoredChain {
  const read = readChain(stored);
  const voices = read.map(({ actor }): Voice | null => (actor === null ? null : joins.shown(actor)));
  const last = read.at(-1)?.stated ?? null;
  const named = voices.filter((voice) => voice !== null);
  return {
    voices,
    named: named.length === voices.length ? Object.freeze(named) : null,
    stated: last === null ? {} : { stated: last },
  };
}
