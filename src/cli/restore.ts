/** `onrecord restore`: makes a vault from a backup, or from a vault of onrecord 0.1. */
import type { Backups, RestoreReport } from '../desk/ports/backups.ts';
import type { VaultKeys } from '../desk/ports/vault-keys.ts';
import { sizeWords } from '../desk/size-words.ts';
import { askPassphrase, PASSPHRASE_OPTIONS } from './ask-passphrase.ts';
import { entriesWords, stepWords } from './backup-lines.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { NOT_ENCRYPTED } from './not-encrypted.ts';
import { placeFlags } from './place-flags.ts';
import { openProgress } from './progress.ts';
import { recoveryKeyLines } from './recovery-key-lines.ts';
import { listenForStop } from './stop-signal.ts';
import { masterByRecoveryKey, openMaster } from './vault-secret.ts';
import { counted, para } from './words.ts';

/** What the command needs. */
export interface RestoreNeeds {
  backups(): Promise<Backups>;
  keys(): Promise<VaultKeys>;
}

/**
 * The command over what it needs.
 *
 * @example
 * const restore = restoreCommand({ backups: loadBackups, keys: loadVaultKeys });
 */
export function restoreCommand(needs: RestoreNeeds): CommandFile {
  return {
    name: 'restore',
    summary: 'make a vault from a backup or an old vault',
    description:
      'Makes a new vault from a backup. Reads and proves the whole backup first, plays its log again, compares every table, text and byte with it and with the signed head, and only then makes the folder a vault. The new vault has the passphrase, the recovery key and the log key of the old one: go on with one of the two only, because a log that is continued twice is two logs. A backup in which anything was changed is refused and the place named; --as-far-as-whole restores what it held before that. With --database or ONRECORD_DATABASE the record goes into an empty schema of that PostgreSQL, wherever it lay before, and without into the vault itself. Given the folder of a vault of onrecord 0.1, it brings that record over into a new encrypted vault; the old folder is only read.',
    args: [['<backup>', 'the backup file, or the folder of a vault of onrecord 0.1']],
    options: [
      ['--recovery-key', 'open the backup with the printed recovery key in place of the passphrase'],
      ['--recovery-key-file <file>', 'read the recovery key from the first line of a file'],
      ['--as-far-as-whole', 'restore the part of a damaged backup that stands before the damage'],
      [
        '--blobs <address>',
        'object store into which the bytes of sources go: s3://BUCKET/PREFIX?region=…&endpoint=https://… (else the folder)',
      ],
      ['--by <name>', 'who brings an old vault over, as it will stand in the log (else ONRECORD_AGENT)'],
      ['--no-encryption', 'for an old vault, and for examples only: everything lies there in clear'],
      ...PASSPHRASE_OPTIONS,
    ],
    examples: [
      ['onrecord restore /media/stick/kessar.backup --vault ./kessar', 'makes the vault ./kessar'],
      ['onrecord restore ./old-vault --vault ./kessar', 'brings a vault of onrecord 0.1 over'],
    ],
    usesVault: true,
    async run(call) {
      const [from] = call.args;
      if (from === undefined) throw usageError('The backup is missing', 'restore');
      const backups = await needs.backups();
      const stop = listenForStop(() => call.terminal.err('Stopping …'));
      const progress = openProgress(call.terminal, () => performance.now());
      const following = {
        signal: stop.signal,
        onProgress: (step: Parameters<typeof stepWords>[0]) => progress.tell(stepWords(step)),
      };
      const job = { call, backups, from, following, end: () => progress.end() };
      try {
        if (await backups.isOldVault(from)) return await bringOver(job, await needs.keys());
        return await restoreBackup(job);
      } finally {
        progress.end();
        stop.release();
      }
    },
  };
}

interface Job {
  readonly call: Call;
  readonly backups: Backups;
  readonly from: string;
  readonly following: Pick<Parameters<Backups['survey']>[1], 'signal' | 'onProgress'>;
  /** Clears the line of progress. */
  readonly end: () => void;
}

