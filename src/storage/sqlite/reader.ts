/** Reading side of one connection: runs built queries, and holds what many readings need. */
import type { ActorId } from '../../record/id.ts';
import { type JoinedActors, joinedActors } from '../joined-actors.ts';
import { joinsQuery } from '../queries/actor-queries.ts';
import { type Query, type QueryBuilder, sqliteQueryBuilder } from '../queries/query-builder.ts';
import type { BodyRow } from '../queries/source-queries.ts';
import type { SqliteDatabase } from './engine.ts';
import { type Statements, statementsOf } from './statements.ts';

export interface Reader {
  readonly db: SqliteDatabase;
  readonly build: QueryBuilder;
  readonly statements: Statements;
  /** All rows of a built query. */
  rows<R>(query: Query<R>): R[];
  /** The entities held as JSON in the rows of a built query. */
  bodies<T>(query: Query<BodyRow>): T[];
  joins(): JoinedActors;
}

/**
 * Makes the reader of a connection; loads the query builder.
 *
 * @example
 * const reader = await readerOf(db);
 */
export async function readerOf(
  db: SqliteDatabase,
  statements: Statements = statementsOf(db),
): Promise<Reader> {
  const build = await sqliteQueryBuilder();
  const rows = <R>(query: Query<R>): R[] => {
    const { sql, parameters } = query.compile();
    return statements<R>(sql).all(...parameters);
  };
  const joined = joinsQuery(build).compile();
  return {
    db,
    build,
    statements,
    rows,
    bodies: <T>(query: Query<BodyRow>): T[] => rows(query).map((row) => JSON.parse(row.body) as T),
    joins: () =>
      joinedActors(statements<{ absorbed: ActorId; kept: ActorId }>(joined.sql).all(...joined.parameters)),
  };
}
