import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type AskedTerminal, askAtTerminal } from './ask-at-terminal.ts';
import { openPassphraseSource } from './passphrase-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-passphrase-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const source = openPassphraseSource();

function fileOf(content: string | Uint8Array, mode = 0o600): string {
  const path = join(folder, `${Math.floor(performance.now() * 1000)}.txt`);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

test.each<readonly [string, string | Uint8Array, string]>([
  ['one line', 'five dull words\n', 'five dull words'],
  ['no line feed', 'five dull words', 'five dull words'],
  ['a Windows line', 'five dull words\r\nmore\r\n', 'five dull words'],
  ['a byte order mark', '\ufefffive\n', 'five'],
  ['spaces are part of it', '  five \n', '  five '],
  ['Cyrillic', 'слово\n', 'слово'],
  ['nothing', '', ''],
])('the first line of a file: %s', async (_, content, line) => {
  expect(await source.firstLineOfFile(fileOf(content))).toEqual({ line, othersCanRead: false });
});

test.each([
  [0o600, false],
  [0o640, true],
  [0o604, true],
  [0o400, false],
])('a file with the rights %o: others can read it: %s', async (mode, othersCanRead) => {
  expect((await source.firstLineOfFile(fileOf('x\n', mode))).othersCanRead).toBe(othersCanRead);
});

test.each<readonly [string, () => string, string, RegExp]>([
  ['a file that is not there', () => join(folder, 'none'), 'file-vanished', /does not exist/],
  ['a folder', () => folder, 'unreadable-file', /folder/],
  [
    'bytes that are no text',
    () => fileOf(Buffer.from([0xff, 0xfe, 0x41, 0x0a])),
    'unreadable-file',
    /not UTF-8/,
  ],
  ['a very long line', () => fileOf('SECRET'.repeat(10_000)), 'unreadable-file', /longer than/],
])('%s is refused, and nothing of it is repeated', async (_, path, code, message) => {
  const error: unknown = await source.firstLineOfFile(path()).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(String(error)).not.toMatch(/SECRET/);
});

test('two lines of one descriptor, one after the other', async () => {
  const descriptor = openSync(fileOf('old words\nnew words\r\n'), 'r');
  expect(await source.nextLineOfDescriptor(descriptor)).toBe('old words');
  expect(await source.nextLineOfDescriptor(descriptor)).toBe('new words');
  expect(await source.nextLineOfDescriptor(descriptor)).toBe('');
  closeSync(descriptor);
});

test.each([-1, 1, 2, 1.5, Number.NaN])('descriptor %s is refused', async (descriptor) => {
  await expect(source.nextLineOfDescriptor(descriptor)).rejects.toMatchObject({ code: 'bad-usage' });
});

test('a descriptor that is not open is refused in words', async () => {
  await expect(source.nextLineOfDescriptor(9999)).rejects.toThrow(
    /descriptor 9999: it is not open for reading/,
  );
});

/** A terminal of arrays. */
function fakeTerminal() {
  const raw: boolean[] = [];
  const written: string[] = [];
  const listeners = new Map<string, (chunk: Buffer) => void>();
  const state = { closed: 0 };
  const input = {
    setRawMode: (on: boolean) => raw.push(on),
    on: (name: string, listener: (chunk: Buffer) => void) => listeners.set(name, listener),
    off: (name: string) => listeners.delete(name),
    resume: () => undefined,
    pause: () => undefined,
  };
  const terminal: AskedTerminal = {
    input: input as unknown as AskedTerminal['input'],
    write: (text) => void written.push(text),
    close: () => {
      state.closed += 1;
    },
  };
  const type = (bytes: Uint8Array | string): void => listeners.get('data')?.(Buffer.from(bytes));
  return { terminal, raw, written, state, type, listeners };
}

test('what is typed is not written, and a character cut between two chunks stays whole', async () => {
  const { terminal, raw, written, state, type, listeners } = fakeTerminal();
  const asked = askAtTerminal(terminal, { words: 'Passphrase: ', visible: false });
  const bytes = Buffer.from('ключ\r');
  type(bytes.subarray(0, 3));
  type(bytes.subarray(3));
  expect(await asked).toBe('ключ');
  expect(written).toEqual(['Passphrase: ', '\n']);
  expect([raw, state.closed, listeners.size]).toEqual([[true, false], 1, 0]);
});

test('visible typing is shown on a screen that is left again', async () => {
  const { terminal, written, type } = fakeTerminal();
  const asked = askAtTerminal(terminal, { words: 'Key', visible: true });
  type('ab');
  type('x\u007f');
  type('\u007fc');
  type('\r');
  expect(await asked).toBe('ac');
  expect(written.join('')).toBe('\u001b[?1049h\u001b[HKey\r\nab\r\nac\u001b[?1049l');
});

test.each(['abc\u0003', '\u0004'])('stopping leaves the terminal as it was', async (keys) => {
  const { terminal, raw, state, type } = fakeTerminal();
  const asked = askAtTerminal(terminal, { words: 'Passphrase: ', visible: false });
  type(keys);
  await expect(asked).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringMatching(/nothing was changed/),
  });
  expect([raw, state.closed]).toEqual([[true, false], 1]);
});

