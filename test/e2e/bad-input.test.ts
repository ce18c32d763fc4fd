/**
 * Bad input, from outside: each kind gives one message with the file's name and what to do, the documented exit
 * code, and the rest of the batch goes on. Then interruptions: Ctrl-C and kill -9 in the middle of a capture.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bomb, fromTheFuture, hugePage, junk, wronglyDeclared } from './bad-files.ts';
import { newPlace, type Place } from './cli-fixture.ts';
import { type Held, holdVault } from './hold-vault.ts';

const IS_ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;

/** Messages on standard error, each on one line: wrapped lines are indented. */
function messages(err: string): string[] {
  return err
    .replaceAll(/\n +/gu, ' ')
    .split('\n')
    .filter((line) => line !== '');
}

function verifiesClean(place: Place, vault = 'onrecord-vault'): void {
  const ran = place.run(['verify', '--vault', vault, '--json']);
  expect(JSON.parse(ran.out)).toMatchObject({ ok: true, faults: [] });
  expect(ran.code).toBe(0);
}

describe('a bad file among good ones', () => {
  let place: Place;
  beforeAll(() => {
    place = newPlace();
    place.run(['init', '--no-encryption']);
  });
  afterAll(() => {
    verifiesClean(place);
    place.remove();
  });

  const pdf = readFileSync(new URL('../../examples/reports/13-open-door-report.pdf', import.meta.url));
  const lone = Buffer.from('The Courier said \xed\xa0\x80 that 11 people were killed.', 'latin1');
  const rows: readonly [string, () => string | Uint8Array | null, number, RegExp][] = [
    ['empty.html', () => '', 3, /empty\.html is empty.*save it again/],
    ['junk.html', junk, 0, /junk\.html: stored without text: .*save it as PDF or text/],
    ['cut.pdf', () => pdf.subarray(0, pdf.length / 3), 0, /cut\.pdf: stored without text: .*complete copy/],
    [
      'bomb.docx',
      () => bomb('word/document.xml', 300),
      0,
      /bomb\.docx: stored without text: .*more than 200 MB/,
    ],
    [
      'bomb.wacz',
      () => bomb('archive/data.warc', 300),
      0,
      /bomb\.wacz: stored without text: .*more than 200 MB/,
    ],
    ['huge.html', hugePage, 0, /huge\.html: .*cut at 5000000 .*bytes are kept/],
    ['wrong-encoding.html', wronglyDeclared, 0, /wrong-encoding\.html: Declared utf-8, .*windows-1252/],
    ['surrogate.json', () => '{"text":"\\ud800 eleven were killed"}', 0, /surrogate\.json: .*U\+FFFD/],
    ['surrogate.txt', () => lone, 0, /surrogate\.txt: .*(U\+FFFD|windows-1252)/],
    ['future.html', fromTheFuture, 0, /future\.html: .*2099-01-01 .*future.*onrecord describe/],
    ['gone.html', () => null, 3, /gone\.html.*Check the spelling/],
  ];

  test.each(rows)('%s', (name, content, exit, message) => {
    const bytes = content();
    if (bytes !== null) place.write(name, bytes);
    place.write(`after-${name}.txt`, `The council of ${name} met on Tuesday, the mayor said.`);
    const ran = place.run(['capture', name, `after-${name}.txt`, '--lang', 'en']);
    expect(messages(ran.err).filter((line) => /^[✗!]/u.test(line) && line.includes(name))).toEqual([
      expect.stringMatching(message),
      ...(exit === 0 ? [] : []),
    ]);
    expect(ran.code).toBe(exit);
    expect(ran.out).toMatch(exit === 0 ? /2 of 2 files newly stored/ : /1 of 2 files newly stored, 1 failed/);
    if (bytes === null) return;
    const again = JSON.parse(place.run(['capture', name, `after-${name}.txt`, '--json']).out);
    expect(again).toMatchObject(exit === 0 ? { stored: 2 } : { stored: 1, failed: 1 });
  });

  test('a file above the limit is refused with the limit', () => {
    place.write('big.txt', 'x'.repeat(300_000));
    const ran = place.run(['capture', 'big.txt', '--max-mib', '0.2', '--json']);
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.out).events[0]).toMatchObject({ state: 'failed', code: 'too-large' });
  });

  test.skipIf(!IS_ROOT)('a file without permission', () => {
    const own = newPlace();
    chmodSync(own.dir, 0o777);
    own.run(['init', '--no-encryption'], { as: NOBODY });
    chmodSync(own.write('closed.txt', 'The mayor said so.'), 0o600);
    chmodSync(own.write('open.txt', 'The governor said so.'), 0o644);
    const ran = own.run(['capture', 'closed.txt', 'open.txt'], { as: NOBODY });
    expect(messages(ran.err)).toEqual([expect.stringMatching(/closed\.txt cannot be read .*permission/)]);
    expect(ran).toMatchObject({ code: 3, out: expect.stringContaining('1 of 2 files newly stored') });
    own.remove();
  });
});

