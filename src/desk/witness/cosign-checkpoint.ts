/**
 * Vouches for the log of a partner (C2SP tlog-witness): this vault states that at a time a checkpoint was the largest it had
 * seen of that log, and goes on from every one it cosigned before. Refuses a log whose key is not pinned, a key that
 * changed, a smaller log (rollback), two heads of one size or a proof that does not hold (fork), its own log, and a
 * clock that runs behind what it signed itself. What was cosigned is logged before the signature leaves.
 */

import { durationWords } from '../../record/duration-words.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import type { Cosigning } from '../ports/cosigning.ts';
import type { RecordStore } from '../ports/record-store.ts';
import {
  type CheckpointFile,
  isConsistent,
  openSigned,
  readLogKey,
  type SignedCheckpoint,
} from '../verify/signed-checkpoint.ts';

/** What this vault last vouched for of one log. */
export interface WitnessedLog {
  readonly origin: string;
  /** The pinned key of that log. */
  readonly vkey: string;
  readonly size: number;
  /** The cosigned note. */
  readonly checkpoint: string;
  /** When, as this vault's clock claimed, ISO 8601 UTC. */
  readonly at: string;
  /** Number of the entry in this vault's log. */
  readonly entry: number;
}

export interface CosignOrder {
  readonly file: CheckpointFile;
  /** Key of the log, learned by another way than the file; needed the first time. Null: as remembered. */
  readonly logKey: string | null;
  /** Who vouches, as it stands in the log. */
  readonly agent: string;
}

export interface CosignedCheckpoint extends WitnessedLog {
  /** Entries that it covered the time before; null: it was never witnessed here. */
  readonly before: number | null;
}

/**
 * All logs that this vault witnesses, with the last checkpoint of each.
 *
 * @example
 * (await witnessedLogs(desk.store)).map(({ origin, size }) => [origin, size]);
 */
export async function witnessedLogs(
  store: Pick<RecordStore, 'entriesWith'>,
): Promise<readonly WitnessedLog[]> {
  const logs = new Map<string, WitnessedLog>();
  for (const { body, at, seq } of await store.entriesWith('checkpoint-cosigned')) {
    if (body?.action !== 'checkpoint-cosigned') continue;
    const { origin, vkey, size, checkpoint } = body;
    if (body.previous !== (logs.get(origin)?.entry ?? null)) continue;
    logs.set(origin, { origin, vkey, size, checkpoint, at, entry: seq });
  }
  return [...logs.values()];
}

/**
 * Cosigns a checkpoint and logs it.
 *
 * @throws OnRecordError `bad-usage` when the key is missing or another proof is needed, `verify-failed` when the log
 *   forked, was rolled back or did not sign, `vault-busy` when another process vouched for the same log at the same time
 * @example
 * const { checkpoint } = await cosignCheckpoint({ ...desk, cosigning }, { file, logKey: null, agent: 'W. Witness' });
 */
export async function cosignCheckpoint(
  desk: Pick<Desk, 'store' | 'clock'> & { readonly cosigning: Cosigning },
  { file, logKey, agent }: CosignOrder,
): Promise<CosignedCheckpoint> {
  const { store } = desk;
  const { origin } = file.checkpoint;
  if (origin === store.identity.origin)
    throw refused(file, 'bad-usage', 'is of the log of this very vault. A witness must be somebody else.');
  const past = (await witnessedLogs(store)).find((log) => log.origin === origin) ?? null;
  const vkey = pinnedKey(file, past, logKey);
  const signed = openSigned(file.note, readLogKey(vkey), []);
  if (typeof signed === 'string')
    throw refused(
      file,
      'verify-failed',
      `cannot be believed: ${signed} It was changed, or is signed with another key than the one pinned here.`,
    );
  refuseInconsistent(file, signed, past);
  const now = desk.clock();
  if (past !== null) refuseClockBehind(file, now, past);
  const checkpoint = await desk.cosigning.cosign(file.note, Math.floor(now.getTime() / 1000));
  const { size } = signed;
  const previous = past?.entry ?? null;
  const body = { action: 'checkpoint-cosigned', origin, vkey, size, checkpoint, previous } as const;
  const [logged] = await store.append([{ at: now.toISOString(), agent, subject: 'log', body }]);
  if (logged === undefined) throw new TypeError('the store logged nothing');
  const counted = (await witnessedLogs(store)).find((log) => log.origin === origin);
  if (counted?.entry !== logged.seq) throw overtaken();
  return { origin, vkey, size, checkpoint, at: logged.at, entry: logged.seq, before: past?.size ?? null };
}

