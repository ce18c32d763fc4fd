/**
 * How a command is run: arguments are read by commander, the vault is opened with what the person has, errors become one
 * message and one exit code. Every command has --json and --help with an example; those that need a vault have --vault.
 */
import { Command, CommanderError, Option } from 'commander';
import type { OpenDesk } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import { PASSPHRASE_OPTIONS, refusePassphraseArgument } from './ask-passphrase.ts';
import {
  type Call,
  type CommandFile,
  DEFAULT_VAULT,
  type OpenMode,
  type Options,
  usageError,
} from './command.ts';
import { DATABASE_OPTIONS, databaseOf } from './database-option.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { NOT_ENCRYPTED } from './not-encrypted.ts';
import { wrap } from './paper.ts';
import { processTerminal, reportError, type Terminal } from './terminal.ts';
import { flagForValue, usageWords } from './usage-words.ts';

/**
 * Builds commander's view of a command, for parsing and for --help.
 *
 * @example
 * buildCommand(toll, async (call) => toll.run(call)).helpInformation();
 */
export function buildCommand(file: CommandFile): Command {
  const command = new Command(file.name).summary(file.summary).description(file.description);
  for (const [syntax, meaning] of file.args) command.argument(syntax, meaning);
  for (const [syntax, meaning, choices] of file.options) {
    const option = new Option(syntax, meaning);
    command.addOption(choices === undefined ? option : option.choices(choices));
  }
  if (file.usesVault) {
    const known = new Set(file.options.map(([syntax]) => syntax));
    for (const [syntax, meaning] of [...DATABASE_OPTIONS, ...PASSPHRASE_OPTIONS])
      if (!known.has(syntax)) command.addOption(new Option(syntax, meaning));
    command.option('--vault <folder>', `the vault (else ONRECORD_VAULT, else ${DEFAULT_VAULT})`);
  }
  command.option('--json', 'print JSON for programs; errors as JSON on standard error');
  const examples = file.examples.map(([line, what]) => exampleLines(line, what)).join('\n');
  command.addHelpText('after', `\nExamples:\n${examples}`);
  return command;
}

/** A command line longer than a narrow terminal goes on below, as a shell reads it. */
function exampleLines(line: string, what: string): string {
  const lines = wrap({ width: 76, colour: false }, line, { first: '  $ ', rest: '      ' });
  const told = wrap({ width: 80, colour: false }, what, { first: '      ', rest: '      ' });
  return [lines.join(' \\\n'), ...told].join('\n');
}

/**
 * Parses the arguments of one command, runs it and returns the exit code. Never throws.
 *
 * @param argv what stands after the command's name
 * @example
 * process.exitCode = await runCommand(toll, ['--measure', 'killed']);
 */
export async function runCommand(file: CommandFile, argv: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal(argv.includes('--json'));
  const command = buildCommand(file)
    .name(`onrecord ${file.name}`)
    .configureHelp({ helpWidth: terminal.paper.width, minWidthToWrap: 10 })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
    .action(() => undefined);
  try {
    refusePassphraseArgument(argv);
    const swallowed = flagForValue(command, argv);
    if (swallowed !== null) throw usageError(swallowed, file.name);
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(terminal, error);
    if (error.exitCode === 0) return EXIT.ok;
    return reportError(terminal, usageError(usageWords(error, command), file.name));
  }
  const twice = givenTwice(file, argv);
  if (twice !== null) return reportError(terminal, usageError(`${twice} was given twice`, file.name));
  return runParsed(file, command, terminal);
}

/** A flag that takes one value and was given more: taking the last in silence would leave out what was meant. */
function givenTwice({ options }: CommandFile, argv: readonly string[]): string | null {
  const single = [...options.map(([syntax]) => syntax), '--vault <folder>'].filter(
    (syntax) => syntax.includes('<') && !syntax.includes('...'),
  );
  const flags = single.map((syntax) => syntax.slice(0, syntax.indexOf(' ')));
  const times = (flag: string): number =>
    argv.filter((word) => word === flag || word.startsWith(`${flag}=`)).length;
  return flags.find((flag) => times(flag) > 1) ?? null;
}

/** Milliseconds: several workers append batch after batch to one record, each in its turn. A file of a vault has one at a time. */
const WORKER_WAITS = 60_000;

async function runParsed(file: CommandFile, command: Command, terminal: Terminal): Promise<ExitCode> {
  const options = command.opts() as Options;
  const vault = String(options.vault ?? (process.env.ONRECORD_VAULT || DEFAULT_VAULT));
  const opened: OpenDesk[] = [];
  const open = async (mode: OpenMode): Promise<OpenDesk> => {
    const { openDesk } = await import('../compose.ts');
    const { master, encrypted } = await masterOf({ options, terminal, vault });
    const database = databaseOf(options);
    const patience = mode === 'work' && database !== null ? { busyTimeout: WORKER_WAITS } : {};
    const desk = await openDesk(vault, { readOnly: mode === 'read', master, database, ...patience });
    opened.push(desk);
    master?.fill(0);
    if (!encrypted && opened.length === 1) sayNotEncrypted(terminal);
    if (mode === 'write' || mode === 'work') refuseUnwritable(desk);
    return desk;
  };
  try {
    const database = file.usesVault ? databaseOf(options) : null;
    return await file.run({ args: command.args, options, terminal, vault, database, open });
  } catch (error) {
    return reportError(terminal, error);
  } finally {
    for (const desk of opened) await closeQuietly(desk);
  }
}

/** The key of an encrypted vault; asked for only then. */
async function masterOf(
  call: Pick<Call, 'options' | 'terminal' | 'vault'>,
): Promise<{ readonly master: Uint8Array | null; readonly encrypted: boolean }> {
  const [{ loadVaultKeys }, { openMaster }] = await Promise.all([
    import('../compose.ts'),
    import('./vault-secret.ts'),
  ]);
  const master = await openMaster(await loadVaultKeys(), call);
  return { master, encrypted: master !== null };
}

/**
 * Says on standard error that the vault lies in clear; with --json as a JSON line.
 *
 * @example
 * sayNotEncrypted(terminal);
 */
export function sayNotEncrypted(terminal: Terminal): void {
  if (terminal.json)
    terminal.err(JSON.stringify({ notice: { code: 'not-encrypted', message: NOT_ENCRYPTED } }));
  else terminal.err(...wrap({ width: terminal.paper.width, colour: false }, NOT_ENCRYPTED));
}

/**
 * Ends a command that must write before it does any work, when this user may only read the vault.
 *
 * @throws OnRecordError `read-only`
 * @example
 * refuseUnwritable(await openDesk(vault, { readOnly: false }));
 */
export function refuseUnwritable(desk: OpenDesk): void {
  if (!desk.readOnly) return;
  throw new OnRecordError(
    'read-only',
    `The vault ${desk.dir} can be read by you but not written: nothing was stored. Change the permissions of the folder, or copy it to a place where you may write and name that with --vault.`,
    { subject: desk.dir },
  );
}

async function closeQuietly(desk: OpenDesk): Promise<void> {
  try {
    await desk.close();
  } catch {
    // The command has ended and told its result; a handle that will not close changes nothing of it.
  }
}
