import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalPostgres } from '../../../test/fixtures/local-postgres.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { captured, SAMPLE_ACTORS, sampleRecord } from '../contract/sample-record.ts';
import { createVault, openVault } from '../vault.ts';
import { startTestServer, type TestServer } from './fixtures/test-server.ts';
import { parsePostgresAddress } from './postgres-address.ts';
import { createPostgresRecord } from './postgres-store.ts';

let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer();
});
afterAll(() => tests.stop());

const SECRET = 'hunter2-geheim';

/** Everything that an error could show, its causes included. */
function allWords(error: unknown): string {
  const seen: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause)
    seen.push(at.message, at.stack ?? '', JSON.stringify(at), String(at));
  return seen.join('\n');
}

async function failureOf(
  work: Promise<unknown>,
): Promise<{ readonly code: string; readonly message: string }> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  expect(allWords(error)).not.toContain(SECRET);
  return error as unknown as { code: string; message: string };
}

test.each([
  ['postgres://maria:geheim@db.example:5433/record', 'maria@db.example:5433/record', 'onrecord', true],
  ['postgresql://localhost/record?schema=north', 'localhost/record', 'north', false],
  ['postgres:///record?host=/var/run/postgresql', '/var/run/postgresql/record', 'onrecord', false],
  ['postgres://127.0.0.1/r?password=geheim', '127.0.0.1/r', 'onrecord', false],
  ['postgres://db.example/r?sslmode=disable', 'db.example/r', 'onrecord', false],
])('reads the address %s', (text, shown, schema, encrypt) => {
  expect(parsePostgresAddress(text)).toMatchObject({ shown, schema, encrypt });
});

test.each([
  `mysql://maria:${SECRET}@db.example/record`,
  `postgres://maria:${SECRET}@db.example:port/record`,
  `postgres://maria:${SECRET}@localhost/record?schema=Robert"; DROP SCHEMA onrecord; --`,
  `postgres://maria:${SECRET}@localhost/record?schema=pg_catalog`,
])('refuses an address without repeating it', async (text) => {
  const { code } = await failureOf(Promise.resolve().then(() => parsePostgresAddress(text)));
  expect(code).toBe('bad-usage');
});

test('a wrong password, user, database, port and host are told apart, and the password is never said', async () => {
  const { port } = tests.server;
  const closed = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
  const owner = `${tests.server.owner}:${encodeURIComponent(tests.server.password)}`;
  for (const [url, words] of [
    [
      `postgres://${tests.server.owner}:${SECRET}@127.0.0.1:${port}/postgres`,
      /refused the user name or the password/,
    ],
    [`postgres://nobody_here:${SECRET}@127.0.0.1:${port}/postgres`, /refused the user name or the password/],
    [`postgres://${owner}@127.0.0.1:${port}/absent`, /no database of that name/],
    [`postgres://x:${SECRET}@127.0.0.1:${closed}/postgres`, /cannot be reached/],
    [`postgres://x:${SECRET}@host.invalid/postgres`, /cannot be reached/],
    [`postgres:///postgres?host=/nowhere/at/all&password=${SECRET}`, /cannot be reached/],
    [`postgres://${owner}@127.0.0.1:${port}/postgres?sslmode=require`, /offers no encrypted connection/],
  ] as const) {
    const { code, message } = await failureOf(createPostgresRecord(url));
    expect({ url: new URL(url).pathname, code, fits: words.test(message) ? '' : message }).toEqual({
      url: new URL(url).pathname,
      code: 'unreachable',
      fits: '',
    });
  }
});

test('a server that says nothing is given up', { timeout: 40_000 }, async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { code } = await failureOf(createPostgresRecord(`postgres://x:${SECRET}@127.0.0.1:${port}/r`));
  expect(code).toBe('unreachable');
  silent.close();
});

test('tables are made from nothing, once, also by two processes at once; a second record is refused', async () => {
  const url = await tests.emptyDatabase();
  await Promise.all([createPostgresRecord(url), createPostgresRecord(url), createPostgresRecord(url)]);
  await createPostgresRecord(url);
  const { store } = await tests.open(url);
  await store.append(sampleRecord());
  expect(await failureOf(createPostgresRecord(url))).toMatchObject({ code: 'vault-exists' });
  expect(await store.check()).toEqual([]);
});

test('several records live in one database, each in its schema', async () => {
  const url = await tests.emptyDatabase();
  await createPostgresRecord(`${url}?schema=north`);
  await createPostgresRecord(`${url}?schema=south`);
  const { store: north } = await tests.open(`${url}?schema=north`);
  const { store: south } = await tests.open(`${url}?schema=south`);
  await north.append([captured(1, 'a text', { actors: SAMPLE_ACTORS })]);
  expect((await south.counts()).sources).toBe(0);
  await south.append([captured(2, 'a text', { actors: SAMPLE_ACTORS })]);
  expect((await north.search('text', 5)).hits).toHaveLength(1);
  expect([await north.check(), await south.check()]).toEqual([[], []]);
});

test('a record of a newer schema is refused, for reading and for writing', async () => {
  const url = await tests.freshRecord();
  await tests.server.run(
    "INSERT INTO onrecord.schema_version VALUES (99, 'later')",
    new URL(url).pathname.slice(1),
  );
  expect(await failureOf(tests.open(url))).toMatchObject({ code: 'vault-too-new' });
  expect(await failureOf(tests.open(url, { readOnly: true }))).toMatchObject({ code: 'vault-too-new' });
});

