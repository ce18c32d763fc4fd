/** The command line from outside: every command, its JSON, its exit code, and bad input. */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { ARTICLE, newPlace, type Place } from './cli-fixture.ts';

describe('the way of one article', () => {
  let place: Place;
  let claim = '';
  let proposition = '';
  let source = '';
  const json = (args: string[]): unknown => {
    const ran = place.run([...args, '--json']);
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
    return JSON.parse(ran.out);
  };
  const lines = (
    args: string[],
  ): { id: string; stance: string; proposition: { id: string }; source: { id: string } }[] =>
    place
      .run([...args, '--json'])
      .out.trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  beforeAll(() => {
    place = newPlace();
    expect(place.run(['init', '--no-encryption']).code).toBe(0);
    place.write('a.html', ARTICLE);
    expect(place.run(['capture', 'a.html']).out).toMatch(/1 of 1 files newly stored/);
    expect(place.run(['propose']).out).toMatch(/1 text read/);
    const [first] = lines(['claims', '--include-proposed']);
    claim = first?.id ?? '';
    proposition = first?.proposition.id ?? '';
    source = first?.source.id ?? '';
  });
  afterAll(() => place.remove());

  test('init refuses a second vault in one place', () => {
    const ran = place.run(['init', '--no-encryption', '--json']);
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.err).error).toMatchObject({ code: 'vault-exists', exit: 2 });
  });

  test.each([
    [['--help']],
    [['show', '--include-proposed']],
    [['claims', '--include-proposed', '--json']],
    [['toll', '--colour']],
    [['accept', 'clm_nowhere', '--by', 'A. Archivist', '--json']],
    [['capture', '-']],
  ])('a process of its own says %j as the one that stays does', (args) => {
    const alone = place.run(args, { alone: true });
    expect(alone).toEqual(place.run(args));
    expect(alone.code).not.toBeNull();
  });

  test('capture says when everything is stored already', () => {
    expect(place.run(['capture', 'a.html']).out).toMatch(/1 of 1 already stored/);
    expect(json(['capture', 'a.html'])).toMatchObject({
      files: 1,
      captured: 0,
      stored: 1,
      failed: 0,
      stopped: false,
    });
  });

  test('capture takes standard input, folders and globs, and what flags say', () => {
    mkdirSync(join(place.dir, 'more'), { recursive: true });
    writeFileSync(join(place.dir, 'more', 'b.txt'), 'The governor said that nobody was held.');
    writeFileSync(join(place.dir, 'more', 'b.txt.yaml'), 'publisher: Valley Post\ndate: 2021-05-06\n');
    symlinkSync(place.dir, join(place.dir, 'more', 'up'));
    symlinkSync(join(place.dir, 'more'), join(place.dir, 'more', 'loop'));
    expect(json(['capture', 'more'])).toMatchObject({ files: 1, captured: 1 });
    expect(json(['capture', 'm*/*.txt'])).toMatchObject({ files: 1, stored: 1 });
    const piped = place.run(['capture', '-', '--publisher', 'Lark News', '--lang', 'en', '--json'], {
      input: 'A note of one line.',
    });
    expect(JSON.parse(piped.out)).toMatchObject({ captured: 1 });
    const { sources } = json(['show', '--sources']) as { sources: { publisher: string | null }[] };
    expect(sources.map(({ publisher }) => publisher)).toEqual(['The Mirror', 'Valley Post', 'Lark News']);
  });

  test('propose proposes nothing twice', () => {
    place.run(['propose']);
    expect(json(['propose'])).toMatchObject({ read: 0, proposed: 0 });
  });

  test.each([
    [['show'], 'counts'],
    [['positions'], 'propositions'],
    [['origins'], 'propositions'],
    [['toll'], 'tolls'],
    [['responses'], 'responses'],
  ])('%s counts accepted claims alone and says how many proposals wait', (args, key) => {
    const closed = json(args) as Record<string, unknown>;
    expect(closed).toHaveProperty(key);
    expect(closed.waiting).toBeGreaterThan(0);
    expect(place.run(args).out).toMatch(/Only accepted claims count/);
    expect((json([...args, '--include-proposed']) as Record<string, unknown>).waiting).toBe(0);
    expect(place.run([...args, '--include-proposed']).out).toMatch(/nobody has reviewed/);
  });

  test('claims show the exact words, the file and the place in it', () => {
    const ran = place.run(['claims', '--include-proposed']);
    expect(ran.out).toMatch(/a\.html, characters \d+–\d+/);
    expect(ran.out).toMatch(/“/);
  });

  test('search finds words', () => {
    expect(json(['search', 'weavers', 'kessar'])).toMatchObject({
      hits: [{ title: 'Eleven dead, Courier says' }],
    });
    expect(place.run(['search', '…']).code).toBe(2);
  });

  test('show opens a thing by the beginning of its id', () => {
    expect(json(['show', claim.slice(0, 12)])).toMatchObject({ kind: 'claim', claim: { id: claim } });
    expect(json(['show', source.slice(0, 12), '--include-proposed'])).toMatchObject({ kind: 'source' });
    expect(json(['show', proposition, '--include-proposed'])).toMatchObject({ kind: 'proposition' });
    expect(place.run(['show', 'clm_zzzzz']).code).toBe(4);
    expect(place.run(['show', '!!']).code).toBe(2);
  });

  test('accept and reject need a name; rejecting needs a reason', () => {
    expect(place.run(['accept', claim]).code).toBe(2);
    expect(place.run(['reject', claim, '--by', 'A. Archivist']).code).toBe(2);
    expect(json(['reject', claim, '--by', 'A. Archivist', '--reason', 'wrong speaker'])).toMatchObject({
      decided: [claim],
    });
    expect(place.run(['claims', '--status', 'rejected']).out).toMatch(/wrong speaker/);
    const accepted = place.run(['accept', '--all-of', source, '--json'], {
      env: { ONRECORD_AGENT: 'A. Archivist' },
    });
    expect(JSON.parse(accepted.out)).toMatchObject({ decision: 'accepted', by: 'A. Archivist' });
    expect(json(['accept', claim, '--by', 'A. Archivist'])).toMatchObject({ decided: [claim] });
  });

  test('group splits, joins and takes back', () => {
    const by = ['--by', 'A. Archivist', '--reason', 'two events'];
    const split = json(['group', 'split', claim, '--text', 'weavers killed in Upper Kessar', ...by]) as {
      to: string[];
    };
    expect(split.to).toHaveLength(1);
    const other = split.to[0] ?? '';
    expect(json(['show', claim])).toMatchObject({ claim: { proposition: { id: other } } });
    json(['group', 'join', other, proposition, ...by]);
    json(['group', 'undo', proposition, ...by]);
    expect(json(['show', claim])).toMatchObject({ claim: { proposition: { id: other } } });
    expect(place.run(['group', 'fold', claim]).code).toBe(2);
    expect(json(['group', 'apart', proposition, other, ...by])).toMatchObject({ reason: 'two events' });
    expect(place.run(['group', 'apart', other, proposition, ...by]).code).toBe(2);
    json(['group', 'again', other, proposition, ...by]);
  });

  test('reword words a proposition anew, keeps the words before and gives them back', () => {
    const by = ['--by', 'A. Archivist'];
    const told = json([
      'reword',
      proposition,
      '--text',
      'weavers reportedly killed',
      ...by,
      '--reason',
      'short',
    ]);
    expect(told).toMatchObject({ after: { text: 'weavers reportedly killed' }, cue: 'reportedly' });
    const { before } = told as { before: { text: string } };
    expect(json(['reword', proposition])).toMatchObject({ earlier: [{ ...before, by: 'A. Archivist' }] });
    expect(json(['reword', proposition, '--undo', ...by])).toMatchObject({ after: before });
    expect(place.run(['reword', proposition, '--undo', '--text', 'x', ...by]).code).toBe(2);
  });

  test('describe changes what is known and keeps the rest', () => {
    expect(json(['describe', source, '--title', 'Eleven dead', '--date', '2021-04-21'])).toMatchObject({
      source: { title: 'Eleven dead', publishedAt: '2021-04-21', language: 'en' },
    });
    expect(place.run(['describe', source]).code).toBe(2);
    const bad = place.run(['describe', source, '--date', '2021-13-01', '--lang', '??', '--json']);
    expect(JSON.parse(bad.err).error.faults.map(({ path }: { path: string }) => path)).toEqual([
      '--date',
      '--lang',
    ]);
  });

  test('dossier writes pages and replaces only what it wrote', () => {
    const written = json(['dossier', '--out', 'out']) as { page: string };
    expect(readFileSync(written.page, 'utf8')).toMatch(/^<!doctype html>/i);
    expect(json(['dossier', '--out', 'out', '--include-proposed'])).toMatchObject({ page: written.page });
    mkdirSync(join(place.dir, 'mine'));
    writeFileSync(join(place.dir, 'mine', 'letter.txt'), 'mine');
    expect(place.run(['dossier', '--out', 'mine']).code).toBe(2);
    expect(readFileSync(join(place.dir, 'mine', 'letter.txt'), 'utf8')).toBe('mine');
  });

  test('verify finds nothing, then a changed byte; doctor looks', () => {
    expect(json(['verify'])).toMatchObject({ ok: true, faults: [] });
    expect(json(['doctor'])).toMatchObject({ ok: true });
    const { source: view } = json(['show', source]) as { source: { captures: { sha256: string }[] } };
    const sha = view.captures[0]?.sha256 ?? '';
    const blob = findBlob(place.dir, sha);
    chmodSync(blob, 0o600);
    writeFileSync(blob, 'changed');
    const ran = place.run(['verify', '--json']);
    expect(ran.code).toBe(6);
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false });
  });
});

