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
  queries: RecordQueries,
  only: ClaimConditions,
  joins: JoinedActors,
): Steps<readonly Utterance[]> {
  const found: Utterance[] = [];
  if (isNarrow(only)) {
    // What a few claims name is asked for by place, for the record may hold millions of others.
    const rows: NarrowRow[] = [];
    yield* eachRow(utterancesQuery(queries.build, only), (row) => void rows.push(row as NarrowRow));
    if (rows.length === 0) return found;
    const namesOf = yield* readNames(queries, joins, rows);
    for (const row of rows) found.push(utteranceOf(row, namesOf));
    return found;
  }
  const namesOf = yield* readNames(queries, joins);
  yield* eachRow(utterancesQuery(queries.build, only), (row) => {
    found.push(utteranceOf(row as NarrowRow, namesOf));
  });
  return found;
}

/** Whether it is about some things by name, and not about a whole kind. */
function isNarrow({
  source,
  sources,
  proposition,
  propositions,
  ids,
  speakers,
  limit,
}: ClaimConditions): boolean {
  return [source, sources, proposition, propositions, ids, speakers, limit].some((one) => one !== undefined);
}

interface Names {
  readonly source: (place: number) => SourceId;
  readonly proposition: (place: number) => PropositionId;
  readonly chain: (place: number) => StoredChain;
}

/** What stands at the places that rows name; at all places when no rows are given. */
function* readNames(
  { build }: RecordQueries,
  joins: JoinedActors,
  rows?: readonly NarrowRow[],
): Steps<Names> {
  const placesIn = (at: 1 | 2 | 5): readonly number[] | undefined =>
    rows === undefined ? undefined : [...new Set(rows.map((row) => row[at]))];
  const source = yield* byPlace(
    idsByPlaceQuery(build, 'sources', placesIn(1)),
    'sources',
    (id) => id as SourceId,
  );
  const proposition = yield* byPlace(
    idsByPlaceQuery(build, 'propositions', placesIn(2)),
    'propositions',
    (id) => id as PropositionId,
  );
  const chain = yield* byPlace(chainsQuery(build, placesIn(5)), 'chains', (stored) => chainOf(stored, joins));
  return { source, proposition, chain };
}

function utteranceOf(row: NarrowRow, namesOf: Names): Utterance {
  const [claim, sourcePlace, propositionPlace, stance, status, chainPlace, low, best, high, vague, saidAt] =
    row;
  const source = namesOf.source(sourcePlace);
  const chain = namesOf.chain(chainPlace);
  return {
    claim,
    source,
    proposition: namesOf.proposition(propositionPlace),
    stance,
    status,
    voices: chain.named ?? nameUnnamed(chain.voices, source, claim),
    low,
    best,
    high,
    vague: vague === 1,
    saidAt,
    ...chain.stated,
  };
}

function nameUnnamed(voices: readonly (Voice | null)[], source: SourceId, claim: ClaimId): readonly Voice[] {
  const key: Voice = `anonymous:${source}:${claim}`;
  return voices.map((voice) => voice ?? key);
}

/** What is asked for of a table, by place. */
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
