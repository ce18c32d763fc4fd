/**
 * Passes a source to another organisation with the signatures of both. The giver signs a statement (`noted`, waiting for the
 * receiver); the receiver, who must hold the very bytes, adds a signature with the key of their own vault and logs that
 * they received it; the giver takes the countersigned statement back, and the entry `transferred` holds both.
 * Refuses a countersignature without the bytes, by the giver's own key, or of a changed statement.
 */
import { parseVkey } from '../../crypto/note-key.ts';
import { readNoteLayout } from '../../crypto/note-layout.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { type CustodyEvent, createCustodyEvent } from '../../record/custody.ts';
import type { CaptureId, SourceId } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import type { NoteSigning } from '../ports/note-signing.ts';
import { reviewerName } from '../reviewer.ts';
import { evidentiaryCopy } from './evidentiary-copy.ts';
import { logCustody, NO_EVENT } from './record-custody.ts';
import { keyOf, sameKey, textOf, transferSignatures } from './transfer-signatures.ts';
import { readStatement, type TransferStatement, writeStatement } from './transfer-statement.ts';

export interface TransferOrder {
  /** Id or its beginning. */
  readonly source: string;
  readonly to: string;
  /** C2SP verifier key of the receiver's log; null: named with the receipt. */
  readonly toKey: string | null;
  readonly reason: string | null;
  /** Null when not given. */
  readonly by: string | null;
}

export interface TransferOffer {
  readonly source: SourceId;
  /** The signed note. */
  readonly note: string;
  /** `noted`: it waits for the receiver. */
  readonly logged: LogEntry;
}

/**
 * Makes and signs the giver's statement.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * const { note } = await offerTransfer(desk, signing, { source: 'src_7d2', to: 'The court', toKey: null, reason: 'asked for', by: 'A. Archivist' });
 */
export async function offerTransfer(
  desk: Desk,
  signing: NoteSigning,
  order: TransferOrder,
): Promise<TransferOffer> {
  const giver = reviewerName(order.by);
  const source = await findOne(desk.store, order.source, 'src');
  const original = await evidentiaryCopy(desk, source);
  const receiver = order.to.trim().normalize('NFC');
  const text = writeStatement({
    source,
    sha256: original.sha256,
    size: original.size,
    giver,
    giverKey: desk.store.identity.vkey,
    receiver,
    receiverKey: order.toKey === null ? null : receiverKeyOf(order.toKey, desk.store.identity.vkey),
    on: desk.clock().toISOString(),
    reason: (order.reason ?? '').trim().normalize('NFC'),
  });
  const note = await signing.signNote(text);
  const event = { kind: 'noted', from: giver, to: receiver, statement: note } as const;
  const words = `Transfer to ${receiver} signed by the giver, waiting for the receiver.`;
  const logged = await logCustody(desk, { source, by: giver, event: eventOf(event, original.id, words) });
  return { source, note, logged };
}

function eventOf(
  said: Pick<CustodyEvent, 'kind' | 'from' | 'to' | 'statement'>,
  capture: CaptureId,
  note: string | null,
): CustodyEvent {
  return createCustodyEvent({ ...NO_EVENT, ...said, capture, note });
}

function receiverKeyOf(text: string, own: string): string {
  const read = parseVkey(text.trim());
  if (!read.ok) throw new OnRecordError('bad-usage', `The key of the receiver cannot be used. ${read.fault}`);
  if (text.trim() === own || sameKey(read.key, keyOf(own)))
    throw new OnRecordError(
      'bad-usage',
      'That is the key of this vault: a transfer needs the key of the other party.',
    );
  return text.trim();
}

/** A statement whose giver's signature is good. */
interface OpenedStatement {
  readonly text: string;
  readonly statement: TransferStatement;
}

function openStatement(note: string): OpenedStatement {
  const layout = readNoteLayout(note);
  const statement = layout.ok ? readStatement(layout.text) : null;
  const giver = statement === null ? null : keyOf(statement.giverKey);
  if (!layout.ok || statement === null || giver === null)
    throw new OnRecordError(
      'unreadable-file',
      'This is no transfer statement of onrecord, or it was changed on the way. Ask for the file again, unopened by other programs.',
    );
  const opened = openNote(note, [giver]);
  if (!opened.ok)
    throw new OnRecordError('verify-failed', `The giver's signature does not hold. ${opened.fault}`);
  return { text: layout.text, statement };
}

export interface Countersigned {
  readonly statement: TransferStatement;
  /** With both signature lines. */
  readonly note: string;
  /** Verifier key to be told to the giver by another way than the file. */
  readonly vkey: string;
  /** `received`, in the receiver's own log. */
  readonly logged: LogEntry;
}

/**
 * Adds the receiver's signature. The receiver's vault must hold the bytes.
 *
 * @throws OnRecordError `unreadable-file`, `verify-failed`, `not-found` when the bytes are not in this vault, `bad-usage`
 * @example
 * const { note, vkey } = await countersignTransfer(desk, signing, { note: file, by: 'C. Clerk' });
 */
