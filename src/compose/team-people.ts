/** The people of a team: their keeper in PostgreSQL, the vault's key for them, clock and chance. */
import { basename } from 'node:path';
import type { Team } from '../desk/team/team.ts';
import { idMaker } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Vault } from '../storage/vault.ts';

/** Work of a try of a passphrase: the second choice of RFC 9106 §4 on one lane. */
const COST = { memoryKib: 65_536, passes: 3, lanes: 1 } as const;

/**
 * Opens them.
 *
 * @param database null: the record is a file, which is no place for a team
 * @throws OnRecordError `bad-usage`, `unreachable`, `vault-too-new`
 * @example
 * const team = await openTeamOf(vault, 'postgres://localhost/record');
 */
export async function openTeamOf(vault: Vault, database: string | null): Promise<Team> {
  if (database === null)
    throw new OnRecordError(
      'bad-usage',
      'A team works on a record in PostgreSQL: give --database, and onrecord move brings a record there.',
    );
  const { openPostgresTeam } = await import('../storage/team/postgres-team.ts');
  const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
  return {
    store: await openPostgresTeam(database),
    clock: () => new Date(),
    newId: idMaker(random),
    random,
    key: Uint8Array.from(vault.keys.team),
    cost: COST,
    name: `onrecord ${basename(vault.dir)}`,
  };
}
