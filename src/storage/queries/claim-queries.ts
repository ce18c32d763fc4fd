/** Queries over propositions and claims: whole, or the narrow side that counting reads. */
import type { ExpressionBuilder } from 'kysely';
import type { ClaimTally, PropositionFilter, SourceTally } from '../../desk/ports/record-store.ts';
import type { ClaimStatus } from '../../record/claim.ts';
import type { ClaimId } from '../../record/id.ts';
import type { ClaimRow, Tables, UtteranceRow } from '../tables.ts';
import type { ClaimConditions } from './claim-conditions.ts';
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';
import type { BodyRow } from './source-queries.ts';

/**
 * Propositions in log order.
 *
 * @example
 * propositionsQuery(build, { measure: 'killed' }).compile();
 */
export function propositionsQuery(
  build: QueryBuilder,
  filter: PropositionFilter & { readonly id?: string },
): Query<BodyRow> {
  let query = build.selectFrom('propositions').select('body').orderBy('place');
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.measure !== undefined) query = query.where('measure', '=', filter.measure);
  if (filter.groupKey !== undefined) query = query.where('group_key', '=', filter.groupKey);
  return query;
}

type Narrow = ExpressionBuilder<Tables, 'utterances'>;

/** Conditions of a filter on the narrow table; null limit and place are the caller's. */
function conditionsOf(build: QueryBuilder, only: ClaimConditions) {
  const { isAmong } = build.own;
  return (part: Narrow) => {
    const all = [];
    const { source, sources, proposition, propositions, besides, ids } = only;
    const { statuses, stance, measure, speakers, after } = only;
    const placesOf = (some: readonly string[]) =>
      part
        .selectFrom('propositions')
        .select('place')
        .where(({ ref }) => isAmong(ref('id'), some));
    if (statuses !== undefined) {
      all.push(statuses.length === 0 ? part.lit(false) : part('utterances.status', 'in', [...statuses]));
    }
    if (stance !== undefined) all.push(part('utterances.stance', '=', stance));
    if (measure !== undefined) all.push(part('utterances.measure', '=', measure));
    if (source !== undefined) {
      all.push(
        part('utterances.source', '=', part.selectFrom('sources').select('place').where('id', '=', source)),
      );
    }
    if (sources !== undefined) {
      const places = part
        .selectFrom('sources')
        .select('place')
        .where(({ ref }) => isAmong(ref('id'), sources));
      all.push(part('utterances.source', 'in', places));
    }
    if (proposition !== undefined) {
      const place = part.selectFrom('propositions').select('place').where('id', '=', proposition);
      all.push(part('utterances.proposition', '=', place));
    }
    if (propositions !== undefined) all.push(part('utterances.proposition', 'in', placesOf(propositions)));
    if (besides !== undefined && besides.propositions.length > 0) {
      const saysSo =
        besides.stances.length === 0
          ? part.lit(false)
          : part('utterances.stance', 'in', [...besides.stances]);
      all.push(part.or([saysSo, part('utterances.proposition', 'not in', placesOf(besides.propositions))]));
    }
    if (ids !== undefined) {
      const claims = part
        .selectFrom('claims')
        .select('place')
        .where(({ ref }) => isAmong(ref('id'), ids));
      all.push(part('utterances.place', 'in', claims));
    }
    if (after !== undefined) {
      all.push(
        part('utterances.place', '>', part.selectFrom('claims').select('place').where('id', '=', after)),
      );
    }
    if (speakers !== undefined) {
      const chains = part
        .selectFrom('chain_speakers')
        .innerJoin('actors', 'actors.place', 'chain_speakers.actor')
        .select('chain_speakers.chain')
        .where(({ ref }) => isAmong(ref('actors.id'), speakers));
      all.push(part('utterances.chain', 'in', chains));
    }
    return part.and(all);
  };
}

/**
 * The JSON of a claim as it stands now: as changed, or as it stands in the entry that proposed it. For a query that
 * joins `claims` with the entry of the log in which each was logged.
 *
 * @example
 * build.selectFrom('claims').innerJoin('log', 'log.seq', 'claims.logged').select(claimBody);
 */
