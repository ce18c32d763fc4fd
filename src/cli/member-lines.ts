/** A member whose file was just made: the fingerprint to read aloud, and the recovery key with what to do with it. */
import type { IntroducedMember } from '../desk/cases/introduce-member.ts';
import type { Terminal } from './terminal.ts';
import { para } from './words.ts';

/**
 * The lines.
 *
 * @example
 * terminal.out(...newMemberLines(made, terminal));
 */
export function newMemberLines(
  made: IntroducedMember,
  { paper }: Pick<Terminal, 'paper'>,
): readonly string[] {
  return [
    `Member ${made.name}, ${made.id.slice(0, 12)}. Fingerprint:`,
    '',
    `    ${made.fingerprint}`,
    '',
    'Recovery key:',
    '',
    ...made.recoveryKey.split('\n').map((line) => `    ${line}`),
    '',
    ...para(
      `Write it on paper now, keep it away from this machine, and do not photograph it: it is not shown again. The member file lies in ${made.folder}.`,
      paper,
    ),
  ];
}
