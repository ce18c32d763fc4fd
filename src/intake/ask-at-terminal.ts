/**
 * Asks a question at the person's terminal and reads one line that is not shown. Uses the terminal itself, so that
 * standard input and output may be redirected, but only while standard input or standard error is a terminal: a
 * command in a script or a test must fail, not wait for nobody. Whatever happens, the terminal is left as it was.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { ReadStream } from 'node:tty';
import { OnRecordError } from '../record/onrecord-error.ts';
import { type SecretLine, secretLine } from './secret-line.ts';

const TERMINAL = '/dev/tty';
/** A screen of its own, and back: nothing of it stays in what can be scrolled back to. */
const OTHER_SCREEN = '\u001b[?1049h\u001b[H';
const FIRST_SCREEN = '\u001b[?1049l';

/** What a question needs of a terminal. */
export interface AskedTerminal {
  readonly input: Pick<ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>;
  write(text: string): void;
  close(): void;
}

/**
 * The person's terminal, or null when there is nobody to ask.
 *
 * @example
 * const terminal = openTerminal();
 */
export function openTerminal(): AskedTerminal | null {
  const { stdin, stderr } = process;
  if (stdin.isTTY !== true && stderr.isTTY !== true) return null;
  if (process.platform === 'win32') {
    if (stdin.isTTY !== true) return null;
    return { input: stdin, write: (text) => void stderr.write(text), close: () => stdin.unref() };
  }
  try {
    const input = new ReadStream(openSync(TERMINAL, 'r'));
    const output = openSync(TERMINAL, 'w');
    const close = (): void => {
      input.destroy();
      closeSync(output);
    };
    return { input, write: (text) => void writeSync(output, text), close };
  } catch {
    return null;
  }
}

/**
 * Asks and reads one line.
 *
 * @param question.visible shows what is typed, on a screen of its own
 * @throws OnRecordError `locked` when the person stops
 * @example
 * const typed = await askAtTerminal(terminal, { words: 'Passphrase: ', visible: false });
 */
export async function askAtTerminal(
  terminal: AskedTerminal,
  question: { readonly words: string; readonly visible: boolean },
): Promise<string> {
  const { input } = terminal;
  const { words, visible } = question;
  input.setRawMode(true);
  try {
    terminal.write(visible ? `${OTHER_SCREEN}${words}\r\n` : words);
    const text = await readLine(terminal, visible);
    if (text !== null) return text;
  } finally {
    input.pause();
    input.setRawMode(false);
    terminal.write(visible ? FIRST_SCREEN : '\n');
    terminal.close();
  }
  throw new OnRecordError('locked', 'Stopped at the question: nothing was opened and nothing was changed.');
}

/** The typed line; null when the person stopped or the terminal went away. */
function readLine({ input, write }: AskedTerminal, visible: boolean): Promise<string | null> {
  const line = secretLine();
  const decoder = new StringDecoder('utf8');
  return new Promise((resolve) => {
    const settle = (text: string | null): void => {
      input.off('data', onData);
      input.off('end', onGone);
      input.off('error', onGone);
      resolve(text);
    };
    const onGone = (): void => settle(null);
    const onData = (chunk: Buffer): void => {
      const before = line.text;
      const state = line.feed(decoder.write(chunk));
      if (visible) write(changeOf(before, line));
      if (state !== 'open') settle(state === 'done' ? line.text : null);
    };
    input.on('data', onData);
    input.on('end', onGone);
    input.on('error', onGone);
    input.resume();
  });
}

/** What to write so that the screen shows the line after it changed. */
function changeOf(before: string, { text }: SecretLine): string {
  if (text.startsWith(before)) return text.slice(before.length);
  return before.startsWith(text) ? '\b \b'.repeat(before.length - text.length) : `\r\n${text}`;
}
