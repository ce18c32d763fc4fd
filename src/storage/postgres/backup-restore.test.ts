import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filledVault, masterBy, opening } from '../backup/fixtures/filled-vault.ts';
import { freshFolder } from '../backup/fixtures/fresh-folder.ts';
import {
  addSources,
  CANARY,
  eraseSource,
  everythingOf,
  filesUnder,
  groupKey,
  KEYS,
} from '../backup/fixtures/invented-vault.ts';
import { addSealed, rotate, sealedOf } from '../backup/fixtures/sealed-vault.ts';
import { backupVault } from '../backup/write-backup.ts';
import { rekeyVault } from '../rekey/rekey-vault.ts';
import { writeVersion1 } from '../restore/fixtures/version-1-vault.ts';
import { importVersion1 } from '../restore/import-version-1.ts';
import { restoreBackup } from '../restore/restore-vault.ts';
import { openVault } from '../vault.ts';
import { readVaultFile } from '../vault-file.ts';
import { connectPostgres } from './connections.ts';
import { startTestServer, type TestServer } from './fixtures/test-server.ts';
import { parsePostgresAddress } from './postgres-address.ts';
import { holdPlace } from './restore-mark.ts';

let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer();
});
afterAll(() => tests.stop());

const FAULTLESS = { faults: [[], []] };

async function databaseVault(sources: number) {
  const database = await tests.emptyDatabase();
  return { database, ...(await filledVault(sources, { database })) };
}

/** Every row of every table but the keys of bytes, which are fresh in every vault. */
async function tablesOf(url: string): Promise<Readonly<Record<string, unknown>>> {
  const name = new URL(url).pathname.slice(1);
  const tables = await tests.server.run(
    "SELECT relname FROM pg_class WHERE relnamespace = 'onrecord'::regnamespace AND relkind = 'r' ORDER BY 1",
    name,
  );
  const found: Record<string, unknown> = {};
  for (const { relname } of tables) {
    if (relname === 'blob_keys') continue;
    const sql = `SELECT t::text AS row FROM onrecord.${String(relname)} t ORDER BY t::text COLLATE "C"`;
    found[String(relname)] = (await tests.server.run(sql, name)).map(({ row }) => row);
  }
  return found;
}

test('PostgreSQL → backup → PostgreSQL: every row of every table is the same again, with erasures, run after run', async () => {
  const { folder, dir, file, master, database, vault } = await databaseVault(4);
  expect(await backupVault(vault, file)).toMatchObject({ before: 0, entries: 12, blobs: 4, missing: [] });
  await addSources(vault, 5, 6);
  expect(await backupVault(vault, file)).toMatchObject({ before: 12, entries: 18, rewritten: null });
  await eraseSource(vault, 1);
  await eraseSource(vault, 3);
  expect(await backupVault(vault, file)).toMatchObject({ rewritten: 'erasure', entries: 20 });
  await vault.close();

  const other = await tests.emptyDatabase();
  const into = join(folder, 'restored');
  const report = await restoreBackup(file, into, { ...opening(master), database: other });
  expect(report).toMatchObject({ entries: 20, missing: [], fault: null });
  expect(await readVaultFile(into)).toMatchObject({ record: 'postgres' });
  const before = await everythingOf(dir, master, database);
  expect(before).toMatchObject(FAULTLESS);
  expect(await everythingOf(into, master, other)).toEqual(before);
  expect(await tablesOf(other)).toEqual(await tablesOf(database));
  expect((await readdir(join(into, 'data-1'))).toSorted()).toEqual(['blobs']);
  for (const [path, bytes] of await filesUnder(into)) expect(bytes.includes(CANARY), path).toBe(false);

  const again = await openVault(into, { master, groupKey, database: other });
  await addSources(again, 7, 7);
  expect(await backupVault(again, file)).toMatchObject({ before: 20, entries: 23, rewritten: null });
  await again.close();
});

