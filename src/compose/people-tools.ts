/** What linking people reaches outside for: the engine that compares pairs and draws linkages, here or in a process beside. */
import type { PeopleBeside, PeopleEngine } from '../desk/ports/pair-linking.ts';
import type { LinkingMeans } from '../engine/people/link-and-draw.ts';
import { readNameTables } from './name-tables.ts';

/**
 * Opens the engine in this process; it is loaded when it is first asked.
 *
 * @param threads null: one for each core
 * @example
 * const linked = await linkPeople(desk, peopleEngine(null), PEOPLE_DEFAULTS);
 */
export function peopleEngine(threads: number | null): PeopleEngine {
  return async (task, work) => {
    const { linkAndDraw } = await import('../engine/people/link-and-draw.ts');
    return linkAndDraw(task, await meansOf(threads), work?.onProgress);
  };
}

/**
 * Opens the engine in a process of its own for each linkage: this one goes on answering, and the linkage can be stopped.
 *
 * @param threads null: one for each core
 * @example
 * const linked = await linkPeople(desk, peopleBeside(null), { ...PEOPLE_DEFAULTS, work: { signal } });
 */
export function peopleBeside(threads: number | null): PeopleBeside {
  return async (task, work) => {
    const { linkBeside } = await import('../engine/people/link-beside.ts');
    return linkBeside(task, await meansOf(threads), work);
  };
}

async function meansOf(threads: number | null): Promise<LinkingMeans> {
  const [{ availableParallelism }, names] = await Promise.all([import('node:os'), readNameTables()]);
  return { threads: threads ?? availableParallelism(), names };
}
