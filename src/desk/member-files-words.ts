/** What a person is told of the files that hold members' keys. */

/**
 * What a backup does not hold, for a person.
 *
 * @param members how many there are, 1 or more
 * @example
 * memberFilesWords(1);
 */
export function memberFilesWords(members: number): string {
  const own = members === 1 ? 'One member holds' : `${members} members hold`;
  return `${own} keys of their own for sealed cases. Member files are in no backup: each member copies the folder members of the vault on their own machine, and keeps the copy with the backups. Without member file nobody opens what was sealed for them, with the recovery key neither.`;
}
