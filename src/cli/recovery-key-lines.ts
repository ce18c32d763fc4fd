/** A recovery key on the screen, with what a person must do with it. */
import type { Terminal } from './terminal.ts';
import { para } from './words.ts';

/**
 * A recovery key with what a person must do with it; for `init` as well.
 *
 * @param text as `changeRecoveryKey` returns it
 * @example
 * terminal.out(...recoveryKeyLines(text, terminal));
 */
export function recoveryKeyLines(text: string, terminal: Terminal): string[] {
  return [
    'Recovery key:',
    '',
    ...text.split('\n').map((line) => `    ${line}`),
    '',
    ...para(
      'Write it on paper now, keep it away from this machine, and do not photograph it. It opens the vault without the passphrase, and it is not shown again. Without the passphrase and this key nobody can open the vault.',
      terminal.paper,
    ),
  ];
}
