/**
 * The typed query builder, used only to write SQL: the engine runs it. It is imported on demand because loading it
 * takes longer than opening the vault.
 *
 * Every statement about the record is written with it, once for both engines. By hand stays what is one engine's own: the
 * schema and its description (tables, triggers, versions, temporary tables), settings of a connection, locks of a session,
 * cursors, the full-text indexes, many rows changed in one statement by lists (PostgreSQL), and the tables of vaults of
 * onrecord 0.1. `raw-sql.test.ts` names the files.
 */
import type { Tables } from '../tables.ts';
import type { QueryBuilder } from './dialect.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/**
 * A builder that writes SQLite's dialect and is connected to nothing.
 *
 * @example
 * const build = await sqliteQueryBuilder();
 * build.selectFrom('sources').select('id').compile().sql; // 'select "id" from "sources"'
 */
export async function sqliteQueryBuilder(): Promise<QueryBuilder> {
  const { DummyDriver, Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } = await import(
    'kysely'
  );
  const build = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return Object.assign(build, { own: sqliteDialect(build, sql) });
}

/**
 * A builder that writes PostgreSQL's dialect and is connected to nothing.
 *
 * @example
 * const build = await postgresQueryBuilder();
 * build.selectFrom('sources').selectAll().where('id', '=', 'src_…').compile().sql; // '… where "id" = $1'
 */
export async function postgresQueryBuilder(): Promise<QueryBuilder> {
  const { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } =
    await import('kysely');
  const build = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return Object.assign(build, { own: postgresDialect(build, sql) });
}
