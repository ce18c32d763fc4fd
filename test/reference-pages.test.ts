/** Every setting, route and export column stands in the guide, and nothing stands there that is gone. Commands: docs-cli.test.ts. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { columnsPage } from './reference/columns-page.ts';
import { routesPage } from './reference/routes-page.ts';

const ROOT = resolve(import.meta.dirname, '..');
const GUIDE = join(ROOT, 'docs/guide');

test.each([
  ['routes.md', routesPage],
  ['columns.md', columnsPage],
] as const)('docs/guide/%s is as the code is', (name, made) => {
  const path = join(GUIDE, name);
  if (process.env.UPDATE_DOCS === 'true') writeFileSync(path, made());
  expect(readFileSync(path, 'utf8'), 'UPDATE_DOCS=true npx vitest run test/reference-pages.test.ts').toBe(
    made(),
  );
});

test('every route says what it gives or does', () => {
  const rows = routesPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const contracts = readdirSync(join(ROOT, 'src/server'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('-routes.ts'))
    .flatMap((path) => readFileSync(join(ROOT, 'src/server', path), 'utf8').match(/= createRoute\(/gu) ?? []);
  expect(rows).toHaveLength(contracts.length);
  expect(rows.filter((line) => /\| {2}\|/u.test(line))).toEqual([]);
});

test('every column of the tables for people says what it holds', () => {
  const rows = columnsPage()
    .split('\n')
    .filter((line) => /^\| `\w+` \| \w+ \|/u.test(line));
  expect(rows.length).toBeGreaterThan(80);
  expect(rows.filter((line) => !/\| \w+ \| [^|]{2,} \|$/u.test(line))).toEqual([]);
});

/** Constants of the source, no settings. */
const OURS = ['ONRECORD_NS', 'ONRECORD_TERMS'];

/** What the program reads from its environment, by the name as it is written in the source. */
function settingsRead(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const folder of ['src', 'bin'])
    for (const path of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ts|mjs)$/u.test(path) || /\.(?:test|cases)\.ts$|fixtures/u.test(path)) continue;
      const text = readFileSync(join(ROOT, folder, path), 'utf8');
      for (const [, name = ''] of text.matchAll(/\benv\.([A-Z][A-Z_0-9]+)\b/gu)) names.add(name);
      for (const [name] of text.matchAll(/\bONRECORD_[A-Z_]+\b/gu)) if (!OURS.includes(name)) names.add(name);
      for (const [name] of text.matchAll(/\b(?:AWS_[A-Z_]+|PGPASSWORD|(?:ALL|HTTPS?)_PROXY)\b/gu))
        names.add(name);
    }
  return names;
}

/** Read to find the system's own places; nothing that is set for onrecord. */
const OF_THE_SYSTEM = ['HOME', 'PATH', 'PROGRAMFILES', 'LOCALAPPDATA'];

test('every setting from the environment is in the guide, and every one there is read', () => {
  const page = readFileSync(join(GUIDE, 'settings.md'), 'utf8');
  const told = [...page.matchAll(/^\| (`[^|]+) \|/gmu)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]+)`/gu)].map(([, name = '']) => name),
  );
  const read = [...settingsRead()].filter((name) => !OF_THE_SYSTEM.includes(name));
  expect(told.toSorted()).toEqual(read.toSorted());
});
