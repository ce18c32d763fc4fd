/**
 * A marked record in an encrypted vault: while commands read it, search it and write it to a backup, and afterwards, no text of
 * any entity lies in clear in the vault, the backup, temporary files or the home folder. In a vault without encryption the same
 * look finds every kind of text.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault, openVault } from '../../../src/storage/vault.ts';
import { scannerFor } from './hidden-words.ts';
import { MARKS } from './marked-words.ts';
import { type PrivatePlace, privatePlace } from './private-place.ts';
import { fillMarked } from './sealed-vault.ts';

const WORDS = Object.values(MARKS);
const PASSPHRASE = 'lantern fernholtzique harbour seven mills';
const CHEAP = { memoryKib: 65_536, passes: 1, lanes: 1 };
const LONG = 300_000;

const scanner = scannerFor([...WORDS, 'fernholtzique']);
let place: PrivatePlace;

beforeAll(async () => {
  place = privatePlace(scanner);
  writeFileSync(join(place.work, 'words'), `${PASSPHRASE}\n`, { mode: 0o600 });
  const keys = {
    kind: 'encrypted',
    passphrase: PASSPHRASE,
    recoveryKey: randomBytes(32),
    cost: CHEAP,
  } as const;
  const master = await createVault(place.vault, { keys });
  const vault = await openVault(place.vault, { master });
  await fillMarked(vault);
  await vault.close();
}, LONG);
afterAll(() => place?.remove());

test('no text of any entity lies in clear while commands read it, nor in a backup', {
  timeout: LONG,
}, async () => {
  const backup = join(place.vault, '..', 'backup', 'day.backup');
  for (const args of [
    ['show', '--sources'],
    ['search', `${MARKS.open}*`],
    ['trace'],
    ['backup', backup],
    ['backup', backup, '--check'],
  ]) {
    const { code, out, err } = await place.run([...args, '--passphrase-file', 'words']);
    expect(code, `${args.join(' ')}: ${err}`).toBe(0);
    expect(scanner.inText(args.join(' '), err)).toEqual([]);
    if (args[0] === 'show') expect(scanner.inText('show', out)).not.toEqual([]);
  }
  expect(place.look()).toEqual([]);
  expect(scanner.files()).toBeGreaterThan(5);
});

test('without encryption the same look finds every kind of text', { timeout: LONG }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'canary-clear-'));
  try {
    await createVault(join(folder, 'vault'), { keys: { kind: 'none' } });
    const vault = await openVault(join(folder, 'vault'));
    await fillMarked(vault);
    await vault.close();
    const found = new Set(
      scannerFor(WORDS)
        .below(folder)
        .map(({ word }) => word),
    );
    expect(WORDS.filter((word) => !found.has(word))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
