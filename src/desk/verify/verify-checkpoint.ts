/**
 * Judges checkpoints that were kept elsewhere: whether the log of a vault goes on from one, and whether two of one log can
 * both be beginnings of it. Two heads signed by the same log that cannot are a fork: the proof that its keeper
 * showed different records to different people. Nothing is judged without the key of the log.
 */
import type { NoteVerifier } from '../../crypto/note-key.ts';
import type { RecordStore } from '../ports/record-store.ts';
import {
  type CheckpointFile,
  goesOnFrom,
  isConsistent,
  openSigned,
  type ProvingStore,
  readWitnessKey,
  type SignedCheckpoint,
  signedHeadOf,
} from './signed-checkpoint.ts';

/** What came of it. */
export type CheckpointVerdict =
  /** The vault's log goes on from it, or both belong to one log. */
  | 'consistent'
  /** Two valid heads: both signed by the log, and not one after the other. */
  | 'fork'
  /** The vault's log is shorter than the checkpoint: an older state was put back, or this is another copy. */
  | 'rolled-back'
  /** It is of another log than the vault's, or the two are of different logs. */
  | 'another-log'
  /** The log's signature is not good. */
  | 'not-signed'
  /** Two good heads of different sizes, and nothing at hand that shows how one became the other. */
  | 'not-shown';

export interface JudgedCheckpoint {
  readonly shownAs: string;
  readonly origin: string;
  /** Entries. */
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  /** Known witnesses that cosigned it, with the time each states, ISO 8601 UTC. */
  readonly cosigned: readonly { readonly name: string; readonly at: string }[];
}

export interface CheckpointReport {
  readonly verdict: CheckpointVerdict;
  readonly checkpoints: readonly JudgedCheckpoint[];
  /** Entries of the vault's log; null: no vault was at hand. */
  readonly vaultSize: number | null;
  /** Whole sentences: what was found and what to do. */
  readonly sentences: readonly string[];
}

/** Against what a checkpoint is judged. */
export interface CheckpointTrust {
  readonly key: NoteVerifier;
  /** The vault of that log; null: none at hand. */
  readonly store: (ProvingStore & Pick<RecordStore, 'settings'>) | null;
}

const KEEP =
  'Keep every copy of the vault and both checkpoints as they are, write nothing more, find out who else holds or held a copy, and compare both logs entry by entry: the entries after the last one they share tell what was shown to whom.';

/**
 * Judges one checkpoint against a vault.
 *
 * @throws OnRecordError `damaged` when the vault's own head is not signed by its log
 * @example
 * (await verifyCheckpoint(file, { key, store: desk.store })).verdict; // 'consistent'
 */
export async function verifyCheckpoint(
  file: CheckpointFile,
  trust: CheckpointTrust & { readonly store: NonNullable<CheckpointTrust['store']> },
): Promise<CheckpointReport> {
  const head = await signedHeadOf(trust.store);
  const vaultSize = head?.size ?? 0;
  const told = (
    verdict: CheckpointVerdict,
    sentence: string,
    cosigned: JudgedCheckpoint['cosigned'] = [],
  ): CheckpointReport => ({
    verdict,
    checkpoints: [{ ...judged(file), cosigned }],
    vaultSize,
    sentences: [sentence],
  });
  const { origin, size } = file.checkpoint;
  if (origin !== trust.key.name)
    return told(
      'another-log',
      `${file.shownAs} is a checkpoint of the log ${origin}; the log here is ${trust.key.name}. Neither says anything about the other.`,
    );
  const signed = openSigned(file.note, trust.key, await witnessKeys(trust));
  if (typeof signed === 'string')
    return told(
      'not-signed',
      `${file.shownAs} cannot be believed: ${signed} It was changed after it was signed, or never signed by this log.`,
    );
  const cosigned = cosignedBy(signed);
  if (size > vaultSize) return told('rolled-back', rolledBack(file.shownAs, size, vaultSize), cosigned);
  if (head === null || size === 0 || (await goesOnFrom(trust.store, signed, head)))
    return told('consistent', goesOn(file.shownAs, size, vaultSize), cosigned);
  return told(
    'fork',
    `FORK: two valid heads. ${file.shownAs} and this vault are both signed by the log ${origin}, and the first ${size} entries of this vault are not the ones that ${file.shownAs} covers. An entry was changed and signed again, or a copy of the vault was carried on apart. ${KEEP}`,
    cosigned,
  );
}

/**
 * Judges two checkpoints of one log, with the vault of that log if it is at hand.
 *
 * @throws OnRecordError `damaged` when the vault's own head is not signed by its log
 * @example
 * (await verifyTwoCheckpoints([first, second], { key, store: null })).verdict; // 'fork'
 */
