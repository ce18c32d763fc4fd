/**
 * What a command is made of, and how it is run: arguments are read by commander, errors become one message
 * and one exit code. Every command has --json and --help with an example; those that need a vault have --vault.
 */
import { Command, CommanderError, Option } from 'commander';
import type { OpenDesk } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { processTerminal, reportError, type Terminal } from './terminal.ts';

/** Values of options as commander gives them: by camel-cased name. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command's body is handed. */
export interface Call {
  /** In the order given; variadic arguments are spread. */
  readonly args: readonly string[];
  readonly options: Options;
  readonly terminal: Terminal;
  /** The vault's folder: --vault, or ONRECORD_VAULT, or ./onrecord-vault. */
  readonly vault: string;
  /** Opens the vault; it is closed when the command ends. */
  open(mode: 'read' | 'write'): Promise<OpenDesk>;
}

/** One command of `onrecord`, one file each. */
export interface CommandFile {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs for --help and docs; each tested against docs/guide/cli.md. */
  readonly description: string;
  /** Commander syntax, for example "[id]" or "<input...>"; with its meaning. */
  readonly args: readonly (readonly [syntax: string, meaning: string])[];
  /** Commander syntax, for example "--as-of <day>"; with its meaning, and the closed list of values if there is one. */
  readonly options: readonly (readonly [syntax: string, meaning: string, choices?: readonly string[]])[];
  /** At least one command line with what it does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Whether --vault means anything. */
  readonly usesVault: boolean;
  run(call: Call): Promise<ExitCode>;
}

export const DEFAULT_VAULT = './onrecord-vault';

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
    command.option('--vault <folder>', `the vault (else ONRECORD_VAULT, else ${DEFAULT_VAULT})`);
  }
  command.option('--json', 'print JSON for programs; errors as JSON on standard error');
  const examples = file.examples.map(([line, what]) => `  $ ${line}\n      ${what}`).join('\n');
  command.addHelpText('after', `\nExamples:\n${examples}`);
  return command;
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
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(terminal, error);
    if (error.exitCode === 0) return EXIT.ok;
    return reportError(terminal, usageError(error.message, file.name));
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

async function runParsed(file: CommandFile, command: Command, terminal: Terminal): Promise<ExitCode> {
  const options = command.opts() as Options;
  const vault = String(options.vault ?? (process.env.ONRECORD_VAULT || DEFAULT_VAULT));
  let opened: OpenDesk | null = null;
  const open = async (mode: 'read' | 'write'): Promise<OpenDesk> => {
    const { openDesk } = await import('../compose.ts');
    opened = await openDesk(vault, { readOnly: mode === 'read' });
    if (mode === 'write') refuseUnwritable(opened);
    return opened;
  };
  try {
    return await file.run({ args: command.args, options, terminal, vault, open });
  } catch (error) {
    return reportError(terminal, error);
  } finally {
    await closeQuietly(opened);
  }
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

async function closeQuietly(desk: OpenDesk | null): Promise<void> {
  try {
    await desk?.close();
  } catch {
    // The command has ended and told its result; a handle that will not close changes nothing of it.
  }
}

/**
 * A usage error that says how to get help.
 *
 * @example
 * throw usageError('--as-of must be a day such as 2017-05-18', 'toll');
 */
export function usageError(message: string, name: string): OnRecordError {
  const words = message.replace(/^error: /u, '').replace(/[.\s]+$/u, '');
  return new OnRecordError('bad-usage', `${words}. See: onrecord ${name} --help`);
}
