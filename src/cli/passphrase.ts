/** `onrecord passphrase`: changes a vault's passphrase or prints a fresh recovery key. */
import { OnRecordError } from '../desk/desk.ts';
import type { VaultKeys } from '../desk/ports/vault-keys.ts';
import { askPassphrase, NEW_PASSPHRASE_OPTIONS, PASSPHRASE_OPTIONS } from './ask-passphrase.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { recoveryKeyLines } from './recovery-key-lines.ts';
import { masterByPassphrase, masterByRecoveryKey } from './vault-secret.ts';
import { para } from './words.ts';

/**
 * The command over the vault's keys.
 *
 * @example
 * const passphrase = passphraseCommand(loadVaultKeys);
 */
export function passphraseCommand(loadKeys: () => Promise<VaultKeys>): CommandFile {
  return {
    name: 'passphrase',
    summary: 'change the passphrase, or print a new recovery key',
    description:
      'Changes the passphrase of a vault. Asks for the old one, or with --recovery-key for the printed recovery key, even while the vault is unlocked. Nothing is encrypted anew: copies of the vault made before, and backups, still open with the old passphrase. With --new-recovery-key the passphrase stays and a fresh recovery key is printed, once; the paper before it opens this vault no longer.',
    args: [],
    options: [
      ['--recovery-key', 'open with the printed recovery key in place of the old passphrase'],
      ['--recovery-key-file <file>', 'read the recovery key from the first line of a file'],
      ['--new-recovery-key', 'print a fresh recovery key in place of changing the passphrase'],
      ...PASSPHRASE_OPTIONS,
      ...NEW_PASSPHRASE_OPTIONS,
    ],
    examples: [
      ['onrecord passphrase', 'asks for the old passphrase and twice for the new one'],
      ['onrecord passphrase --recovery-key', 'sets a new passphrase when the old one is lost'],
      ['onrecord passphrase --new-recovery-key', 'prints a fresh recovery key'],
    ],
    usesVault: true,
    async run(call) {
      const { options, vault } = call;
      const fresh = options.newRecoveryKey === true;
      if (fresh && (options.newPassphraseFile !== undefined || options.newPassphraseFd !== undefined))
        throw usageError(
          'Give a new passphrase or ask for a new recovery key, one after the other',
          'passphrase',
        );
      const keys = await loadKeys();
      if (!(await keys.describe(vault)).encrypted)
        throw new OnRecordError('bad-usage', `The vault ${vault} is not encrypted: it has no passphrase.`);
      const master = await masterFor(keys, call);
      try {
        await (fresh ? printRecoveryKey(keys, call, master) : changePassphrase(keys, call, master));
      } finally {
        master.fill(0);
      }
      return EXIT.ok;
    },
  };
}

function masterFor(keys: VaultKeys, call: Call): Promise<Uint8Array> {
  const { recoveryKey, recoveryKeyFile } = call.options;
  const file = recoveryKeyFile === undefined ? null : String(recoveryKeyFile);
  return recoveryKey === true || file !== null
    ? masterByRecoveryKey(keys, call, file)
    : masterByPassphrase(keys, call);
}

async function changePassphrase(keys: VaultKeys, call: Call, master: Uint8Array): Promise<void> {
  const { options, terminal, vault } = call;
  const { passphrase } = await askPassphrase({
    source: keys.source,
    options,
    terminal,
    vault,
    kind: 'next',
  });
  await keys.changePassphrase(vault, { master, passphrase });
  if (terminal.json) terminal.outJson({ vault, passphraseChanged: true });
  else
    terminal.out(
      ...para(
        'The passphrase is changed. The recovery key stays the same. Backups and copies made before still open with the old passphrase: destroy them if it is known to others.',
        terminal.paper,
      ),
    );
}

async function printRecoveryKey(keys: VaultKeys, call: Call, master: Uint8Array): Promise<void> {
  const { terminal, vault } = call;
  const text = await keys.changeRecoveryKey(vault, { master });
  if (terminal.json) terminal.outJson({ vault, recoveryKey: text.replaceAll('\n', '-') });
  else terminal.out(...recoveryKeyLines(text, terminal));
}
