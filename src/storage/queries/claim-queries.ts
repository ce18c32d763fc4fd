/** Queries over propositions and claims: whole, or the narrow side that counting reads. */
import type { ExpressionBuilder } from 'kysely';
import type { ClaimFilter, PropositionFilter } from '../../desk/ports/record-store.ts';
import type { ClaimStatus } from '../../record/claim.ts';
import type { Tables, UtteranceRow } from '../tables.ts';
import type { Query, QueryBuilder } from './query-builder.ts';
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

/** A filter with the speaker spelt out as all actors shown as one. */
export interface ClaimConditions extends Omit<ClaimFilter, 'speaker'> {
  readonly speakers?: readonly string[];
}

type Narrow = ExpressionBuilder<Tables, 'utterances'>;

/** Conditions of a filter on the narrow table; null limit and place are the caller's. */
function conditionsOf(only: ClaimConditions) {
  return (part: Narrow) => {
    const all = [];
    const { source, proposition, propositions, statuses, stance, measure, speakers, after } = only;
    if (statuses !== undefined) all.push(part('utterances.status', 'in', [...statuses]));
    if (stance !== undefined) all.push(part('utterances.stance', '=', stance));
    if (measure !== undefined) all.push(part('utterances.measure', '=', measure));
    if (source !== undefined) {
      all.push(
        part('utterances.source', '=', part.selectFrom('sources').select('place').where('id', '=', source)),
      );
    }
    if (proposition !== undefined) {
      const place = part.selectFrom('propositions').select('place').where('id', '=', proposition);
      all.push(part('utterances.proposition', '=', place));
    }
    if (propositions !== undefined) {
      const places = part
        .selectFrom('propositions')
        .select('place')
        .where('id', 'in', [...propositions]);
      all.push(part('utterances.proposition', 'in', places));
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
        .where('actors.id', 'in', [...speakers]);
      all.push(part('utterances.chain', 'in', chains));
    }
    return part.and(all);
  };
}

/** The JSON of a claim as it stands now: as changed, or as it stands in the entry that proposed it. */
function claimBody(part: ExpressionBuilder<Tables, 'claims' | 'log'>) {
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
    .where(conditionsOf(only))
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
    .where(conditionsOf(conditions))
    .groupBy('status');
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
    .where(conditionsOf(only))
    .orderBy('utterances.place');
  return only.limit === undefined ? query : query.limit(only.limit);
}