/** A folder of 300 reports, being captured; held with some of them stored. */
async function caughtInTheMiddle(): Promise<{
  place: Place;
  held: Held;
  running: ReturnType<Place['start']>;
  at: (index: number) => string;
}> {
  const place = newPlace();
  place.run(['init', '--no-encryption']);
  mkdirSync(join(place.dir, 'reports'));
  const at = (index: number): string => join(place.dir, 'reports', `${String(index).padStart(3, '0')}.txt`);
  for (let index = 0; index < 300; index += 1)
    writeFileSync(at(index), `Report ${index}: the road was closed, the mayor said.`);
  const running = place.start(['capture', 'reports']);
  const held = await holdVault(join(place.dir, 'onrecord-vault'), 3);
  expect(held.stored).toBeLessThan(290);
  return { place, held, running, at };
}

/** Lets a signal reach the other process before the vault is let go. */
function signalArrives(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}

function sourcesIn(place: Place): number {
  return JSON.parse(place.run(['show', '--sources', '--json']).out).sources.length;
}

describe('in the middle of a capture', () => {
  test('a file vanishes: told by name, the rest goes on', async () => {
    const { place, held, running, at } = await caughtInTheMiddle();
    rmSync(at(299));
    held.release();
    const ran = await running.ended;
    expect(messages(ran.err).filter((line) => /^[✗!]/u.test(line))).toEqual([
      expect.stringMatching(/reports\/299\.txt .*gone.*Run the same command/),
    ]);
    expect(ran).toMatchObject({
      code: 3,
      out: expect.stringContaining('299 of 300 files newly stored, 1 failed'),
    });
    verifiesClean(place);
    place.remove();
  });

  test('Ctrl-C stops after the current file; the second run goes on and stores nothing twice', async () => {
    const { place, held, running } = await caughtInTheMiddle();
    running.interrupt();
    await signalArrives();
    held.release();
    const first = await running.ended;
    expect(first.err).toMatch(/Stopping after this file/);
    const [, stored, seen] =
      /^(\d+) of (\d+) files newly stored\.\nStopped before the end\. Run the same command again/u.exec(
        first.out,
      ) ?? [];
    expect(stored).toBe(seen);
    expect(Number(stored)).toBeGreaterThanOrEqual(held.stored);
    expect(Number(stored)).toBeLessThan(300);
    expect(first.code).toBe(3);
    expect(sourcesIn(place)).toBe(Number(stored));
    const second = place.run(['capture', 'reports']);
    expect(second.out).toMatch(
      `${300 - Number(stored)} of 300 files newly stored, ${stored} of 300 already stored.\n`,
    );
    expect(second.code).toBe(0);
    expect(place.run(['capture', 'reports']).out).toBe('300 of 300 already stored. Nothing new.\n');
    expect(sourcesIn(place)).toBe(300);
    verifiesClean(place);
    place.remove();
  });

  test('kill -9 leaves a vault that verifies clean and goes on', async () => {
    const { place, held, running } = await caughtInTheMiddle();
    running.kill();
    expect((await running.ended).code).toBeNull();
    held.release();
    verifiesClean(place);
    expect(sourcesIn(place)).toBe(held.stored);
    const rest = 300 - held.stored;
    expect(place.run(['capture', 'reports']).out).toMatch(
      `${rest} of 300 files newly stored, ${held.stored} of 300 already stored`,
    );
    expect(sourcesIn(place)).toBe(300);
    verifiesClean(place);
    place.remove();
  });
});

