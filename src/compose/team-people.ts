/** The people of a team: their keeper in PostgreSQL, the vault's key for them, clock and chance. */
import { basename } from 'node:path';
import type { Desk } from '../desk/desk.ts';
import type { Finding } from '../desk/examine-vault.ts';
import { carryAccesses } from '../desk/team/accesses.ts';
import { carrySecondPerson } from '../desk/team/settings.ts';
import type { Team } from '../desk/team/team.ts';
import { idMaker } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Vault } from '../storage/vault.ts';

/** Work of a try of a passphrase: the second choice of RFC 9106 §4 on one lane. */
const COST = { memoryKib: 65_536, passes: 3, lanes: 1 } as const;

/**
 * Opens them.
 *
 * @param record what older versions kept with the accounts is carried into it; null: it can only be read
 * @param database null: the record is a file, which is no place for a team
 * @throws OnRecordError `bad-usage`, `unreachable`, `vault-too-new`
 * @example
 * const team = await openTeamOf(vault, { database: 'postgres://localhost/record', record: null });
 */
export async function openTeamOf(
  vault: Vault,
  {
    database,
    record,
  }: { readonly database: string | null; readonly record: Pick<Desk, 'store' | 'clock'> | null },
): Promise<Team> {
  if (database === null)
    throw new OnRecordError(
      'bad-usage',
      'A team works on a record in PostgreSQL: give --database, and onrecord move brings a record there.',
    );
  const { openPostgresTeam } = await import('../storage/team/postgres-team.ts');
  const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
  const team: Team = {
    store: await openPostgresTeam(database),
    clock: () => new Date(),
    newId: idMaker(random),
    random,
    key: Uint8Array.from(vault.keys.team),
    cost: COST,
    name: `onrecord ${basename(vault.dir)}`,
  };
  if (record === null) return team;
  try {
    await carrySecondPerson(team, record);
    await carryAccesses(team, record);
  } catch (error) {
    await team.store.close();
    throw error;
  }
  return team;
}

/**
 * How the team stands; null: there is none. Changes nothing.
 *
 * @example
 * (await examineTeamOf(vault, database))?.map(({ message }) => message);
 */
export async function examineTeamOf(
  vault: Vault,
  database: string | null,
): Promise<readonly Finding[] | null> {
  if (database === null) return null;
  const [{ hasPostgresTeam }, { examineTeam }] = await Promise.all([
    import('../storage/team/postgres-team.ts'),
    import('../desk/team/examine-team.ts'),
  ]);
  if (!(await hasPostgresTeam(database))) return null;
  const team = await openTeamOf(vault, { database, record: null });
  try {
    return await examineTeam(team);
  } finally {
    await team.store.close();
  }
}

/**
 * What members keep, for an erasure; the keeper is opened for each step, and only where there is a team.
 *
 * @example
 * const notes = teamNotesOf(vault, 'postgres://localhost/record');
 */
export function teamNotesOf(vault: Vault, database: string): NonNullable<Desk['memberNotes']> {
  const over = async <T>(
    work: (notes: NonNullable<Desk['memberNotes']>) => Promise<T>,
    none: T,
  ): Promise<T> => {
    const [{ hasPostgresTeam }, { everyonesNotes }] = await Promise.all([
      import('../storage/team/postgres-team.ts'),
      import('../desk/team/member-notes.ts'),
    ]);
    if (!(await hasPostgresTeam(database))) return none;
    const team = await openTeamOf(vault, { database, record: null });
    try {
      return await work(everyonesNotes(team));
    } finally {
      await team.store.close();
    }
  };
  return {
    all: (kind) => over((notes) => notes.all(kind), []),
    drop: (kind, name) => over((notes) => notes.drop(kind, name), undefined),
    forget: (sources) => over((notes) => notes.forget(sources), undefined),
  };
}
