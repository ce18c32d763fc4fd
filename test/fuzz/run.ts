/**
 * `npm run fuzz -- --minutes 10 [--only pdf,html] [--seed 1] [--out FOLDER]`: bends inputs of every parser for so long each, guided by the
 * branches that they reach. What crashes, hangs, eats memory or is refused in words for programmers is written to FOLDER
 * and told; so are inputs that reached something new. Exit code 1 when anything was found; the last line is JSON.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ALL_TARGETS } from './all-targets.ts';
import { LARGEST } from './bend.ts';
import { keepInput } from './corpus.ts';
import type { FuzzMessage, FuzzTask } from './fuzz-thread.ts';

/** Milliseconds that one input may take before the thread is ended, on a busy machine. */
const HANGS = 30_000;
/** Bytes by which the process may grow while one parser is bent. */
const GROWTH = 1_500_000_000;
const HEAP_MIB = 700;

interface Outcome {
  readonly target: string;
  readonly seconds: number;
  readonly runs: number;
  readonly features: number;
  readonly found: number;
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const out = values.out ?? mkdtempSync(join(tmpdir(), 'onrecord-fuzz-'));
const only = values.only?.split(',') ?? null;
const chosen = ALL_TARGETS.filter(({ name }) => only === null || only.includes(name));
const outcomes: Outcome[] = [];
for (const { name } of chosen) {
  const outcome = await fuzz(name, Number(values.minutes) * 60_000, Number(values.seed));
  outcomes.push(outcome);
  const { seconds, runs, features, found } = outcome;
  console.log(`${name}: ${runs} inputs in ${seconds} s, ${features} branches, ${found} found`);
}
const found = outcomes.reduce((sum, one) => sum + one.found, 0);
console.log(`What was found and what reached something new: ${out}`);
console.log(JSON.stringify({ bench: 'fuzz', found, parsers: outcomes }));
process.exitCode = found === 0 ? 0 : 1;

async function fuzz(target: string, milliseconds: number, seed: number): Promise<Outcome> {
  const began = performance.now();
  const verdicts = new Map<string, number>();
  let [runs, features, turn] = [0, 0, 0];
  const found = (verdict: string, bytes: Uint8Array): void => {
    // Where it happened stands in the first lines; the same place is told once.
    const key = verdict.replaceAll(/\d+/gu, '#').split('\n').slice(0, 3).join('\n').slice(0, 300);
    verdicts.set(key, (verdicts.get(key) ?? 0) + 1);
    if (verdicts.get(key) !== 1) return;
    console.log(`FOUND in ${target}: ${verdict}\n  ${keepInput(join(out, 'found'), target, bytes)}`);
  };
  for (let left = milliseconds; left > 0; left = milliseconds - (performance.now() - began)) {
    const task = { target, milliseconds: left, seed: seed + turn } as const;
    turn += 1;
    const ended = await oneThread(task, found);
    runs += ended.runs;
    features = Math.max(features, ended.features);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  return { target, seconds, runs, features, found: verdicts.size };
}

function oneThread(
  asked: Pick<FuzzTask, 'target' | 'milliseconds' | 'seed'>,
  found: (verdict: string, bytes: Uint8Array) => void,
): Promise<{ readonly runs: number; readonly features: number }> {
  const task: FuzzTask = {
    ...asked,
    state: new SharedArrayBuffer(12),
    input: new SharedArrayBuffer(LARGEST),
  };
  const numbers = new Int32Array(task.state);
  const worker = new Worker(new URL('./fuzz-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    // Libraries grumble on their own about what they are given.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const current = (): Uint8Array => new Uint8Array(task.input).slice(0, Atomics.load(numbers, 1));
  return new Promise((resolve) => {
    let [features, last, since] = [0, -1, performance.now()];
    const before = process.memoryUsage.rss();
    const finish = (verdict: string | null): void => {
      clearInterval(watch);
      if (verdict !== null) found(verdict, current());
      void worker.terminate().then(() => resolve({ runs: Atomics.load(numbers, 0), features }));
    };
    const watch = setInterval(() => {
      const now = Atomics.load(numbers, 0);
      if (now !== last || Atomics.load(numbers, 2) === 0) {
        last = now;
        since = performance.now();
      } else if (performance.now() - since > HANGS) finish(`hangs: no end after ${HANGS / 1000} s`);
      if (process.memoryUsage.rss() - before > GROWTH) finish(`memory: more than ${GROWTH} bytes`);
    }, 500);
    worker.on('message', (message: FuzzMessage) => {
      if (message.type === 'found') found(message.verdict, message.bytes);
      else if (message.type === 'fresh') {
        features += message.features;
        keepInput(join(out, 'fresh'), asked.target, message.bytes);
      } else {
        features = message.features;
        finish(null);
      }
    });
    worker.on('error', (error) => finish(`ended the thread: ${error instanceof Error ? error.message : ''}`));
  });
}
