import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { masterBy, opening } from '../backup/fixtures/filled-vault.ts';
import { freshFolder } from '../backup/fixtures/fresh-folder.ts';
import { addSources, encryptedVault, everythingOf, groupKey } from '../backup/fixtures/invented-vault.ts';
import { backupVault } from '../backup/write-backup.ts';
import { rekeyVault } from '../rekey/rekey-vault.ts';
import { restoreBackup, surveyBackup } from '../restore/restore-vault.ts';
import { openVault } from '../vault.ts';
import { readVaultFile } from '../vault-file.ts';
import { firstLine, startLoop } from './loop-process.ts';

const STEP = join(import.meta.dirname, 'backup-step.ts');
const LOOP = join(import.meta.dirname, 'source-loop.ts');
const ROUNDS = process.env.SLOW === '1' ? 60 : 6;
const NEXT = 'the next words of the herons';

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds that a step takes when nobody kills it. */
async function durationOf(args: readonly string[]): Promise<number> {
  const step = startLoop([STEP, ...args]);
  await firstLine(step);
  const from = performance.now();
  await step.ended;
  expect(step.lines.at(-1)).toBe('done');
  return performance.now() - from;
}

/** Kills a step at a random moment of its work: of each round in another part of it. */
async function killed(args: readonly string[], duration: number, round: number): Promise<void> {
  const step = startLoop([STEP, ...args]);
  await firstLine(step);
  await pause(((((round * 5) % ROUNDS) + Math.random()) / ROUNDS) * duration);
  step.child.kill('SIGKILL');
  await step.ended;
}

async function filled(sources: number, size: number) {
  const folder = await freshFolder();
  const { dir, master } = await encryptedVault(join(folder, 'vault'));
  const vault = await openVault(dir, { master, groupKey });
  await addSources(vault, 1, sources, size);
  await vault.close();
  return { folder, dir, master, hex: hexOf(master) };
}

test(`a backup killed ${ROUNDS} times keeps what it held, goes on, and restores whole`, {
  timeout: 300_000,
}, async () => {
  const { folder, dir, master, hex } = await filled(60, 200_000);
  const file = join(folder, 'kessar.backup');
  const duration = await durationOf(['backup', hex, dir, join(folder, 'measured.backup')]);
  let held = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await killed(['backup', hex, dir, file], duration, round);
    const found = await surveyBackup(file, opening(master)).catch(() => null);
    expect(found?.fault ?? null).toBeNull();
    expect(found?.end?.entries ?? 0).toBeGreaterThanOrEqual(held);
    held = found?.end?.entries ?? 0;
    const vault = await openVault(dir, { master, groupKey });
    if (round % 3 === 2) {
      await backupVault(vault, file);
      held = (await vault.store.counts()).entries;
    }
    await addSources(vault, 1000 + round, 1000 + round, 2_000_000);
    await vault.close();
  }
  const vault = await openVault(dir, { master, groupKey });
  const report = await backupVault(vault, file);
  expect(report.entries).toBe((await vault.store.counts()).entries);
  await vault.close();
  await restoreBackup(file, join(folder, 'again'), opening(master));
  expect(await everythingOf(join(folder, 'again'), master)).toEqual(await everythingOf(dir, master));
});

test(`a restore killed ${ROUNDS} times leaves no vault that opens; the same command ends it`, {
  timeout: 300_000,
}, async () => {
  const { folder, dir, master, hex } = await filled(60, 100_000);
  const file = join(folder, 'kessar.backup');
  const vault = await openVault(dir, { master, groupKey });
  await backupVault(vault, file);
  await vault.close();
  const expected = await everythingOf(dir, master);
  const duration = await durationOf(['restore', hex, file, join(folder, 'measured')]);
  let ended = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const target = join(folder, `target-${round % 4}`);
    await killed(['restore', hex, file, target], duration, round);
    const names: readonly string[] = await readdir(target).catch(() => []);
    if (names.includes('vault.json')) {
      ended += 1;
      expect(await everythingOf(target, master)).toEqual(expected);
      await rm(target, { recursive: true });
    } else {
      await expect(openVault(target, { master })).rejects.toMatchObject({ code: 'no-vault' });
    }
  }
  expect(ended).toBeLessThan(ROUNDS);
  for (let number = 0; number < 4; number += 1) {
    const target = join(folder, `target-${number}`);
    await restoreBackup(file, target, opening(master));
    expect((await readdir(target)).toSorted()).toEqual(['data-1', 'vault.json']);
  }
  expect(await everythingOf(join(folder, 'target-0'), master)).toEqual(expected);
});