test('SQLite → PostgreSQL → SQLite: the same log, tables, texts and bytes at every step; the backup is continued', async () => {
  const { folder, dir, file, master, vault } = await filledVault(3);
  await eraseSource(vault, 2);
  const note = {
    kind: 'search',
    name: 'Visas',
    source: null,
    body: '/responses',
    at: '2031-05-01T12:00:00Z',
  } as const;
  await vault.notes.put(note);
  await backupVault(vault, file);
  await vault.close();
  const before = await everythingOf(dir, master);

  const database = await tests.emptyDatabase();
  const second = join(folder, 'second');
  await restoreBackup(file, second, { ...opening(master), database });
  expect(await everythingOf(second, master, database)).toEqual(before);
  const inDatabase = await openVault(second, { master, groupKey, database });
  await addSources(inDatabase, 4, 4);
  expect(await inDatabase.notes.all('search')).toEqual([note]);
  expect(await backupVault(inDatabase, file)).toMatchObject({
    before: 10,
    entries: 13,
    rewritten: null,
    notes: 1,
  });
  await inDatabase.close();

  const third = join(folder, 'third');
  await restoreBackup(file, third, opening(master));
  expect(await readVaultFile(third)).toMatchObject({ record: 'sqlite' });
  const there = await everythingOf(second, master, database);
  expect(await everythingOf(third, master)).toEqual(there);
  expect(there).toMatchObject(FAULTLESS);
});

test('a backup is of one moment: what is written meanwhile waits for the next run', async () => {
  const { file, vault } = await databaseVault(2);
  let added: Promise<void> | null = null;
  const onProgress = () => {
    added ??= addSources(vault, 3, 3);
  };
  expect(await backupVault(vault, file, { onProgress })).toMatchObject({ entries: 6, of: 6 });
  await added;
  expect(await backupVault(vault, file)).toMatchObject({ before: 6, entries: 9, missing: [] });
  await vault.close();
});

test('a place that holds a record is refused and left as it is; so is a schema where another restore is at work', async () => {
  const { folder, dir, file, master, database, vault } = await databaseVault(2);
  await backupVault(vault, file);
  await vault.close();
  const before = await tablesOf(database);
  const into = join(folder, 'restored');
  const refused = restoreBackup(file, into, { ...opening(master), database });
  await expect(refused).rejects.toMatchObject({
    code: 'vault-exists',
    message: expect.stringMatching(/nothing is restored over it/),
  });
  expect(await tablesOf(database)).toEqual(before);
  expect(await readdir(into)).toEqual([]);
  const beside = `${database}?schema=second`;
  let second: Promise<unknown> | null = null;
  const onProgress = ({ step }: { step: string }) => {
    if (step === 'reading') return;
    second ??= restoreBackup(file, join(folder, 'other'), { ...opening(master), database: beside }).then(
      () => null,
      (error: unknown) => error,
    );
  };
  await restoreBackup(file, into, { ...opening(master), database: beside, onProgress });
  expect(await second).toMatchObject({ code: expect.stringMatching(/^vault-(busy|exists)$/) });
  expect(await everythingOf(into, master, beside)).toEqual(await everythingOf(dir, master, database));
});

test('what a stopped or broken restore left is cleared, and the same command goes through then', async () => {
  const { folder, file, master, vault } = await filledVault(3);
  await backupVault(vault, file);
  await vault.close();
  const database = await tests.emptyDatabase();
  await tests.server.run(
    'CREATE SCHEMA onrecord; CREATE TABLE onrecord.somebodys (word text); INSERT INTO onrecord.somebodys VALUES (1)',
    new URL(database).pathname.slice(1),
  );
  const into = join(folder, 'restored');
  const onProgress = ({ step }: { step: string }) => {
    if (step === 'checking') throw new Error('broken');
  };
  await expect(restoreBackup(file, into, { ...opening(master), database, onProgress })).rejects.toThrow(
    'broken',
  );
  expect(Object.keys(await tablesOf(database))).toEqual(['somebodys']);
  await tests.server.run('DROP TABLE onrecord.somebodys', new URL(database).pathname.slice(1));
  await restoreBackup(file, into, { ...opening(master), database });
  expect(await everythingOf(into, master, database)).toMatchObject(FAULTLESS);
});

