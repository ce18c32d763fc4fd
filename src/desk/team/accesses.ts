/** Keeps who did and who saw what, and tells it again. */

import type { AccessAct } from '../../record/team/access.ts';
import type { Account } from '../../record/team/account.ts';
import { type Desk, MACHINE } from '../desk.ts';
import type { AccessFilter, HeldAccess } from '../ports/team-store.ts';
import type { Team } from './team.ts';

export interface Noted {
  readonly act: AccessAct;
  readonly route: string;
  readonly about?: readonly string[];
  readonly detail?: string | null;
}

/**
 * Keeps that something happened; on disk when this returns.
 *
 * @param who null: nobody was signed in
 * @example
 * await noteAccess(team, account, { act: 'read', route: 'GET /api/sources/{id}', about: ['src_…'] });
 */
export async function noteAccess(
  team: Team,
  who: Pick<Account, 'id' | 'name'> | null,
  { act, route, about = [], detail = null }: Noted,
): Promise<void> {
  const at = team.clock().toISOString();
  await team.store.addAccesses([
    { at, account: who?.id ?? null, name: who?.name ?? '', act, route, about, detail },
  ]);
}

/** A page of accesses, and the number to go on before; null: that is all. */
export async function listAccesses(
  team: Team,
  filter: AccessFilter,
): Promise<{ readonly accesses: readonly HeldAccess[]; readonly next: number | null }> {
  const accesses = await team.store.accesses(filter);
  const last = accesses.length === filter.limit ? accesses.at(-1) : undefined;
  return { accesses, next: last?.seq ?? null };
}

const AT_ONCE = 1_000;

/**
 * All that fit, the latest first, in parts: for a file.
 *
 * @example
 * for await (const some of eachAccess(team, { about: 'src_…' })) write(some);
 */
export async function* eachAccess(
  team: Team,
  filter: Omit<AccessFilter, 'limit'>,
): AsyncIterable<readonly HeldAccess[]> {
  let before = filter.before;
  for (;;) {
    const { accesses, next } = await listAccesses(team, {
      ...filter,
      limit: AT_ONCE,
      ...(before === undefined ? {} : { before }),
    });
    yield accesses;
    if (next === null) return;
    before = next;
  }
}

/**
 * Writes what waits into the record's log, a thousand to an entry: from then on it stands in the proof tree. Of several servers one
 * does it at a time.
 *
 * @returns how many were written
 * @example
 * await logAccesses(team, desk);
 */
export async function logAccesses(team: Team, desk: Pick<Desk, 'store' | 'clock'>): Promise<number> {
  let written = 0;
  for (;;) {
    const some = await team.store.logAccesses(AT_ONCE, async (accesses) => {
      const body = { action: 'accesses-logged' as const, accesses };
      const at = desk.clock().toISOString();
      const [entry] = await desk.store.append([{ at, agent: MACHINE, subject: 'log', body }]);
      return entry?.seq ?? 0;
    });
    written += some;
    if (some < AT_ONCE) return written;
  }
}

/**
 * Fills an empty list of who saw what again from the record's log: after a restore, or a move into another database.
 *
 * @example
 * await carryAccesses(team, desk);
 */
export async function carryAccesses(team: Team, { store }: Pick<Desk, 'store'>): Promise<void> {
  if ((await team.store.accesses({ limit: 1 })).length > 0) return;
  for (const { seq, body } of await store.entriesWith('accesses-logged'))
    if (body?.action === 'accesses-logged')
      await team.store.refill(body.accesses.map((access) => ({ ...access, logged: seq })));
}
