import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Vault } from '../vault.ts';
import { type CrashVault, crashVault, expectNothingHalf } from './crash-vault.ts';

const LOOP = join(import.meta.dirname, 'capture-loop.ts');

/** A folder on a disk of its own of 4 MB; null where this user may not mount one. */
async function smallDisk(): Promise<string | null> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', dir]).status === 0;
  if (!mounted) await rm(dir, { recursive: true });
  return mounted ? dir : null;
}

function runLoop({ dir, key }: CrashVault, first: number, count: number): readonly string[] {
  return execFileSync(process.execPath, [LOOP, dir, String(first), String(count), key], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

async function expectWhole(vault: Vault, stored: number): Promise<void> {
  const counts = await vault.store.counts();
  expect(counts).toMatchObject({ captures: stored, entries: stored * 2, claims: { proposed: stored * 3 } });
  await expectNothingHalf(vault);
}

test('a full disk: a clear error, the vault readable, nothing half there, and writing goes on when there is room', async (context) => {
  const disk = await smallDisk();
  if (disk === null)
    return context.skip('this user may not mount a small disk; the file-size test below runs instead');
  try {
    const dir = join(disk, 'vault');
    const made = await crashVault(dir, 'encrypted');
    await writeFile(join(disk, 'ballast'), Buffer.alloc(1_500_000));
    const lines = runLoop(made, 1, 100_000);
    expect(lines.at(-1)).toBe('error disk-full');
    const stored = lines.length - 1;
    expect(stored).toBeGreaterThan(3);
    const reading = await made.open({ readOnly: true });
    await expectWhole(reading, stored);
    await reading.close();
    await rm(join(disk, 'ballast'));
    expect(runLoop(made, 500_000, 5)).toHaveLength(5);
    const after = await made.open();
    await expectWhole(after, stored + 5);
    expect(await after.store.check()).toEqual([]);
    await after.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true });
  }
});

test('a limit on file size: a clear error, nothing half there, and writing goes on without it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-limit-'));
  const made = await crashVault(dir, 'encrypted');
  const command = 'ulimit -f 1200 && exec "$0" "$1" "$2" 1 100000 "$3"';
  const { stdout } = spawnSync('sh', ['-c', command, process.execPath, LOOP, dir, made.key], {
    encoding: 'utf8',
  });
  const lines = stdout.trim().split('\n');
  expect(lines.at(-1)).toBe('error disk-full');
  expect(runLoop(made, 500_000, 5)).toHaveLength(5);
  const vault = await made.open();
  await expectWhole(vault, lines.length - 1 + 5);
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
  await rm(dir, { recursive: true });
});
