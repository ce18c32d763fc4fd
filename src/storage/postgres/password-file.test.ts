import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passwordIn, withPassword } from './password-file.ts';

const MARIA = { host: 'db.example', port: '5432', database: 'record', user: 'maria' };

test.each([
  ['db.example:5432:record:maria:heron', 'heron'],
  [
    '# a line that says something\n\nother.example:5432:record:maria:swan\ndb.example:*:*:maria:heron',
    'heron',
  ],
  ['*:*:*:*:first\ndb.example:5432:record:maria:second', 'first'],
  ['db.example:5432:record:oren:heron', null],
  ['db.example:5433:record:maria:heron', null],
  [String.raw`db.example:5432:record:maria:a\:b\\c`, String.raw`a:b\c`],
  ['db.example:5432:record:maria:with spaces # and more\r\n', 'with spaces # and more'],
  ['db.example:5432:record:maria', null],
  ['', null],
])('%j holds %j', (lines, password) => {
  expect(passwordIn(lines, MARIA)).toBe(password);
});

test('the address gets it, where it has none, the environment has none, and the file is its owner’s alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-pgpass-'));
  const file = join(folder, 'pgpass');
  writeFileSync(file, 'db.example:5432:record:maria:a@b%:c/\n', { mode: 0o600 });
  const bare = 'postgres://maria@db.example/record?sslmode=verify-full';
  const env = { PGPASSFILE: file };
  const filled = await withPassword(bare, env);
  expect(decodeURIComponent(new URL(filled).password)).toBe('a@b%:c/');
  expect(new URL(filled).search).toBe('?sslmode=verify-full');
  expect(await withPassword('postgres://maria:own@db.example/record', env)).toContain(':own@');
  expect(await withPassword(bare, { ...env, PGPASSWORD: 'x' })).toBe(bare);
  expect(await withPassword('postgres://oren@db.example/record', env)).toBe(
    'postgres://oren@db.example/record',
  );
  chmodSync(file, 0o640);
  expect(await withPassword(bare, env)).toBe(bare);
  rmSync(folder, { recursive: true });
  expect(await withPassword(bare, env)).toBe(bare);
});