describe('a vault that cannot be written', () => {
  test('read-only: told before any work, and it can still be read', () => {
    const place = newPlace();
    const vault = join(place.dir, 'onrecord-vault');
    place.run(['init', '--no-encryption']);
    place.write('a.txt', 'The mayor said that 3 people were killed in Kessar.');
    place.run(['capture', 'a.txt', '--lang', 'en']);
    place.write('b.txt', 'Another report.');
    const who = IS_ROOT ? { as: NOBODY } : {};
    if (IS_ROOT) {
      chmodSync(place.dir, 0o755);
      execFileSync('chmod', ['-R', 'a+rX', vault]);
    } else execFileSync('chmod', ['-R', 'a-w', vault]);
    for (const args of [['capture', 'b.txt'], ['propose'], ['accept', 'clm_k3v9q', '--by', 'A. Archivist']]) {
      const ran = place.run(args, who);
      expect(messages(ran.err).join(' ').replaceAll('\n', ' ')).toMatch(
        /onrecord-vault can be read by you but not written: nothing was stored\. Change the permissions/,
      );
      expect(ran).toMatchObject({ code: 5, out: '' });
    }
    for (const args of [['show'], ['claims'], ['toll'], ['verify'], ['doctor'], ['search', 'mayor']])
      expect(place.run(args, who).code).toBe(0);
    execFileSync('chmod', ['-R', 'u+w', vault]);
    place.remove();
  });

  test('a full disk: told with the file and what to do; what was stored is readable and whole', ({
    skip,
  }) => {
    const disk = mkdtempSync(join(tmpdir(), 'onrecord-small-disk-'));
    const mounted =
      IS_ROOT && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status === 0;
    if (!mounted) {
      rmSync(disk, { recursive: true });
      skip('skipped: this user may not mount a small disk');
    }
    const place = newPlace();
    const vault = join(disk, 'vault');
    try {
      mkdirSync(join(place.dir, 'many'));
      for (let index = 0; index < 60; index += 1) {
        const words = `Report ${index}: the road to Upper Town was closed, the mayor said. `.repeat(1200);
        writeFileSync(join(place.dir, 'many', `${index}.txt`), words);
      }
      place.run(['init', '--no-encryption', '--vault', vault]);
      const ran = place.run(['capture', 'many', '--vault', vault]);
      expect(ran.code).toBe(5);
      const err = ran.err.replaceAll('\n', ' ');
      expect(err).toMatch(/many\/\d+\.txt was not stored\./);
      expect(err).toMatch(/space|room/);
      const stored = Number(/(\d+) of \d+ files newly stored/.exec(ran.err)?.[1]);
      expect(stored).toBeGreaterThan(2);
      const { sources } = JSON.parse(place.run(['show', '--sources', '--vault', vault, '--json']).out);
      expect(sources).toHaveLength(stored);
      verifiesClean(place, vault);
    } finally {
      execFileSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true });
      place.remove();
    }
  });
});

describe('two processes', () => {
  let place: Place;
  beforeAll(() => {
    place = newPlace();
    place.run(['init', '--no-encryption']);
  });
  afterAll(() => place.remove());

  test('capturing at once: nothing is lost, nothing is twice', async () => {
    for (const side of ['left', 'right']) {
      mkdirSync(join(place.dir, side));
      for (let index = 0; index < 20; index += 1)
        writeFileSync(join(place.dir, side, `${index}.txt`), `${side} report ${index}: the council met.`);
      writeFileSync(join(place.dir, side, 'both.txt'), 'The same report on both sides.');
    }
    const ran = await Promise.all([
      place.start(['capture', 'left']).ended,
      place.start(['capture', 'right']).ended,
    ]);
    expect(ran.map(({ code }) => code)).toEqual([0, 0]);
    expect(place.run(['capture', 'left', 'right']).out).toMatch(/42 of 42 already stored/);
    expect(JSON.parse(place.run(['show', '--sources', '--json']).out).sources).toHaveLength(41);
    verifiesClean(place);
  });

  test('one holds the vault: the other waits, then says so', () => {
    place.write('late.txt', 'A late report.');
    const other = new Database(join(place.dir, 'onrecord-vault', 'data-1', 'record.sqlite'));
    try {
      other.exec('BEGIN IMMEDIATE');
      const ran = place.run(['capture', 'late.txt', '--json']);
      expect(ran.code).toBe(5);
      expect(JSON.parse(ran.err).error).toMatchObject({ code: 'vault-busy', exit: 5 });
      expect(JSON.parse(ran.err).error.message).toMatch(/again/);
    } finally {
      other.close();
    }
    expect(place.run(['capture', 'late.txt']).out).toMatch(/1 of 1 files newly stored/);
  });
});
