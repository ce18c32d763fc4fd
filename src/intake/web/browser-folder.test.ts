import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeBrowserFolder } from './browser-folder.ts';

const parent = mkdtempSync(join(tmpdir(), 'browser-folder-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
const MODULE = new URL('./browser-folder.ts', import.meta.url).href;

test('is private and goes with all that is in it', () => {
  const folder = makeBrowserFolder(parent);
  expect(statSync(folder.path).mode & 0o077).toBe(0);
  writeFileSync(join(folder.path, 'page'), 'x');
  folder.remove();
  expect(existsSync(folder.path)).toBe(false);
});

test('one of a process that is gone is removed, one of a living process and other folders stay', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const gone = join(parent, `onrecord-browser-${pid}-abc`);
  const living = join(parent, `onrecord-browser-${process.ppid}-abc`);
  const other = join(parent, 'onrecord-browser-notes');
  for (const path of [gone, living, other]) mkdirSync(path);
  makeBrowserFolder(parent).remove();
  expect([gone, living, other].map((path) => existsSync(path))).toEqual([false, true, true]);
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s removes it', async (signal) => {
  const place = mkdtempSync(join(parent, 'signal-'));
  const code = `const { makeBrowserFolder } = await import(${JSON.stringify(MODULE)});
    makeBrowserFolder(${JSON.stringify(place)}); process.stdout.write('made'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect(readdirSync(place)).toHaveLength(1);
  child.kill(signal);
  const ended = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
  expect(ended).toBe(signal);
  expect(readdirSync(place)).toEqual([]);
});
