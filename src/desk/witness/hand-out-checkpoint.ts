/**
 * The signed head of the log on its way out: for witnesses, with the proof from what each saw last (C2SP tlog-witness), or
 * for anybody who keeps it. Logged before it leaves, so that every later check holds the log to it.
 */
import { formatWitnessRequest } from '../../crypto/witness-request.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import { noteGivenAway } from '../given-away.ts';
import type { RecordStore } from '../ports/record-store.ts';

/** One file: what it says, and for whom. */
export interface HandedOut {
  /** Names of witnesses; empty: for anybody. */
  readonly witnesses: readonly string[];
  /** Entries from which the proof leads; 0: no proof is needed. */
  readonly old: number;
  /** The request, as it is written to a file. */
  readonly text: string;
}

export interface CheckpointOut {
  /** Entries that the checkpoint covers. */
  readonly size: number;
  /** The signed note. */
  readonly checkpoint: string;
  readonly files: readonly HandedOut[];
}

/**
 * Makes what is handed out; nothing is logged yet.
 *
 * @param from entries that the receiver saw last, for all of them; null: as the log tells of each witness
 * @throws OnRecordError `not-found` while the log is empty, `bad-usage` for a size that the log does not have
 * @example
 * const { files } = await checkpointOut(desk.store, null);
 */
export async function checkpointOut(
  store: Pick<RecordStore, 'checkpoint' | 'settings' | 'entriesWith' | 'consistency'>,
  from: number | null,
): Promise<CheckpointOut> {
  const head = await store.checkpoint();
  if (head === null)
    throw new OnRecordError(
      'not-found',
      'The log is empty: there is no checkpoint yet. Capture something first.',
    );
  if (from !== null && (!Number.isSafeInteger(from) || from < 0 || from > head.size))
    throw new OnRecordError(
      'bad-usage',
      `--from must be a number of entries from 0 to ${head.size}, which the log has. A witness that saw more saw another log, or this vault was put back to an older state.`,
    );
  const bySize = new Map<number, string[]>();
  for (const [name, size] of await lastSeen(store)) {
    const old = from ?? Math.min(size, head.size);
    bySize.set(old, [...(bySize.get(old) ?? []), name]);
  }
  if (bySize.size === 0) bySize.set(from ?? 0, []);
  const files: HandedOut[] = [];
  for (const [old, witnesses] of bySize) {
    const hashes = old === 0 ? [] : await store.consistency(old, head.size);
    const proof = hashes.map((hash) => Uint8Array.from(Buffer.from(hash, 'hex')));
    files.push({ witnesses, old, text: formatWitnessRequest({ old, proof, note: head.note }) });
  }
  return { size: head.size, checkpoint: head.note, files };
}

/** By name of witness: the entries of the largest checkpoint it signed, as far as this log knows; 0: none. */
async function lastSeen(
  store: Pick<RecordStore, 'settings' | 'entriesWith'>,
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map((await store.settings()).witnesses.map(({ name }) => [name, 0]));
  for (const { body } of await store.entriesWith('checkpoint-anchored')) {
    if (body?.action !== 'checkpoint-anchored' || body.how !== 'witnessed' || body.authority === null)
      continue;
    const known = sizes.get(body.authority);
    if (known !== undefined) sizes.set(body.authority, Math.max(known, body.size));
  }
  return sizes;
}

/**
 * Logs that it leaves.
 *
 * @param to for whom, in a person's words; null: not said
 * @throws OnRecordError of the store
 * @example
 * await logHandOut(desk, out, { to: 'The registry of the court', agent: 'machine' });
 */
export async function logHandOut(
  desk: Pick<Desk, 'store' | 'clock'>,
  { size, checkpoint, files }: CheckpointOut,
  { to, agent }: { readonly to: string | null; readonly agent: string },
): Promise<LogEntry> {
  const witnesses = files.flatMap((file) => file.witnesses);
  const told = to ?? (witnesses.length === 0 ? null : witnesses.join(', '));
  return noteGivenAway(desk, { size, checkpoint, to: told }, agent);
}