test(`a change of keys killed ${ROUNDS} times leaves a vault with the old keys or the new ones`, {
  timeout: 300_000,
}, async () => {
  const { folder, dir, master, hex } = await filled(40, 100_000);
  const expected = await everythingOf(dir, master);
  const masterNow = async (vault: string) => {
    const fresh = await masterBy(vault, NEXT);
    return { master: fresh ?? master, changed: fresh !== null };
  };
  await cp(dir, join(folder, 'measured'), { recursive: true });
  const duration = await durationOf(['rekey', hex, join(folder, 'measured'), NEXT]);
  let changes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const copy = join(folder, `copy-${round}`);
    await cp(dir, copy, { recursive: true });
    await killed(['rekey', hex, copy, NEXT], duration * 1.1, round);
    const now = await masterNow(copy);
    if (now.changed) changes += 1;
    expect(await everythingOf(copy, now.master)).toEqual(expected);
    const keys = {
      kind: 'encrypted',
      passphrase: NEXT,
      recoveryKey: new Uint8Array(32).fill(9),
      cost: { memoryKib: 65_536, passes: 1, lanes: 1 },
    } as const;
    await rekeyVault(copy, { master: now.master, keys, groupKey });
    expect((await readdir(copy)).filter((name) => name.startsWith('data-'))).toHaveLength(1);
    if (round % 4 === 0) expect(await everythingOf(copy, (await masterNow(copy)).master)).toEqual(expected);
    await rm(copy, { recursive: true });
  }
  expect(changes).toBeLessThan(ROUNDS);
});

test('a backup made while another process captures holds one moment, whole', {
  timeout: 120_000,
}, async () => {
  const { folder, dir, master, hex } = await filled(5, 900);
  const loop = startLoop([LOOP, dir, hex, '5000', '150']);
  await firstLine(loop);
  const file = join(folder, 'kessar.backup');
  const vault = await openVault(dir, { master, groupKey });
  const sizes: number[] = [];
  while (loop.child.exitCode === null) {
    const report = await backupVault(vault, file);
    expect(report.missing).toEqual([]);
    sizes.push(report.entries);
    const target = join(folder, `at-${sizes.length}`);
    if (sizes.length <= 3)
      expect(await restoreBackup(file, target, opening(master))).toMatchObject({
        entries: report.entries,
        missing: [],
      });
  }
  await loop.ended;
  expect(loop.lines).toHaveLength(150);
  expect(new Set(sizes).size).toBeGreaterThan(1);
  expect(await backupVault(vault, file)).toMatchObject({ entries: 165, missing: [] });
  await vault.close();
  await restoreBackup(file, join(folder, 'again'), opening(master));
  expect(await everythingOf(join(folder, 'again'), master)).toEqual(await everythingOf(dir, master));
});

test('a full disk: backup and restore say so, keep what was whole, and go on when there is room', async (context) => {
  const disk = await mkdtemp(join(tmpdir(), 'onrecord-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status !== 0) {
    await rm(disk, { recursive: true });
    return context.skip('this user may not mount a small disk');
  }
  try {
    const { folder, dir, master } = await filled(10, 100_000);
    const vault = await openVault(dir, { master, groupKey });
    const file = join(disk, 'kessar.backup');
    await backupVault(vault, file);
    const { size } = await stat(file);
    await addSources(vault, 11, 20, 900_000);
    await expect(backupVault(vault, file)).rejects.toMatchObject({ code: 'disk-full' });
    expect((await stat(file)).size).toBe(size);
    const elsewhere = join(folder, 'kessar.backup');
    await backupVault(vault, elsewhere);
    await vault.close();
    const target = join(disk, 'vault');
    const options = opening(master);
    await expect(restoreBackup(elsewhere, target, options)).rejects.toMatchObject({ code: 'disk-full' });
    await expect(await readdir(target)).toEqual([]);
    await restoreBackup(file, target, options);
    const { bavail, bsize } = await statfs(disk);
    await writeFile(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - 700_000));
    const small = await openVault(target, { master, groupKey });
    const { protection } = small.file;
    await small.close();
    const next = {
      passphrase: NEXT,
      recoveryKey: new Uint8Array(32),
      cost: { memoryKib: 65_536, passes: 1, lanes: 1 },
    };
    const rekey = rekeyVault(target, { master, keys: { kind: 'encrypted', ...next }, groupKey });
    await expect(rekey).rejects.toMatchObject({ code: 'disk-full' });
    expect((await readdir(target)).toSorted()).toEqual(['data-1', 'vault.json']);
    expect((await readVaultFile(target)).protection).toEqual(protection);
  } finally {
    execFileSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true });
  }
});
