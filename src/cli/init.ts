/** `onrecord init`: makes an empty vault. */
import { loadVaultKeys, makeVault } from '../compose.ts';
import { askPassphrase, PASSPHRASE_OPTIONS } from './ask-passphrase.ts';
import { type CommandFile, DEFAULT_VAULT, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { NOT_ENCRYPTED } from './not-encrypted.ts';
import { placeFlags } from './place-flags.ts';
import { recoveryKeyLines } from './recovery-key-lines.ts';

export const init: CommandFile = {
  name: 'init',
  summary: 'make an empty, encrypted vault',
  description:
    'Makes an empty vault: a folder that holds the record, the bytes of all sources and the log, all of it encrypted. Asks twice for a passphrase and prints a recovery key, once: without one of the two nobody can open the vault. --no-encryption makes one that anybody with the folder can read; it is for examples, and says so on every run. With --blobs the bytes of sources lie in an S3-compatible store, as ciphertext under names that say nothing; its keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY whenever the vault is opened.',
  args: [['[folder]', `where to make it (else --vault, ONRECORD_VAULT or ${DEFAULT_VAULT})`]],
  options: [
    ...PASSPHRASE_OPTIONS,
    [
      '--blobs <address>',
      'object store that holds the bytes of sources, encrypted: s3://BUCKET/PREFIX?region=…&endpoint=https://… (else ONRECORD_BLOBS, else the folder)',
    ],
    ['--no-encryption', 'for examples only: everything lies there in clear'],
  ],
  examples: [
    [
      'onrecord init ./kessar --blobs "s3://kessar/bytes?endpoint=https://s3.example.org"',
      'keeps the bytes of sources in an S3-compatible store',
    ],
    ['onrecord init ./kessar', 'makes a vault in ./kessar'],
    ['onrecord init ./kessar --passphrase-file ./words', 'takes the passphrase from a file'],
  ],
  usesVault: true,
  async run({ args, options, terminal, vault, database }) {
    const folder = args[0] ?? vault;
    const clear = options.encryption === false;
    const blobs = blobsOf(options.blobs, clear);
    const source = clear ? null : (await loadVaultKeys()).source;
    const asked =
      source === null
        ? null
        : await askPassphrase({ source, options, terminal, vault: folder, kind: 'first' });
    const made = await makeVault(
      folder,
      asked === null ? { kind: 'none' } : { kind: 'passphrase', passphrase: asked.passphrase },
      { database, blobs },
    );
    made.master?.fill(0);
    if (terminal.json) {
      terminal.outJson({ vault: made.dir, encrypted: !clear, recoveryKey: made.recoveryKey });
      return EXIT.ok;
    }
    terminal.out(`An empty vault is ready: ${made.dir}`, '');
    if (made.recoveryKey === null) terminal.err(NOT_ENCRYPTED);
    else terminal.out(...recoveryKeyLines(made.recoveryKey, terminal), '');
    terminal.out('Next:', `  $ onrecord capture FILES OR FOLDERS${placeFlags({ vault: folder, database })}`);
    return EXIT.ok;
  },
};

/** Bytes in clear do not go to a store that somebody else may read. */
function blobsOf(given: unknown, clear: boolean): string | null {
  const address = typeof given === 'string' ? given : (process.env.ONRECORD_BLOBS ?? '');
  if (address === '') return null;
  if (clear)
    throw usageError(
      'Bytes lie in an object store encrypted, or not at all: leave --no-encryption out',
      'init',
    );
  return address;
}
