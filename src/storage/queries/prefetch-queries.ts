/** Many things at once, for an engine that answers later: what a change names is fetched before it is looked at. */
import { claimBody } from './claim-queries.ts';
import type { QueryBuilder } from './dialect.ts';
import type { ThingTable } from './kept-queries.ts';
import type { Query } from './query.ts';

/** One thing as stored. */
export interface ThingRow {
  readonly id: string;
  readonly place: number;
  readonly body: string;
}

/**
 * Things of one table by their ids.
 *
 * @example
 * thingsQuery(build, 'actors', ['act_…']).compile();
 */
export function thingsQuery(build: QueryBuilder, table: ThingTable, ids: readonly string[]): Query<ThingRow> {
  const { isAmong } = build.own;
  if (table === 'claims') {
    return build
      .selectFrom('claims')
      .innerJoin('log', 'log.seq', 'claims.logged')
      .select(['claims.id', 'claims.place'])
      .select(claimBody)
      .where(({ ref }) => isAmong(ref('claims.id'), ids));
  }
  // A listing stands in the log alone; what asks for it needs its place.
  if (table === 'listings') {
    return build
      .selectFrom('listings')
      .select(({ lit }) => ['id', 'place', lit(null).$castTo<string>().as('body')])
      .where(({ ref }) => isAmong(ref('id'), ids));
  }
  return build
    .selectFrom(table)
    .select(['id', 'place', 'body'])
    .where(({ ref }) => isAmong(ref('id'), ids));
}

/**
 * Which of some actors are shown as which.
 *
 * @example
 * joinedAmongQuery(build, ['act_…']).compile();
 */
export function joinedAmongQuery(
  build: QueryBuilder,
  ids: readonly string[],
): Query<{ id: string; kept: string }> {
  return build
    .selectFrom('actors as gone')
    .innerJoin('actors as kept', 'kept.place', 'gone.joined_to')
    .select(['gone.id', 'kept.id as kept'])
    .where(({ ref }) => build.own.isAmong(ref('gone.id'), ids));
}

/**
 * Chains by their voices.
 *
 * @example
 * chainsAmongQuery(build, ['act_… ?']).compile();
 */
export function chainsAmongQuery(
  build: QueryBuilder,
  voices: readonly string[],
): Query<{ voices: string; place: number }> {
  return build
    .selectFrom('chains')
    .select(['voices', 'place'])
    .where(({ ref }) => build.own.isAmong(ref('voices'), voices));
}

/**
 * Which of some texts are stored.
 *
 * @example
 * textsAmongQuery(build, [sha256]).compile();
 */
export function textsAmongQuery(build: QueryBuilder, hashes: readonly string[]): Query<{ sha256: string }> {
  return build
    .selectFrom('texts')
    .select('sha256')
    .where(({ ref }) => build.own.isAmong(ref('sha256'), hashes));
}

/**
 * Which of some bytes are of a capture.
 *
 * @example
 * bytesAmongQuery(build, [sha256]).compile();
 */
export function bytesAmongQuery(build: QueryBuilder, hashes: readonly string[]): Query<{ sha256: string }> {
  return bytesAmongSelect(build, hashes);
}

function bytesAmongSelect(build: QueryBuilder, hashes: readonly string[]) {
  return build
    .selectFrom('captures')
    .select('sha256')
    .where(({ ref }) => build.own.isAmong(ref('sha256'), hashes));
}

/**
 * Which of some bytes are a source of the record, and no record of a web archive.
 *
 * @example
 * storedAmongQuery(build, [sha256]).compile();
 */
export function storedAmongQuery(build: QueryBuilder, hashes: readonly string[]): Query<{ sha256: string }> {
  return bytesAmongSelect(build, hashes).where('warc_record', 'is', null);
}

/**
 * One row when an actor of one of these names, or a proposition under one of these keys, came or changed after an entry.
 *
 * @param made names as `foldName` gives them
 * @example
 * madeSinceQuery(build, { names: ['harbour daily'], keys: [] }, 12).compile();
 */
export function madeSinceQuery(
  build: QueryBuilder,
  { names, keys }: { readonly names: readonly string[]; readonly keys: readonly string[] },
  since: number,
): Query<{ entry: number }> {
  return build
    .selectFrom('actor_names')
    .select('entry')
    .where(({ ref }) => build.own.isAmong(ref('folded'), names))
    .where('entry', '>', since)
    .unionAll(
      build
        .selectFrom('propositions')
        .select('entry')
        .where(({ ref }) => build.own.isAmong(ref('group_key'), keys))
        .where('entry', '>', since),
    )
    .limit(1);
}
