/** Holds a record in PostgreSQL, until it has been moved away. Others may go on reading. */
import { momentOfRecord } from '../backup/moment-of-record.ts';
import { dataNumber } from '../data-folder.ts';
import { loggedBlobKeys } from '../keys/logged-blob-keys.ts';
import type { HeldRecord } from '../move/held-record.ts';
import type { UnlockedVault } from '../opened-data.ts';
import { recordReadings } from '../reading/record-readings.ts';
import { connectPostgres } from './connections.ts';
import { holdKeys, settleHeld, takeGate } from './keys-in-force.ts';
import { dropRecord, requireRecord } from './migrate.ts';
import { parsePostgresAddress } from './postgres-address.ts';
import { postgresQueries, postgresReading } from './postgres-reading.ts';
import { refuseOther } from './postgres-store.ts';
import { askPostgres, writeKept } from './write-kept.ts';

const BUSY_TIMEOUT = 5000;

/**
 * Takes hold of it.
 *
 * @param url as `postgres://user@host/database?schema=name`
 * @throws OnRecordError `vault-busy` while keys are changed or another move runs, `bad-usage`, `unreachable`, `no-vault`
 * @example
 * const held = await holdPostgresRecord({ root, file, keys }, 'postgres://localhost/record');
 */
export async function holdPostgresRecord(vault: UnlockedVault, url: string): Promise<HeldRecord> {
  const address = parsePostgresAddress(url);
  const connections = await connectPostgres(address, { readOnly: false, busyTimeout: BUSY_TIMEOUT });
  let letIn: () => Promise<void> = async () => undefined;
  const release = async (): Promise<void> => {
    await letIn();
    await connections.close();
  };
  try {
    await requireRecord(connections, { readOnly: false });
    await refuseOther(connections, vault.keys.identity);
    letIn = await holdKeys(connections);
    await settleHeld(vault, connections);
  } catch (error) {
    await release();
    throw error;
  }
  const own = dataNumber(vault.file.data);
  const readings = recordReadings(postgresReading(connections, await postgresQueries()));
  return {
    during: (work) =>
      connections.transaction({ begin: 'BEGIN' }, async (connection) => {
        await connection.rows("SELECT set_config('idle_in_transaction_session_timeout', '0', true)");
        await takeGate(connection, own);
        const ask = askPostgres(connection);
        const done = await work({
          source: momentOfRecord(ask),
          blobKeys: loggedBlobKeys(ask),
          counts: () => readings.counts(),
        });
        await writeKept(connection, ({ inForce }) => inForce, own + 1);
        return done;
      }),
    leave: () => connections.transaction({ begin: 'BEGIN' }, dropRecord),
    release,
  };
}

/**
 * Takes away what a move left behind that was interrupted right after vault.json had named the new place.
 *
 * @param url as `postgres://user@host/database?schema=name`
 * @param beginning asks whether a signed head is a beginning of the log that is in force
 * @returns whether something was there
 * @throws OnRecordError `bad-usage` when another vault's record lies there, `vault-busy`, `unreachable`
 * @example
 * await dropLeftRecord(vault, url, async (note) => note === head);
 */
export async function dropLeftRecord(
  vault: UnlockedVault,
  url: string,
  beginning: (head: { readonly size: number; readonly note: string }) => Promise<boolean>,
): Promise<boolean> {
  const connections = await connectPostgres(parsePostgresAddress(url), {
    readOnly: false,
    busyTimeout: BUSY_TIMEOUT,
  });
  try {
    await requireRecord(connections, { readOnly: false });
    await refuseOther(connections, vault.keys.identity);
    const release = await holdKeys(connections);
    try {
      const [head] = await connections.use((connection) => askPostgres(connection)(({ head: now }) => now));
      if (head === undefined || !(await beginning({ size: head.size, note: head.checkpoint }))) return false;
      await connections.transaction({ begin: 'BEGIN' }, dropRecord);
      return true;
    } finally {
      await release();
    }
  } finally {
    await connections.close();
  }
}
