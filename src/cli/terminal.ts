/** The command's hands: standard output and error, their width and colour, and one shape for errors. */
import { OnRecordError } from '../desk/desk.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-codes.ts';
import { oneLine, type Paper, wrap } from './paper.ts';

/** What a command writes to. */
export interface Terminal {
  /** For standard output. */
  readonly paper: Paper;
  readonly json: boolean;
  /** Standard error is a person's terminal: a progress line may be redrawn. */
  readonly redraws: boolean;
  /** Writes lines to standard output. */
  out(...lines: readonly string[]): void;
  /** Writes one JSON document to standard output. */
  outJson(value: unknown): void;
  /** Writes lines to standard error. */
  err(...lines: readonly string[]): void;
  /** Writes to standard error as it is. */
  errRaw(text: string): void;
}

/**
 * The terminal of this process. Colour only on a terminal, never with NO_COLOR or TERM=dumb.
 *
 * @example
 * const terminal = processTerminal(false);
 */
export function processTerminal(json: boolean): Terminal {
  const { stdout, stderr, env } = process;
  const given = Number(env.COLUMNS);
  const width = stdout.columns ?? (Number.isInteger(given) && given > 0 ? given : 80);
  const plain = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return {
    paper: { width: Math.max(20, Math.min(width, 100)), colour: stdout.isTTY === true && !plain },
    json,
    redraws: stderr.isTTY === true && env.TERM !== 'dumb' && !json,
    out: (...lines) => void stdout.write(lines.map((line) => `${line}\n`).join('')),
    outJson: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    err: (...lines) => void stderr.write(lines.map((line) => `${line}\n`).join('')),
    errRaw: (text) => void stderr.write(text),
  };
}

/** The one shape of an error, documented in docs/guide/errors.md. */
export interface ErrorShape {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly subject: string | null;
    readonly faults: readonly { readonly path: string; readonly message: string }[];
    readonly exit: ExitCode;
  };
}

/**
 * Any thrown thing in the one shape. What was not expected is told without its words.
 *
 * @example
 * errorShape(new OnRecordError('no-vault', 'There is no vault here.')).error.exit; // 4
 */
export function errorShape(thrown: unknown): ErrorShape {
  if (thrown instanceof OnRecordError) {
    const { code, message, subject, faults } = thrown;
    return { error: { code, message, subject, faults, exit: exitCodeOf(code) } };
  }
  const message = `Something went wrong that onrecord did not expect (${kindOf(thrown)}). Nothing reported as stored is lost. Run the same command with ONRECORD_DEBUG=1 for details: they may quote what the record holds, so read them before you pass them on.`;
  return { error: { code: 'unexpected', message, subject: null, faults: [], exit: EXIT.unexpected } };
}

const PLAIN_NAME = /^[A-Z][A-Za-z]{0,39}$/;
const PLAIN_CODE = /^[A-Z][A-Z0-9_]{2,47}$/;

/** Kind and code of a thrown thing. Its words are left out: an engine's message may quote testimony or a value of a list. */
function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'a thrown value';
  const kind = PLAIN_NAME.test(thrown.name) ? thrown.name : 'Error';
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  return PLAIN_CODE.test(code) ? `${kind}, ${code}` : kind;
}

/**
 * Tells a person, or with `json` a program, what went wrong, and returns the exit code.
 *
 * @example
 * process.exitCode = reportError(terminal, error);
 */
export function reportError(terminal: Terminal, thrown: unknown): ExitCode {
  const shape = errorShape(thrown);
  if (terminal.json) {
    terminal.errRaw(`${JSON.stringify(shape)}\n`);
  } else {
    const { message, faults } = shape.error;
    const paper = { width: terminal.paper.width, colour: false };
    terminal.err(...wrap(paper, oneLine(`onrecord: ${message}`)));
    for (const fault of faults) {
      const place = fault.path === '' ? '' : `${fault.path}: `;
      terminal.err(...wrap(paper, oneLine(place + fault.message), { first: '  - ', rest: '    ' }));
    }
  }
  if (process.env.ONRECORD_DEBUG === '1' && thrown instanceof Error) terminal.err(thrown.stack ?? '');
  return shape.error.exit;
}
