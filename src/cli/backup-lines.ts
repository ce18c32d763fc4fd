/** What backups and restores tell a person. */

import { memberFilesWords } from '../desk/member-files-words.ts';
import type { BackupDone, BackupSurvey, RestoreProgress, Rewritten } from '../desk/ports/backups.ts';
import { sizeWords } from '../desk/size-words.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { counted } from './words.ts';

/**
 * Log entries, counted.
 *
 * @example
 * entriesWords(1); // '1 log entry'
 */
export function entriesWords(entries: number): string {
  return counted(entries, 'log entry', 'log entries');
}

const WHY: Readonly<Record<Rewritten, string>> = {
  erasure:
    'A source was erased since the last run, so the backup was written anew without it. Copies of the older backup that lie elsewhere still hold it: destroy them.',
  passphrase:
    'Passphrase or recovery key were changed since the last run, so the backup was written anew. Copies of the older backup still open with the old ones: destroy them.',
  rotation:
    'Members of a compartment were changed since, so the backup was written anew: the old keys are in it no more.',
  'found-bytes': 'Bytes that the vault had lost are there again, so the backup was written anew.',
};

/**
 * What a run did, a paragraph each.
 *
 * @example
 * backupWords(report, call)[0]; // 'Backed up: 812 log entries …'
 */
export function backupWords(report: BackupDone, place: Place): string[] {
  const { file, entries, before, of, blobs, bytes, cut, missing, rewritten, members, notes, accounts } =
    report;
  const added = rewritten === null && before > 0 ? ` (${entries - before} of them new)` : '';
  const words = [
    entries < of
      ? `Stopped: ${entries} of ${of} log entries are in the backup and can be restored. The same command goes on.`
      : `Backed up: ${entriesWords(entries)}${added} with the bytes of ${counted(blobs, 'file')} are in ${file}, ${sizeWords(bytes)}.`,
  ];
  if (rewritten !== null && entries === of) words.push(WHY[rewritten]);
  if (rewritten !== null && entries < of)
    words.push('A new backup is being written beside the old one, which stays until it is done.');
  if (cut > 0) words.push(`${sizeWords(cut)} of a run that was interrupted were cut off first.`);
  if (missing.length > 0)
    words.push(
      `The vault has lost the bytes of ${counted(missing.length, 'file')}, so the backup does not hold them: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}. Run: onrecord verify${placeFlags(place)}`,
    );
  if (notes === null)
    words.push(
      'The notes of the desk (drafts, kept searches) cannot be read, so the backup does not hold them.',
    );
  if ((notes ?? 0) > 0)
    words.push(`${counted(notes ?? 0, 'note')} of the desk (drafts, kept searches) are in it, too.`);
  if ((accounts ?? 0) > 0)
    words.push(
      `${counted(accounts ?? 0, 'account')} of the team are in it, with what members keep; sessions and invitations are not.`,
    );
  if (members > 0) words.push(memberFilesWords(members));
  return words;
}

/**
 * What a backup holds, or where it is damaged.
 *
 * @example
 * surveyWords('kessar.backup', survey);
 */
export function surveyWords(
  file: string,
  { end, fault, unfinished, segments, size }: BackupSurvey,
): string[] {
  const words: string[] = [];
  if (fault !== null)
    words.push(
      `✗ ${file} was changed or damaged: segment ${fault.segment}, byte ${fault.position}. ${fault.message}`,
    );
  if (end === null) words.push(`${file} holds no finished backup.`);
  else
    words.push(
      `${fault === null ? 'Whole' : 'Whole before that'}: ${entriesWords(end.entries)} with the bytes of ${counted(end.blobs, 'file')}, as of ${end.at}${fault === null ? `, in ${counted(segments, 'segment')}, ${sizeWords(size)}` : ''}.`,
    );
  if (end !== null && end.entries < end.head)
    words.push(`The vault had ${end.head} log entries then: that run was stopped before its end.`);
  if (fault === null && unfinished > 0)
    words.push(`${sizeWords(unfinished)} behind it are left of a run that was interrupted.`);
  return words;
}

/**
 * A step of a restore as one line.
 *
 * @example
 * stepWords({ step: 'reading', done: 1000, of: 2000 }); // 'reading the backup: 1 kB of 2 kB'
 */
export function stepWords({ step, done, of }: RestoreProgress): string {
  if (step === 'reading') return `reading the backup: ${sizeWords(done)} of ${sizeWords(of)}`;
  if (step === 'writing') return `${done} of ${of} log entries written`;
  return `checking ${of} log entries and all bytes`;
}
