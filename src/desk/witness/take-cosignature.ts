/**
 * Takes a checkpoint back that a witness cosigned. Refuses one of another log, one that the log's own key did not sign, one
 * that the log does not go on from, and lines of witnesses that the record does not name. What is kept is the note
 * with the log's line and the known witnesses' lines, nothing else.
 */
import { ED25519_COSIGNATURE, type NoteVerifier } from '../../crypto/note-key.ts';
import { readNoteLayout } from '../../crypto/note-layout.ts';
import { openNote } from '../../crypto/signed-note.ts';
import type { CheckpointAnchored } from '../../record/changes/of-custody.ts';
import { durationWords } from '../../record/duration-words.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import type { RecordStore } from '../ports/record-store.ts';
import {
  type CheckpointFile,
  checkpointFile,
  goesOnFrom,
  openSigned,
  readLogKey,
  readWitnessKey,
  signedHeadOf,
} from '../verify/signed-checkpoint.ts';

/** One witness's word, logged now or before. */
export interface TakenCosignature {
  readonly witness: string;
  /** ISO 8601 UTC, by the witness's clock. */
  readonly at: string;
  /** Entries that it covers. */
  readonly size: number;
  /** Number of the entry that holds it. */
  readonly entry: number;
  /** It stood in the log already. */
  readonly known: boolean;
  /** When the witness's clock is ahead of this one; null otherwise. */
  readonly clockSentence: string | null;
}

/** Milliseconds by which two clocks may differ without a word. */
const SLACK = 60_000;

/**
 * Checks the cosignatures in a file and logs the new ones.
 *
 * @param content a cosigned checkpoint, or only the lines that a witness gave back
 * @throws OnRecordError `bad-usage` when no known witness signed it, `verify-failed` when it is not of this log
 * @example
 * const [taken] = await takeCosignatures(desk, { shownAs: 'back.txt', content, agent: 'A. Archivist' });
 */
export async function takeCosignatures(
  desk: Pick<Desk, 'store' | 'clock'>,
  {
    shownAs,
    content,
    agent,
  }: { readonly shownAs: string; readonly content: Uint8Array; readonly agent: string },
): Promise<readonly TakenCosignature[]> {
  const { store } = desk;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  const whole = text.startsWith('\u2014 ') ? await withCheckpoint(store, text, shownAs) : content;
  const file = checkpointFile(shownAs, whole);
  await refuseForeign(store, file);
  const lines = await knownLines(store, file);
  if (lines.length === 0)
    throw new OnRecordError(
      'bad-usage',
      `No witness that this record names signed ${shownAs}. Name the witness first, with the key the partner told you by another way: onrecord checkpoint --witness VKEY --name NAME`,
    );
  const taken: TakenCosignature[] = [];
  for (const line of lines) taken.push(await take(desk, { file, line, agent }));
  return taken;
}

/** Only lines came back: they belong to a checkpoint that was handed out before. */
async function withCheckpoint(
  store: Pick<RecordStore, 'entriesWith' | 'settings'>,
  lines: string,
  shownAs: string,
): Promise<string> {
  const keys = (await store.settings()).witnesses.map(({ vkey }) => readWitnessKey(vkey));
  const handed = (await store.entriesWith('checkpoint-anchored')).flatMap(({ body }) =>
    body?.action === 'checkpoint-anchored' && body.how === 'exported' ? [body.checkpoint] : [],
  );
  for (const note of handed.toReversed()) if (openNote(`${note}${lines}`, keys).ok) return `${note}${lines}`;
  throw new OnRecordError(
    'bad-usage',
    `${shownAs} holds signature lines only, and they belong to no checkpoint that this vault handed out and no witness that it names.`,
    { subject: shownAs },
  );
}

