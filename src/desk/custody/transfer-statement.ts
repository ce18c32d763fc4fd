/**
 * The statement of a transfer: one text for one source, so that the erasure of one leaves no hash of it in the statement about
 * another. The giver signs it with the key of their vault's log (C2SP signed note), the receiver adds the line of theirs.
 * Refuses to read a text that differs from the form in anything.
 */
import { parseVkey } from '../../crypto/note-key.ts';
import { isId, isSha256, type Sha256, type SourceId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';

const HEAD = 'onrecord transfer of a source, version 1';
const TAIL = 'By signing, giver and receiver each state that these bytes passed from one to the other.';
const NOT_NAMED = 'not named when this was written';

/** What giver and receiver sign. */
export interface TransferStatement {
  readonly source: SourceId;
  /** Of the original bytes. */
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly giver: string;
  /** C2SP verifier key of the giver's log. */
  readonly giverKey: string;
  readonly receiver: string;
  /** C2SP verifier key of the receiver's log; null: the giver did not know it when signing. */
  readonly receiverKey: string | null;
  /** ISO 8601 instant, UTC. */
  readonly on: string;
  readonly reason: string;
}

const LABELS = {
  source: 'Source',
  sha256: 'SHA-256 of its original bytes',
  size: 'Size in bytes',
  giver: 'Given by',
  giverKey: 'Key of the giver',
  receiver: 'Received by',
  receiverKey: 'Key of the receiver',
  on: 'Written on',
  reason: 'Reason',
} as const satisfies Record<keyof TransferStatement, string>;

/**
 * Writes the text to be signed.
 *
 * @throws OnRecordError `bad-usage` when a name or the reason is not one line of 1 to 500 letters
 * @example
 * writeStatement(statement).split('\n')[0]; // 'onrecord transfer of a source, version 1'
 */
export function writeStatement(statement: TransferStatement): string {
  for (const [name, value] of [
    ['name of the giver', statement.giver],
    ['name of the receiver', statement.receiver],
    ['reason', statement.reason],
  ] as const) {
    if (!isLine(value))
      throw new OnRecordError('bad-usage', `The ${name} must be one line of 1 to 500 letters.`);
  }
  const values = {
    ...statement,
    size: String(statement.size),
    receiverKey: statement.receiverKey ?? NOT_NAMED,
  };
  const lines = FIELDS.map((field) => `${LABELS[field]}: ${values[field]}`);
  return `${[HEAD, ...lines, TAIL].join('\n')}\n`;
}

const FIELDS = Object.keys(LABELS) as (keyof TransferStatement)[];

/**
 * Reads the text of a statement; null when it is none.
 *
 * @example
 * readStatement('something else\n'); // null
 */
export function readStatement(text: string): TransferStatement | null {
  const lines = text.split('\n');
  if (lines.length !== FIELDS.length + 3 || lines[0] !== HEAD || lines.at(-2) !== TAIL || lines.at(-1) !== '')
    return null;
  const given = new Map<string, string>();
  for (const [index, field] of FIELDS.entries()) {
    const label = `${LABELS[field]}: `;
    const line = lines[index + 1] ?? '';
    if (!line.startsWith(label)) return null;
    given.set(field, line.slice(label.length));
  }
  return checked((field) => given.get(field) ?? '');
}

function checked(value: (field: keyof TransferStatement) => string): TransferStatement | null {
  const [source, sha256, size, on] = [value('source'), value('sha256'), value('size'), value('on')];
  const receiverKey = value('receiverKey') === NOT_NAMED ? null : value('receiverKey');
  const keys = [value('giverKey'), ...(receiverKey === null ? [] : [receiverKey])];
  if (!isId('source', source) || !isSha256(sha256) || !/^(0|[1-9]\d{0,14})$/.test(size)) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(on) || Number.isNaN(Date.parse(on))) return null;
  if (!keys.every((key) => parseVkey(key).ok)) return null;
  const [giver, receiver, reason] = [value('giver'), value('receiver'), value('reason')];
  if (![giver, receiver, reason].every(isLine)) return null;
  return {
    source,
    sha256,
    size: Number(size),
    giver,
    giverKey: value('giverKey'),
    receiver,
    receiverKey,
    on,
    reason,
  };
}

function isLine(text: string): boolean {
  return (
    text.trim() === text &&
    text !== '' &&
    text.length <= 500 &&
    text.isWellFormed() &&
    !/[\p{Cc}\u2028\u2029]/u.test(text)
  );
}
