/** From reports to a reviewed record: nothing that a person accepted is still called unreviewed; tampering is named. */
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE, newPlace, type Place } from './cli-fixture.ts';

const BY = ['--by', 'A. Archivist'];
const OTHER = `The agency Northline said on Monday that 9 weavers had been killed in Kessar.
The Interior Guard denied the report. Litava refused visas to 4 people, a lawyer said.`;

let place: Place;
beforeAll(() => {
  place = newPlace();
  place.run(['init', '--no-encryption']);
  place.write('a.html', ARTICLE);
  place.write('b.txt', OTHER);
  place.run(['capture', 'a.html']);
  place.run(['capture', 'b.txt', '--publisher', 'The Valley Post', '--lang', 'en', '--date', '2021-04-22']);
  place.run(['propose']);
});
afterAll(() => place.remove());

const json = (args: readonly string[]): ReturnType<typeof JSON.parse> =>
  JSON.parse(place.run([...args, '--json']).out);
const linesOf = (args: readonly string[]): ReturnType<typeof JSON.parse>[] =>
  place
    .run([...args, '--json'])
    .out.split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('before anybody accepted anything', () => {
  test.each([['show'], ['claims'], ['positions'], ['origins'], ['toll'], ['responses'], ['dossier']])(
    '%s counts nothing and says in one sentence what to do',
    (command) => {
      const ran = place.run([command]);
      expect(ran.code).toBe(0);
      expect(ran.out.replaceAll(/\s+/g, ' ')).toMatch(
        /Only accepted claims count\. \d+ machine proposals wait for review: add --include-proposed .* accept/,
      );
    },
  );

  test.each(['toll', 'positions', 'origins', 'show', 'responses', 'claims', 'search x'])(
    '%s on an empty vault names the next step',
    (command) => {
      place.run(['init', '--no-encryption', '--vault', 'empty']);
      const ran = place.run([...command.split(' '), '--vault', 'empty']);
      expect(ran.out.replaceAll(/\s+/g, ' ')).toMatch(
        /The record is empty\. Take reports in with: onrecord capture reports\/ --vault empty/,
      );
    },
  );

  test.each([
    ['tol', /Did you mean "toll"\?/],
    ['toll --mesure killed', /Did you mean --measure\?/],
    ['toll --measure sadness', /killed/],
    ['accept --all-of a --all-of b', /--all-of was given twice/],
    ['show clm_', /is not the id of/],
  ])('onrecord %s is refused with a hint', (line, hint) => {
    const ran = place.run(line.split(' '));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(hint);
  });

  test('the beginning of an id that fits several things is refused with them', () => {
    const ids = linesOf(['claims', '--include-proposed']).map(({ id }) => String(id));
    const byFirst = Map.groupBy(ids, (id) => id.slice(0, 5));
    const [start, several] = [...byFirst].find(([, some]) => some.length > 1) ?? ['', []];
    if (several.length === 0) return;
    const ran = place.run(['show', start]);
    expect(ran.code).toBe(2);
    for (const id of several.slice(0, 2)) expect(ran.err).toContain(id.slice(0, 8));
  });
});

describe('without colour', () => {
  test.each([
    'show --include-proposed',
    'claims --include-proposed',
    'positions --include-proposed',
    'origins --include-proposed',
    'toll --include-proposed',
    'responses --include-proposed',
    'search killed',
    'show --sources',
    'show --actors',
    'propose',
    'verify',
  ])('%s stays within 40 columns', (line) => {
    const columns = 40;
    const { out, code } = place.run(line.split(' '), { env: { COLUMNS: String(columns) } });
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
    expect(out.split('\n').filter((one) => [...one].length > columns)).toEqual([]);
  });
});

describe('accepted source by source', () => {
  test('reject keeps its reason in sight; accept --all-of leaves nothing waiting and nothing marked', () => {
    const [first] = linesOf(['claims', '--include-proposed']);
    const reason = 'the cue belongs to the next sentence';
    expect(place.run(['reject', first.id.slice(0, 12), ...BY, '--reason', reason]).code).toBe(0);
    expect(place.run(['show', first.id]).out.replaceAll(/\s+/g, ' ')).toContain(
      `rejected by A. Archivist on ${new Date().toISOString().slice(0, 10)}: ${reason}`,
    );
    place.run(['accept', first.id, ...BY]);
    for (const { source } of json(['show', '--sources']).sources)
      expect(place.run(['accept', '--all-of', source.id.slice(0, 12), ...BY]).code).toBe(0);
    expect(json(['show']).counts.claims.proposed).toBe(0);
    for (const command of ['show', 'claims', 'toll', 'origins', 'positions', 'responses', 'dossier']) {
      const ran = place.run([command]);
      expect(ran.code).toBe(0);
      expect(ran.out.split('\n').length).toBeGreaterThan(2);
      expect(ran.out).not.toMatch(
        /unreviewed|not reviewed by|nobody|machine proposal|waits? for review|· not reviewed/i,
      );
    }
    const { tolls, waiting } = json(['toll', '--measure', 'killed']);
    expect(waiting).toBe(0);
    expect(tolls[0].toll.used.length).toBeGreaterThan(0);
    expect(json(['responses']).responses.length).toBeGreaterThan(0);
    const pages = readdirSync(join(place.dir, 'onrecord-dossier'), { recursive: true, encoding: 'utf8' });
    for (const page of pages.filter((name) => name.endsWith('.html'))) {
      const words = readFileSync(join(place.dir, 'onrecord-dossier', page), 'utf8');
      expect(words).not.toMatch(
        /class="[^"]*unreviewed[^"]*"|not reviewed by a person|proposed by the machine/,
      );
    }
  });
});

