/** Holds a record that is a file of the vault, until it has been moved away. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { momentOfRecord } from '../backup/moment-of-record.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { DATABASE } from '../data-folder.ts';
import { loggedBlobKeys } from '../keys/logged-blob-keys.ts';
import type { HeldRecord } from '../move/held-record.ts';
import type { UnlockedVault } from '../opened-data.ts';
import { recordReadings } from '../reading/record-readings.ts';
import { removeOtherData } from '../rekey/other-data.ts';
import { askSqlite } from './ask-sqlite.ts';
import { openAlone } from './open-alone.ts';
import { preparedQueries } from './prepared-queries.ts';
import { sqliteQueries, sqliteReading } from './sqlite-reading.ts';
import { statementsOf } from './statements.ts';

/**
 * Opens it so that nobody else can.
 *
 * @throws OnRecordError `vault-busy` when another process has it open
 * @example
 * const held = await holdSqliteRecord({ root, file, keys });
 */
export async function holdSqliteRecord({ root, file, keys }: UnlockedVault): Promise<HeldRecord> {
  const db = await openAlone(join(root, file.data, DATABASE), keys.database);
  const statements = statementsOf(db);
  try {
    await removeOtherData(root, file);
  } catch (error) {
    db.close();
    throw error;
  }
  const ask = askSqlite(db, statements);
  const readings = recordReadings(sqliteReading({ db, statements, faultOf: (error) => error }));
  return {
    // Nobody can open it beside this process: there is nobody to be told.
    during: (work) =>
      work({
        source: momentOfRecord(ask),
        blobKeys: loggedBlobKeys(ask),
        counts: () => readings.counts(),
      }),
    leave: async () => {
      try {
        const { kept, write } = preparedQueries(statements, await sqliteQueries());
        write(kept.inForce, 1);
        db.close();
        await rm(join(root, file.data), { recursive: true, force: true });
        await syncFolder(root);
      } catch {
        // Opening the vault for writing removes every data folder that vault.json does not name.
      }
    },
    release: async () => {
      db.close();
    },
  };
}
