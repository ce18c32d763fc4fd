/** What the desk needs to protect a table of counts and to attack it, here or on a thread. */
import type { AttackReport } from '../../reckon/disclosure/attack-release.ts';
import type { PreparedTables, TablesToPrepare } from '../../reckon/disclosure/prepare-release.ts';
import type { Release } from '../../reckon/disclosure/release.ts';

export interface CountsWork {
  /** @throws OnRecordError as `prepareTables`; `unsupported-runtime` */
  prepare(given: TablesToPrepare): Promise<PreparedTables>;
  /** @throws OnRecordError as `attackRelease`; `unsupported-runtime` */
  attack(releases: readonly Pick<Release, 'id' | 'tables' | 'rule'>[]): Promise<AttackReport>;
}
