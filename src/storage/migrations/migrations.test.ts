import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import { linkedRecord } from '../contract/sample-links.ts';
import { sampleRecord } from '../contract/sample-record.ts';
import { FIRST_SCHEMA } from '../postgres/schema-statements.ts';
import { createVault, openVault } from '../vault.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './all-migrations.ts';

test('steps are numbered from 1 without gaps', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(
    Array.from({ length: SCHEMA_VERSION }, (_, n) => n + 1),
  );
});

test('a vault of version 1 is not opened in clear: it says how to bring it over', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-old-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const description = { format: 'onrecord-vault', version: 1, createdAt: '2031-04-03T08:00:00.000Z' };
  await writeFile(join(dir, 'vault.json'), `${JSON.stringify(description, null, 2)}\n`);
  await expect(openVault(dir)).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining(`onrecord restore ${dir} --vault NEW-FOLDER`),
  });
});

/** The statements of the released schema, as they were when they were released. */
test.each([
  ['SQLite', MIGRATIONS[0]?.sqlite ?? [], '6b7174bc6abd397d19f1ec992e2f89e5859476c7475f391fa82751df684cd741'],
  ['PostgreSQL', FIRST_SCHEMA, '4586b7d14505fde6fa968fe29eca391107a8f8a940640a2d28f82dd73d12f37b'],
])('the first step for %s is the one that was released', (_, statements, hash) => {
  expect(sha256Hex(statements.join('\n'))).toBe(hash);
});

test('a vault of the released schema opens with everything in it, proves itself, and takes links', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-schema-1-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await createVault(dir, { keys: { kind: 'none' } });
  const before = await openVault(dir);
  await before.store.append(sampleRecord());
  const claims = await before.store.claims();
  await before.close();
  const db = new Database(join(dir, 'data-1', 'record.sqlite'));
  db.exec(
    'DROP INDEX propositions_entry; DROP INDEX actors_entry; DROP INDEX tallies_entry; DROP TABLE record_keys; DROP TABLE sealed_records; DROP TABLE compartments; DROP TABLE decisions; DROP TABLE listings; DROP TABLE lists; DROP TABLE links; DROP TABLE findings; DELETE FROM schema_version WHERE version > 1',
  );
  db.close();
  await expect(openVault(dir, { readOnly: true })).rejects.toMatchObject({ code: 'read-only' });
  const vault = await openVault(dir);
  expect(await vault.store.claims()).toEqual(claims);
  expect(await vault.store.check()).toEqual([]);
  await vault.store.append(linkedRecord().slice(sampleRecord().length));
  expect(await vault.store.links()).toHaveLength(3);
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
});
