/** What is published works without its sources: the bundle finds the programs of its threads and processes, and its data. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
let place = '';

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'onrecord-published-'));
  execFileSync(process.execPath, ['build.ts', join(place, 'dist')], { cwd: ROOT, stdio: 'pipe' });
  for (const name of [...files, 'package.json'])
    if (name !== 'dist' && existsSync(join(ROOT, name)))
      cpSync(join(ROOT, name), join(place, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'));
}, 240_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('the published demo reads the examples on threads as the sources do', () => {
  const [published, source] = [place, ROOT].map((root, at) => {
    const folder = join(place, `run-${at}`);
    const args = ['demo', '--json', '--vault', join(folder, 'vault'), '--out', join(folder, 'dossier')];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(root, 'bin/onrecord.mjs'), ...args],
      {
        cwd: place,
        encoding: 'utf8',
      },
    );
    expect(status, stderr).toBe(0);
    const { record } = JSON.parse(stdout) as { record: unknown };
    return JSON.stringify(record, null, 1).replace(/"capturedAt": "[^"]*"/gu, '"capturedAt": ""');
  });
  expect(existsSync(join(place, 'src'))).toBe(false);
  expect(published).toBe(source);
}, 240_000);
