/** docs/guide/team.md names commands, options, settings and files that exist. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { DATABASE_OPTIONS } from '../src/cli/database-option.ts';

const GUIDE = readFileSync(new URL('../docs/guide/team.md', import.meta.url), 'utf8');
const RUN = /^ {4}(?:\$ |ExecStart=\/usr\/local\/bin\/)onrecord (.+)$/gmu;

interface Line {
  readonly command: string;
  readonly flags: readonly string[];
}

/** Quoted words are values; what begins with two hyphens is an option. */
function lineOf(words: string): Line {
  const [command = ''] = words.split(' ');
  const bare = words.replaceAll(/"[^"]*"/gu, '');
  return { command, flags: bare.split(' ').filter((word) => word.startsWith('--')) };
}

const LINES = [...GUIDE.matchAll(RUN)].map(([, words = '']) => [words, lineOf(words)] as const);

test('the guide runs the programs of a team', () => {
  expect(new Set(LINES.map(([, { command }]) => command))).toEqual(
    new Set(['init', 'move', 'jobs', 'worker', 'team', 'serve', 'backup', 'restore', 'rekey']),
  );
});

test.each(LINES)('onrecord %s', async (_words, { command, flags }) => {
  const listed = COMMANDS.find(({ name }) => name === command);
  const loaded = await listed?.load();
  const known = [...(loaded?.options ?? []), ...DATABASE_OPTIONS].flatMap(([syntax]) =>
    [...syntax.matchAll(/--[a-z-]+/gu)].map(([flag]) => flag),
  );
  // Every command that opens a vault takes --vault.
  expect([...known, '--vault']).toEqual(expect.arrayContaining([...flags]));
});

test('every unit of the guide runs as an ordinary user, gains nothing, and writes in one place', () => {
  const units = GUIDE.split(/(?=^ {4}\[Unit\]$)/mu).filter((part) => /^ {4}\[Service\]$/mu.test(part));
  expect(units.length).toBeGreaterThan(1);
  for (const unit of units) {
    const settings = [...unit.matchAll(/^ {4}(\w+)=(.*)$/gmu)].map(([, name, value]) => `${name}=${value}`);
    expect(settings).toEqual(
      expect.arrayContaining([
        'User=onrecord',
        'NoNewPrivileges=yes',
        'ProtectSystem=strict',
        'PrivateTmp=yes',
        'ReadWritePaths=/srv/onrecord/kessar',
      ]),
    );
    expect(unit).not.toMatch(/User=root|sudo |chmod 777/u);
  }
});

test('settings that the units give are read by the program', () => {
  const settings = new Set(
    [...GUIDE.matchAll(/^ {4}Environment=(ONRECORD_\w+)=/gmu)].map(([, name]) => name),
  );
  const read = [
    'src/cli/database-option.ts',
    'src/cli/main.ts',
    'src/cli/passphrase.ts',
    'src/cli/vault-secret.ts',
    'src/cli/ask-passphrase.ts',
    'src/cli/run-command.ts',
    'src/cli/command.ts',
  ]
    .map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
    .join('\n');
  expect(settings.size).toBeGreaterThan(2);
  for (const name of settings) expect(read).toContain(name);
});
