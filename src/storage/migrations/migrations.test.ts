import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openVault } from '../vault.ts';
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
