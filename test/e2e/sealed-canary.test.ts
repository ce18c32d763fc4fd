/**
 * Every field of a case is marked, and every output of the program is looked through for the marks: commands, answers of the
 * desk, errors, exports, pages, backups, files of the vault, temporary files, the heap after the lock, the report of a crash.
 * The vault is not encrypted, so that the seal of the cases alone has to hold.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandsWithoutLine } from './canary/command-lines.ts';
import {
  apart,
  everyCommand,
  everyFault,
  everyRoute,
  fillSealed,
  MARK,
  memberSees,
  type SealedWalk,
} from './canary/sealed-walk.ts';

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
});

test('no file of the vault, the backup, the temporary or the home folder holds a mark', () => {
  expect(walk.place.look()).toEqual([]);
  expect(walk.scanner.files()).toBeGreaterThan(5);
});

/** Runs the process that opens and locks. */
function inProcess(folder: string, when: 'open' | 'after' | 'desk'): number {
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', CHILD, walk.place.vault, join(walk.place.work, 'hers'), folder, when],
    { encoding: 'utf8' },
  );
  return (JSON.parse(out) as { seen: number }).seen;
}

test('while cases are open the heap holds them: the look can find', { timeout: LONG }, () => {
  const folder = apart(walk, 'open-heap');
  expect(inProcess(folder, 'open')).toBe(2);
  expect(readFileSync(join(folder, 'open.heapsnapshot')).includes(MARK)).toBe(true);
});

test.each([
  ['after', 2],
  ['desk', 4],
] as const)(
  'after the lock (%s) neither the heap nor the report of a crash holds a mark',
  { timeout: LONG },
  (when, seen) => {
    const folder = apart(walk, `locked-heap-${when}`);
    expect(inProcess(folder, when)).toBe(seen);
    expect(readFileSync(join(folder, 'locked.heapsnapshot')).includes(MARK)).toBe(false);
    expect(readFileSync(join(folder, 'report.json')).includes(MARK)).toBe(false);
  },
);
