/** Queries over sources, captures and texts. */
import type { RecordCounts } from '../../desk/ports/record-store.ts';
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';

/** A row that holds an entity as JSON. */
export interface BodyRow {
  readonly body: string;
}

/**
 * Sources in log order, or those with the ids.
 *
 * @example
 * sourcesQuery(build, ['src_…']).compile();
 */
export function sourcesQuery(build: QueryBuilder, ids?: readonly string[]): Query<BodyRow> {
  const query = build.selectFrom('sources').select('body').orderBy('place');
  return ids === undefined ? query : query.where(({ ref }) => build.own.isAmong(ref('id'), ids));
}

/** Which captures; conditions hold together. */
export interface CaptureConditions {
  readonly id?: string;
  readonly source?: string;
  readonly sha256?: string;
  readonly warcRecordId?: string;
}

/**
 * Captures in log order.
 *
 * @example
 * capturesQuery(build, { source: 'src_…' }).compile();
 */
export function capturesQuery(build: QueryBuilder, only: CaptureConditions): Query<BodyRow> {
  let query = build.selectFrom('captures').select('captures.body').orderBy('captures.place');
  if (only.id !== undefined) query = query.where('captures.id', '=', only.id);
  if (only.sha256 !== undefined) query = query.where('captures.sha256', '=', only.sha256);
  if (only.warcRecordId !== undefined) query = query.where('captures.warc_record', '=', only.warcRecordId);
  const { source } = only;
  if (source === undefined) return query;
  return query.where('captures.source', 'in', (part) =>
    part.selectFrom('sources').select('place').where('id', '=', source),
  );
}

/**
 * Ids of captures with text that the extractor has not read, in log order.
 *
 * @param among these alone; absent: all
 * @example
 * unreadCapturesQuery(build, 'rules-en-1').compile();
 */
export function unreadCapturesQuery(
  build: QueryBuilder,
  extractor: string,
  among?: readonly string[],
): Query<{ id: string }> {
  const captures = build.selectFrom('captures');
  const asked =
    among === undefined
      ? captures
      : captures.where(({ ref }) => build.own.isAmong(ref('captures.id'), among));
  return asked
    .select('captures.id')
    .where('text_sha256', 'is not', null)
    .where('working', '=', 0)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('readings')
            .select('readings.capture')
            .whereRef('readings.capture', '=', 'captures.place')
            .where('readings.extractor', '=', extractor),
        ),
      ),
    )
    .orderBy('captures.place');
}

/**
 * All rows of a table as they were logged, in log order.
 *
 * @example
 * bodiesQuery(build, 'captures').compile();
 */
export function bodiesQuery(
  build: QueryBuilder,
  table: 'sources' | 'captures' | 'propositions',
): Query<BodyRow> {
  return build.selectFrom(table).select('body').orderBy('place');
}

/**
 * Ids by place, of a table of which there are far fewer than of claims.
 *
 * @param places these alone; absent: all
 * @example
 * idsByPlaceQuery(build, 'sources').compile();
 */
export function idsByPlaceQuery(
  build: QueryBuilder,
  table: 'sources' | 'propositions',
  places?: readonly number[],
): Query<{ place: number; id: string }> {
  const all = build.selectFrom(table).select(['place', 'id']);
  return places === undefined ? all : all.where(({ ref }) => build.own.isPlaceAmong(ref('place'), places));
}

/**
 * How many of everything but claims there are.
 *
 * @example
 * countsQuery(build).compile();
 */
export function countsQuery(build: QueryBuilder): Query<Omit<RecordCounts, 'claims'>> {
  const { fn } = build;
  const count = fn.countAll<number>().as('all');
  return build.selectNoFrom(({ selectFrom }) => [
    selectFrom('sources').select(count).$asScalar().$notNull().as('sources'),
    selectFrom('captures').select(count).$asScalar().$notNull().as('captures'),
    selectFrom('captures')
      .select(count)
      .where('text_sha256', 'is', null)
      .$asScalar()
      .$notNull()
      .as('withoutText'),
    selectFrom('actors').select(count).where('joined_to', 'is', null).$asScalar().$notNull().as('actors'),
    selectFrom('propositions').select(count).$asScalar().$notNull().as('propositions'),
    selectFrom('log')
      .select(({ lit }) => fn.coalesce(fn.max('seq'), lit(0)).as('last'))
      .$asScalar()
      .$notNull()
      .as('entries'),
  ]);
}