async function refuseForeign(
  store: RecordStore,
  { shownAs, checkpoint, note }: CheckpointFile,
): Promise<void> {
  const key = readLogKey(store.identity.vkey);
  const refused = (message: string): OnRecordError =>
    new OnRecordError('verify-failed', message, { subject: shownAs });
  if (checkpoint.origin !== key.name)
    throw refused(
      `${shownAs} is a checkpoint of the log ${checkpoint.origin}; the log of this vault is ${key.name}. Nothing was logged.`,
    );
  const signed = openSigned(note, key, []);
  if (typeof signed === 'string')
    throw refused(`${shownAs} cannot be believed: ${signed} Nothing was logged.`);
  const head = await signedHeadOf(store);
  if (head === null || signed.size > head.size)
    throw refused(
      `${shownAs} covers ${signed.size} entries and this vault has ${head?.size ?? 0}: it was put back to an older state. Write nothing to it and find the newer one.`,
    );
  if (signed.size > 0 && !(await goesOnFrom(store, signed, head)))
    throw refused(
      `FORK: two valid heads. ${shownAs} is signed by this log, and this vault does not go on from it. Nothing was logged. See what both say: onrecord verify ${shownAs}`,
    );
}

interface KnownLine {
  readonly witness: string;
  readonly time: Date;
  /** The signature line with its newline. */
  readonly written: string;
}

/** The good lines of witnesses that the record names. */
async function knownLines(
  store: Pick<RecordStore, 'settings'>,
  { note, shownAs }: CheckpointFile,
): Promise<readonly KnownLine[]> {
  const layout = readNoteLayout(note);
  const found: KnownLine[] = [];
  for (const { name, vkey } of (await store.settings()).witnesses) {
    const key = readWitnessKey(vkey);
    const line = layout.ok ? layout.lines.find((one) => isBy(one, key)) : undefined;
    if (line === undefined) continue;
    const opened = openNote(note, [key]);
    const signature = opened.ok ? opened.signatures.find(({ type }) => type === ED25519_COSIGNATURE) : null;
    const time = new Date((signature?.time ?? Number.NaN) * 1000);
    if (Number.isNaN(time.getTime()))
      throw new OnRecordError(
        'verify-failed',
        `The line of ${name} in ${shownAs} is no good signature of that checkpoint: it was changed on the way, or made with another key. Nothing was logged.`,
        { subject: shownAs },
      );
    found.push({ witness: name, time, written: `${line.written}\n` });
  }
  return found;
}

function isBy(line: { readonly name: string; readonly keyId: string }, key: NoteVerifier): boolean {
  return line.name === key.name && line.keyId === key.keyId;
}

async function take(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  { file, line, agent }: { readonly file: CheckpointFile; readonly line: KnownLine; readonly agent: string },
): Promise<TakenCosignature> {
  const { size } = file.checkpoint;
  const at = line.time.toISOString();
  const body: CheckpointAnchored = {
    action: 'checkpoint-anchored',
    how: 'witnessed',
    size,
    checkpoint: keptNote(file, readLogKey(store.identity.vkey), line.written),
    token: null,
    authority: line.witness,
    anchoredAt: at,
    to: null,
  };
  const there = (await store.entriesWith('checkpoint-anchored')).find((one) => isSame(one, body));
  const now = clock();
  const [logged] =
    there === undefined
      ? await store.append([{ at: now.toISOString(), agent, subject: 'log', body }])
      : [there];
  if (logged === undefined) throw new TypeError('the store logged nothing');
  const ahead = line.time.getTime() - now.getTime();
  const clockSentence =
    ahead <= SLACK
      ? null
      : `The clock of ${line.witness} is ${durationWords(ahead)} ahead of this computer's. One of them is wrong; the record shows both times.`;
  const known = there !== undefined;
  return { witness: line.witness, at, size, entry: logged.seq, known, clockSentence };
}

function isSame({ body }: LogEntry, { size, authority, anchoredAt }: CheckpointAnchored): boolean {
  return (
    body?.action === 'checkpoint-anchored' &&
    body.how === 'witnessed' &&
    body.size === size &&
    body.authority === authority &&
    body.anchoredAt === anchoredAt
  );
}

/** The text, the log's own line and the witness's: lines of strangers are left out. */
function keptNote({ note }: CheckpointFile, own: NoteVerifier, written: string): string {
  const layout = readNoteLayout(note);
  const ownLine = layout.ok ? layout.lines.find((line) => isBy(line, own)) : undefined;
  if (!layout.ok || ownLine === undefined) throw new TypeError('the checkpoint was opened before');
  return `${layout.text}\n${ownLine.written}\n${written}`;
}
