/** The text of a file that somebody saved. */
import { OnRecordError } from '../desk/desk.ts';

/**
 * Reads it.
 *
 * @param path as given, for the message
 * @throws OnRecordError `unreadable-file` when it is not UTF-8
 * @example
 * const text = utf8Text(await files.read(path), path);
 */
export function utf8Text(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OnRecordError(
      'unreadable-file',
      `${path} is not UTF-8 text: save it as UTF-8 (a spreadsheet: as CSV in UTF-8).`,
      { subject: path, cause },
    );
  }
}
