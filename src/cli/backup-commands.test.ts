/** backup, restore and rekey over real vaults: what they print, their exit codes, and that they ask for the right keys. */
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadBackups } from '../compose/backups.ts';
import { loadVaultKeys, makeVault } from '../compose/vault-keys.ts';
import { addSources, groupKey } from '../storage/backup/fixtures/invented-vault.ts';
import { writeVersion1 } from '../storage/restore/fixtures/version-1-vault.ts';
import { openVault } from '../storage/vault.ts';
import { backupCommand } from './backup.ts';
import type { Call, CommandFile, Options } from './command.ts';
import { rekeyCommand } from './rekey.ts';
import { restoreCommand } from './restore.ts';

const needs = { backups: loadBackups, keys: loadVaultKeys };
const [backup, restore, rekey] = [backupCommand(needs), restoreCommand(needs), rekeyCommand(needs)];

async function room() {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-cli-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const at = (name: string) => join(folder, name);
  await writeFile(at('words'), 'the words of fourteen herons\n', { mode: 0o600 });
  await writeFile(at('next'), 'other words of the herons\n', { mode: 0o600 });
  const made = await makeVault(at('vault'), {
    kind: 'passphrase',
    passphrase: 'the words of fourteen herons',
  });
  const add = async (from: number, to: number) => {
    const vault = await openVault(at('vault'), { master: made.master, groupKey });
    await addSources(vault, from, to);
    await vault.close();
  };
  /** Told everything that is printed, before it is. */
  const heard = { on: (_text: string): void => undefined };
  const run = async (
    command: CommandFile,
    args: readonly string[],
    options: Options,
    vault = at('vault'),
  ) => {
    const out: string[] = [];
    const call = {
      args,
      options: { passphraseFile: at('words'), ...options },
      vault,
      database: null,
      terminal: {
        paper: { width: 80, colour: false },
        json: false,
        redraws: false,
        out: (...lines: readonly string[]) => {
          heard.on(lines.join(' '));
          out.push(...lines);
        },
        outJson: () => undefined,
        err: (...lines: readonly string[]) => void out.push(...lines),
        errRaw: () => undefined,
      },
      open: async () => Promise.reject(new Error('these commands open the vault themselves')),
    } satisfies Call;
    const code = await command.run(call);
    return { code, text: out.join(' ').replaceAll(/\s+/gu, ' '), lines: out };
  };
  return { at, add, run, heard, recoveryKey: made.recoveryKey ?? '' };
}

test('backup, backup again, check, restore with the passphrase and with the recovery key', {
  timeout: 120_000,
}, async () => {
  const { at, add, run, recoveryKey } = await room();
  await add(1, 2);
  const first = await run(backup, [at('b')], {});
  expect(first).toMatchObject({
    code: 0,
    text: expect.stringContaining('6 log entries with the bytes of 2 files'),
  });
  await add(3, 3);
  expect((await run(backup, [at('b')], {})).text).toContain('9 log entries (3 of them new)');
  expect(await run(backup, [at('b')], { check: true })).toMatchObject({
    code: 0,
    text: expect.stringContaining('Whole: 9 log entries'),
  });
  const restored = await run(restore, [at('b')], {}, at('again'));
  expect(restored).toMatchObject({
    code: 0,
    text: expect.stringContaining('Restored and checked: 9 log entries'),
  });
  expect(Math.max(...restored.lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  await writeFile(at('paper'), recoveryKey.replaceAll('\n', ' '), { mode: 0o600 });
  const paper = { recoveryKeyFile: at('paper') };
  expect(await run(restore, [at('b')], paper, at('by-paper'))).toMatchObject({ code: 0 });
  const wrong = run(restore, [at('b')], { passphraseFile: at('next') }, at('no'));
  await expect(wrong).rejects.toMatchObject({ code: 'locked' });
});

test('a damaged backup: --check says where, restore refuses, --as-far-as-whole restores what it can', {
  timeout: 120_000,
}, async () => {
  const { at, add, run } = await room();
  await add(1, 1);
  await run(backup, [at('b')], {});
  await add(2, 2);
  const { length } = await readFile(at('b'));
  await run(backup, [at('b')], {});
  const bytes = await readFile(at('b'));
  bytes[length + 400] = (bytes[length + 400] ?? 0) ^ 1;
  await writeFile(at('b'), bytes);
  expect(await run(backup, [at('b')], { check: true })).toMatchObject({
    code: 6,
    text: expect.stringMatching(/✗ .* segment 3, byte \d+.*Whole before that: 3 log entries/u),
  });
  await expect(run(restore, [at('b')], {}, at('x'))).rejects.toMatchObject({ code: 'damaged' });
  const part = await run(restore, [at('b')], { asFarAsWhole: true }, at('x'));
  expect(part).toMatchObject({ code: 0, text: expect.stringContaining('damaged from segment 3 on') });
});

test('rekey: the old passphrase opens nothing afterwards, the printed key does', {
  timeout: 120_000,
}, async () => {
  const { at, add, run } = await room();
  await add(1, 1);
  const { code, text } = await run(rekey, [], { newPassphraseFile: at('next') });
  expect([code, text]).toEqual([0, expect.stringContaining('The vault has new keys: 3 log entries')]);
  expect(text).toContain('Recovery key:');
  await expect(run(backup, [at('b')], {})).rejects.toMatchObject({ code: 'locked' });
  expect(await run(backup, [at('b')], { passphraseFile: at('next') })).toMatchObject({ code: 0 });
});

test('rekey: the recovery key is on the screen before the keys change, and counts from Done on', {
  timeout: 120_000,
}, async () => {
  const { at, add, run, heard, recoveryKey } = await room();
  await add(1, 1);
  const description = () => readFileSync(at('vault/vault.json'), 'utf8');
  const before = description();
  const printed: string[] = [];
  const dieAt = (moment: string) => {
    heard.on = (text) => {
      if (text.includes('Recovery key:')) {
        expect(description()).toBe(before);
        printed.push(/(?:[0-9A-Z]{5}[-\s]+){12}[0-9A-Z]{5}/u.exec(text)?.[0] ?? 'none');
      }
      if (text.includes(moment)) throw new Error('the machine went out');
    };
    return run(rekey, [], { newPassphraseFile: at('next') });
  };
  const keys = await loadVaultKeys();
  const opens = async (paper: string) => {
    const read = keys.readRecoveryKey(paper);
    return read.ok && (await keys.open(at('vault'), { kind: 'recovery-key', key: read.key })) !== null;
  };

  await expect(dieAt('Recovery key:')).rejects.toThrow('went out');
  expect(description()).toBe(before);
  expect(await Promise.all([opens(recoveryKey), opens(printed[0] ?? '')])).toEqual([true, false]);

  await expect(dieAt('Done. The vault has new keys')).rejects.toThrow('went out');
  expect(await Promise.all([recoveryKey, ...printed].map(opens))).toEqual([false, false, true]);
  heard.on = () => undefined;
  expect(await run(backup, [at('b')], { passphraseFile: at('next') })).toMatchObject({ code: 0 });
});

test('an old vault is brought over, and a recovery key printed', { timeout: 120_000 }, async () => {
  const { at, run } = await room();
  await writeVersion1(at('old'));
  const { code, text } = await run(restore, [at('old')], { by: 'A. Archivist' }, at('new'));
  expect(code).toBe(0);
  expect(text).toContain('6 log entries are in');
  expect(text).toContain('Recovery key:');
  expect(text).toContain('unencrypted');
  expect(await readdir(at('new'))).toContain('vault.json');
});
