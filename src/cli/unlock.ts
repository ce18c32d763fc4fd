/** `onrecord unlock`: keeps a vault's key in memory for a while, so that the passphrase is asked for once. */
import { OnRecordError } from '../desk/desk.ts';
import type { VaultKeys } from '../desk/ports/vault-keys.ts';
import { PASSPHRASE_OPTIONS } from './ask-passphrase.ts';
import { type CommandFile, type Options, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { placeFlags } from './place-flags.ts';
import { masterByPassphrase } from './vault-secret.ts';
import { counted, para } from './words.ts';

const USUAL_MINUTES = 15;
const MOST_MINUTES = 480;

/**
 * The command over the vault's keys.
 *
 * @example
 * const unlock = unlockCommand(loadVaultKeys);
 */
export function unlockCommand(loadKeys: () => Promise<VaultKeys>): CommandFile {
  return {
    name: 'unlock',
    summary: 'keep a vault open for a while',
    description:
      'Asks for the passphrase once and keeps the key in the memory of a process of its own, from which later commands of the same user get it. Nothing of it is written to a disk. The key goes after some minutes without use, when the machine slept, and at once with onrecord lock. While a vault is unlocked, every program that runs as you can read it.',
    args: [],
    options: [
      [
        '--minutes <number>',
        `minutes without use until it locks itself, 1 to ${MOST_MINUTES}; ${USUAL_MINUTES} when not said`,
      ],
      ...PASSPHRASE_OPTIONS,
    ],
    examples: [
      ['onrecord unlock', 'asks for the passphrase and keeps the vault open'],
      ['onrecord unlock --minutes 5', 'locks itself after five minutes without use'],
    ],
    usesVault: true,
    async run(call) {
      const { terminal, vault } = call;
      const minutes = minutesOf(call.options);
      const keys = await loadKeys();
      const { id, dir, encrypted } = await keys.describe(vault);
      if (!encrypted)
        throw new OnRecordError(
          'bad-usage',
          `The vault ${vault} is not encrypted: there is nothing to unlock.`,
        );
      const master = await masterByPassphrase(keys, call);
      try {
        await keys.agent.start({ vaultId: id, master, minutes });
      } finally {
        master.fill(0);
      }
      if (terminal.json) terminal.outJson({ vault: dir, unlocked: true, minutes });
      else
        terminal.out(
          ...para(
            `Unlocked: ${dir}. It locks itself after ${counted(minutes, 'minute')} without use and when the machine sleeps.`,
            terminal.paper,
          ),
          '',
          'Lock it now with:',
          `  $ onrecord lock${placeFlags({ vault, database: null })}`,
        );
      return EXIT.ok;
    },
  };
}

function minutesOf({ minutes }: Options): number {
  if (minutes === undefined) return USUAL_MINUTES;
  const given = /^\d{1,3}$/u.test(String(minutes)) ? Number(minutes) : 0;
  if (given >= 1 && given <= MOST_MINUTES) return given;
  throw usageError(`--minutes must be a whole number from 1 to ${MOST_MINUTES}`, 'unlock');
}
