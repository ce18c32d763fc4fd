/** Opens the place into which a record is restored: a file of the new vault, or a PostgreSQL database. */
import type { RestoreTarget, TargetOptions } from './restore-target.ts';
import { openSqliteTarget } from './sqlite-target.ts';

/**
 * Readies an empty place.
 *
 * @param address of the PostgreSQL database; null: a file in the vault's data folder
 * @throws OnRecordError `bad-usage`, `unreachable`, `vault-exists`, `vault-busy`, `read-only`, `disk-full`
 * @example
 * const target = await openTarget({ root: '/vault', data: 'data-1', keys, groupKey }, null);
 */
export async function openTarget(options: TargetOptions, address: string | null): Promise<RestoreTarget> {
  if (address === null) return openSqliteTarget(options);
  const { openPostgresTarget } = await import('../postgres/postgres-target.ts');
  return openPostgresTarget({ ...options, address });
}
