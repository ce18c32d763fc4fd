/** `onrecord lock`: drops the keys that `onrecord unlock` keeps, at once. */
import type { VaultKeys } from '../desk/ports/vault-keys.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { counted } from './words.ts';

/**
 * The command over the vault's keys.
 *
 * @example
 * const lock = lockCommand(loadVaultKeys);
 */
export function lockCommand(loadKeys: () => Promise<VaultKeys>): CommandFile {
  return {
    name: 'lock',
    summary: 'lock all vaults at once, or one',
    description:
      'Drops the keys of all unlocked vaults at once; with --vault, of that one only. They are overwritten in memory before the command ends. Commands that are running keep the vault they have opened until they end.',
    args: [],
    options: [],
    examples: [
      ['onrecord lock', 'locks every vault of yours'],
      ['onrecord lock --vault ./kessar', 'locks one'],
    ],
    usesVault: true,
    async run({ options, terminal, vault }) {
      const keys = await loadKeys();
      // Only the flag itself names one vault: a forgotten ONRECORD_VAULT must not leave another one open.
      const one = options.vault === undefined ? null : (await keys.describe(vault)).id;
      const locked = await keys.agent.lock(one);
      if (terminal.json) terminal.outJson({ locked });
      else terminal.out(locked === 0 ? 'Nothing was unlocked.' : `Locked: ${counted(locked, 'vault')}.`);
      return EXIT.ok;
    },
  };
}
