/** What is asked of one thing at a time, and by every append: kept compiled for as long as a connection. */
import { joinsQuery } from './actor-queries.ts';
import { claimBody } from './claim-queries.ts';
import type { QueryBuilder } from './dialect.ts';
import { keepQuery } from './kept-query.ts';
import type { Query } from './query.ts';
import type { BodyRow } from './source-queries.ts';

/** Tables whose rows are things with an id. */
export type ThingTable =
  | 'sources'
  | 'captures'
  | 'actors'
  | 'propositions'
  | 'claims'
  | 'links'
  | 'findings'
  | 'lists'
  | 'listings'
  | 'decisions'
  | 'compartments'
  | 'sealed_records';
/** Of those, the tables that hold the thing itself: a listing stands in the log alone. */
export type BodyTable = Exclude<ThingTable, 'listings'>;

/** Which table holds the things whose ids begin so. */
const TABLE_OF_PREFIX: Readonly<Record<string, ThingTable>> = {
  src: 'sources',
  cap: 'captures',
  act: 'actors',
  prp: 'propositions',
  clm: 'claims',
  lnk: 'links',
  fnd: 'findings',
  lst: 'lists',
  lsg: 'listings',
  dcn: 'decisions',
  cmp: 'compartments',
  cas: 'sealed_records',
  doc: 'sealed_records',
  rds: 'sealed_records',
  cnt: 'sealed_records',
};

/**
 * The table that holds the thing with an id; null for what is no id of the record.
 *
 * @example
 * tableOfId('src_…'); // 'sources'
 */
export function tableOfId(id: string): ThingTable | null {
  return TABLE_OF_PREFIX[id.slice(0, 3)] ?? null;
}

/** The kept queries of one connection. */
export type KeptQueries = ReturnType<typeof keptQueries>;

/**
 * Readies the queries; each is compiled when it is first asked.
 *
 * @example
 * const kept = keptQueries(build);
 * kept.body.sources.parameters('src_…'); // ['src_…']
 */
export function keptQueries(build: QueryBuilder) {
  return {
    place: byTable((table) =>
      keepQuery(build, (from, id: string) => from.selectFrom(table).select('place').where('id', '=', id)),
    ),
    body: {
      ...withBodies((table) => keepQuery(build, (from, id: string) => bodyQuery(from, table, id))),
      claims: keepQuery(build, claimQuery),
    },
    joins: keepQuery(build, joinsQuery),
    joinedTo: keepQuery(build, joinedToQuery),
    lastPlace: keepQuery(build, lastPlaceQuery),
    text: keepQuery(build, (from, sha256: string) =>
      from.selectFrom('texts').select('content').where('sha256', '=', sha256),
    ),
    textEntry: keepQuery(build, (from, sha256: string) =>
      from.selectFrom('texts').select('entry').where('sha256', '=', sha256),
    ),
    chain: keepQuery(build, (from, voices: string) =>
      from.selectFrom('chains').select('place').where('voices', '=', voices),
    ),
    reading: keepQuery(build, (from, capture: number, extractor: string) =>
      from
        .selectFrom('readings')
        .select('entry')
        .where('capture', '=', capture)
        .where('extractor', '=', extractor),
    ),
    readingOf: keepQuery(build, (from, capture: string, extractor: string) =>
      from
        .selectFrom('readings')
        .innerJoin('captures', 'captures.place', 'readings.capture')
        .select('readings.entry')
        .where('captures.id', '=', capture)
        .where('readings.extractor', '=', extractor),
    ),
    capturesOf: keepQuery(build, (from, source: number) =>
      from.selectFrom('captures').select('place').where('source', '=', source).orderBy('place'),
    ),
    tombstone: keepQuery(build, (from, source: string) =>
      from
        .selectFrom('log')
        .select('seq')
        .where('action', 'in', ['source-erased', 'record-erased'])
        .where('subject', '=', source)
        .limit(1),
    ),
    idsUnder: keepQuery(build, idsUnderQuery),
    madeName: keepQuery(build, (from, folded: string, since: number) =>
      from.selectFrom('actor_names').select('entry').where('folded', '=', folded).where('entry', '>', since),
    ),
    madeProposition: keepQuery(build, (from, key: string, since: number) =>
      from.selectFrom('propositions').select('entry').where('group_key', '=', key).where('entry', '>', since),
    ),
    storedBytes: keepQuery(build, (from, sha256: string) =>
      from
        .selectFrom('captures')
        .select('place')
        .where('sha256', '=', sha256)
        .where('warc_record', 'is', null)
        .limit(1),
    ),
  };
}

function byTable<Q>(query: (table: ThingTable) => Q): Readonly<Record<ThingTable, Q>> {
  return {
    sources: query('sources'),
    captures: query('captures'),
    actors: query('actors'),
    propositions: query('propositions'),
    claims: query('claims'),
    links: query('links'),
    findings: query('findings'),
    lists: query('lists'),
    listings: query('listings'),
    decisions: query('decisions'),
    compartments: query('compartments'),
    sealed_records: query('sealed_records'),
  };
}

function withBodies<Q>(query: (table: BodyTable) => Q): Readonly<Record<BodyTable, Q>> {
  const { listings: _, ...rest } = byTable((table) => (table === 'listings' ? null : query(table)));
  return rest as Readonly<Record<BodyTable, Q>>;
}

function bodyQuery(from: QueryBuilder, table: BodyTable, id: string): Query<BodyRow> {
  if (table === 'claims') return claimQuery(from, id);
  return from.selectFrom(table).select('body').where('id', '=', id);
}

function claimQuery(from: QueryBuilder, id: string): Query<BodyRow> {
  return from
    .selectFrom('claims')
    .innerJoin('log', 'log.seq', 'claims.logged')
    .select(claimBody)
    .where('claims.id', '=', id);
}

function joinedToQuery(from: QueryBuilder, id: string): Query<{ id: string }> {
  return from
    .selectFrom('actors as gone')
    .innerJoin('actors as kept', 'kept.place', 'gone.joined_to')
    .select('kept.id')
    .where('gone.id', '=', id);
}

/** The highest place over all tables that share the counter; no row when all are empty. */
function lastPlaceQuery(from: QueryBuilder): Query<{ place: number }> {
  const highest = (table: Exclude<ThingTable, 'compartments' | 'sealed_records'> | 'chains') =>
    from.selectFrom(table).select('place').orderBy('place', 'desc').limit(1);
  const all = (
    [
      'captures',
      'actors',
      'propositions',
      'chains',
      'claims',
      'links',
      'findings',
      'lists',
      'listings',
      'decisions',
    ] as const
  ).reduce(
    (union, table) => union.unionAll(from.selectFrom(highest(table).as(table)).select('place')),
    from.selectFrom(highest('sources').as('sources')).select('place'),
  );
  return from.selectFrom(all.as('highest')).select('place').orderBy('place', 'desc').limit(1);
}

function idsUnderQuery(from: QueryBuilder, source: number): Query<{ id: string }> {
  return from
    .selectFrom('captures')
    .select('id')
    .where('source', '=', source)
    .unionAll(from.selectFrom('utterances').select('claim as id').where('source', '=', source))
    .unionAll(from.selectFrom('links').select('id').where('source', '=', source))
    .unionAll(from.selectFrom('links').select('id').where('to_source', '=', source));
}
