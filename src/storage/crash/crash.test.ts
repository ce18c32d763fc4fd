import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import { sampleId } from '../contract/sample-record.ts';
import { createVault, openVault } from '../vault.ts';

const LOOP = join(import.meta.dirname, 'capture-loop.ts');
const ROUNDS = process.env.SLOW === '1' ? 100 : 12;

interface Loop {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly ended: Promise<void>;
}

function startLoop(dir: string, first: number, count: number): Loop {
  const child = spawn(process.execPath, [LOOP, dir, String(first), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = `${rest}${chunk.toString()}`.split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, lines, ended };
}

/** Resolves when the loop has acknowledged its first capture, or has ended. */
async function firstLine(loop: Loop): Promise<void> {
  while (loop.lines.length === 0 && loop.child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 2));
}

const numbersOf = (lines: readonly string[]) =>
  lines.map((line) => Number(/^stored (\d+)$/.exec(line)?.[1] ?? Number.NaN));

test(`nothing acknowledged is lost and nothing is half there after ${ROUNDS} kills at random moments`, {
  timeout: 600_000,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-crash-'));
  await createVault(dir);
  const acknowledged: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const loop = startLoop(dir, round * 100_000 + 1, 100_000);
    await firstLine(loop);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
    loop.child.kill('SIGKILL');
    await loop.ended;
    acknowledged.push(...numbersOf(loop.lines));
    const vault = await openVault(dir);
    const counts = await vault.store.counts();
    expect(counts.entries).toBe(counts.captures * 2);
    expect(counts.claims.proposed).toBe(counts.captures * 3);
    expect(counts.captures).toBeGreaterThanOrEqual(acknowledged.length);
    await vault.close();
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  const vault = await openVault(dir);
  for (const number of acknowledged) {
    const capture = await vault.store.capture(sampleId('capture', number));
    const text = await vault.store.text(capture?.text?.sha256 ?? sha256Hex(''));
    expect(text).toContain(`Report ${number}:`);
    expect(await vault.blobs.has(sha256Hex(text ?? ''))).toBe(true);
  }
  expect(await vault.store.check()).toEqual([]);
  expect(await vault.blobs.check()).toEqual([]);
  await vault.close();
  await rm(dir, { recursive: true });
});

test('two processes writing at once both finish, and the log has no gap', { timeout: 120_000 }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-two-'));
  await createVault(dir);
  const loops = [startLoop(dir, 1, 60), startLoop(dir, 1001, 60)];
  await Promise.all(loops.map(({ ended }) => ended));
  expect(loops.map(({ lines }) => numbersOf(lines).length)).toEqual([60, 60]);
  const vault = await openVault(dir);
  const seqs: number[] = [];
  for await (const { seq } of vault.store.log()) seqs.push(seq);
  expect(seqs).toEqual(Array.from({ length: 240 }, (_, n) => n + 1));
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
  await rm(dir, { recursive: true });
});