export async function verifyTwoCheckpoints(
  files: readonly [CheckpointFile, CheckpointFile],
  trust: CheckpointTrust,
): Promise<CheckpointReport> {
  const witnesses = await witnessKeys(trust);
  const opened = files.map((file) => openSigned(file.note, trust.key, witnesses));
  const head = trust.store === null ? null : await signedHeadOf(trust.store);
  const vaultSize = trust.store === null ? null : (head?.size ?? 0);
  const checkpoints = files.map((file, index) => {
    const signed = opened[index];
    const cosigned = signed === undefined || typeof signed === 'string' ? [] : cosignedBy(signed);
    return { ...judged(file), cosigned };
  });
  const told = (verdict: CheckpointVerdict, ...sentences: readonly string[]): CheckpointReport => ({
    verdict,
    checkpoints,
    vaultSize,
    sentences,
  });
  if (files[0].checkpoint.origin !== files[1].checkpoint.origin)
    return told(
      'another-log',
      `${files[0].shownAs} is of the log ${files[0].checkpoint.origin}, ${files[1].shownAs} of ${files[1].checkpoint.origin}: neither says anything about the other.`,
    );
  const bad = files.flatMap((file, index) => {
    const signed = opened[index];
    return typeof signed === 'string' ? [`${file.shownAs} cannot be believed: ${signed}`] : [];
  });
  if (bad.length > 0) return told('not-signed', ...bad);
  const pairs = files.flatMap((file, index) => {
    const signed = opened[index];
    return signed === undefined || typeof signed === 'string' ? [] : [{ file, signed }];
  });
  const [older, newer] = pairs.toSorted((one, other) => one.signed.size - other.signed.size);
  if (older === undefined || newer === undefined) throw new TypeError('two checkpoints are compared');
  return { ...(await judgePair({ older, newer }, trust, head)), checkpoints, vaultSize };
}

interface Opened {
  readonly file: CheckpointFile;
  readonly signed: SignedCheckpoint;
}
type Judgement = Pick<CheckpointReport, 'verdict' | 'sentences'>;

async function judgePair(
  { older, newer }: { readonly older: Opened; readonly newer: Opened },
  { store }: CheckpointTrust,
  head: SignedCheckpoint | null,
): Promise<Judgement> {
  const [a, b] = [older.file.shownAs, newer.file.shownAs];
  const [size1, size2] = [older.signed.size, newer.signed.size];
  if (size1 === size2 && !isConsistent(older.signed, newer.signed, []) && size1 > 0)
    return fork(
      `${a} and ${b} are both signed by the log ${older.signed.origin}, both cover ${size1} entries, and not the same ones`,
    );
  const carried = newer.file.request;
  const same = size1 === size2 || size1 === 0;
  const proven = same || (carried?.old === size1 && isConsistent(older.signed, newer.signed, carried.proof));
  if (store === null || head === null) return withoutVault({ older, newer }, { same, proven });
  const fits = async ({ signed }: Opened): Promise<boolean | null> =>
    signed.size > head.size ? null : goesOnFrom(store, signed, head);
  const [first, second] = [await fits(older), await fits(newer)];
  if (first === true && second === true)
    return good(`${b} goes on from ${a}, and the vault's log of ${head.size} entries goes on from both.`);
  if (first === false || second === false) {
    const names = [...(first === false ? [a] : []), ...(second === false ? [b] : [])].join(' and ');
    return fork(
      `All heads are signed by the log ${older.signed.origin}, and the vault's log, of ${head.size} entries, does not go on from ${names}`,
    );
  }
  return {
    verdict: 'rolled-back',
    sentences: [rolledBack(b, size2, head.size), ...(first === true ? [goesOn(a, size1, head.size)] : [])],
  };
}

/** Two heads and no vault: what they themselves show. */
function withoutVault(
  { older, newer }: { readonly older: Opened; readonly newer: Opened },
  { same, proven }: { readonly same: boolean; readonly proven: boolean },
): Judgement {
  const [a, b] = [older.file.shownAs, newer.file.shownAs];
  const [size1, size2] = [older.signed.size, newer.signed.size];
  if (same) return good(`${a} and ${b} agree: both cover the same entries, or one covers none.`);
  if (proven)
    return good(
      `${b} goes on from ${a}: the proof that came with it shows that the first ${size1} of its ${size2} entries are the same.`,
    );
  return {
    verdict: 'not-shown',
    sentences: [
      `Both are signed by the log, and cover ${size1} and ${size2} entries. Whether one became the other is not shown: name the vault with --vault, or ask its keeper for: onrecord checkpoint --from ${size1}`,
    ],
  };
}

function fork(found: string): Judgement {
  return {
    verdict: 'fork',
    sentences: [
      `FORK: two valid heads. ${found}. Somebody carried on two copies of one vault, or changed entries and signed them again; no single log can have both heads. ${KEEP}`,
    ],
  };
}

function good(sentence: string): Judgement {
  return { verdict: 'consistent', sentences: [sentence] };
}

function goesOn(name: string, size: number, vaultSize: number): string {
  return `The log of this vault goes on from ${name}: its first ${size} of ${vaultSize} entries are the ones that were signed then, unchanged and in the same order.`;
}

function rolledBack(name: string, size: number, vaultSize: number): string {
  return `${name} covers ${size} entries, and this vault has ${vaultSize}: the vault was put back to an older state (an old copy or backup, entries cut off), or ${name} was made from another copy of it. Write nothing to it: what is written now makes a second log under the same key. Find the copy or the backup that has all ${size} entries.`;
}

function judged({ shownAs, checkpoint }: CheckpointFile): Omit<JudgedCheckpoint, 'cosigned'> {
  const { origin, size, root } = checkpoint;
  return { shownAs, origin, size, root: Buffer.from(root).toString('hex') };
}

function cosignedBy({ cosigners }: SignedCheckpoint): JudgedCheckpoint['cosigned'] {
  return cosigners.flatMap(({ name, time }) => {
    const at = time === null ? null : new Date(time * 1000);
    return at === null || Number.isNaN(at.getTime()) ? [] : [{ name, at: at.toISOString() }];
  });
}

async function witnessKeys({ store }: CheckpointTrust): Promise<readonly NoteVerifier[]> {
  if (store === null) return [];
  const known = new Set((await store.settings()).witnesses.map(({ vkey }) => vkey));
  return [...known].map(readWitnessKey);
}