function refused(
  { shownAs }: CheckpointFile,
  code: 'bad-usage' | 'verify-failed',
  words: string,
): OnRecordError {
  return new OnRecordError(code, `${shownAs} ${words} Nothing was cosigned.`, { subject: shownAs });
}

function pinnedKey(file: CheckpointFile, past: WitnessedLog | null, given: string | null): string {
  const key = given === null ? null : given.trim();
  if (past === null && key === null)
    throw refused(
      file,
      'bad-usage',
      `is of the log ${file.checkpoint.origin}, which this vault has not witnessed before. Ask its keeper for the key by another way than the file (in person, by telephone) and give it once: --log-key VKEY.`,
    );
  if (past !== null && key !== null && key !== past.vkey)
    throw refused(
      file,
      'verify-failed',
      `is of the log ${past.origin}, whose key was pinned in entry ${past.entry} and is another than the one given now. A log keeps its key: find out who speaks.`,
    );
  const vkey = past?.vkey ?? key ?? '';
  if (readLogKey(vkey).name !== file.checkpoint.origin)
    throw refused(
      file,
      'verify-failed',
      `is of the log ${file.checkpoint.origin}; the key is of ${readLogKey(vkey).name}.`,
    );
  return vkey;
}

function refuseInconsistent(file: CheckpointFile, signed: SignedCheckpoint, past: WitnessedLog | null): void {
  const { request } = file;
  const { size } = signed;
  if (request !== null && request.old > size)
    throw refused(file, 'bad-usage', `says the log had ${request.old} entries before and has ${size}.`);
  const old = past?.size ?? 0;
  if (past === null && (request === null || request.old === 0)) return;
  const seen = past === null ? null : openSigned(past.checkpoint, readLogKey(past.vkey), []);
  if (typeof seen === 'string')
    throw refused(
      file,
      'verify-failed',
      `cannot be compared: what this vault cosigned in entry ${past?.entry} cannot be read. Run: onrecord verify`,
    );
  if (past !== null && size < old)
    throw refused(
      file,
      'verify-failed',
      `covers ${size} entries, and this vault cosigned ${old} of them on ${past.at} (entry ${past.entry}): either the file is an old one, or the log was ROLLED BACK to an older state. Ask for a new checkpoint; if its keeper has none with ${old} entries or more, entries were removed.`,
    );
  if (seen !== null && size === old && isConsistent(seen, signed, [])) return;
  if (seen !== null && size === old) throw refused(file, 'verify-failed', forkWords(size, past));
  if (request === null || request.old !== old)
    throw refused(
      file,
      'bad-usage',
      `brings no proof from ${old} entries, which is where this vault saw the log last. Ask its keeper for: onrecord checkpoint --from ${old} --out FILE.`,
    );
  if (seen !== null && !isConsistent(seen, signed, request.proof))
    throw refused(file, 'verify-failed', forkWords(size, past));
}

function forkWords(size: number, past: WitnessedLog | null): string {
  return `does not go on from the checkpoint of ${past?.size} entries that this vault cosigned on ${past?.at} (entry ${past?.entry}). Both are signed by the log ${past?.origin}. FORK: two valid heads, or a proof that was damaged on the way. Keep the file with its ${size} entries and your own entry, ask the keeper for one fresh checkpoint, and if that does not fit either, tell everybody who relies on the log: its keeper showed two different records.`;
}

/** Seconds-exact order of what one witness says; some slack for a clock that is set by the network. */
const CLOCK_SLACK = 300_000;

function refuseClockBehind(file: CheckpointFile, now: Date, past: WitnessedLog): void {
  const behind = Date.parse(past.at) - now.getTime();
  if (behind > CLOCK_SLACK)
    throw refused(
      file,
      'bad-usage',
      `cannot be cosigned while the clock of this computer (${now.toISOString()}) is ${durationWords(behind)} behind the time of its own last cosignature (${past.at}): it was set back, or was wrong then. Set the clock first.`,
    );
}

/** Two processes that vouch at once must not both give their word: the later one keeps it back. */
function overtaken(): OnRecordError {
  return new OnRecordError(
    'vault-busy',
    'Another process of this vault vouched for the same log at the same moment. The cosignature was not given out. Run the command again.',
  );
}
