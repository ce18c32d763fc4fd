/** What new articles cost on top of a record that holds others already: taken in and read by a worker, from the queue. */
import { type Step, step } from './ingest.ts';
import { rounded } from './part.ts';
import { handReportsIn, type TeamPlace } from './team-place.ts';

/** Articles that arrive together. */
export const ARRIVING = 200;

/** How long they took. */
export interface Arrived {
  readonly capture: Step;
  readonly reading: Step;
}

/**
 * Hands articles in and lets one worker take them in, then read them.
 *
 * @param seed of articles that are not in the record yet
 * @throws Error when one was not acknowledged or a step ends with a fault
 * @example
 * (await arrive(place, 10_000)).capture.atWork; // seconds
 */
export async function arrive(place: TeamPlace, seed: number): Promise<Arrived> {
  const handed = handReportsIn(place, { count: ARRIVING, seed });
  if (handed !== ARRIVING) throw new Error(`Of ${ARRIVING} articles ${handed} were acknowledged.`);
  return { capture: await step(place, 'intake', 1), reading: await step(place, 'propose', 1) };
}

/**
 * Its figures, by the size of the record: seconds from the first job to the last, the same with the start of the worker, and
 * milliseconds of CPU an article in the worker (start included) and in PostgreSQL.
 *
 * @example
 * arrivedFigures('10k', arrived).capture_200_s_10k; // seconds for 200 articles
 */
export function arrivedFigures(
  size: string,
  { capture, reading }: Arrived,
): Readonly<Record<string, number>> {
  return { ...stepFigures('capture', size, capture), ...stepFigures('reading', size, reading) };
}

function stepFigures(name: string, size: string, { atWork, whole, cpu }: Step): Record<string, number> {
  const costs: Record<string, number> =
    cpu === null
      ? {}
      : {
          [`${name}_worker_cpu_ms_${size}`]: rounded(cpu.workers / ARRIVING),
          [`${name}_database_cpu_ms_${size}`]: rounded(cpu.database / ARRIVING),
        };
  return {
    [`${name}_200_s_${size}`]: rounded(atWork),
    [`${name}_200_with_start_s_${size}`]: rounded(whole),
    ...costs,
  };
}