test('a terminal that goes away is a stop', async () => {
  const { terminal, listeners, raw } = fakeTerminal();
  const asked = askAtTerminal(terminal, { words: '', visible: false });
  listeners.get('end')?.(Buffer.alloc(0));
  await expect(asked).rejects.toMatchObject({ code: 'locked' });
  expect(raw).toEqual([true, false]);
});

const PROGRAM = `
import { openPassphraseSource } from '${pathToFileURL(join(import.meta.dirname, 'passphrase-source.ts'))}';
import { writeFileSync } from 'node:fs';
const source = openPassphraseSource();
const say = (text) => writeFileSync(process.env.ANSWERS, text + '\\n', { flag: 'a' });
for (const question of ['First? ', 'Second? ']) {
  await source.ask(question).then((typed) => say(String(typed)), (error) => say(error.code));
}
`;

const hasScript = process.platform === 'linux' && spawnSync('sh', ['-c', 'command -v script']).status === 0;
if (!hasScript)
  test.skip('SKIPPED: a real terminal is tested where "script" of util-linux is', () => undefined);
else
  test('at a real terminal: nothing typed is shown, and the terminal shows typing again afterwards', () => {
    mkdirSync(join(folder, 'terminal'));
    const [program, answers, run] = ['ask.mjs', 'answers', 'run.sh'].map((name) =>
      join(folder, 'terminal', name),
    );
    if (program === undefined || answers === undefined || run === undefined) return expect.unreachable();
    writeFileSync(program, PROGRAM);
    writeFileSync(run, `"${process.execPath}" --no-warnings "${program}"\nstty -a\n`);
    const keys = `(sleep 1.2; printf 'dull words\\r'; sleep 0.6; printf 'half\\003'; sleep 0.8)`;
    const done = spawnSync('sh', ['-c', `${keys} | script -qefc "sh ${run}" /dev/null`], {
      encoding: 'utf8',
      env: { ...process.env, ANSWERS: answers },
    });
    expect(existsSync(answers) ? readFileSync(answers, 'utf8') : done.stdout).toBe('dull words\nlocked\n');
    expect(done.stdout).toMatch(/First\? \r\n[\s\S]*Second\? \r\n/);
    expect(done.stdout).not.toMatch(/dull|half/);
    expect(done.stdout).toMatch(/ icanon/);
    expect(done.stdout).toMatch(/ echo /);
  });

test('without a terminal nobody is asked and nothing waits', () => {
  writeFileSync(join(folder, 'ask.mjs'), PROGRAM);
  const answers = join(folder, 'answers');
  spawnSync(process.execPath, ['--no-warnings', join(folder, 'ask.mjs')], {
    input: 'words\n',
    env: { ...process.env, ANSWERS: answers },
    timeout: 20_000,
  });
  expect(readFileSync(answers, 'utf8')).toBe('null\nnull\n');
});
