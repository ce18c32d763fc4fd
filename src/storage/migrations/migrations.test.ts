import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, onTestFinished, test } from 'vitest';
import { sampleId } from '../contract/sample-record.ts';
import { createVault, openVault } from '../vault.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './all-migrations.ts';

test('steps are numbered from 1 without gaps', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(
    Array.from({ length: SCHEMA_VERSION }, (_, n) => n + 1),
  );
});

test('a vault of version 1 opens, is whole, and can be written', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-old-'));
  onTestFinished(async () => rm(dir, { recursive: true }));
  await createVault(dir);
  await rm(join(dir, 'record.sqlite'));
  const old = new Database(join(dir, 'record.sqlite'));
  old.exec(await readFile(join(import.meta.dirname, 'fixtures', 'version-1.sql'), 'utf8'));
  old.close();
  const vault = await openVault(dir);
  expect(await vault.store.check()).toEqual([]);
  expect(await vault.store.counts()).toMatchObject({ entries: 6, claims: { accepted: 1, proposed: 4 } });
  expect(await vault.store.search('old mill', 5)).toHaveLength(1);
  const claim = sampleId('claim', 2);
  const change = { action: 'claim-reviewed', claim, decision: 'accepted', reason: null } as const;
  await vault.store.append([
    { at: '2031-04-04T08:00:00Z', agent: 'Reader One', subject: claim, body: change },
  ]);
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
});