describe('JSON', () => {
  const guide = readFileSync(new URL('../../docs/guide/cli.md', import.meta.url), 'utf8');
  test.each([
    'show',
    'show --sources',
    'show --actors',
    'claims',
    'positions',
    'origins',
    'toll',
    'responses',
    'search killed',
    'propose',
    'capture a.html',
    'dossier --out json-dossier',
    'verify',
    'doctor',
    'init json-vault --no-encryption',
    'demo a.html --no-encryption --vault demo-vault --out demo-dossier',
  ])('of %s parses, and every field of it is documented', (line) => {
    const ran = place.run([...line.split(' '), '--json']);
    expect(ran.err).toBe('');
    const document = JSON.parse(line === 'claims' ? (ran.out.split('\n')[0] ?? '') : ran.out);
    const [name = ''] = line.split(' ');
    const section = guide.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    const json = section.split('\nJSON: ')[1]?.split('\nExit codes')[0] ?? '';
    expect(Object.keys(document).length).toBeGreaterThan(0);
    expect(Object.keys(document).filter((key) => !new RegExp(`\\b${key}\\b`, 'u').test(json))).toEqual([]);
  });
});

describe('verify after tampering', () => {
  const vault = (): string => join(place.dir, 'tampered');
  beforeAll(() => {
    rmSync(vault(), { recursive: true, force: true });
  });

  /** Changes the database as somebody would who has the file: guards removed, then put back. */
  function change(sql: string): void {
    const database = new Database(join(vault(), 'data-1', 'record.sqlite'));
    const guards = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    database.pragma('foreign_keys = OFF');
    for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`);
    expect(database.prepare(sql).run().changes).toBe(1);
    for (const guard of guards) database.exec(guard.sql);
    database.close();
  }

  function flipInBlob(): void {
    const blobs = join(vault(), 'data-1', 'blobs');
    const names = readdirSync(blobs, { recursive: true, encoding: 'utf8' });
    const blob = names.map((name) => join(blobs, name)).find((path) => statSync(path).isFile()) ?? '';
    chmodSync(blob, 0o600);
    const bytes = readFileSync(blob);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    writeFileSync(blob, bytes);
  }

  const FIRST = '(SELECT min(place) FROM sources)';
  test.each<[string, () => void, number, RegExp]>([
    [
      'a byte of a stored file',
      flipInBlob,
      6,
      /bytes [0-9a-f]{64}: The stored bytes of (a\.html|b\.txt) have changed/,
    ],
    [
      'a row of a table',
      () => change(`UPDATE sources SET body = replace(body, 'internal', 'public') WHERE place = ${FIRST}`),
      6,
      /sources src_[0-9a-z]{26}: The row differs from what the log says/,
    ],
    [
      'a body in the log',
      () => change("UPDATE log SET body = replace(body, 'internal', 'public') WHERE seq = 1"),
      6,
      /entry 1: The body of entry 1 was changed/,
    ],
    [
      'the last entry of the log',
      () => change('DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)'),
      6,
      /log head: The head of the log covers \d+ entries; the log that is here has/,
    ],
    [
      'the head of the database file',
      () =>
        writeFileSync(
          join(vault(), 'data-1', 'record.sqlite'),
          'no database at all, and long enough to be read as one',
        ),
      7,
      /damaged.*restore a backup/,
    ],
  ])('%s', (_what, tamper, exit, named) => {
    cpSync(join(place.dir, 'onrecord-vault'), vault(), { recursive: true });
    tamper();
    const ran = place.run(['verify', '--vault', 'tampered']);
    expect(ran.code).toBe(exit);
    expect((ran.out + ran.err).replaceAll('\n', ' ')).toMatch(named);
    expect(place.run(['verify', '--vault', 'tampered', '--json']).code).toBe(exit);
    rmSync(vault(), { recursive: true });
  });
});
