/**
 * The thread that bends and reads until its time is over. Its input lies in memory that the main thread sees too: what hangs
 * or dies is found there.
 */
import { parentPort } from 'node:worker_threads';
import { chanceFrom } from '../fixtures/chance.ts';
import { type Bending, bend, LARGEST } from './bend.ts';
import { keptInputs } from './corpus.ts';
import { watchCoverage } from './coverage.ts';
import { judge } from './judge.ts';

/** What the main thread asks for, one after the other. */
export interface FuzzTask {
  readonly target: string;
  readonly milliseconds: number;
  readonly seed: number;
  /** Three numbers: inputs read, length of the one being read, whether one is. */
  readonly state: SharedArrayBuffer;
  readonly input: SharedArrayBuffer;
}

export type FuzzMessage =
  | { readonly type: 'found'; readonly verdict: string; readonly bytes: Uint8Array }
  | { readonly type: 'fresh'; readonly bytes: Uint8Array }
  | { readonly type: 'done'; readonly runs: number; readonly features: number; readonly inputs: number };

/** Seconds of the processor that no small input may cost. */
const MOST_SECONDS = 2;

const say = (message: FuzzMessage): void => parentPort?.postMessage(message);

// Watched before the parsers are loaded: branches of code that was compiled before are not told apart.
const coverage = watchCoverage();
const { ALL_TARGETS } = await import('./all-targets.ts');

parentPort?.on('message', (task: FuzzTask) => {
  // What it throws ends the thread, and is told by the main one.
  void fuzz(task);
});

async function fuzz({ target: name, milliseconds, seed, state, input }: FuzzTask): Promise<void> {
  const numbers = new Int32Array(state);
  const shared = new Uint8Array(input);
  const target = ALL_TARGETS.find((one) => one.name === name);
  if (target === undefined) throw new TypeError(`No parser is called ${name}.`);
  const most = target.mostSeconds ?? MOST_SECONDS;
  const read = await target.open();
  const watched = async (bytes: Uint8Array): Promise<string | null> => {
    shared.set(bytes.subarray(0, LARGEST));
    Atomics.store(numbers, 1, bytes.length);
    Atomics.store(numbers, 2, 1);
    const before = process.threadCpuUsage();
    const verdict = await judge(read, bytes);
    const { user, system } = process.threadCpuUsage(before);
    Atomics.store(numbers, 2, 0);
    Atomics.add(numbers, 0, 1);
    const seconds = (user + system) / 1_000_000;
    return verdict ?? (seconds > most ? `slow: ${seconds.toFixed(1)} s of the processor` : null);
  };
  const seeds = [...(await target.seeds()), ...keptInputs(name).values()];
  const pool: Uint8Array[] = seeds.map((bytes) => bytes.subarray(0, LARGEST));
  for (const bytes of [...pool]) {
    const verdict = await watched(bytes);
    if (verdict !== null) say({ type: 'found', verdict, bytes });
  }
  coverage.fresh();
  const before = coverage.reached();
  const bending: Bending = {
    random: chanceFrom(seed),
    words: target.words.map((word) => Buffer.from(word, 'latin1')),
    others: pool,
  };
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const bytes = bend(chosenFrom(pool, bending.random), bending);
    const verdict = await watched(bytes);
    const features = coverage.fresh();
    if (verdict !== null) say({ type: 'found', verdict, bytes });
    else if (features > 0) {
      pool.push(bytes);
      say({ type: 'fresh', bytes });
    }
  }
  const runs = Atomics.load(numbers, 0);
  say({ type: 'done', runs, features: coverage.reached() - before, inputs: pool.length });
}

/** Half of the time one of the newest: what was reached last is bent on. */
function chosenFrom(pool: readonly Uint8Array[], random: () => number): Uint8Array {
  const from = random() < 0.5 ? Math.max(0, pool.length - 20) : 0;
  return pool[from + Math.floor(random() * (pool.length - from))] ?? new Uint8Array(0);
}
