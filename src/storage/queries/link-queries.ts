/** Queries over links between reports and findings about voices. */
import type { LinkFilter } from '../../desk/ports/record-store.ts';
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';
import type { BodyRow } from './source-queries.ts';

/**
 * Links in log order.
 *
 * @example
 * linksQuery(build, { from: ['src_…'], statuses: ['confirmed'] }).compile();
 */
export function linksQuery(build: QueryBuilder, only: LinkFilter): Query<BodyRow> {
  const { isAmong } = build.own;
  const places = (ids: readonly string[]) =>
    build
      .selectFrom('sources')
      .select('sources.place')
      .where(({ ref }) => isAmong(ref('sources.id'), ids));
  let query = build.selectFrom('links').select('links.body').orderBy('links.place');
  if (only.from !== undefined) query = query.where('links.source', 'in', places(only.from));
  if (only.to !== undefined) query = query.where('links.to_source', 'in', places(only.to));
  const { statuses } = only;
  if (statuses === undefined) return query;
  return query.where(({ lit, eb }) =>
    statuses.length === 0 ? lit(false) : eb('links.status', 'in', [...statuses]),
  );
}

/**
 * Findings in log order.
 *
 * @example
 * findingsQuery(build).compile();
 */
export function findingsQuery(build: QueryBuilder): Query<BodyRow> {
  return build.selectFrom('findings').select('body').orderBy('place');
}
