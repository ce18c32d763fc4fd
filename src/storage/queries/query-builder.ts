/**
 * The typed query builder, used only to write SQL: the engine runs it. It is imported on demand because loading it
 * takes longer than opening the vault.
 */
import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Where queries start. */
export type QueryBuilder = Kysely<Tables>;
/** A query whose rows are of type R. */
export type Query<R> = Compilable<R>;

/**
 * A builder that writes SQLite's dialect and is connected to nothing.
 *
 * @example
 * const build = await sqliteQueryBuilder();
 * build.selectFrom('sources').select('id').compile().sql; // 'select "id" from "sources"'
 */
export async function sqliteQueryBuilder(): Promise<QueryBuilder> {
  const { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } = await import(
    'kysely'
  );
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
