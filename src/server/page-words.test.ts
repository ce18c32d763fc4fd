import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OnRecordError } from '../desk/desk.ts';
import { pageWords } from './page-words.ts';

test.each([
  ['Say why: --reason "…". The reason stands in the log.', 'Say why. The reason stands in the log.'],
  [
    'There is no such compartment. See: onrecord compartment list',
    'There is no such compartment. See: the room Cases.',
  ],
  [
    'You made this claim yourself: another person accepts it (onrecord settings --second-person).',
    'You made this claim yourself: another person accepts it.',
  ],
  [
    'The name given with --by must be one line of at most 120 letters.',
    'The name given must be one line of at most 120 letters.',
  ],
  [
    'Nobody in the record is a person of that name. See who is: onrecord clear --list. An institution needs no clearance.',
    'Nobody in the record is a person of that name. See who is: the room What leaves. An institution needs no clearance.',
  ],
  [
    'The stored bytes were changed or damaged on disk. Restore the file from a backup, then run: onrecord verify.',
    'The stored bytes were changed or damaged on disk. Restore the file from a backup, then check everything in the room Custody.',
  ],
  [
    'This vault has schema 9; this onrecord knows up to 6.',
    'This vault has schema 9; this onrecord knows up to 6.',
  ],
  ['It weighs 3 MiB (2 at most).', 'It weighs 3 MiB (2 at most).'],
])('%s', (told, shown) => {
  expect(pageWords(told)).toBe(shown);
});

test('an error has words of its own for pages where something is to be pressed', () => {
  const error = new OnRecordError('not-found', 'None here. See: onrecord case list', {
    onPage: 'None here. The room Cases lists them.',
  });
  expect(pageWords(error)).toBe('None here. The room Cases lists them.');
});

/** Files whose use cases no route calls: they speak to the terminal alone. */
const COMMANDS_ALONE = [
  'outlet-list.ts',
  'record-estimate.ts',
  'custody/transfer.ts',
  'lists/list-mapping.ts',
];

/** What the desk says when it refuses, as it stands in the code; what is put in is left as it is. */
function refusals(): readonly string[] {
  const desk = join(import.meta.dirname, '../desk');
  const files = readdirSync(desk, { recursive: true, encoding: 'utf8' });
  return files
    .filter(
      (name) =>
        name.endsWith('.ts') &&
        !name.endsWith('.test.ts') &&
        !name.includes('fixtures') &&
        !COMMANDS_ALONE.includes(name),
    )
    .flatMap((name) => {
      const code = readFileSync(join(desk, name), 'utf8').replace(/^\s*(?:\*|\/\/).*$/gmu, '');
      return [
        ...code.matchAll(
          /new OnRecordError\(\s*'[a-z-]+',\s*(['`])((?:\\.|(?!\1).)*)\1(?!,\s*\{[^}]*onPage)/gsu,
        ),
      ];
    })
    .map(([, , words = '']) => words);
}

test('what the desk says when it refuses names no option and no command on a page', () => {
  const told = refusals();
  expect(told.length).toBeGreaterThan(150);
  const left = told.filter((words) => /--[a-z]|: onrecord [a-z]|use onrecord/u.test(pageWords(words)));
  expect(left).toEqual([]);
});
