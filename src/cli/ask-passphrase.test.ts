import { expect, test } from 'vitest';
import type { PassphraseSource } from '../desk/ports/passphrase-source.ts';
import { askPassphrase, type PassphraseKind, refusePassphraseArgument } from './ask-passphrase.ts';
import type { Terminal } from './terminal.ts';

/** A source of arrays: what is typed, what files hold, and what descriptors give. */
function given(typed: readonly (string | null)[] | null, othersCanRead = false) {
  const asked: string[] = [];
  const told: string[] = [];
  const answers = [...(typed ?? [])];
  const source: PassphraseSource = {
    ask: async (question) => {
      asked.push(question);
      return typed === null ? null : (answers.shift() ?? null);
    },
    firstLineOfFile: async (path) => ({ line: `line of ${path}`, othersCanRead }),
    nextLineOfDescriptor: async (descriptor) => `line of ${descriptor}`,
  };
  const terminal = {
    paper: { width: 100, colour: false },
    json: false,
    err: (...lines: string[]) => void told.push(...lines),
  } as unknown as Terminal;
  const ask = (
    kind: PassphraseKind,
    options: Record<string, string> = {},
    env: Record<string, string> = {},
  ) => askPassphrase({ source, options, terminal, vault: './kessar', kind, env });
  return { ask, asked, told };
}

const LONG = 'five dull words in a row';

test.each<readonly [string, PassphraseKind, Record<string, string>, Record<string, string>, string]>([
  ['a file', 'current', { passphraseFile: 'f' }, {}, 'line of f'],
  ['a descriptor', 'current', { passphraseFd: '3' }, {}, 'line of 3'],
  ['the variable', 'current', {}, { ONRECORD_PASSPHRASE_FILE: 'v' }, 'line of v'],
  [
    'a flag before the variable',
    'first',
    { passphraseFd: '0' },
    { ONRECORD_PASSPHRASE_FILE: 'v' },
    'line of 0',
  ],
  ['a new one from a file', 'next', { newPassphraseFile: 'n', passphraseFile: 'f' }, {}, 'line of n'],
  ['a new one from a descriptor', 'next', { newPassphraseFd: '4' }, {}, 'line of 4'],
])('from %s', async (_, kind, options, env, passphrase) => {
  const { ask, asked } = given(null);
  expect(await ask(kind, options, env)).toEqual({ passphrase, typed: false });
  expect(asked).toEqual([]);
});

test('at the terminal: once for the one that opens, twice for a new one', async () => {
  const current = given(['short']);
  expect(await current.ask('current')).toEqual({ passphrase: 'short', typed: true });
  expect([current.asked, current.told]).toEqual([['Passphrase for ./kessar: '], []]);
  const first = given([LONG, LONG]);
  expect(await first.ask('first')).toEqual({ passphrase: LONG, typed: true });
  expect(first.asked).toEqual(['New passphrase for ./kessar: ', 'The same again: ']);
  expect(first.told).toEqual([]);
});

test('the variable that names the old passphrase is never taken for the new one', async () => {
  await expect(given(null).ask('next', {}, { ONRECORD_PASSPHRASE_FILE: 'v' })).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringMatching(
      /A new passphrase is needed.*--new-passphrase-file FILE; --new-passphrase-fd/,
    ),
  });
});

test('two that differ are asked for again, and after three tries it ends', async () => {
  const once = given([LONG, 'other', LONG, LONG]);
  expect((await once.ask('next')).passphrase).toBe(LONG);
  expect(once.told).toEqual(['The two were not the same.']);
  const never = given(['a', 'b', 'c', 'd', '', 'f']);
  await expect(never.ask('first')).rejects.toThrow(/after 3 tries/);
});

test('nothing typed is asked for again', async () => {
  const { ask, told } = given(['', ' ', 'words']);
  expect((await ask('current')).passphrase).toBe('words');
  expect(told).toHaveLength(2);
});

test('no way at all: the three ways are said', async () => {
  await expect(given(null).ask('current')).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringMatching(
      /no terminal.*when asked at a terminal.*--passphrase-file FILE.*ONRECORD_PASSPHRASE_FILE.*--passphrase-fd NUMBER/,
    ),
  });
});

test('a file and a descriptor together are refused', async () => {
  await expect(given(null).ask('current', { passphraseFile: 'f', passphraseFd: '3' })).rejects.toThrow(
    /not both/,
  );
});

test('a file that others can read is told', async () => {
  const { ask, told } = given(null, true);
  await ask('current', { passphraseFile: 'f' });
  expect(told.join(' ')).toMatch(/Other users.*chmod 600 f/);
});

test('a short new passphrase is advised against; a long one and the old one are not', async () => {
  const short = given(['short', 'short']);
  await short.ask('first');
  expect(short.told.join(' ')).toMatch(/short/);
  expect(short.told.join(' ')).not.toMatch(/"short"/);
});

test.each([
  [['--passphrase', 'hunter2']],
  [['--passphrase=hunter2']],
  [['--vault', 'v', '--password=hunter2']],
  [['--new-passphrase', 'hunter2']],
  [['--recovery-key=hunter2']],
])('%j is refused with the reason, and not repeated', (argv) => {
  const error = thrownBy(() => refusePassphraseArgument(argv));
  expect(error).toMatchObject({
    code: 'bad-usage',
    message: expect.stringMatching(/never taken from the command line/),
  });
  expect(String(error)).not.toMatch(/hunter2/);
});

test.each([
  [['--passphrase-file', 'f']],
  [['--passphrase-fd=3']],
  [['--recovery-key']],
  [['--new-recovery-key']],
  [['--', '--passphrase']],
  [['--title', 'passphrase']],
])('%j is not refused', (argv) => {
  expect(thrownBy(() => refusePassphraseArgument(argv))).toBeNull();
});

function thrownBy(run: () => void): unknown {
  try {
    run();
    return null;
  } catch (error) {
    return error;
  }
}
