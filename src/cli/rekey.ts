/** `onrecord rekey`: gives a vault new keys throughout. */
import type { Backups } from '../desk/ports/backups.ts';
import type { VaultKeys } from '../desk/ports/vault-keys.ts';
import { askPassphrase, NEW_PASSPHRASE_OPTIONS, PASSPHRASE_OPTIONS } from './ask-passphrase.ts';
import { entriesWords, stepWords } from './backup-lines.ts';
import type { Call, CommandFile } from './command.ts';
import { DATABASE_OPTIONS } from './database-option.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { placeFlags } from './place-flags.ts';
import { openProgress } from './progress.ts';
import { recoveryKeyLines } from './recovery-key-lines.ts';
import { listenForStop } from './stop-signal.ts';
import { masterByPassphrase, masterByRecoveryKey } from './vault-secret.ts';
import { para } from './words.ts';

/** What the command needs. */
export interface RekeyNeeds {
  backups(): Promise<Backups>;
  keys(): Promise<VaultKeys>;
}

/**
 * The command over what it needs.
 *
 * @example
 * const rekey = rekeyCommand({ backups: loadBackups, keys: loadVaultKeys });
 */
export function rekeyCommand(needs: RekeyNeeds): CommandFile {
  return {
    name: 'rekey',
    summary: 'encrypt the whole vault anew under new keys',
    description:
      'Encrypts everything in the vault anew, under a new master key, a new passphrase and a new recovery key, which is printed once. For when somebody may have learned the old ones together with a copy of the vault: changing the passphrase alone does not help then. Encrypts a vault that was made with --no-encryption, too. Needs room for the whole vault once more, and nobody else may have it open. The recovery key is printed when everything is ready, right before the keys change, and counts from the line that begins with “Done”. Interrupted at any moment, the vault opens with the old keys or with the new ones: the passphrase that opens it says which recovery key counts. Copies and backups made before still open with the old ones: destroy them, and make a new backup. What was deleted can be read back from some disks for a while. With a record in PostgreSQL the bytes in the folder of the vault are encrypted anew; the tables are not encrypted and stay, and nobody else can write meanwhile.',
    args: [],
    options: [
      ['--recovery-key', 'open with the printed recovery key in place of the old passphrase'],
      ['--recovery-key-file <file>', 'read the recovery key from the first line of a file'],
      ...DATABASE_OPTIONS,
      ...PASSPHRASE_OPTIONS,
      ...NEW_PASSPHRASE_OPTIONS,
    ],
    examples: [['onrecord rekey', 'asks for the old passphrase and twice for the new one']],
    usesVault: true,
    run: (call) => run(call, needs),
  };
}

async function run(call: Call, needs: RekeyNeeds): Promise<ExitCode> {
  const { terminal, vault, options, database } = call;
  const [backups, keys] = await Promise.all([needs.backups(), needs.keys()]);
  await backups.refuseMisplaced(vault, database);
  const { id, encrypted } = await keys.describe(vault);
  const master = encrypted ? await oldMaster(keys, call) : null;
  const { source } = keys;
  const { passphrase } = await askPassphrase({ source, options, terminal, vault, kind: 'next' });
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping: the keys stay as they are …'));
  try {
    const report = await backups.rekey(vault, {
      master,
      passphrase,
      database,
      signal: stop.signal,
      onProgress: (step) => progress.tell(stepWords(step)),
      onRecoveryKey: (text) => {
        progress.end();
        if (!terminal.json) terminal.out(...beforehandLines(call, text), '');
      },
    });
    await keys.agent.lock(id).catch(() => 0);
    progress.end();
    if (terminal.json) terminal.outJson(report);
    else {
      const was = report.wasUnencrypted ? 'Done. The vault is encrypted now' : 'Done. The vault has new keys';
      const words = `${was}: ${entriesWords(report.entries)} and all bytes were written anew and checked. Backups and copies made before still open ${report.wasUnencrypted ? 'without a passphrase' : 'with the old passphrase'}: destroy them, and make a new backup.`;
      terminal.out(...para(words, terminal.paper));
    }
    return EXIT.ok;
  } finally {
    progress.end();
    stop.release();
    master?.fill(0);
  }
}

/** Printed before the keys change: a machine that goes out at that very moment leaves nobody without the key. */
function beforehandLines({ terminal, vault }: Call, recoveryKey: string): string[] {
  const again = `onrecord passphrase --new-recovery-key${placeFlags({ vault, database: null })}`;
  const words = `Everything is written anew and checked. The new keys count from the line below that begins with “Done”. If that line does not come, see which passphrase opens the vault: with the new one this recovery key counts, with the old one the old recovery key. A fresh one is printed at any time with: ${again}`;
  return [...para(words, terminal.paper), '', ...recoveryKeyLines(recoveryKey, terminal)];
}

function oldMaster(keys: VaultKeys, call: Call): Promise<Uint8Array> {
  const { recoveryKey, recoveryKeyFile } = call.options;
  const file = recoveryKeyFile === undefined ? null : String(recoveryKeyFile);
  return recoveryKey === true || file !== null
    ? masterByRecoveryKey(keys, call, file)
    : masterByPassphrase(keys, call);
}
