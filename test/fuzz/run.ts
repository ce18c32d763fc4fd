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

/** Milliseconds of one input after which the thread is ended, and microseconds of the processor that it must have had by then. */
const [HANGS, WORKED] = [30_000, 10_000_000];
/** Milliseconds after which it is ended in any case: it waits for what never comes. */
const STANDS = 300_000;
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
/** One for all parsers, for loading them takes long; a fresh one when it was ended. */
let thread: Worker | null = null;
for (const { name } of chosen) {
  const outcome = await fuzz(name, Number(values.minutes) * 60_000, Number(values.seed));
  outcomes.push(outcome);
  const { seconds, runs, features, found } = outcome;
  console.log(`${name}: ${runs} inputs in ${seconds} s, ${features} branches, ${found} found`);
}
await (thread as Worker | null)?.terminate();
const found = outcomes.reduce((sum, one) => sum + one.found, 0);
console.log(`What was found and what reached something new: ${out}`);
console.log(JSON.stringify({ bench: 'fuzz', found, parsers: outcomes }));
process.exitCode = found === 0 ? 0 : 1;

async function fuzz(target: string, milliseconds: number, seed: number): Promise<Outcome> {
  const began = performance.now();
  const verdicts = new Map<string, number>();
  const totals = { runs: 0, features: 0, spent: 0 };
  const found = (verdict: string, bytes: Uint8Array): void => {
    // Where it happened stands in the first lines; the same place is told once.
    const key = verdict.replaceAll(/\d+/gu, '#').split('\n').slice(0, 3).join('\n').slice(0, 120);
    verdicts.set(key, (verdicts.get(key) ?? 0) + 1);
    if (verdicts.get(key) !== 1) return;
    console.log(`FOUND in ${target}: ${verdict}\n  ${keepInput(join(out, 'found'), target, bytes)}`);
  };
  for (let turn = 0; totals.spent < milliseconds - 500; turn += 1) {
    const started = performance.now();
    const task = { target, milliseconds: milliseconds - totals.spent, seed: seed + turn } as const;
    const ended = await oneTask(task, found);
    totals.runs += ended.runs;
    totals.features += ended.features;
    totals.spent = ended.whole ? milliseconds : totals.spent + performance.now() - started;
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  return { target, seconds, runs: totals.runs, features: totals.features, found: verdicts.size };
}

function startThread(): Worker {
  const worker = new Worker(new URL('./fuzz-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    // Libraries grumble on their own about what they are given.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

interface Ended {
  readonly runs: number;
  readonly features: number;
  /** The time was used up; false: the thread was ended before. */
  readonly whole: boolean;
}

function oneTask(
  asked: Pick<FuzzTask, 'target' | 'milliseconds' | 'seed'>,
  found: (verdict: string, bytes: Uint8Array) => void,
): Promise<Ended> {
  const [state, input] = [new SharedArrayBuffer(12), new SharedArrayBuffer(LARGEST)];
  const task: FuzzTask = { ...asked, state, input };
  const numbers = new Int32Array(state);
  thread ??= startThread();
  const worker = thread;
  const current = (): Uint8Array => new Uint8Array(input).slice(0, Atomics.load(numbers, 1));
  return new Promise((resolve) => {
    let [last, since, spent] = [-1, performance.now(), process.cpuUsage()];
    const before = process.memoryUsage.rss();
    const finish = (features: number, verdict: string | null): void => {
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError);
      const ended = { runs: Atomics.load(numbers, 0), features, whole: verdict === null };
      if (verdict === null) {
        resolve(ended);
        return;
      }
      found(verdict, current());
      thread = null;
      worker.on('error', () => undefined);
      void worker.terminate().then(() => resolve(ended));
    };
    const watch = setInterval(() => {
      const now = Atomics.load(numbers, 0);
      if (now !== last || Atomics.load(numbers, 2) === 0) {
        last = now;
        since = performance.now();
        spent = process.cpuUsage();
      } else if (performance.now() - since > HANGS) {
        // On a machine that is busy with others it may not have had its turn yet.
        const worked = process.cpuUsage(spent).user > WORKED || performance.now() - since > STANDS;
        if (worked) finish(0, `hangs: no end after ${HANGS / 1000} s`);
      }
      if (process.memoryUsage.rss() - before > GROWTH) finish(0, `memory: more than ${GROWTH} bytes`);
    }, 500);
    const onMessage = (message: FuzzMessage): void => {
      if (message.type === 'found') found(message.verdict, message.bytes);
      else if (message.type === 'fresh') keepInput(join(out, 'fresh'), asked.target, message.bytes);
      else finish(message.features, null);
    };
    const onError = (error: unknown): void =>
      finish(0, `ended the thread: ${error instanceof Error ? error.message : ''}`);
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(task);
  });
}