export async function countersignTransfer(
  desk: Desk,
  signing: NoteSigning,
  order: { readonly note: string; readonly by: string | null },
): Promise<Countersigned> {
  const by = reviewerName(order.by);
  const { text, statement } = openStatement(order.note);
  const { vkey } = desk.store.identity;
  if (sameKey(keyOf(vkey), keyOf(statement.giverKey)))
    throw new OnRecordError(
      'bad-usage',
      'This vault gave the source away: the receiver countersigns in theirs.',
    );
  if (statement.receiverKey !== null && statement.receiverKey !== vkey)
    throw new OnRecordError('bad-usage', 'The statement names the key of another vault as the receiver.');
  const held = await desk.store.captureOfBytes(statement.sha256);
  const bytes = held === null ? null : await desk.blobs.get(held.sha256);
  if (held === null || bytes === null || bytes.length !== statement.size)
    throw new OnRecordError(
      'not-found',
      `The bytes with SHA-256 ${statement.sha256} are not in this vault. Capture the file that came with the statement first: who signs states that they hold it.`,
    );
  const signed = readNoteLayout(await signing.signNote(text));
  const [line] = signed.ok && signed.text === text ? signed.lines : [];
  if (line === undefined) throw new TypeError('the signer gave no signature of this text');
  const note = `${order.note}${line.written}\n`;
  const before = await entryWith(desk, { source: held.of, kind: 'received', text });
  const event = { kind: 'received', from: statement.giver, to: statement.receiver, statement: note } as const;
  const words = `Known to the giver as ${statement.source}. ${statement.reason}`;
  const logged =
    before ?? (await logCustody(desk, { source: held.of, by, event: eventOf(event, held.id, words) }));
  return { statement, note, vkey, logged };
}

export interface TransferReceipt {
  readonly statement: TransferStatement;
  readonly receiverKey: string;
  /** `transferred`. */
  readonly logged: LogEntry;
}

/**
 * Takes the countersigned statement back into the giver's vault.
 *
 * @param order.receiverKey as the receiver told it by another way; null: it stands in the statement
 * @throws OnRecordError `unreadable-file`, `verify-failed`, `not-found`, `bad-usage`
 * @example
 * await receiveTransfer(desk, { note: file, receiverKey: 'court.example/log+9f1c0a77+AX…', by: 'A. Archivist' });
 */
export async function receiveTransfer(
  desk: Desk,
  order: { readonly note: string; readonly receiverKey: string | null; readonly by: string | null },
): Promise<TransferReceipt> {
  const by = reviewerName(order.by);
  const { statement } = openStatement(order.note);
  const { vkey } = desk.store.identity;
  if (statement.giverKey !== vkey)
    throw new OnRecordError(
      'bad-usage',
      'This statement was given by another vault: it is taken back there.',
    );
  const receiverKey = settleReceiverKey(statement, order.receiverKey, vkey);
  const signatures = transferSignatures(order.note, receiverKey);
  if (signatures.fault !== null) throw new OnRecordError('verify-failed', signatures.fault);
  const original = await evidentiaryCopy(desk, statement.source);
  if (original.sha256 !== statement.sha256)
    throw new OnRecordError('verify-failed', 'The statement names other bytes than this source has.');
  const text = textOf(order.note) ?? '';
  const done = await entryWith(desk, { source: statement.source, kind: 'transferred', text });
  if (done !== null)
    throw new OnRecordError('bad-usage', `This transfer is in the log already (entry ${done.seq}).`);
  const event = createCustodyEvent({
    ...NO_EVENT,
    kind: 'transferred',
    capture: original.id,
    from: statement.giver,
    to: statement.receiver,
    statement: order.note,
    tool: { name: 'onrecord transfer', version: '1', parameters: { receiverKey } },
    note: statement.reason,
  });
  const logged = await logCustody(desk, { source: statement.source, by, event });
  return { statement, receiverKey, logged };
}

/** The entry that holds this statement already; null when none does. */
async function entryWith(
  desk: Desk,
  {
    source,
    kind,
    text,
  }: { readonly source: SourceId; readonly kind: CustodyEvent['kind']; readonly text: string },
): Promise<LogEntry | null> {
  const found = (await desk.store.entriesOf(source)).find(
    ({ body }) =>
      body?.action === 'custody-recorded' &&
      body.event.kind === kind &&
      textOf(body.event.statement) === text,
  );
  return found ?? null;
}

function settleReceiverKey(statement: TransferStatement, given: string | null, own: string): string {
  const named = statement.receiverKey;
  if (named !== null && given !== null && given.trim() !== named)
    throw new OnRecordError('bad-usage', 'The statement names another key of the receiver than --key.');
  const key = named ?? given;
  if (key === null)
    throw new OnRecordError(
      'bad-usage',
      'Give the key of the receiver with --key. Ask for it by another way than the one the file came by.',
    );
  return receiverKeyOf(key, own);
}