test('an instance that runs while a newer one changes the tables writes nothing more, and is not in between', async () => {
  const url = await tests.freshRecord();
  const database = new URL(url).pathname.slice(1);
  const { store } = await tests.open(url);
  await store.append([captured(1, null, { actors: SAMPLE_ACTORS })]);
  // A newer program, as far as it can be played: it takes the gate, changes the schema, says so.
  const migrating = tests.server.run(
    "BEGIN; SELECT moved FROM onrecord.append_gate FOR UPDATE; SELECT pg_sleep(0.5); INSERT INTO onrecord.schema_version VALUES (99, 'later'); COMMIT",
    database,
  );
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await failureOf(store.append([captured(2, 'two')]))).toMatchObject({
    code: 'vault-too-new',
    message: expect.stringContaining('Update onrecord'),
  });
  await migrating;
  expect((await store.counts()).captures).toBe(1);
  await tests.server.run('DELETE FROM onrecord.schema_version WHERE version = 99', database);
  expect(await store.append([captured(2, 'two')])).toHaveLength(1);
  expect(await store.check()).toEqual([]);
});

test.each([true, false])(
  'a database without a record says so and stays empty (read-only: %s)',
  async (readOnly) => {
    const url = await tests.emptyDatabase();
    expect(await failureOf(tests.open(url, { readOnly }))).toMatchObject({ code: 'no-vault' });
    expect(
      await tests.server.run(
        "SELECT FROM pg_namespace WHERE nspname = 'onrecord'",
        new URL(url).pathname.slice(1),
      ),
    ).toEqual([]);
  },
);

test('the record of another vault is refused', async () => {
  const url = await tests.freshRecord();
  await (await tests.open(url)).store.append(sampleRecord());
  const identity = { origin: 'onrecord.example/other', vkey: 'other' };
  expect(await failureOf(tests.open(url, { identity }))).toMatchObject({ code: 'bad-usage' });
});

test('a vault whose record lies in PostgreSQL: made, written with bytes, opened again, erased nowhere else', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-pg-vault-'));
  const database = await tests.emptyDatabase();
  const cost = { memoryKib: 65_536, passes: 1, lanes: 1 };
  const keys = {
    kind: 'encrypted',
    passphrase: 'five words chosen by dice',
    recoveryKey: new Uint8Array(32),
    cost,
  } as const;
  const master = await createVault(dir, { keys, database });
  const vault = await openVault(dir, { master, database });
  const bytes = Buffer.from('bytes 1');
  await vault.blobs.put(bytes);
  await vault.store.append([captured(1, 'a text', { actors: SAMPLE_ACTORS })]);
  await vault.close();
  const again = await openVault(dir, { master, database, readOnly: true });
  expect(Buffer.from((await again.blobs.get(sha256Hex(bytes))) ?? [])).toEqual(bytes);
  expect(await again.blobs.check()).toEqual([]);
  expect(await again.store.check()).toEqual([]);
  await again.close();
  await expect(openVault(dir, { master })).rejects.toMatchObject({ code: 'bad-usage' });
  rmSync(dir, { recursive: true });
});

test('a user who is no superuser and owns one database alone is all that it takes', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-pg-owner-'));
  await tests.server.run("CREATE ROLE kessar LOGIN PASSWORD 'owning' NOSUPERUSER NOCREATEDB NOCREATEROLE");
  await tests.server.run('CREATE DATABASE of_kessar OWNER kessar TEMPLATE template0');
  const database = tests.server.url('of_kessar', { user: 'kessar', password: 'owning' });
  const master = await createVault(dir, { keys: { kind: 'none' }, database });
  const vault = await openVault(dir, { master, database });
  await vault.store.append(sampleRecord());
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
  expect(await tests.server.run("SELECT rolsuper FROM pg_roles WHERE rolname = 'kessar'")).toEqual([
    { rolsuper: false },
  ]);
  rmSync(dir, { recursive: true });
});

test('a user who may only read reads, and is told so when it writes', async () => {
  const url = await tests.freshRecord();
  const database = new URL(url).pathname.slice(1);
  await (await tests.open(url)).store.append(sampleRecord());
  await tests.server.run(
    "CREATE ROLE reader LOGIN PASSWORD 'reading'; GRANT USAGE ON SCHEMA onrecord TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA onrecord TO reader",
    database,
  );
  const asReader = tests.server.url(database, { user: 'reader', password: 'reading' });
  const { store } = await tests.open(asReader);
  expect((await store.counts()).captures).toBe(2);
  expect((await store.search('mill', 5)).hits).toHaveLength(1);
  expect(await failureOf(store.append([captured(3, null)]))).toMatchObject({ code: 'read-only' });
  const { store: told } = await tests.open(asReader, { readOnly: true });
  expect(await failureOf(told.append([captured(3, null)]))).toMatchObject({ code: 'read-only' });
  expect(await told.check()).toEqual([]);
});

test('a database in another encoding is refused', async () => {
  await tests.server.run(
    "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0",
  );
  expect(await failureOf(createPostgresRecord(tests.server.url('latin')))).toMatchObject({
    code: 'unsupported-runtime',
  });
});

test('a server of its own starts as an ordinary user and leaves nothing behind', async () => {
  const server = await startLocalPostgres();
  const [row] = await server.run("SELECT current_setting('data_directory') AS dir");
  const { statSync, existsSync } = await import('node:fs');
  const dir = String(row?.dir);
  expect(statSync(dir).uid).not.toBe(0);
  await server.stop();
  expect(existsSync(dir)).toBe(false);
});
