/**
 * Which keys a record in PostgreSQL is written with. The gate's `moved` is the number of the data folder whose keys are in
 * force there: 0 until keys were changed for the first time, the next number as soon as a change is about to take place.
 * Whoever has other keys writes nothing. vault.json alone decides which number it must be; what a change left that was
 * killed is set right when the vault is opened for writing.
 */
import { readdir } from 'node:fs/promises';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { dataNumber } from '../data-folder.ts';
import { ownPart } from '../keys/blob-key-ring.ts';
import type { UnlockedVault } from '../opened-data.ts';
import { dropNextDescription, NEXT_DESCRIPTION } from '../rekey/next-description.ts';
import { refuseChanged, removeOtherData } from '../rekey/other-data.ts';
import type { Connection, Connections } from './connection.ts';
import { takeSessionLock } from './session-lock.ts';
import { readKept, writeKept } from './write-kept.ts';

/**
 * Takes the writer's lock, until the transaction ends: of two writers the second waits here, and then sees what the first
 * has written.
 *
 * @param own number of the data folder whose keys this process has
 * @throws OnRecordError `vault-busy` when the keys were changed since it was opened, `damaged`
 * @example
 * await takeGate(connection, 1);
 */
export async function takeGate(connection: Connection, own: number): Promise<void> {
  const moved = await lockedGate(connection);
  if (moved === 0 || moved === own) return;
  throw new OnRecordError(
    'vault-busy',
    'The keys of this vault were changed by another process while it was open here, or are being changed: nothing of this step was stored. Run it again.',
  );
}

async function lockedGate(connection: Connection): Promise<number> {
  const [gate] = await readKept(connection, (kept) => kept.movedLocked);
  if (gate !== undefined) return gate.moved;
  throw new OnRecordError(
    'damaged',
    'The gate that guards the tables of the record is missing. Run onrecord verify, then restore a backup.',
  );
}

/**
 * Keeps everybody else from changing the keys, and from opening the vault for writing where there is something to be set
 * right.
 *
 * @returns what lets them in again
 * @throws OnRecordError `vault-busy`
 * @example
 * const release = await holdKeys(connections);
 */
export async function holdKeys(connections: Connections): Promise<() => Promise<void>> {
  const { schema, shown } = connections.address;
  const release = await takeSessionLock(connections, `onrecord keys ${schema}`);
  if (release !== null) return release;
  throw new OnRecordError(
    'vault-busy',
    'Another process is changing the keys of this vault. Wait until it has ended, then run this again.',
    { subject: shown },
  );
}

/**
 * Sets right what a change of keys left that was killed, if one was.
 *
 * @throws OnRecordError `vault-busy` while keys are being changed, or when they were changed just now
 * @example
 * await settleKeys({ root, file, keys }, connections);
 */
export async function settleKeys(vault: UnlockedVault, connections: Connections): Promise<void> {
  if (await isSettled(vault, connections)) return;
  const release = await holdKeys(connections);
  try {
    await settleHeld(vault, connections);
  } finally {
    await release();
  }
}

async function isSettled({ root, file }: UnlockedVault, { use }: Connections): Promise<boolean> {
  const names = await readdir(root);
  const others = names.filter((name) => /^data-[0-9]{1,9}$/.test(name) && name !== file.data);
  if (others.length > 0 || names.includes(NEXT_DESCRIPTION)) return false;
  const [gate] = await use((connection) => readKept(connection, (kept) => kept.moved));
  return gate === undefined || gate.moved === 0 || gate.moved === dataNumber(file.data);
}

/**
 * Puts the keys in force that vault.json names. What could still change vault.json is taken away; then, when it is
 * still the one that was read, database and folder follow it. Call it while the keys are held.
 *
 * @throws OnRecordError `vault-busy`
 * @example
 * await settleHeld({ root, file, keys }, connections);
 */
export async function settleHeld(vault: UnlockedVault, connections: Connections): Promise<void> {
  const { root, file, keys } = vault;
  await connections.transaction({ begin: 'BEGIN' }, async (connection) => {
    // With the gate in hand: a change that is not over has laid its next description, or has yet to take the gate.
    const moved = await lockedGate(connection);
    await dropNextDescription(root);
    await refuseChanged(root, file);
    const own = dataNumber(file.data);
    await writeKept(connection, ({ erasing }) => erasing, 1);
    await keepOwnKeys(connection, keys.blobs);
    await writeKept(connection, ({ inForce }) => inForce, moved === 0 ? 0 : own);
  });
  await removeOtherData(root, file);
}

/** Of two wrapped keys of a blob the other one goes; a vault without encryption has none. */
async function keepOwnKeys(connection: Connection, key: Uint8Array | null): Promise<void> {
  if (key === null) {
    await writeKept(connection, ({ dropKeys }) => dropKeys);
    return;
  }
  const twofold = await readKept(connection, (kept) => kept.twofoldKeys);
  const own = twofold.map(({ sha256, wrapped }) => ownPart(wrapped, key, sha256 as Sha256) ?? wrapped);
  // Many rows in one statement, by lists: PostgreSQL's own way.
  await connection.write(
    `UPDATE blob_keys SET wrapped = own.wrapped
     FROM unnest($1::text[], $2::text[]) AS own (sha256, wrapped) WHERE blob_keys.sha256 = own.sha256`,
    [twofold.map(({ sha256 }) => sha256), own],
  );
}