test('what a killed restore left is told from a record, and is replaced', async () => {
  const { folder, file, master, vault } = await filledVault(2);
  await backupVault(vault, file);
  await vault.close();
  const database = await tests.emptyDatabase();
  const address = parsePostgresAddress(database);
  const connections = await connectPostgres(address, { readOnly: false, busyTimeout: 5000 });
  const place = await holdPlace(connections, null);
  await tests.server.run(
    `UPDATE onrecord.append_gate SET entry = 1;
     INSERT INTO onrecord.log VALUES (1, '', '', '', '', NULL, '', NULL, '', NULL);
     UPDATE onrecord.append_gate SET entry = NULL`,
    new URL(database).pathname.slice(1),
  );
  await place.release();
  await connections.close();
  const into = join(folder, 'restored');
  await restoreBackup(file, into, { ...opening(master), database });
  expect(await everythingOf(into, master, database)).toMatchObject({ ...FAULTLESS, counts: { entries: 6 } });
  await expect(
    restoreBackup(file, join(folder, 'other'), { ...opening(master), database }),
  ).rejects.toMatchObject({ code: 'vault-exists' });
});

test('the record of another vault is refused', async () => {
  const one = await databaseVault(1);
  await one.vault.close();
  const two = await databaseVault(0);
  await addSources(two.vault, 2, 2);
  await two.vault.close();
  await expect(
    openVault(one.dir, { master: one.master, groupKey, database: two.database }),
  ).rejects.toMatchObject({ code: 'bad-usage', message: expect.stringMatching(/another vault/) });
  expect(await everythingOf(one.dir, one.master, one.database)).toMatchObject(FAULTLESS);
});

test('a vault of onrecord 0.1 is brought over into a database', async () => {
  const folder = await freshFolder();
  const [old, dir] = [join(folder, 'old'), join(folder, 'new')];
  await writeVersion1(old);
  const database = await tests.emptyDatabase();
  const work = { groupKey, agent: 'A. Archivist', keys: { kind: 'none' } as const, database };
  expect(await importVersion1(old, dir, work)).toMatchObject({ entries: 6 });
  expect(await everythingOf(dir, null, database)).toMatchObject({ ...FAULTLESS, counts: { entries: 7 } });
});

test('sealed records and their keys go from PostgreSQL to a file and back, and stay when keys are changed', async () => {
  const { folder, dir, file, master, database, vault } = await databaseVault(0);
  await addSealed(vault);
  await rotate(vault);
  await addSources(vault, 1, 1);
  const before = await sealedOf(vault);
  expect(before).toMatchObject({ faults: [[], []] });
  await backupVault(vault, file);
  await vault.close();
  await restoreBackup(file, join(folder, 'file'), opening(master));
  const asFile = await openVault(join(folder, 'file'), { master, groupKey });
  expect(await sealedOf(asFile)).toEqual(before);
  await asFile.close();
  const other = await tests.emptyDatabase();
  await restoreBackup(file, join(folder, 'again'), { ...opening(master), database: other });
  const again = await openVault(join(folder, 'again'), { master, groupKey, database: other });
  expect(await sealedOf(again)).toEqual(before);
  await again.close();
  const keys = { ...KEYS, passphrase: 'other words' };
  await rekeyVault(dir, { master, keys, groupKey, database });
  const fresh = await masterBy(dir, 'other words');
  const rekeyed = await openVault(dir, { master: fresh, groupKey, database });
  expect(await sealedOf(rekeyed)).toEqual(before);
  await rekeyed.close();
});
