/**
 * A raided database: a case with every field marked, its record in PostgreSQL without encryption. Every row of every table as
 * text, the files of the server and its write-ahead log are looked through, and none holds a mark.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalPostgres, startLocalPostgres } from '../fixtures/local-postgres.ts';
import { scannerFor } from './canary/hidden-words.ts';
import { fillSealed, MARK, type SealedWalk } from './canary/sealed-vault.ts';

const LONG = 900_000;
/** Stands in the source that the walk captures, which is not sealed: the same look must find it. */
const CLEAR = 'weavers';

let server: LocalPostgres;
let walk: SealedWalk;
let name = '';
let folders: readonly string[] = [];

beforeAll(async () => {
  server = await startLocalPostgres();
  const root = dirname(server.socket);
  folders = [join(root, 'data'), join(root, 'wal')];
  const address = await server.createDatabase();
  name = new URL(address).pathname.slice(1);
  walk = await fillSealed(address);
}, LONG);
afterAll(async () => {
  walk?.place.remove();
  await server?.stop();
});

/** Every row of every table that is not the server's own, as text; bytes in hexadecimal. */
async function rows(): Promise<string> {
  const tables = await server.run(
    "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    name,
  );
  expect(tables.length).toBeGreaterThan(10);
  const told: string[] = [];
  for (const table of tables)
    for (const row of await server.run(`SELECT t::text AS row FROM ${String(table.name)} AS t`, name))
      told.push(String(row.row));
  return told.join('\n');
}

test('no row of any table holds a mark; what is not sealed is found by the same look', {
  timeout: LONG,
}, async () => {
  const text = await rows();
  expect(scannerFor([CLEAR]).inText('rows', text)).not.toEqual([]);
  expect(walk.scanner.inText('rows', text)).toEqual([]);
});

/** Files of the server that hold a word in clear. */
function filesWith(word: string): readonly string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(word));
}

test('no file of the server, its write-ahead log and the vault holds a mark', { timeout: LONG }, async () => {
  await server.run('CHECKPOINT', name);
  expect(filesWith(CLEAR).length).toBeGreaterThan(0);
  expect(filesWith(MARK)).toEqual([]);
  expect(walk.place.look()).toEqual([]);
});