export function claimBody(part: ExpressionBuilder<Tables, 'claims' | 'log'>) {
  const logged = part.fn<string>('substr', ['log.body', part('claims.start', '+', 1), 'claims.length']);
  return part.fn.coalesce('claims.changed', logged).as('body');
}

/**
 * Whole claims in log order.
 *
 * @example
 * claimsQuery(build, { statuses: ['proposed'], limit: 20 }).compile();
 */
export function claimsQuery(build: QueryBuilder, only: ClaimConditions): Query<BodyRow> {
  const query = build
    .selectFrom('utterances')
    .innerJoin('claims', 'claims.place', 'utterances.place')
    .innerJoin('log', 'log.seq', 'claims.logged')
    .select(claimBody)
    .where(conditionsOf(build, only))
    .orderBy('utterances.place');
  return only.limit === undefined ? query : query.limit(only.limit);
}

/**
 * How many claims fit, by status.
 *
 * @example
 * claimCountsQuery(build, { measure: 'killed' }).compile();
 */
export function claimCountsQuery(
  build: QueryBuilder,
  only: ClaimConditions,
): Query<{ status: ClaimStatus; claims: number }> {
  const { after: _, ...conditions } = only;
  return build
    .selectFrom('utterances')
    .select(({ fn }) => ['status', fn.countAll<number>().as('claims')])
    .where(conditionsOf(build, conditions))
    .groupBy('status');
}

/**
 * How many claims of some statuses stand in each source that has any, in log order of the sources.
 *
 * @example
 * sourceTalliesQuery(build, ['accepted']).compile();
 */
export function sourceTalliesQuery(
  build: QueryBuilder,
  statuses: readonly ClaimStatus[],
): Query<SourceTally> {
  // Counted by place first: joining every claim with its source costs many times as much.
  const counted = build
    .selectFrom('utterances')
    .select(({ fn }) => ['source', 'status', fn.countAll<number>().as('claims')])
    .where('status', 'in', [...statuses])
    .groupBy(['source', 'status'])
    .as('counted');
  return build
    .selectFrom(counted)
    .innerJoin('sources', 'sources.place', 'counted.source')
    .select(({ ref }) => [
      ref('sources.id').$castTo<SourceTally['source']>().as('source'),
      'counted.status',
      'counted.claims',
    ])
    .orderBy('sources.place')
    .orderBy('counted.status');
}

/**
 * How many claims stand in each source that has any, in log order of the sources.
 *
 * @example
 * claimsBySourceQuery(build).compile();
 */
export function claimsBySourceQuery(build: QueryBuilder): Query<Omit<SourceTally, 'status'>> {
  const counted = build
    .selectFrom('utterances')
    .select(({ fn }) => ['source', fn.countAll<number>().as('claims')])
    .groupBy('source')
    .as('counted');
  return build
    .selectFrom(counted)
    .innerJoin('sources', 'sources.place', 'counted.source')
    .select(({ ref }) => [ref('sources.id').$castTo<SourceTally['source']>().as('source'), 'counted.claims'])
    .orderBy('sources.place');
}

