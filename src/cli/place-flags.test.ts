/** A suggested command line finds the record that the command was given, and tells no password. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_VAULT } from './command.ts';
import { emptyLines, nextStep } from './next-step.ts';
import { placeFlags } from './place-flags.ts';
import { waitingLines } from './words.ts';

afterEach(() => vi.unstubAllEnvs());

const COUNTS = {
  sources: 2,
  captures: 2,
  withoutText: 0,
  actors: 1,
  propositions: 1,
  entries: 9,
  claims: { proposed: 3, accepted: 0, rejected: 0, superseded: 0 },
};
const PAPER = { width: 400, colour: false };

test.each([
  [DEFAULT_VAULT, null, ''],
  ['./kessar', null, ' --vault ./kessar'],
  ['./two words', null, ' --vault "./two words"'],
  ['./pay $5', null, " --vault './pay $5'"],
  [DEFAULT_VAULT, 'postgres://db.example/record', ' --database postgres://db.example/record'],
  [
    './kessar',
    'postgres://maria@db.example:5433/record',
    ' --vault ./kessar --database postgres://maria@db.example:5433/record',
  ],
  [
    DEFAULT_VAULT,
    'postgres://db.example/record?schema=kessar&sslmode=disable',
    ' --database "postgres://db.example/record?schema=kessar&sslmode=disable"',
  ],
])('the vault %s and the database %s', (vault, database, flags) => {
  vi.stubEnv('ONRECORD_VAULT', undefined);
  vi.stubEnv('ONRECORD_DATABASE', undefined);
  expect(placeFlags({ vault, database })).toBe(flags);
});

test('what the environment names is found without a flag', () => {
  vi.stubEnv('ONRECORD_VAULT', './kessar');
  vi.stubEnv('ONRECORD_DATABASE', 'postgres://maria:seven-herons@db.example/record');
  const database = process.env.ONRECORD_DATABASE ?? null;
  expect(placeFlags({ vault: './kessar', database })).toBe('');
});

test.each([
  'postgres://maria:seven-herons@db.example/record',
  'postgres://db.example/record?user=maria&password=seven-herons',
  'postgres://db.example/record?sslpassword=seven-herons',
  'postgres://maria:seven-herons@:no-port/record',
])('a password is never repeated: %s', (database) => {
  vi.stubEnv('ONRECORD_DATABASE', undefined);
  expect(placeFlags({ vault: DEFAULT_VAULT, database })).toBe(' --database ADDRESS');
});

test('the shell reads back what was given', () => {
  const word = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => /^[^-]/u.test(text));
  fc.assert(
    fc.property(word, (text) => {
      const line = `printf '%s\\n'${placeFlags({ vault: `./${text}`, database: null })}`;
      expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(`--vault\n./${text}\n`);
    }),
    { numRuns: 40 },
  );
});

test('every hint repeats where the record lies', () => {
  vi.stubEnv('ONRECORD_DATABASE', undefined);
  const place = { vault: './kessar', database: 'postgres://maria@db.example/record' };
  const flags = ' --vault ./kessar --database postgres://maria@db.example/record';
  expect(nextStep(COUNTS, place)).toContain(`onrecord accept CLAIM --by "YOUR NAME"${flags}`);
  expect(nextStep({ ...COUNTS, sources: 0 }, place)).toContain(`onrecord capture reports/${flags}`);
  const empty = emptyLines('Nothing.', { counts: COUNTS, waiting: 0, place, paper: PAPER });
  expect(empty.join(' ')).toContain(flags);
  const waiting = waitingLines({ waiting: 3, includeProposed: false, place, paper: PAPER });
  expect(waiting.join(' ')).toContain(`onrecord claims --status proposed${flags}`);
});
