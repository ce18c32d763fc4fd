/** The walk over a raided database: the same vault with its record in a PostgreSQL of its own, every row and every file of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type LocalPostgres, startLocalPostgres } from '../../fixtures/local-postgres.ts';
import { type FoundWord, scannerFor } from './hidden-words.ts';
import { fillSealed, MARK, type SealedWalk } from './sealed-vault.ts';

/** Stands in a source of the record, which is not sealed: the same look must find it. */
const CLEAR = 'weavers';

export interface RaidedDatabase {
  readonly walk: SealedWalk;
  /** Tables that are not the server's own. */
  tables(): Promise<readonly string[]>;
  /** Words of cases in the rows of all tables; throws when words that are not sealed are not found there. */
  inRows(): Promise<readonly FoundWord[]>;
  /** Files of the server and its write-ahead log that hold a word of a case; throws as above. */
  inFiles(): Promise<readonly string[]>;
  end(): Promise<void>;
}

/**
 * Starts a server and fills it.
 *
 * @example
 * const raided = await raidedDatabase();
 * await raided.inRows(); // []
 */
export async function raidedDatabase(): Promise<RaidedDatabase> {
  const server = await startLocalPostgres();
  const address = await server.createDatabase();
  const name = new URL(address).pathname.slice(1);
  const walk = await fillSealed(address);
  const tables = (): Promise<readonly string[]> => tablesOf(server, name);
  return {
    walk,
    tables,
    inRows: async () => {
      const told: string[] = [];
      for (const table of await tables())
        for (const row of await server.run(`SELECT t::text AS row FROM ${table} AS t`, name))
          told.push(String(row.row));
      const text = told.join('\n');
      if (scannerFor([CLEAR]).inText('rows', text).length === 0)
        throw new Error('no row holds what is clear');
      return walk.scanner.inText('rows of the database', text);
    },
    inFiles: async () => {
      await server.run('CHECKPOINT', name);
      if (filesWith(server, CLEAR).length === 0) throw new Error('no file holds what is clear');
      return filesWith(server, MARK);
    },
    end: async () => {
      walk.place.remove();
      await server.stop();
    },
  };
}

async function tablesOf(server: LocalPostgres, name: string): Promise<readonly string[]> {
  const rows = await server.run(
    "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    name,
  );
  return rows.map((row) => String(row.name));
}

/** Files that hold a word in clear. */
function filesWith(server: LocalPostgres, word: string): readonly string[] {
  const root = dirname(server.socket);
  return [join(root, 'data'), join(root, 'wal')]
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(word));
}
