/** What an encrypted vault shows to whoever has its folder, and what a changed bit in it does. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encryptedVault, groupKey, inventedSource } from './backup/fixtures/invented-vault.ts';
import { openVault } from './vault.ts';

const TESTIMONY = Buffer.from('She was held in the mill.');
const SHA256 = createHash('sha256').update(TESTIMONY).digest('hex');

let dir: string;
let master: Uint8Array;

beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'onrecord-encrypted-')), 'vault');
  ({ master } = await encryptedVault(dir));
  const vault = await openVault(dir, { master, groupKey });
  await vault.blobs.put(TESTIMONY);
  await vault.store.append(inventedSource(1, TESTIMONY));
  await vault.close();
});
afterAll(() => rm(join(dir, '..'), { recursive: true }));

async function files(): Promise<readonly string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

test('neither name nor content of a file gives the hash by which a short testimony could be guessed', async () => {
  const all = await files();
  expect(all.length).toBeGreaterThan(2);
  for (const path of all) {
    const bytes = await readFile(path);
    for (const sign of [SHA256.slice(0, 12), SHA256.slice(-12)]) expect(path).not.toContain(sign);
    for (const sign of [SHA256, Buffer.from(SHA256, 'hex'), TESTIMONY])
      expect(bytes.includes(sign), path).toBe(false);
  }
});

/** Whether opening, checking and reading all of it shows that something is wrong. */
async function isNoticed(): Promise<boolean> {
  try {
    const vault = await openVault(dir, { master, groupKey });
    try {
      const faults = await vault.store.check();
      const bytes = await vault.blobs.get(SHA256 as Parameters<typeof vault.blobs.get>[0]);
      return faults.length > 0 || bytes === null || !Buffer.from(bytes).equals(TESTIMONY);
    } finally {
      await vault.close();
    }
  } catch {
    return true;
  }
}

test('a bit that changes anywhere in its files is noticed when it is opened, checked and read', async () => {
  expect(await isNoticed()).toBe(false);
  const unseen: string[] = [];
  for (const path of await files()) {
    const whole = await readFile(path);
    const stretches = path.endsWith('.sqlite') ? 24 : 6;
    for (let at = 0; at < stretches; at += 1) {
      // Another place in each stretch and another bit each time, the same in every run.
      const position = Math.floor(((at + ((at * 7) % 10) / 10) * whole.length) / stretches);
      const changed = Buffer.from(whole);
      changed[position] = (changed[position] ?? 0) ^ (1 << (at % 8));
      await writeFile(path, changed);
      if (!(await isNoticed())) unseen.push(`${path} ${position}`);
    }
    await writeFile(path, whole);
  }
  expect(unseen).toEqual([]);
  expect(await isNoticed()).toBe(false);
});
