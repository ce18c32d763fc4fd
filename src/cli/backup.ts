/** `onrecord backup`: writes the vault into one encrypted file, or adds to it what is new. */
import type { Backups } from '../desk/ports/backups.ts';
import type { VaultKeys } from '../desk/ports/vault-keys.ts';
import { sizeWords } from '../desk/size-words.ts';
import { backupWords, stepWords, surveyWords } from './backup-lines.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { NOT_ENCRYPTED } from './not-encrypted.ts';
import { openProgress } from './progress.ts';
import { listenForStop } from './stop-signal.ts';
import { openMaster } from './vault-secret.ts';
import { para } from './words.ts';

/** What the command needs. */
export interface BackupNeeds {
  backups(): Promise<Backups>;
  keys(): Promise<VaultKeys>;
}

/**
 * The command over what it needs.
 *
 * @example
 * const backup = backupCommand({ backups: loadBackups, keys: loadVaultKeys });
 */
export function backupCommand(needs: BackupNeeds): CommandFile {
  return {
    name: 'backup',
    summary: 'write the vault into one encrypted file',
    description:
      'Writes the log, all texts, all bytes, the notes of the desk and the accounts of a team into one encrypted file, which opens with the passphrase or the recovery key of the vault. Run again on the same file, it adds what is new. Others may go on working in the vault meanwhile. Ctrl-C stops; the same command goes on. When a source was erased or the passphrase changed since, the file is written anew, so that nothing of the old stays in it. With --check the whole file is read and proved, and nothing is written. Exit code 3 when bytes that the vault has lost are not in the backup, or when it was stopped; 6 when --check finds damage.',
    args: [['<file>', 'the backup: made when it is not there, continued otherwise']],
    options: [['--check', 'prove the file from its first byte to its last; write nothing']],
    examples: [
      ['onrecord backup /media/stick/kessar.backup', 'makes a backup, or adds what is new to it'],
      ['onrecord backup /media/stick/kessar.backup --check', 'says whether it is whole'],
    ],
    usesVault: true,
    run: (call) => (call.options.check === true ? check(call, needs) : write(call, needs)),
  };
}

async function write(call: Call, needs: BackupNeeds): Promise<ExitCode> {
  const { terminal, vault, database } = call;
  const file = fileOf(call);
  const [backups, master] = await Promise.all([
    needs.backups(),
    needs.keys().then((keys) => openMaster(keys, call)),
  ]);
  if (master === null) terminal.err(...para(`${NOT_ENCRYPTED} So is this backup.`, terminal.paper));
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping after this entry …'));
  try {
    const report = await backups.backUp(vault, file, {
      master,
      database,
      signal: stop.signal,
      onProgress: ({ entries, of, bytes }) =>
        progress.tell(`${entries} of ${of} log entries, ${sizeWords(bytes)}`),
    });
    progress.end();
    if (terminal.json) terminal.outJson(report);
    else for (const words of backupWords(report, call)) terminal.out(...para(words, terminal.paper));
    return report.entries < report.of || report.missing.length > 0 ? EXIT.someFailed : EXIT.ok;
  } finally {
    progress.end();
    stop.release();
    master?.fill(0);
  }
}

async function check(call: Call, needs: BackupNeeds): Promise<ExitCode> {
  const { terminal } = call;
  const file = fileOf(call);
  const backups = await needs.backups();
  const master = await openMaster(await backups.keysOfBackups(), { ...call, vault: file });
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping …'));
  try {
    const found = await backups.survey(file, {
      master,
      signal: stop.signal,
      onProgress: (step) => progress.tell(stepWords(step)),
    });
    progress.end();
    const whole = found.fault === null && found.end !== null;
    if (terminal.json) terminal.outJson({ ok: whole, file, ...found });
    else for (const words of surveyWords(file, found)) terminal.out(...para(words, terminal.paper));
    return whole ? EXIT.ok : EXIT.differs;
  } finally {
    progress.end();
    stop.release();
    master?.fill(0);
  }
}

function fileOf({ args }: Call): string {
  const [file] = args;
  if (file === undefined) throw usageError('The file for the backup is missing', 'backup');
  return file;
}
