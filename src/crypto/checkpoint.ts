/**
 * The text of a log's head (C2SP tlog-checkpoint): origin, size, root and extension lines. It becomes a checkpoint
 * when it is signed as a note; read it only from a note that was opened with a trusted key.
 * Refuses sizes with leading zeros or beyond 2^53 - 1, roots that are not 32 bytes in standard base64, empty lines, and an
 * empty tree with another root than RFC 6962 gives it.
 */
import { emptyRoot, HASH_BYTES, sameBytes } from './merkle.ts';
import { noteTextFault } from './note-layout.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';

/** The head of a log. */
export interface Checkpoint {
  /** Names the log; usually an address without a scheme. */
  readonly origin: string;
  /** Leaves. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Lines after the root, without newlines; usually none. */
  readonly extensions: readonly string[];
}

/** A checkpoint's text that was read, or all that is wrong with it. */
export type CheckpointRead =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Writes the text that a log signs.
 *
 * @throws TypeError when a part cannot be written in its line
 * @example
 * formatCheckpoint({ origin: 'example.org/log', size: 0, root: emptyRoot(), extensions: [] });
 * // 'example.org/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), encodeBase64(root), ...extensions];
  const text = `${lines.join('\n')}\n`;
  const read = parseCheckpoint(text);
  const faults = read.ok ? [] : [...read.faults];
  const control = noteTextFault(text);
  if (control !== null) faults.push(control);
  if ([origin, ...extensions].some((line) => line.includes('\n')))
    faults.push('The origin and each extension must be one line.');
  if (faults.length > 0) throw new TypeError(faults.join(' '));
  return text;
}

/**
 * Reads the text of a checkpoint.
 *
 * @param text with its last newline, without signatures
 * @example
 * parseCheckpoint('example.org/log\n007\nAAAA\n');
 * // { ok: false, faults: ['The size … no leading zeros.', 'The root …'] }
 */
export function parseCheckpoint(text: string): CheckpointRead {
  const faults: string[] = [];
  if (!text.endsWith('\n')) faults.push('The checkpoint does not end with a newline: it was cut off.');
  const lines = text.replace(/\n$/, '').split('\n');
  const [origin = '', sizeText = '', rootText = '', ...extensions] = lines;
  if (lines.length < 3)
    faults.push(`The checkpoint has ${lines.length} of its three lines: origin, size, root.`);
  if (origin === '') faults.push('The origin of the checkpoint is empty.');
  const size = readDecimal(sizeText);
  if (size === null) {
    faults.push('The size of the checkpoint is no decimal number up to 2^53 - 1 without leading zeros.');
  }
  const root = decodeBase64(rootText);
  if (root?.length !== HASH_BYTES)
    faults.push(`The root of the checkpoint is not ${HASH_BYTES} bytes in base64.`);
  else if (size === 0 && !sameBytes(root, emptyRoot()))
    faults.push('The checkpoint gives an empty log the root of another.');
  if (extensions.includes('')) faults.push('The checkpoint has an empty line among its extensions.');
  if (faults.length > 0 || size === null || root === null) return { ok: false, faults };
  return { ok: true, checkpoint: { origin, size, root, extensions } };
}

/**
 * Reads a decimal number as C2SP writes it: no sign, no leading zeros; null otherwise, and beyond 2^53 - 1.
 *
 * @example
 * readDecimal('20852163'); // 20852163
 * readDecimal('07'); // null
 */
export function readDecimal(text: string): number | null {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}
