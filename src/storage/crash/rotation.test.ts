/** A new epoch is one step: a full disk or a kill in its middle leaves the old one whole, with every key of every record. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sampleId } from '../contract/sample-record.ts';
import { COMPARTMENT, changed, sealed, sealedRecords } from '../contract/sample-sealed.ts';
import { createVault, openVault, type Vault } from '../vault.ts';

const LOOP = join(import.meta.dirname, 'rotation-loop.ts');
const RECORDS = 1500;

/** A vault with a compartment of many records. */
async function filled(dir: string): Promise<Vault> {
  await createVault(dir, { keys: { kind: 'none' } });
  const vault = await openVault(dir);
  await vault.store.append(sealedRecords().slice(0, 2));
  const numbers = Array.from({ length: RECORDS }, (_, at) => at + 1);
  await vault.store.append(numbers.map((at) => sealed(sampleId('case', at))));
  return vault;
}

async function rotation({ store }: Vault, epoch: number) {
  const wrapped = Buffer.from(`epoch ${epoch} `.padEnd(60, 'x')).toString('base64');
  const keys = await store.recordKeys(COMPARTMENT);
  return changed(
    epoch,
    ['lena'],
    keys.map((key) => ({ ...key, epoch, wrapped })),
  );
}

/** Every record has one key, all of the same epoch as the compartment. */
async function wholeEpoch({ store }: Vault): Promise<number> {
  const keys = await store.recordKeys(COMPARTMENT);
  const epochs = new Set(keys.map(({ epoch }) => epoch));
  const epoch = (await store.compartment(COMPARTMENT))?.epoch ?? 0;
  expect([keys.length, ...epochs]).toEqual([RECORDS, epoch]);
  expect(await store.check()).toEqual([]);
  return epoch;
}

test('a full disk in the middle of a rotation: a clear error, the old epoch whole, and it works when there is room', async (context) => {
  const disk = await mkdtemp(join(tmpdir(), 'onrecord-rotation-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status !== 0) {
    await rm(disk, { recursive: true });
    return context.skip('this user may not mount a small disk');
  }
  onTestFinished(async () => {
    spawnSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true });
  });
  const vault = await filled(join(disk, 'vault'));
  const { bavail, bsize } = await statfs(disk);
  await writeFile(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - 60_000));
  await expect(vault.store.append([await rotation(vault, 2)])).rejects.toMatchObject({ code: 'disk-full' });
  expect((await vault.store.compartment(COMPARTMENT))?.epoch).toBe(1);
  await rm(join(disk, 'ballast'));
  expect(await wholeEpoch(vault)).toBe(1);
  await vault.store.append([await rotation(vault, 2)]);
  expect(await wholeEpoch(vault)).toBe(2);
  await vault.close();
});

test('killed in the middle of rotations, again and again: always one whole epoch, none that was stored is lost', {
  timeout: 120_000,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-rotation-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await (await filled(join(dir, 'vault'))).close();
  for (let round = 0; round < 5; round += 1) {
    const child = spawn(process.execPath, [LOOP, join(dir, 'vault')]);
    let said = '';
    const first = new Promise<void>((resolve) => {
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        resolve();
      });
    });
    await first;
    await new Promise((resolve) => setTimeout(resolve, 20 + 37 * round));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    const vault = await openVault(join(dir, 'vault'));
    expect(await wholeEpoch(vault)).toBeGreaterThanOrEqual(Number(said.trim().split('\n').at(-1)));
    await vault.close();
  }
});
