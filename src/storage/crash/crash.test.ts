import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type CrashVault,
  crashVault,
  expectNothingHalf,
  expectStored,
  type Protection,
} from './crash-vault.ts';
import { firstLine, killSoon, numbersOf, startLoop } from './loop-process.ts';

const LOOP = join(import.meta.dirname, 'capture-loop.ts');
const SLOW = process.env.SLOW === '1';
const ROUNDS: readonly (readonly [Protection, number])[] = [
  ['encrypted', SLOW ? 100 : 10],
  ['not encrypted', SLOW ? 100 : 4],
];

const loopOver = ({ dir, key }: CrashVault, first: number, count: number) =>
  startLoop([LOOP, dir, String(first), String(count), key]);

test.each(ROUNDS)(
  'a vault that is %s: nothing acknowledged is lost and nothing is half there after %i kills at random moments',
  {
    timeout: 600_000,
  },
  async (protection, rounds) => {
    const dir = await mkdtemp(join(tmpdir(), 'onrecord-crash-'));
    const made = await crashVault(dir, protection);
    const acknowledged: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const stored = await killSoon(loopOver(made, round * 100_000 + 1, 100_000));
      acknowledged.push(...stored);
      const vault = await made.open();
      await expectNothingHalf(vault);
      await expectStored(vault, stored);
      expect(await vault.store.check()).toEqual([]);
      await vault.close();
    }
    expect(acknowledged.length).toBeGreaterThan(rounds);
    const vault = await made.open();
    await expectStored(vault, acknowledged);
    await vault.close();
    await rm(dir, { recursive: true });
  },
);

test('two processes writing at once both finish, and the log has no gap', { timeout: 120_000 }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-two-'));
  const made = await crashVault(dir, 'encrypted');
  const loops = [loopOver(made, 1, 60), loopOver(made, 1001, 60)];
  await Promise.all(loops.map(({ ended }) => ended));
  expect(loops.map(({ lines }) => numbersOf(lines).length)).toEqual([60, 60]);
  const vault = await made.open();
  const seqs: number[] = [];
  for await (const { seq } of vault.store.log()) seqs.push(seq);
  expect(seqs).toEqual(Array.from({ length: 240 }, (_, n) => n + 1));
  await expectNothingHalf(vault);
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
  await rm(dir, { recursive: true });
});

test('a torn end of the write-ahead log: a beginning of the record is there, whole; nothing is made up', {
  timeout: 120_000,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-torn-'));
  const made = await crashVault(dir, 'encrypted');
  const loop = loopOver(made, 1, 100_000);
  await firstLine(loop);
  await new Promise((resolve) => setTimeout(resolve, 150));
  loop.child.kill('SIGKILL');
  await loop.ended;
  const wal = join(dir, 'data-1', 'record.sqlite-wal');
  const whole = await readFile(wal);
  const from = Math.floor(whole.length * (0.5 + Math.random() * 0.5));
  await writeFile(wal, Buffer.concat([whole.subarray(0, from), randomBytes(300)]));
  await rm(`${wal.slice(0, -4)}-shm`, { force: true });
  const vault = await made.open();
  await expectNothingHalf(vault);
  expect(await vault.store.check()).toEqual([]);
  const { captures } = await vault.store.counts();
  await expectStored(
    vault,
    Array.from({ length: captures }, (_, n) => n + 1),
  );
  await vault.close();
  await rm(dir, { recursive: true });
});
