/**
 * `npm run fuzz -- --minutes 10 [--only pdf,html] [--seed 1] [--out FOLDER]`: bends inputs of every parser for so long each, guided by the
 * branches that they reach. What crashes, hangs, eats memory or is refused in words for programmers is written to FOLDER
 * and told; so are inputs that reached something new. Exit code 1 when anything was found; the last line is JSON.
 *
 * `npm run fuzz -- --until 600`: gives each parser what it still lacks of 600 seconds of the processor, over as many sittings as it
 * takes. What was spent stands in test/fuzz/ledger.json; a sitting that is stopped (Ctrl-C) is counted up to there.
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
import { missingSeconds, readLedger, withSitting, writeLedger } from './ledger.ts';

/** Milliseconds of one input after which the thread is ended, and microseconds of the processor that it must have had by then. */
const [HANGS, WORKED] = [30_000, 10_000_000];
/** Milliseconds after which it is ended in any case: it waits for what never comes. */
const STANDS = 300_000;
/** Bytes by which the process may grow while one parser is bent. */
const GROWTH = 1_500_000_000;
const HEAP_MIB = 700;

/** Of one sitting with one parser. */
interface Outcome {
  readonly target: string;
  /** By the clock. */
  readonly seconds: number;
  /** Of the processor. */
  readonly cpuSeconds: number;
  readonly runs: number;
  readonly features: number;
  readonly found: number;
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    until: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const out = values.out ?? mkdtempSync(join(tmpdir(), 'onrecord-fuzz-'));

/** Names and what each gets: milliseconds of the clock, or of the processor with --until. */
function chosen(): readonly (readonly [target: string, milliseconds: number])[] {
  const [minutes, until] = [Number(values.minutes), Number(values.until ?? 1)];
  if (!(minutes > 0 && until > 0)) throw new Error('--minutes and --until take a number above 0');
  const all = ALL_TARGETS.map(({ name }) => name);
  const only = values.only?.split(',') ?? all;
  const unknown = only.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`no parser ${unknown.join(', ')}; --only takes: ${all.join(', ')}`);
  if (values.until === undefined) return only.map((name) => [name, minutes * 60_000]);
  return missingSeconds(readLedger(), only, until).map(([name, seconds]) => [name, seconds * 1000]);
}

/** One for all parsers, for loading them takes long; a fresh one when it was ended. */
let thread: Worker | null = null;
/** What has been done with the parser that is bent now, for the ledger of a sitting that is stopped. */
let running: { readonly target: string; done(): Pick<Outcome, 'cpuSeconds' | 'runs' | 'found'> } | null =
  null;

function enter(
  target: string,
  { cpuSeconds, runs, found }: Pick<Outcome, 'cpuSeconds' | 'runs' | 'found'>,
): void {
  if (values.until === undefined) return;
  const done = { seconds: cpuSeconds, runs, found };
  writeLedger(withSitting(readLedger(), target, done, new Date().toISOString().slice(0, 10)));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    if (running !== null) enter(running.target, running.done());
    process.exit(130);
  });

const outcomes: Outcome[] = [];
for (const [name, milliseconds] of chosen()) {
  const outcome = await fuzz(name, milliseconds);
  running = null;
  outcomes.push(outcome);
  enter(name, outcome);
  const { seconds, cpuSeconds, runs, features, found } = outcome;
  console.log(
    `${name}: ${runs} inputs in ${seconds} s (${cpuSeconds} of the processor), ${features} branches, ${found} found`,
  );
}
await (thread as Worker | null)?.terminate();
const found = outcomes.reduce((sum, one) => sum + one.found, 0);
console.log(`What was found and what reached something new: ${out}`);
console.log(JSON.stringify({ bench: 'fuzz', found, parsers: outcomes }));
process.exitCode = found === 0 ? 0 : 1;

async function fuzz(target: string, milliseconds: number): Promise<Outcome> {
  const [began, usedBefore] = [performance.now(), process.cpuUsage()];
  const verdicts = new Map<string, number>();
  const totals = { runs: 0, features: 0 };
  const found = (verdict: string, bytes: Uint8Array): void => {
    // Where it happened stands in the first lines; the same place is told once.
    const key = verdict.replaceAll(/\d+/gu, '#').split('\n').slice(0, 3).join('\n').slice(0, 120);
    verdicts.set(key, (verdicts.get(key) ?? 0) + 1);
    if (verdicts.get(key) !== 1) return;
    console.log(`FOUND in ${target}: ${verdict}\n  ${keepInput(join(out, 'found'), target, bytes)}`);
  };
  const usedMs = (): number => {
    const { user, system } = process.cpuUsage(usedBefore);
    return (user + system) / 1000;
  };
  const spentMs = values.until === undefined ? () => performance.now() - began : usedMs;
  const cpuSeconds = (): number => Math.round(usedMs() / 1000);
  const now: { runs(): number } = { runs: () => 0 };
  running = {
    target,
    done: () => ({ cpuSeconds: cpuSeconds(), runs: totals.runs + now.runs(), found: verdicts.size }),
  };
  // The same seed bends the same way: each sitting takes another.
  const sitting = values.until === undefined ? 0 : (readLedger()[target]?.sittings ?? 0);
  for (let turn = 0; turn === 0 || spentMs() < milliseconds - 500; turn += 1) {
    const seed = Number(values.seed) + sitting * 1000 + turn;
    const ended = await oneTask({ target, milliseconds: milliseconds - spentMs(), seed }, found, now);
    totals.runs += ended.runs;
    now.runs = () => 0;
    totals.features += ended.features;
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  return {
    target,
    seconds,
    cpuSeconds: cpuSeconds(),
    runs: totals.runs,
    features: totals.features,
    found: verdicts.size,
  };
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
}

function oneTask(
  asked: Pick<FuzzTask, 'target' | 'milliseconds' | 'seed'>,
  found: (verdict: string, bytes: Uint8Array) => void,
  now: { runs(): number },
): Promise<Ended> {
  const [state, input] = [new SharedArrayBuffer(12), new SharedArrayBuffer(LARGEST)];
  const task: FuzzTask = { ...asked, state, input };
  const numbers = new Int32Array(state);
  now.runs = () => Atomics.load(numbers, 0);
  thread ??= startThread();
  const worker = thread;
  const current = (): Uint8Array => new Uint8Array(input).slice(0, Atomics.load(numbers, 1));
  return new Promise((resolve) => {
    let [last, since, spent] = [-1, performance.now(), process.cpuUsage()];
    const before = process.memoryUsage.rss();
    const finish = (features: number, verdict: string | null): void => {
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError);
      const ended = { runs: Atomics.load(numbers, 0), features };
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
      const read = Atomics.load(numbers, 0);
      if (read !== last || Atomics.load(numbers, 2) === 0) {
        last = read;
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