/** First and last day on which something was said of a proposition in claims of a status. */
export interface SaidRow {
  readonly proposition: number;
  readonly status: ClaimStatus;
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * Between which days something was said of each proposition, by status: from the index for counting alone, in its own order.
 *
 * @example
 * saidSpansQuery(build).compile();
 */
export function saidSpansQuery(build: QueryBuilder): Query<SaidRow> {
  return build
    .selectFrom('utterances')
    .select(({ fn }) => [
      'proposition',
      'status',
      fn.min('said_at').as('first'),
      fn.max('said_at').as('last'),
    ])
    .groupBy(['proposition', 'status']);
}

/** Columns of the narrow view, in the order in which `utterancesQuery` gives them. */
export const UTTERANCE_COLUMNS = [
  'claim',
  'source',
  'proposition',
  'stance',
  'status',
  'chain',
  'low',
  'best',
  'high',
  'vague',
  'said_at',
] as const satisfies readonly (keyof UtteranceRow)[];

/**
 * The narrow side of claims in log order.
 *
 * @example
 * utterancesQuery(build, { measure: 'killed', statuses: ['accepted'] }).compile();
 */
export function utterancesQuery(
  build: QueryBuilder,
  only: ClaimConditions,
): Query<Pick<UtteranceRow, (typeof UTTERANCE_COLUMNS)[number]>> {
  const query = build
    .selectFrom('utterances')
    .select(UTTERANCE_COLUMNS)
    .where(conditionsOf(build, only))
    .orderBy('utterances.place');
  return only.limit === undefined ? query : query.limit(only.limit);
}

/** Where a claim stands written, for an engine that cuts it out itself. */
export type ClaimPiece = Pick<ClaimRow, 'place' | 'logged' | 'start' | 'length' | 'changed'>;

/**
 * Where claims stand written, in log order.
 *
 * @param page the place after which to go on, and how many at most
 * @example
 * claimPiecesQuery(build, {}, { after: 0, limit: 1000 }).compile();
 */
export function claimPiecesQuery(
  build: QueryBuilder,
  only: ClaimConditions,
  page: { readonly after: number; readonly limit: number },
): Query<ClaimPiece> {
  return build
    .selectFrom('utterances')
    .innerJoin('claims', 'claims.place', 'utterances.place')
    .select(['claims.place', 'claims.logged', 'claims.start', 'claims.length', 'claims.changed'])
    .where(conditionsOf(build, only))
    .where('utterances.place', '>', page.after)
    .orderBy('utterances.place')
    .limit(page.limit);
}

/**
 * The JSON of claims as they stand now, by place.
 *
 * @example
 * claimBodiesQuery(build, [12, 40]).compile();
 */
export function claimBodiesQuery(
  build: QueryBuilder,
  places: readonly number[],
): Query<{ place: number; body: string }> {
  return build
    .selectFrom('claims')
    .innerJoin('log', 'log.seq', 'claims.logged')
    .select('claims.place')
    .select(claimBody)
    .where(({ ref }) => build.own.isPlaceAmong(ref('claims.place'), places));
}

/**
 * Ids of claims by their first letters, in the order of ids.
 *
 * @example
 * claimIdsQuery(build, 'clm_k3', 5).compile();
 */
export function claimIdsQuery(build: QueryBuilder, letters: string, limit: number): Query<{ id: ClaimId }> {
  return build
    .selectFrom('claims')
    .select(({ ref }) => ref('id').$castTo<ClaimId>().as('id'))
    .where('id', '>=', letters)
    .where('id', '<', `${letters}~`)
    .orderBy('id')
    .limit(limit);
}

/** A tally as its query gives it. */
export interface TalliedRow extends Omit<ClaimTally, 'numbered'> {
  readonly numbered: number;
}

/**
 * How many claims of some statuses stand on each proposition: from the counts kept, not the claims.
 *
 * @example
 * talliesQuery(build, ['accepted']).compile();
 */
export function talliesQuery(build: QueryBuilder, statuses: readonly ClaimStatus[]): Query<TalliedRow> {
  return build
    .selectFrom('tallies')
    .innerJoin('propositions', 'propositions.place', 'tallies.proposition')
    .select(({ ref }) => [
      ref('propositions.id').$castTo<ClaimTally['proposition']>().as('proposition'),
      'tallies.stance',
      'tallies.numbered',
      build.own.wholeSum(ref('tallies.claims')).as('claims'),
    ])
    .where('tallies.claims', '>', 0)
    .where(({ ref }) => build.own.isAmong(ref('tallies.status'), statuses))
    .groupBy(['propositions.place', 'tallies.stance', 'tallies.numbered'])
    .orderBy('propositions.place')
    .orderBy('tallies.stance')
    .orderBy('tallies.numbered');
}

/**
 * How many claims there are, by status: from the counts kept, not the claims.
 *
 * @example
 * statusCountsQuery(build).compile();
 */
export function statusCountsQuery(build: QueryBuilder): Query<{ status: ClaimStatus; claims: number }> {
  return build
    .selectFrom('tallies')
    .select(({ ref }) => ['status', build.own.wholeSum(ref('claims')).as('claims')])
    .groupBy('status');
}
