/** `onrecord init`: the recovery key is shown once, with what it is for, and lies nowhere on the disk. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from './command.ts';
import { init } from './init.ts';

test('the recovery key is printed once, init says what is lost without it, and no file holds it', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-init-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const words = join(folder, 'words');
  await writeFile(words, 'the words of fourteen herons\n', { mode: 0o600 });
  const said: string[] = [];
  const say = (...lines: readonly string[]): void => void said.push(...lines);
  const vault = join(folder, 'vault');
  const call = {
    args: [],
    options: { passphraseFile: words },
    vault,
    database: null,
    terminal: {
      ...{ paper: { width: 80, colour: false }, json: false, redraws: false },
      ...{ out: say, err: say, errRaw: say, outJson: () => undefined },
    },
    open: () => Promise.reject(new Error('init opens no vault')),
  } satisfies Call;
  expect(await init.run(call)).toBe(0);
  const text = said.join(' ').replaceAll(/\s+/gu, ' ');
  const groups = (text.match(/\b[0-9A-Z]{5}(?:-[0-9A-Z]{5})+\b/gu) ?? []).flatMap((line) => line.split('-'));
  expect(groups).toHaveLength(13);
  expect(new Set(groups).size).toBeGreaterThan(10);
  expect(text).toMatch(/it is not shown again\. Without the passphrase and this key nobody can open/u);
  for (const one of await readdir(vault, { recursive: true, withFileTypes: true })) {
    if (!one.isFile()) continue;
    const bytes = await readFile(join(one.parentPath, one.name), 'latin1');
    expect(groups.filter((group) => bytes.includes(group)).length, one.name).toBeLessThan(2);
  }
});