async function restoreBackup({ call, backups, from, following, end }: Job): Promise<ExitCode> {
  const { terminal, vault, options, database } = call;
  if (options.encryption === false)
    throw usageError('--no-encryption is for old vaults: a backup keeps its protection', 'restore');
  const keys = await backups.keysOfBackups();
  const { recoveryKey, recoveryKeyFile } = options;
  const secretCall = { ...call, vault: from };
  const byPaper = recoveryKey === true || recoveryKeyFile !== undefined;
  const master = byPaper
    ? await masterByRecoveryKey(
        keys,
        secretCall,
        recoveryKeyFile === undefined ? null : String(recoveryKeyFile),
      )
    : await openMaster(keys, secretCall);
  try {
    const asFarAsWhole = options.asFarAsWhole === true;
    const blobs = typeof options.blobs === 'string' ? options.blobs : null;
    const work = { ...following, master, asFarAsWhole, database, blobs };
    const report = await backups.restore(from, vault, work);
    end();
    if (terminal.json) terminal.outJson(report);
    else {
      for (const words of restoredWords(report)) terminal.out(...para(words, terminal.paper));
      terminal.out('', 'Next:', `  $ onrecord show${placeFlags(call)}`);
    }
    return report.missing.length === 0 ? EXIT.ok : EXIT.someFailed;
  } finally {
    master?.fill(0);
  }
}

function restoredWords({
  dir,
  entries,
  end,
  fault,
  unfinished,
  missing,
  encrypted,
  accounts,
}: RestoreReport): string[] {
  const words = [
    `Restored and checked: ${entriesWords(entries)} are in ${dir}, as they were backed up on ${end?.at ?? ''}.`,
  ];
  if (!encrypted) words.push(NOT_ENCRYPTED);
  if (fault !== null)
    words.push(
      `The backup is damaged from segment ${fault.segment} on (byte ${fault.position}): what was added there is not restored.`,
    );
  else if (unfinished > 0)
    words.push(`The last run of the backup was interrupted: its ${sizeWords(unfinished)} are not restored.`);
  if (end !== null && end.entries < end.head)
    words.push(
      `The vault had ${end.head} log entries when it was backed up: that run was stopped before its end.`,
    );
  if (missing.length > 0)
    words.push(
      `The bytes of ${counted(missing.length, 'file')} were lost before the backup was made: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}.`,
    );
  if (accounts.restored > 0)
    words.push(
      `${counted(accounts.restored, 'account')} of the team are there again. Everybody signs in anew; invitations are made anew.`,
    );
  else if (accounts.held > 0)
    words.push(
      `${counted(accounts.held, 'account')} of a team are in the backup and not in this vault: a file is no place for a team. With --database they are restored, too.`,
    );
  words.push(
    'Go on with this vault or with the old one, never with both: a log that is continued twice is two logs.',
  );
  return words;
}

async function bringOver({ call, backups, from, following, end }: Job, keys: VaultKeys): Promise<ExitCode> {
  const { terminal, vault, options, database } = call;
  if (options.blobs !== undefined)
    throw usageError(
      '--blobs is for backups: bring the old vault over, back it up, and restore that',
      'restore',
    );
  const clear = options.encryption === false;
  const { source } = keys;
  const asked = clear ? null : await askPassphrase({ source, options, terminal, vault, kind: 'first' });
  const agent = agentOf(options.by);
  const passphrase = asked?.passphrase ?? null;
  const report = await backups.importOld(from, vault, { ...following, passphrase, agent, database });
  end();
  if (terminal.json) {
    terminal.outJson(report);
    return EXIT.ok;
  }
  const words = `Brought over and checked: ${entriesWords(report.entries)} are in ${report.dir}, each with its own time and name. The old log ended with ${report.head}; the first entry of the new one says so.`;
  terminal.out(...para(words, terminal.paper), '');
  if (report.recoveryKey === null) terminal.err(...para(NOT_ENCRYPTED, terminal.paper));
  else terminal.out(...recoveryKeyLines(report.recoveryKey, terminal), '');
  terminal.out(
    ...para(
      `The old folder ${from} still lies there unencrypted. When you have seen that the new vault opens, destroy it.`,
      terminal.paper,
    ),
  );
  return EXIT.ok;
}

function agentOf(by: unknown): string {
  const name = (typeof by === 'string' ? by : (process.env.ONRECORD_AGENT ?? '')).trim();
  return name === '' ? 'machine' : name;
}
