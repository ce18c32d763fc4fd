/**
 * Asks for a passphrase: at the terminal without showing it, from a file, or from an open descriptor. Never from the
 * command line. A new passphrase is asked for twice.
 */
import { OnRecordError } from '../desk/desk.ts';
import type { PassphraseSource } from '../desk/ports/passphrase-source.ts';
import { oneLine, wrap } from './paper.ts';
import { placeFlags } from './place-flags.ts';
import type { Terminal } from './terminal.ts';

/** Flags as commander takes them: syntax and meaning. */
type Flags = readonly (readonly [syntax: string, meaning: string])[];

/** Flags of every command that opens a vault. */
export const PASSPHRASE_OPTIONS: Flags = [
  ['--passphrase-file <file>', 'read the passphrase from the first line of a file'],
  ['--passphrase-fd <number>', 'read the passphrase from the next line of an open descriptor'],
];

/** Flags of the command that changes a passphrase. */
export const NEW_PASSPHRASE_OPTIONS: Flags = [
  ['--new-passphrase-file <file>', 'read the new passphrase from the first line of a file'],
  ['--new-passphrase-fd <number>', 'read the new passphrase from the next line of an open descriptor'],
];

/** Names the file when no flag does. */
export const PASSPHRASE_VARIABLE = 'ONRECORD_PASSPHRASE_FILE';
/** Characters; a shorter new passphrase is advised against. */
const ADVISED = 14;
const TRIES = 3;
/** A flag with a secret as its value; --recovery-key and --new-recovery-key themselves take none. */
const SECRET_FLAG = /^--(?:new-)?(?:(?:passphrase|password)(?:=|$)|recovery-key=)/u;

/** Which passphrase is asked for: the one that opens the vault, the first of a new vault, or the one that follows. */
export type PassphraseKind = 'current' | 'first' | 'next';

/** What asking needs. */
export interface PassphraseWanted {
  readonly source: PassphraseSource;
  /** Of the command line, by camel-cased name. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly terminal: Terminal;
  /** As the person wrote it. */
  readonly vault: string;
  readonly kind: PassphraseKind;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A passphrase, and whether a person typed it and may be asked again. */
export interface GivenPassphrase {
  readonly passphrase: string;
  readonly typed: boolean;
}

/**
 * Refuses a passphrase on the command line before anything else reads it; its value is not repeated.
 *
 * @param argv what stands after the command's name
 * @throws OnRecordError `bad-usage`
 * @example
 * refusePassphraseArgument(process.argv.slice(3));
 */
export function refusePassphraseArgument(argv: readonly string[]): void {
  const end = argv.indexOf('--');
  const flags = end === -1 ? argv : argv.slice(0, end);
  if (!flags.some((word) => SECRET_FLAG.test(word))) return;
  throw new OnRecordError(
    'bad-usage',
    `A secret is never taken from the command line: other users of this machine and the history of your shell can read it. If it was a real one, change it. ${threeWays('')}`,
  );
}

/**
 * Gets a passphrase by the first way that is given: --passphrase-file, --passphrase-fd, ONRECORD_PASSPHRASE_FILE, the
 * terminal.
 *
 * @throws OnRecordError `bad-usage` when there is no way or the passphrase is empty; `locked` when the person stops;
 *   `file-vanished`, `unreadable-file`
 * @example
 * const { passphrase } = await askPassphrase({ source, options: call.options, terminal, vault, kind: 'current' });
 */
export async function askPassphrase(wanted: PassphraseWanted): Promise<GivenPassphrase> {
  const given = await givenElsewhere(wanted);
  if (given === null) return typedAtTerminal(wanted);
  if (given.trim() === '') throw new OnRecordError('bad-usage', 'The passphrase that was given is empty.');
  advise(wanted, given);
  return { passphrase: given, typed: false };
}

async function givenElsewhere(wanted: PassphraseWanted): Promise<string | null> {
  const { source, options, env = process.env, kind } = wanted;
  const before = kind === 'next' ? 'new-' : '';
  const [file, descriptor] =
    kind === 'next'
      ? [options.newPassphraseFile, options.newPassphraseFd]
      : [options.passphraseFile, options.passphraseFd];
  if (file !== undefined && descriptor !== undefined)
    throw new OnRecordError(
      'bad-usage',
      `Give --${before}passphrase-file or --${before}passphrase-fd, not both.`,
    );
  if (descriptor !== undefined) return source.nextLineOfDescriptor(descriptorOf(String(descriptor)));
  const variable = kind === 'next' ? '' : (env[PASSPHRASE_VARIABLE] ?? '');
  const path = file === undefined ? variable : String(file);
  return path === '' ? null : lineOf(path, wanted);
}

function descriptorOf(text: string): number {
  return /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
}

async function lineOf(path: string, { source, terminal }: PassphraseWanted): Promise<string> {
  const { line, othersCanRead } = await source.firstLineOfFile(path);
  if (othersCanRead && !terminal.json)
    warn(terminal, `Other users of this machine can read ${path}. Make it yours alone: chmod 600 ${path}`);
  return line;
}

async function typedAtTerminal(wanted: PassphraseWanted): Promise<GivenPassphrase> {
  const { source, terminal, vault, kind } = wanted;
  const what = kind === 'current' ? 'Passphrase' : 'New passphrase';
  for (let tries = 0; tries < TRIES; tries += 1) {
    const passphrase = await source.ask(`${what} for ${vault}: `);
    if (passphrase === null) throw nobodyToAsk(kind);
    if (passphrase.trim() === '') warn(terminal, 'Nothing was typed.');
    else if (kind === 'current' || (await source.ask('The same again: ')) === passphrase) {
      advise(wanted, passphrase);
      return { passphrase, typed: true };
    } else warn(terminal, 'The two were not the same.');
  }
  throw new OnRecordError('bad-usage', `No passphrase after ${TRIES} tries: nothing was changed.`);
}

function nobodyToAsk(kind: PassphraseKind): OnRecordError {
  const what = kind === 'next' ? 'A new passphrase is needed' : 'A passphrase is needed';
  return new OnRecordError(
    'bad-usage',
    `${what}, and there is no terminal to ask at. ${threeWays(kind === 'next' ? 'new-' : '')}`,
  );
}

function threeWays(before: '' | 'new-'): string {
  const variable = before === '' ? ` (or ${PASSPHRASE_VARIABLE}=FILE)` : '';
  return `There are three ways to give it: type it when asked at a terminal; --${before}passphrase-file FILE${variable}; --${before}passphrase-fd NUMBER.`;
}

/** Says once that a new passphrase is short; whoever takes the disk can try millions of them. */
function advise({ kind, terminal, vault }: PassphraseWanted, passphrase: string): void {
  if (kind === 'current' || terminal.json || [...passphrase].length >= ADVISED) return;
  warn(
    terminal,
    `This passphrase is short: whoever takes the disk can try a great many. Five or six words chosen by dice are better. Change it with: onrecord passphrase${placeFlags({ vault, database: null })}`,
  );
}

function warn(terminal: Terminal, words: string): void {
  terminal.err(...wrap({ width: terminal.paper.width, colour: false }, oneLine(words)));
}