function findBlob(dir: string, sha: string): string {
  const blobs = join(dir, 'onrecord-vault', 'data-1', 'blobs');
  const found = readdirSync(blobs, { recursive: true, encoding: 'utf8' }).find(
    (name) =>
      !statSync(join(blobs, name)).isDirectory() && name.replaceAll(/[^0-9a-f]/gu, '').includes(sha.slice(4)),
  );
  return join(blobs, found ?? 'not found');
}

describe('bad usage', () => {
  let place: Place;
  beforeAll(() => {
    place = newPlace();
    place.run(['init', '--no-encryption']);
  });
  afterAll(() => place.remove());

  test.each([
    [['toll', '--vault', 'nowhere'], 4, 'no-vault'],
    [['toll', '--measure', 'sadness'], 2, 'bad-usage'],
    [['toll', '--as-of', '2021-02-30'], 2, 'bad-usage'],
    [['claims', '--limit', '0'], 2, 'bad-usage'],
    [['claims', '--speaker', 'Nobody Known'], 4, 'not-found'],
    [['capture'], 2, 'bad-usage'],
    [['tolls'], 2, 'bad-usage'],
    [['show', '--no-such-flag'], 2, 'bad-usage'],
  ])('%j ends with %i and one JSON error', (args, exit, code) => {
    const ran = place.run([...args, '--json']);
    expect(ran.code).toBe(exit);
    expect(ran.out).toBe('');
    expect(JSON.parse(ran.err).error).toMatchObject({ code, exit });
  });
});

describe('help', () => {
  const place = newPlace();
  afterAll(() => place.remove());

  test('the list of commands fits 80 columns', () => {
    const { out, code } = place.run(['--help']);
    expect(code).toBe(0);
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  test.each(COMMANDS.map(({ name }) => name))('%s --help has an example and --json', (name) => {
    const { out, code } = place.run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples:\n {2}\$ /);
    expect(out).toMatch(/--json/);
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });
});
