/** What a command is made of: its words for people, its arguments, and the body that runs. */
import type { OpenDesk } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Values of options as commander gives them: by camel-cased name. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/**
 * `try-write`: for writing where this user may write, else for reading. `work`: for writing by a worker, which waits for others at
 * the same record longer than a person would.
 */
export type OpenMode = 'read' | 'write' | 'try-write' | 'work';

/** What a command's body is handed. */
export interface Call {
  /** In the order given; variadic arguments are spread. */
  readonly args: readonly string[];
  readonly options: Options;
  readonly terminal: Terminal;
  /** The vault's folder: --vault, or ONRECORD_VAULT, or ./onrecord-vault. */
  readonly vault: string;
  /** Address of the PostgreSQL that holds the record: --database, or ONRECORD_DATABASE; null: the vault holds it. */
  readonly database: string | null;
  /** Opens the vault; it is closed when the command ends. */
  open(mode: OpenMode): Promise<OpenDesk>;
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
 * A usage error that says how to get help.
 *
 * @example
 * throw usageError('--as-of must be a day such as 2017-05-18', 'toll');
 */
export function usageError(message: string, name: string): OnRecordError {
  const words = message.replace(/^error: /u, '').replace(/[.\s]+$/u, '');
  const end = words.endsWith('?') ? '' : '.';
  return new OnRecordError('bad-usage', `${words}${end} See: onrecord ${name} --help`);
}
