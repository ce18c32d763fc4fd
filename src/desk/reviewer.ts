/** Who decides. Refuses to decide in nobody's name, and in the machine's. */
import { OnRecordError } from '../record/onrecord-error.ts';
import { MACHINE } from './desk.ts';

/**
 * The reviewer's name as it will stand in the log.
 *
 * @param name from --by or ONRECORD_AGENT; null when neither was given
 * @throws OnRecordError `bad-usage`
 * @example
 * reviewerName('A. Archivist'); // 'A. Archivist'
 */
export function reviewerName(name: string | null): string {
  const given = (name ?? '').trim().normalize('NFC');
  if (given === '') {
    throw new OnRecordError(
      'bad-usage',
      'Say who decides: --by "A. Archivist" or ONRECORD_AGENT. The name stands in the log; a pseudonym will do.',
    );
  }
  if (given.toLowerCase() === MACHINE) {
    throw new OnRecordError(
      'bad-usage',
      `"${MACHINE}" is the program's own name in the log. Give a person's name or pseudonym with --by.`,
    );
  }
  if (given.length > 120 || !given.isWellFormed() || /\p{Cc}/u.test(given)) {
    throw new OnRecordError('bad-usage', 'The name given with --by must be one line of at most 120 letters.');
  }
  return given;
}

/**
 * Whether two names are of one person, as far as names say: letters and digits alone count.
 *
 * @example
 * samePerson('A. Archivist', 'a archivist'); // true
 */
export function samePerson(a: string, b: string): boolean {
  const plain = (name: string): string =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return plain(a) === plain(b);
}
