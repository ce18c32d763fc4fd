/** Work that only one process does at a time: it holds a mark in the team's store, which goes by itself when the process dies. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { keep } from './kept.ts';
import { later, newSecret, type Team } from './team.ts';

/** Seconds after which a mark that was left behind counts no more. */
const LASTS = 30;

/**
 * Does something that must not be done twice at once.
 *
 * @param name of the work
 * @throws OnRecordError `vault-busy`: another process does it just now
 * @example
 * await oneAtATime(team, 'custodians', () => changeAccount(team, id, change));
 */
export async function oneAtATime<T>(team: Team, name: string, work: () => Promise<T>): Promise<T> {
  const id = `turn ${name}`;
  const before = await team.store.get('setting', id);
  const over = before?.until != null && before.until <= team.clock().toISOString();
  const place = { kind: 'setting', id, until: later(team, LASTS) } as const;
  const free = before === null || over;
  if (!free || !(await keep(team, place, newSecret(team), before?.version ?? 0)))
    throw new OnRecordError('vault-busy', 'Another custodian changes this just now: look again.');
  try {
    return await work();
  } finally {
    await team.store.drop('setting', id);
  }
}
