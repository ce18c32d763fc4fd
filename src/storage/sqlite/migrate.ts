/** Brings a vault's schema up to date, all steps in one transaction. Refuses a schema newer than this program. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../migrations/all-migrations.ts';
import type { SqliteDatabase } from './engine.ts';

/**
 * Says which schema the file has; 0 for an empty file.
 *
 * @example
 * schemaVersion(db); // 1
 */
export function schemaVersion(db: SqliteDatabase): number {
  const table = db
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'")
    .get();
  if (table === undefined) return 0;
  return Number(db.prepare('SELECT max(version) FROM schema_version').pluck().get() ?? 0);
}

/**
 * Runs the steps that are missing.
 *
 * @throws OnRecordError `vault-too-new`
 * @example
 * migrate(db); // 1
 */
export function migrate(db: SqliteDatabase): number {
  refuseNewer(schemaVersion(db));
  if (schemaVersion(db) === SCHEMA_VERSION) return SCHEMA_VERSION;
  db.transaction(() => {
    db.exec(
      'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT',
    );
    const present = schemaVersion(db);
    for (const step of MIGRATIONS.filter(({ version }) => version > present)) {
      for (const statement of step.sqlite) db.exec(statement);
      db.prepare('INSERT INTO schema_version (version, name) VALUES (?, ?)').run(step.version, step.name);
    }
  }).immediate();
  return SCHEMA_VERSION;
}

/**
 * Throws when the file was written by a newer program.
 *
 * @throws OnRecordError `vault-too-new`
 * @example
 * refuseNewer(schemaVersion(db));
 */
export function refuseNewer(version: number): void {
  if (version <= SCHEMA_VERSION) return;
  throw new OnRecordError(
    'vault-too-new',
    `This vault has schema ${version}; this onrecord knows up to ${SCHEMA_VERSION}. Update onrecord to open it.`,
  );
}
