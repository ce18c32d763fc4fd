/**
 * A day of work in an encrypted vault, with invented words in everything that a person types or stores. None of them may lie
 * in clear in the vault, the backup, temporary files, the agent's folder or the home folder, neither afterwards nor while
 * commands run, nor be printed by a command that fails. And no command opens a vault without its key.
 */
import { openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { CANARIES, canaryFiles, PASSPHRASE, WRONG_PASSPHRASE } from './canary/canary-words.ts';
import { type Scanner, scannerFor } from './canary/hidden-words.ts';
import { type Finished, type PrivatePlace, privatePlace, writeAll } from './canary/private-place.ts';

const WORDS = [...Object.values(CANARIES), 'wobblethwaite'];
const LONG = 300_000;
/** Comes in as a list of people, not as a source that is read. */
const LIST = 'people.csv';

/** Commands that are there in this version; the others of a day are left out, and named. */
const KNOWN = new Set(COMMANDS.map(({ name }) => name));

let scanner: Scanner;
let place: PrivatePlace;
let words = '';

beforeAll(() => {
  scanner = scannerFor(WORDS);
  place = privatePlace(scanner);
  writeAll(place.work, canaryFiles());
  words = join(place.work, 'words.txt');
  writeFileSync(words, `${PASSPHRASE}\n`, { mode: 0o600 });
  writeFileSync(join(place.work, 'wrong.txt'), `${WRONG_PASSPHRASE}\n`, { mode: 0o600 });
});
afterAll(async () => {
  await place.run(['lock']);
  place.remove();
});

async function done(
  args: readonly string[],
  options: Parameters<PrivatePlace['run']>[1] = {},
): Promise<Finished> {
  const ran = await place.run(args, options);
  expect(ran, `onrecord ${args.join(' ')}`).toMatchObject({ code: 0 });
  return ran;
}

async function listed(args: readonly string[]): Promise<
  readonly {
    readonly id: string;
    readonly source: { readonly id: string };
    readonly proposition: { readonly id: string };
  }[]
> {
  const { out } = await done([...args, '--json']);
  return out
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe('a day of work', () => {
  const by = ['--by', `A. ${CANARIES.person}`];

  test('goes through all commands', { timeout: LONG }, async () => {
    await done(['init', '--passphrase-file', words]);
    await done(['unlock', '--passphrase-file', words]);
    for (const name of Object.keys(canaryFiles()).filter((one) => one !== LIST))
      await done(['capture', name]);
    await done(['capture', '-', '--publisher', `${CANARIES.piped} Post`], {
      input: `The ${CANARIES.piped} committee said that 30 residents were displaced in Velin.`,
    });
    await done(['list', 'import', LIST, '--name', `${CANARIES.listName} list`, '--agree', ...by]);
    expect((await done(['list', 'show', `${CANARIES.listName} list`])).out).toContain(CANARIES.listed);
    await done(['propose']);
    const claims = await listed(['claims', '--include-proposed']);
    const [one, two, three] = claims;
    if (one === undefined || two === undefined || three === undefined)
      throw new Error('too few claims were found');
    await done(['accept', one.id, ...by]);
    await done(['reject', two.id, ...by, '--reason', `the ${CANARIES.reason} list has another number`]);
    const voices = ['voice', 'distinct', one.id, three.id];
    await done([...voices, ...by, '--reason', `the ${CANARIES.reason} list names both`]);
    await done([
      'group',
      'split',
      three.id,
      '--text',
      'women in another town',
      ...by,
      '--reason',
      `another event: ${CANARIES.groupReason}`,
    ]);
    const reworded = ['reword', three.proposition.id, '--text', `${CANARIES.groupReason} women in a town`];
    await done([...reworded, ...by, '--reason', `as ${CANARIES.reason} says`]);
    await done(['describe', one.source.id, '--title', `${CANARIES.described} in April`, ...by]);
    expect((await done(['search', CANARIES.text])).out).toContain(CANARIES.text);
    await done(['search', CANARIES.query]);
    await done(['trace']);
    for (const command of ['show', 'claims', 'positions', 'origins', 'toll', 'responses'])
      await done([command, '--include-proposed']);
    await custodyOf(one.source.id, by);
    if (KNOWN.has('backup')) {
      const file = join(place.vault, '..', 'backup', 'day.backup');
      await done(['backup', file, '--passphrase-file', words]);
      await done(['backup', file, '--check', '--passphrase-file', words]);
    }
    await done(['verify']);
    await done(['lock']);
    expect(place.look()).toEqual([]);
    expect(scanner.files()).toBeGreaterThan(5);
  });

  async function custodyOf(source: string, who: readonly string[]): Promise<void> {
    if (KNOWN.has('custody')) {
      await done(['custody', source, '--note', `handed over by ${CANARIES.note}`, ...who]);
      expect((await done(['custody', source])).out).toContain(CANARIES.note);
    }
    if (KNOWN.has('timestamp')) {
      const { code } = await place.run([
        'timestamp',
        '--authority',
        'http://127.0.0.1:9/tsr',
        ...(KNOWN.has('settings') ? [] : []),
      ]);
      expect(code).toBe(3);
    }
  }

  test('neither database begins as SQLite files do, and no word lies in any file', () => {
    const first = Buffer.alloc(16);
    for (const file of ['record.sqlite', 'reuse.sqlite']) {
      readSync(openSync(join(place.vault, 'data-1', file), 'r'), first, 0, 16, 0);
      expect(first.toString('latin1')).not.toBe('SQLite format 3\u0000');
    }
    expect(place.look()).toEqual([]);
  });

  test('commands that fail repeat none of the words', { timeout: LONG }, async () => {
    const wrong = ['--passphrase-file', join(place.work, 'wrong.txt')];
    writeFileSync(
      join(place.work, 'faulty.csv'),
      `No,Name,Age,Died\n1,${CANARIES.listed},${CANARIES.listedPlace},${CANARIES.listedSpelling}\n1,${CANARIES.listed},999,44/44/2021\n`,
    );
    writeFileSync(join(place.work, 'broken.pdf'), `%PDF-1.7 ${CANARIES.pdf} ${CANARIES.text}`);
    const runs = [
      ['show', ...wrong],
      ['search', CANARIES.query, ...wrong],
      ['show', '--passphrase', PASSPHRASE],
      ['show', `--passphrase=${PASSPHRASE}`],
      ['capture', 'broken.pdf', '--passphrase-file', words],
      ['unlock', ...wrong],
      ['accept', 'clm_0000', '--by', 'Somebody', '--passphrase-file', words],
      [
        'list',
        'import',
        'faulty.csv',
        '--name',
        'x',
        '--agree',
        '--by',
        'Somebody',
        '--passphrase-file',
        words,
      ],
    ];
    for (const args of runs) {
      const { code, out, err } = await place.run(args);
      expect(code === 0 && args[0] !== 'capture', args.join(' ')).toBe(false);
      expect(scanner.inText(args.join(' '), out + err)).toEqual([]);
    }
    expect(place.look()).toEqual([]);
  });
});

/** Words that stand in the list alone. */
const LISTED = [CANARIES.listed, CANARIES.listedSpelling, CANARIES.listedPlace];

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('without a key', () => {
  /** What a command needs before it would open the vault. */
  const NEEDS: Readonly<Record<string, readonly string[]>> = {
    capture: ['mail.eml'],
    describe: ['src_00', '--title', 'x', '--by', 'Somebody'],
    accept: ['clm_00', '--by', 'Somebody'],
    reject: ['clm_00', '--by', 'Somebody', '--reason', 'x'],
    group: ['split', 'clm_00', '--by', 'Somebody', '--reason', 'x'],
    reword: ['prp_00', '--text', 'x', '--by', 'Somebody', '--reason', 'x'],
    place: ['withdraw', 'plc_00', '--by', 'Somebody', '--reason', 'x'],
    incident: ['withdraw', 'inc_00', '--by', 'Somebody', '--reason', 'x'],
    link: ['cut', 'lnk_00', '--by', 'Somebody', '--reason', 'x'],
    voice: ['same', 'act_00', 'act_01', '--by', 'Somebody', '--reason', 'x'],
    people: ['decisions'],
    outlet: ['list'],
    list: ['show'],
    search: ['weavers'],
    export: ['src_00', '--out', 'package', '--by', 'Somebody'],
    custody: ['src_00'],
    copy: ['src_00', 'copied.eml', '--to', 'Somebody', '--by', 'Somebody'],
    transfer: ['src_00', '--to', 'Somebody', '--reason', 'x', '--by', 'Somebody'],
    erase: ['src_00', '--yes', '--by', 'Somebody', '--reason', 'x'],
    timestamp: ['--authority', 'http://127.0.0.1:9/tsr'],
    backup: ['keyless.backup'],
    move: ['--to', 'postgres://127.0.0.1:9/nowhere'],
    jobs: ['list'],
    worker: ['--once'],
    team: ['list'],
    settings: ['--log-views', 'on', '--by', 'Somebody'],
    member: ['list'],
    compartment: ['list'],
    case: ['list'],
    clear: ['--list'],
    handle: ['src_00', '--as', 'public', '--because', 'x', '--by', 'Somebody'],
    redact: ['src_00', '--passage', '0-3', '--why', 'person', '--by', 'Somebody'],
    release: ['list'],
    dossier: ['--out', 'keyless-dossier'],
    card: ['prp_00', '--svg', 'keyless.svg'],
    import: ['uwazi', LIST, '--dry-run'],
    exchange: ['--as', 'csv', '--out', 'keyless-tables'],
  };
  /** Commands that open no vault that is there: they make another one, take a key away, or look at the
   * machine; `estimate` opens one only to keep its record, `counts` reads tables that it is given. */
  const OTHERS = new Set(['demo', 'init', 'restore', 'lock', 'doctor', 'estimate', 'counts']);
  beforeAll(async () => {
    await place.run(['lock']);
  });

  /** Of each kind one: every try of a passphrase costs a second. */
  const WRONG = ['show', 'capture', 'accept', 'dossier', 'verify', 'unlock', 'passphrase'];

  const opening = COMMANDS.map(({ name }) => name).filter((name) => !OTHERS.has(name));

  test.each(opening)(
    'onrecord %s says locked or asks for the passphrase, and changes nothing',
    { timeout: 60_000 },
    async (name) => {
      const before = readFileSync(join(place.vault, 'data-1', 'record.sqlite'));
      const { code, out, err } = await place.run([name, ...(NEEDS[name] ?? []), '--json']);
      expect(out).toBe('');
      const { error } = JSON.parse(err.trim().split('\n').at(-1) ?? '');
      expect(['locked', 'bad-usage']).toContain(error.code);
      expect(error.message).toMatch(/passphrase/i);
      expect([2, 8]).toContain(code);
      expect(scanner.inText(name, err)).toEqual([]);
      expect(readFileSync(join(place.vault, 'data-1', 'record.sqlite')).equals(before)).toBe(true);
    },
  );

  test.each(WRONG)('onrecord %s with a wrong passphrase says locked', { timeout: 60_000 }, async (name) => {
    const { code, out, err } = await place.run([
      name,
      ...(NEEDS[name] ?? []),
      '--json',
      '--passphrase-file',
      'wrong.txt',
    ]);
    expect({ code, out }).toEqual({ code: 8, out: '' });
    expect(JSON.parse(err.trim().split('\n').at(-1) ?? '').error.code).toBe('locked');
  });
});

/** The same look at sealed cases, in a vault without encryption: their own seal must be enough. */
describe('sealed cases', () => {
  let sealed: PrivatePlace;
  beforeAll(() => {
    sealed = privatePlace(scanner);
    writeAll(sealed.work, canaryFiles());
    writeFileSync(join(sealed.work, 'hers.txt'), `${PASSPHRASE}\n`, { mode: 0o600 });
    writeFileSync(join(sealed.work, 'wrong.txt'), `${WRONG_PASSPHRASE}\n`, { mode: 0o600 });
  });
  afterAll(() => sealed.remove());

  test('nothing of a case lies in clear, neither while commands run nor afterwards', {
    timeout: LONG,
  }, async () => {
    const mine = ['--member-passphrase-file', 'hers.txt'];
    const run = async (args: readonly string[], input = '') => {
      const ran = await sealed.run([...args, ...mine], { input });
      expect(ran, args.join(' ')).toMatchObject({ code: 0 });
      return ran.out;
    };
    expect(await sealed.run(['init', '--no-encryption'])).toMatchObject({ code: 0 });
    await run(['member', 'new', 'lena']);
    await run(['compartment', 'new', `${CANARIES.label} families`]);
    const given = `pseudonym: ${CANARIES.pseudonym}\nretainUntil: 2031-01-31\nnotes: [{text: ${CANARIES.caseNote}}]\napplications: [{to: ${CANARIES.caseNote}, kind: visa}]\n`;
    const { id } = JSON.parse(await run(['case', 'new', '-', '--json'], given));
    await run(['case', 'attach', id, 'mail.eml']);
    expect(await run(['case', 'show', id])).toContain(CANARIES.caseNote);
    expect(await run(['case', 'search', CANARIES.caseNote])).toContain(CANARIES.pseudonym);
    expect(await run(['case', 'counts', 'state', 'answer'])).toContain(CANARIES.caseNote);
    expect(await run(['case', 'counts', 'list'])).toContain('1 waiting');
    const spoilt = await sealed.run(['case', 'change', id, '-', ...mine], {
      input: `${CANARIES.caseNote}: [${CANARIES.caseNote}`,
    });
    expect(spoilt.code).toBe(2);
    expect(scanner.inText('a spoilt case', spoilt.out + spoilt.err)).toEqual([]);
    const wrong = await sealed.run(['case', 'list', '--member-passphrase-file', 'wrong.txt']);
    expect(wrong.code).toBe(8);
    expect(scanner.inText('a wrong passphrase', wrong.out + wrong.err)).toEqual([]);
    expect(sealed.look()).toEqual([]);
  });
});

describe('a vault without encryption', () => {
  let clear: PrivatePlace;
  let clearScanner: Scanner;
  let source = '';
  let claim = '';
  let proposition = '';

  beforeAll(async () => {
    clearScanner = scannerFor(WORDS);
    clear = privatePlace(clearScanner);
    writeAll(clear.work, canaryFiles());
    for (const args of [
      ['init', '--no-encryption'],
      ['capture', `${CANARIES.fileName}-page.html`],
      ['propose'],
    ])
      expect((await clear.run(args)).code).toBe(0);
    const { out } = await clear.run(['claims', '--include-proposed', '--json']);
    const [first] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    source = first.source.id;
    claim = first.id;
    proposition = first.proposition.id;
  }, LONG);
  afterAll(() => clear.remove());

  test('the same look finds the words there: it can fail', () => {
    const found = new Set(clear.look().map(({ word }) => word));
    for (const word of [CANARIES.text, CANARIES.title, CANARIES.actor, CANARIES.fileName, CANARIES.author])
      expect(found).toContain(word);
  });

  test('what is published holds nothing of a list of people', { timeout: LONG }, async () => {
    const by = ['--by', 'Somebody'];
    const imported = await clear.run(['list', 'import', LIST, '--name', CANARIES.listName, '--agree', ...by]);
    expect(imported).toMatchObject({ code: 0 });
    const shown = await clear.run(['list', 'show', CANARIES.listName]);
    for (const word of LISTED) expect(shown.out).toContain(word);
    const sources: { source: { id: string; kind: string } }[] = JSON.parse(
      (await clear.run(['show', '--sources', '--json'])).out,
    ).sources;
    const file = sources.find((one) => one.source.kind === 'list')?.source.id ?? '';
    expect((await clear.run(['dossier', '--out', 'list-pages', '--include-proposed'])).code).toBe(0);
    expect(
      (await clear.run(['export', source, '--to', 'Somebody', '--out', 'list-package', ...by])).code,
    ).toBe(0);
    expect((await clear.run(['export', file, '--include-sealed', '--out', 'file-package', ...by])).code).toBe(
      0,
    );
    for (const folder of ['list-pages', 'list-package']) {
      const found = filesUnder(join(clear.work, folder));
      expect(found.length).toBeGreaterThan(2);
      for (const path of found)
        for (const word of [...LISTED, CANARIES.listName])
          expect(readFileSync(path).includes(word), `${word} in ${path}`).toBe(false);
    }
    // The package of the very file holds the file, and tells of no listing beside it.
    const telling = filesUnder(join(clear.work, 'file-package')).filter((path) =>
      readFileSync(path).includes(CANARIES.listed),
    );
    expect(telling.map((path) => path.endsWith(LIST))).toEqual([true]);
  });

  const LINES: Readonly<Record<string, () => readonly string[]>> = {
    capture: () => ['mail.eml'],
    describe: () => [source, '--title', 'x', '--by', 'Somebody'],
    propose: () => [],
    trace: () => [],
    show: () => [],
    claims: () => [],
    positions: () => [],
    origins: () => [],
    toll: () => [],
    responses: () => [],
    search: () => ['weavers'],
    accept: () => [claim, '--by', 'Somebody'],
    reject: () => [claim, '--by', 'Somebody', '--reason', 'x'],
    group: () => ['split', claim, '--by', 'Somebody', '--reason', 'x'],
    reword: () => [proposition],
    place: () => ['list'],
    incident: () => ['list'],
    link: () => ['list'],
    voice: () => ['list'],
    people: () => ['decisions'],
    outlet: () => ['list'],
    clear: () => ['--list'],
    handle: () => [source, '--as', 'public', '--because', 'x', '--by', 'Somebody'],
    redact: () => [source, '--passage', '0-3', '--why', 'person', '--by', 'Somebody'],
    release: () => ['list'],
    dossier: () => ['--out', 'pages'],
    card: () => [proposition, '--svg', 'card.svg', '--include-proposed'],
    export: () => [source, '--out', 'package', '--by', 'Somebody'],
    custody: () => [source],
    copy: () => [source, 'copied.html', '--to', 'Somebody', '--by', 'Somebody'],
    transfer: () => [source, '--to', 'Somebody', '--reason', 'x', '--by', 'Somebody'],
    erase: () => ['src_00', '--yes', '--by', 'Somebody', '--reason', 'x'],
    timestamp: () => ['--authority', 'http://127.0.0.1:9/tsr'],
    settings: () => [],
    backup: () => ['clear.backup'],
    verify: () => [],
    checkpoint: () => [],
    witness: () => [],
    doctor: () => [],
  };
  const told = COMMANDS.map(({ name }) => name).filter((name) => name in LINES);

  test.each(told)('onrecord %s says that it is not encrypted', { timeout: 60_000 }, async (name) => {
    const { err } = await clear.run([name, ...(LINES[name]?.() ?? [])]);
    expect(err.replaceAll(/\s+/g, ' ')).toContain('This vault is NOT encrypted');
  });
});
