/**
 * Every text of every entity is marked, and every output of the program is looked through for the marks: commands, answers of
 * the desk, errors, every format, pages, packages, backups, files of the vault, temporary files, the heap after the lock, the
 * report of a crash. Words of cases may be nowhere; for all others `canary/may-show.ts` says where. The vault is not encrypted,
 * so that the seal of the cases alone has to hold.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HANDLINGS } from '../../src/desk/vocabulary.ts';
import { commandsWithoutLine } from './canary/command-lines.ts';
import { MARKS } from './canary/marked-words.ts';
import { MAY_SHOW } from './canary/may-show.ts';
import { apart, fillSealed, MARK, type SealedWalk } from './canary/sealed-vault.ts';
import { everyCommand, everyFault, everyPublication, memberSees } from './canary/walk-commands.ts';
import { everyRoute } from './canary/walk-routes.ts';
import { everyRole } from './canary/walk-team.ts';

const LONG = 900_000;
const CHILD = join(import.meta.dirname, 'canary', 'lock-child.ts');

let walk: SealedWalk;
beforeAll(async () => {
  walk = await fillSealed();
}, LONG);
afterAll(() => walk?.place.remove());

test('every command of the program has a line', () => expect(commandsWithoutLine()).toEqual([]));

test('a member sees the marks: the walk looks for what is there', { timeout: LONG }, async () => {
  expect(walk.fields).toBeGreaterThan(20);
  expect(await memberSees(walk)).toEqual([]);
});

test('no fault repeats a word of a case or a passphrase', { timeout: LONG }, async () => {
  const codes = await everyFault(walk);
  expect(codes.filter((code) => code === 0)).toEqual([]);
  expect(walk.found).toEqual([]);
});

test('what is published or handed over shows what the table allows of it, and no word of a case', {
  timeout: LONG,
}, async () => {
  await everyPublication(walk);
  expect(walk.found).toEqual([]);
  expect(walk.table.seen('published')).toEqual(['open', 'quoted']);
  expect(walk.table.seen('package of a public source')).toEqual(['open', 'person', 'work']);
  expect(walk.table.seen('package of an internal source')).toEqual(['inside', 'quoted', 'person', 'work']);
});

test('on the server of a team nobody sees what they are not cleared for, and no word of a case', {
  timeout: LONG,
}, async () => {
  expect(await everyRole(walk)).toBeGreaterThan(100);
  expect(walk.found).toEqual([]);
  for (const clearance of HANDLINGS) {
    const kind = `a member cleared for ${clearance}` as const;
    expect(walk.table.seen(kind)).toEqual(MAY_SHOW[kind]);
  }
});

test('no command without the keys, and nothing it writes, holds a mark', { timeout: LONG }, async () => {
  await everyCommand(walk);
  expect(walk.looked.outputs).toBeGreaterThan(80);
  expect(walk.found).toEqual([]);
});

test('no route of the desk answers with a mark while cases are locked, nor any public one while they are open', {
  timeout: LONG,
}, async () => {
  const held = await everyRoute(walk);
  expect(held, 'answers to the member that hold the mark').toBeGreaterThan(2);
  expect(walk.looked.answers).toBeGreaterThan(200);
  expect(walk.found).toEqual([]);
  // Every kind of mark is there to be found, and nobody without a session sees one.
  expect(walk.table.seen('the person at the desk')).toEqual(Object.keys(MARKS));
  expect(walk.table.seen('nobody')).toEqual([]);
});

test('nor on the server of a team, when everything that the commands made is there, too', {
  timeout: LONG,
}, async () => {
  await everyRole(walk);
  expect(walk.found).toEqual([]);
});

test('no file of the vault, the backup, the temporary or the home folder holds a mark', () => {
  expect(walk.place.look()).toEqual([]);
  expect(walk.scanner.files()).toBeGreaterThan(5);
});

test('while cases are open the heap holds them; after the lock neither it nor the report of a crash does', {
  timeout: LONG,
}, () => {
  const folder = apart(walk, 'heap');
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', CHILD, walk.place.vault, join(walk.place.work, 'hers'), folder],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(out)).toEqual({ seen: 2, atDesk: 4, deskIsUp: true });
  const holds = (name: string): boolean => readFileSync(join(folder, name)).includes(MARK);
  expect(holds('open.heapsnapshot')).toBe(true);
  expect([holds('locked.heapsnapshot'), holds('report.json')]).toEqual([false, false]);
});
