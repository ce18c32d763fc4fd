/** docs/guide/getting-started.md: every command in its `sh` blocks is run, in order, in one shell and a temp folder. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BIN, newPlace } from './cli-fixture.ts';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const GUIDE = readFileSync(join(REPOSITORY, 'docs/guide/getting-started.md'), 'utf8');
const blocks = [...GUIDE.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].map((match) => match[1] ?? '');

test('every command of the guide runs, and the dossier it ends with exists', () => {
  expect(blocks.length).toBeGreaterThan(8);
  const place = newPlace();
  mkdirSync(join(place.dir, 'bin'));
  const shim = join(place.dir, 'bin', 'onrecord');
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(shim, 0o755);
  symlinkSync(join(REPOSITORY, 'examples'), join(place.dir, 'examples'));
  const passphraseFile = place.write('passphrase', 'five words chosen by dice\n');
  chmodSync(passphraseFile, 0o600);
  const script = ['set -eu', ...blocks.map((block, index) => `echo "block ${index + 1}"\n${block}`)].join(
    '\n',
  );
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: place.dir,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(place.dir, 'bin')}:${process.env.PATH}`,
      COLUMNS: '80',
      NO_COLOR: '1',
      ONRECORD_VAULT: '',
      ONRECORD_PASSPHRASE_FILE: passphraseFile,
      XDG_RUNTIME_DIR: place.dir,
      ONRECORD_AGENT: '',
    },
  });
  expect(
    `${stderr}\n${stdout
      .split('\n')
      .slice(status === 0 ? -1 : -20)
      .join('\n')}`,
  ).not.toMatch(/^(onrecord:|✗)/mu);
  expect(status).toBe(0);
  expect(stdout).toContain(`block ${blocks.length}\n`);
  expect(stdout).toMatch(/17 of 17 already stored/);
  expect(stdout).toMatch(/nothing differs/);
  expect(existsSync(join(place.dir, 'kessar-dossier', 'index.html'))).toBe(true);
  place.remove();
}, 240_000);

test('every command of the guide is a command', () => {
  const named = [...blocks.join('\n').matchAll(/onrecord (\w+)/gu)].map((match) => match[1] ?? '');
  const { out } = newPlaceHelp();
  expect(named.filter((name) => !out.includes(`  ${name} `))).toEqual([]);
});

function newPlaceHelp(): { out: string } {
  const place = newPlace();
  const { out } = place.run(['--help']);
  place.remove();
  return { out };
}
