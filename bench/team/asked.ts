/** Questions asked several times over: how long they took, and with how much CPU. */
import { percentile } from './part.ts';
import { spentByDatabase } from './spent.ts';

/** Times that each question is asked, once more before to have it warm. */
const TIMES = 5;
/** Milliseconds from which a question is asked twice and no more. */
const SLOW = 3000;

/** Answers to questions of one kind. */
export interface Answers {
  readonly times: number[];
  /** Milliseconds of the first time of each question. */
  readonly first: number[];
  /** Milliseconds of CPU of all of them but the first, the desk's and PostgreSQL's. */
  cpu: number;
}

/**
 * Asks one question some times, and adds what it took to others of its kind.
 *
 * @param server process id of PostgreSQL
 * @returns milliseconds of each time but the first
 * @example
 * await asked(place.server.pid, () => searchRecord(desk, 'weavers', 20), answers);
 */
export async function asked(server: number, ask: () => Promise<unknown>, to: Answers): Promise<number[]> {
  const start = performance.now();
  await ask();
  to.first.push(performance.now() - start);
  const [own, database] = [process.cpuUsage(), spentByDatabase(server) ?? 0];
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
    if (times.length > 1 && performance.now() - began > SLOW) break;
  }
  const { user, system } = process.cpuUsage(own);
  to.cpu += (user + system) / 1000 + (spentByDatabase(server) ?? 0) - database;
  to.times.push(...times);
  return times;
}

/**
 * No answers yet.
 *
 * @example
 * const search = none();
 */
export function none(): Answers {
  return { times: [], first: [], cpu: 0 };
}

/**
 * Milliseconds of CPU of one answer, on average.
 *
 * @example
 * cpuOf({ times: [3, 5], first: [9], cpu: 12 }); // 6
 */
export function cpuOf({ times, cpu }: Answers): number {
  return Math.round(cpu / times.length);
}

/**
 * Milliseconds below which 95 of 100 answers lie.
 *
 * @example
 * p95({ times: [3, 5], first: [9], cpu: 12 }); // 5
 */
export function p95({ times }: Answers): number {
  return Math.round(percentile(times, 0.95));
}

/**
 * The same of the first times.
 *
 * @example
 * firstOf({ times: [3, 5], first: [9], cpu: 12 }); // 9
 */
export function firstOf({ first }: Answers): number {
  return Math.round(percentile(first, 0.95));
}
