/** Queries over sources, captures and texts. */
import type { Query, QueryBuilder } from './query-builder.ts';

/** A row that holds an entity as JSON. */
export interface BodyRow {
  readonly body: string;
}

/**
 * Sources in log order, or the one with the id.
 *
 * @example
 * sourcesQuery(build, 'src_…').compile();
 */
export function sourcesQuery(build: QueryBuilder, id?: string): Query<BodyRow> {
  const query = build.selectFrom('sources').select('body').orderBy('place');
  return id === undefined ? query : query.where('id', '=', id);
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
 * @example
 * unreadCapturesQuery(build, 'rules-en-1').compile();
 */
export function unreadCapturesQuery(build: QueryBuilder, extractor: string): Query<{ id: string }> {
  return build
    .selectFrom('captures')
    .select('captures.id')
    .where('text_sha256', 'is not', null)
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
 * The text with the hash.
 *
 * @example
 * textQuery(build, sha256).compile();
 */
export function textQuery(build: QueryBuilder, sha256: string): Query<{ content: string }> {
  return build.selectFrom('texts').select('content').where('sha256', '=', sha256);
}
