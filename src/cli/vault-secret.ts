/**
 * Opens a vault's master key for a command: from the agent when the vault is unlocked, else with a passphrase. A
 * person at the terminal has three tries. Changing keys asks always: an unlocked laptop must not be enough for it.
 */
import { OnRecordError } from '../desk/desk.ts';
import type { VaultKeys } from '../desk/ports/vault-keys.ts';
import { askPassphrase, type PassphraseWanted } from './ask-passphrase.ts';

const TRIES = 3;

/** What of a command's call is needed. */
export type SecretCall = Pick<PassphraseWanted, 'options' | 'terminal' | 'vault'>;

/**
 * The master key of the vault; null when the vault is not encrypted.
 *
 * @returns 32 bytes; overwrite them with zeros after use
 * @throws OnRecordError `locked` for a wrong passphrase, `bad-usage` when none was given, `no-vault`, `damaged`
 * @example
 * const master = await openMaster(await loadVaultKeys(), call);
 */
export async function openMaster(keys: VaultKeys, call: SecretCall): Promise<Uint8Array | null> {
  const { id, encrypted } = await keys.describe(call.vault);
  if (!encrypted) return null;
  return (await keys.agent.key(id)) ?? masterByPassphrase(keys, call);
}

/**
 * The master key by the passphrase, whether or not the vault is unlocked.
 *
 * @throws OnRecordError `locked` for a wrong passphrase, `bad-usage` when none was given
 * @example
 * const master = await masterByPassphrase(keys, call);
 */
export async function masterByPassphrase(keys: VaultKeys, call: SecretCall): Promise<Uint8Array> {
  const { options, terminal, vault } = call;
  for (let tries = 1; ; tries += 1) {
    const given = await askPassphrase({ source: keys.source, options, terminal, vault, kind: 'current' });
    const master = await keys.open(vault, { kind: 'passphrase', passphrase: given.passphrase });
    if (master !== null) return master;
    if (!given.typed || tries === TRIES) throw wrongPassphrase(vault);
    terminal.err('This passphrase does not open the vault. Try again.');
  }
}

function wrongPassphrase(vault: string): OnRecordError {
  return new OnRecordError(
    'locked',
    `This passphrase does not open the vault ${vault}, or its vault.json was changed. Nothing was read. If it is lost, the printed recovery key sets a new one: onrecord passphrase --recovery-key`,
    { subject: vault },
  );
}

/**
 * The master key by the printed recovery key, typed at the terminal or read from a file.
 *
 * @param file null: ask at the terminal
 * @throws OnRecordError `locked` for the recovery key of another vault, `bad-usage` for one that is not as printed
 * @example
 * const master = await masterByRecoveryKey(keys, call, null);
 */
export async function masterByRecoveryKey(
  keys: VaultKeys,
  call: SecretCall,
  file: string | null,
): Promise<Uint8Array> {
  for (let tries = 1; ; tries += 1) {
    const read = keys.readRecoveryKey(await typedRecoveryKey(keys, file));
    if (!read.ok) {
      if (file !== null || tries === TRIES) throw new OnRecordError('bad-usage', read.message);
      call.terminal.err(read.message);
      continue;
    }
    const master = await keys.open(call.vault, { kind: 'recovery-key', key: read.key });
    read.key.fill(0);
    if (master !== null) return master;
    throw new OnRecordError(
      'locked',
      `This recovery key is well typed but does not open the vault ${call.vault}: it belongs to another vault, or a newer one was printed since.`,
      { subject: call.vault },
    );
  }
}

async function typedRecoveryKey(keys: VaultKeys, file: string | null): Promise<string> {
  if (file !== null) return (await keys.source.firstLineOfFile(file)).line;
  const words =
    'Type the recovery key as printed, all 13 groups in one line; spaces, dashes and capitals do not matter.';
  const typed = await keys.source.ask(words, { visible: true });
  if (typed !== null) return typed;
  throw new OnRecordError(
    'bad-usage',
    'The recovery key is needed, and there is no terminal to ask at. Put it into a file in one line and name that: --recovery-key-file FILE',
  );
}
