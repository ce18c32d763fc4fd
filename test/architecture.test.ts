/** The house as a test: who may import whom, what pure rooms may touch, how files are named and how long they are. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  BUNDLED_ROOM,
  cycles,
  forbiddenArrows,
  leaks,
  openersOutside,
  roomOf,
  talkOutside,
  unlistedPackages,
} from './architecture/import-table.ts';
import { badManners, clearCopies, impurities, undocumentedDependencies } from './architecture/manners.ts';
import { type Module, moduleOf, readModules } from './architecture/modules.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const modules = readModules(ROOT, 'src');
const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

test('the reader sees the house', () => {
  expect(modules.length).toBeGreaterThan(50);
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
});

test('no forbidden arrow', () => expect(forbiddenArrows(modules)).toEqual([]));
test('no way from what publishes, searches, logs or stores to sealed cases', () =>
  expect(leaks(modules)).toEqual([]));
test('pages open no sealed case, and a server does in one folder that another leaves out', () => {
  expect(openersOutside(modules)).toEqual([]);
  const sealed = { 'src/desk/cases/open.ts': '', 'src/server/sealed/open.ts': '' };
  const page = { ...sealed, 'src/web/a.ts': "import type { O } from '../desk/cases/open.ts';" };
  expect(openersOutside(house(page))).toEqual([expect.stringMatching(/web\/a.ts → src\/desk\/cases/)]);
  const app = { ...sealed, 'src/server/create-app.ts': "import './sealed/open.ts';" };
  expect(openersOutside(house(app))).toEqual([expect.stringMatching(/create-app.ts → src\/server\/sealed/)]);
});
test('what members say to each other is known to the team’s own parts alone: nothing that publishes, exports or searches sees it', () => {
  expect(talkOutside(modules)).toEqual([]);
  const talk = { 'src/desk/team/together/comments.ts': '', 'src/record/team/comment.ts': '' };
  const leak = { 'src/desk/build-dossier.ts': "import type { C } from '../record/team/comment.ts';" };
  expect(talkOutside(house({ ...talk, ...leak }))).toEqual([expect.stringMatching(/build-dossier.ts/)]);
  const search = { 'src/desk/search/a.ts': "import '../team/together/comments.ts';" };
  expect(talkOutside(house({ ...talk, ...search }))).toHaveLength(1);
});
test('no circle of imports', () => expect(cycles(modules)).toEqual([]));
test('pure rooms are pure', () => expect(impurities(modules)).toEqual([]));
test('nothing copies an encrypted record in clear', () => {
  expect(clearCopies(modules)).toEqual([]);
  const leak = moduleOf('src/storage/a.ts', 'export const f = (db) => db.serialize();');
  expect(clearCopies([leak])).toEqual([
    'src/storage/a.ts:1 calls serialize(): it would leave the record in clear',
  ]);
});
test('files have good manners', () => expect(badManners(modules)).toEqual([]));
test('half of the source files have fewer than 100 lines', () => {
  const lines = modules
    .filter(({ path }) => !/\.(?:test|cases)\.tsx?$/u.test(path))
    .map(({ tree }) => tree.getLineStarts().length)
    .toSorted((a, b) => a - b);
  expect(lines.length).toBeGreaterThan(1000);
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(100);
});
test('every imported package is listed', () => {
  const [bundled, others] = [true, false].map((is) =>
    modules.filter(({ path: file }) => (roomOf(file) === BUNDLED_ROOM) === is),
  ) as [Module[], Module[]];
  expect(unlistedPackages(others, Object.keys(manifest.dependencies))).toEqual([]);
  // What is bundled into the pages may also be used elsewhere.
  const either = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  expect(unlistedPackages(bundled, either)).toEqual([]);
});
test('every dependency has a reason, and every reason a dependency', () => {
  const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  const document = readFileSync(path.join(ROOT, 'docs/dependencies.md'), 'utf8');
  expect(undocumentedDependencies(packages, document)).toEqual([]);
});

const house = (files: Record<string, string>): Module[] =>
  Object.entries(files).map(([name, text]) => moduleOf(name, text));

test.each<readonly [string, Record<string, string>, RegExp | null]>([
  [
    'reckon takes an extractor',
    { 'src/reckon/a.ts': "import { x } from '../text/read-text.ts';" },
    /reckon may import/,
  ],
  [
    'text takes reckon',
    { 'src/text/a.ts': "import type { x } from '../reckon/toll.ts';" },
    /text may import/,
  ],
  ['record takes reckon', { 'src/record/a.ts': "export * from '../reckon/toll.ts';" }, /record may import/],
  [
    'crypto takes record',
    { 'src/crypto/a.ts': "import type { Sha256 } from '../record/id.ts';" },
    /no other room/,
  ],
  [
    'dossier takes cases',
    { 'src/dossier/a.ts': "import type { C } from '../record/case/case.ts';" },
    /sealed/,
  ],
  [
    'dossier takes what opens cases',
    { 'src/dossier/a.ts': "import { o } from '../desk/cases/a.ts';" },
    /sealed/,
  ],
  [
    'exchange takes cases',
    { 'src/exchange/a.ts': "type C = import('../record/case/risk.ts').Risk;" },
    /sealed/,
  ],
  [
    'dossier takes storage',
    { 'src/dossier/a.ts': "import { s } from '../storage/sqlite/open.ts';" },
    /dossier may import/,
  ],
  [
    'desk takes storage',
    { 'src/desk/a.ts': "const s = await import('../storage/sqlite/open.ts');" },
    /desk may import/,
  ],
  [
    'desk behind the door of text',
    { 'src/desk/a.ts': "import { t } from '../text/tokens.ts';" },
    /only the doors/,
  ],
  ['desk at the door of text', { 'src/desk/a.ts': "import { t } from '../text/read-text.ts';" }, null],
  [
    'storage takes intake',
    { 'src/storage/a.ts': "import { i } from '../intake/html.ts';" },
    /storage may import/,
  ],
  [
    'storage takes a use case',
    { 'src/storage/a.ts': "import { i } from '../desk/capture-source.ts';" },
    /storage may import/,
  ],
  [
    'storage takes a port',
    { 'src/storage/sqlite/a.ts': "import type { i } from '../../desk/ports/clock.ts';" },
    null,
  ],
  [
    'cli takes an adapter',
    { 'src/cli/a.ts': "import { s } from '../storage/sqlite/open.ts';" },
    /cli may import/,
  ],
  [
    'cli requires an adapter',
    { 'src/cli/a.ts': "const s = require('../storage/sqlite/open.ts');" },
    /cli may import/,
  ],
  [
    'cli starts a worker of an adapter',
    { 'src/cli/a.ts': "new Worker(new URL('../intake/w.ts', import.meta.url));" },
    /cli may import/,
  ],
  [
    'server takes an adapter',
    { 'src/server/a.ts': "import { s } from '../intake/html.ts';" },
    /server may import/,
  ],
  ['cli takes the composition', { 'src/cli/a.ts': "import { c } from '../compose.ts';" }, null],
  [
    'desk takes the composition',
    { 'src/desk/a.ts': "import { c } from '../compose.ts';" },
    /desk may import/,
  ],
  [
    'the composition takes adapters',
    { 'src/compose.ts': "import { s } from './storage/sqlite/open.ts';" },
    null,
  ],
  [
    'the public door takes an adapter',
    { 'src/index.ts': "export { s } from './storage/sqlite/open.ts';" },
    /index\.ts may import/,
  ],
  [
    'a room nobody planned',
    { 'src/backend/a.ts': "import { s } from '../record/id.ts';" },
    /not in the import table/,
  ],
  ['what runs takes a test table', { 'src/record/a.ts': "import { s } from './b.cases.ts';" }, /tests/],
  ['a test looks behind the door', { 'src/desk/a.test.ts': "import { t } from '../text/tokens.ts';" }, null],
  [
    'record reads files',
    { 'src/record/a.ts': "import { readFileSync } from 'node:fs';" },
    /these packages: edtf/,
  ],
  ['text goes to the network', { 'src/text/a.ts': "import http from 'node:http';" }, /packages: any-ascii/],
  [
    'reckon starts a process',
    { 'src/reckon/a.ts': "import { exec } from 'node:child_process';" },
    /packages: none/,
  ],
  ['desk reads files', { 'src/desk/a.ts': "import fs from 'node:fs/promises';" }, /packages: yaml/],
  [
    'dossier takes a database',
    { 'src/dossier/a.ts': "import { Kysely } from 'kysely';" },
    /packages: d3-scale/,
  ],
  ['an import nobody can check', { 'src/desk/a.ts': 'await import(name);' }, /literal/],
])('arrow: %s', (_, files, expected) => {
  const found = forbiddenArrows(house(files)).join('\n');
  if (expected === null) expect(found).toBe('');
  else expect(found).toMatch(expected);
});

test('a way to sealed cases through other files is found, types included', () => {
  const files = {
    'src/dossier/a.ts': "import type { S } from '../record/snapshot.ts';",
    'src/record/snapshot.ts': "import type { C } from './case/case.ts';",
    'src/record/case/case.ts': '',
  };
  expect(leaks(house(files))[0]).toMatch(
    /dossier\/a.ts → src\/record\/snapshot.ts → src\/record\/case\/case.ts/,
  );
  expect(leaks(house({ ...files, 'src/record/snapshot.ts': '' }))).toEqual([]);
});

test.each([
  ['dossier', 'src/dossier/a.ts'],
  ['exchange', 'src/exchange/a.ts'],
  ['the search of the record', 'src/record/search/a.ts'],
  ['the search of the desk', 'src/desk/search/a.ts'],
  ['the search of the store', 'src/storage/search/a.ts'],
  ['the log entry', 'src/record/log-entry.ts'],
  ['the log as it is shown', 'src/desk/log/a.ts'],
  ['a package', 'src/desk/package/a.ts'],
  ['the backup', 'src/storage/backup/a.ts'],
  ['a route for everybody', 'src/server/routes/a.ts'],
])('a way from %s to sealed cases is found, of a type, a value and through another file', (_, from) => {
  const up = '../'.repeat(from.split('/').length - 2);
  const goals = ['record/case/case.ts', 'desk/cases/read-case.ts'];
  for (const goal of goals) {
    const files = { [`src/${goal}`]: '', 'src/desk/between.ts': `export * from '../${goal}';` };
    for (const line of [
      `import type { C } from '${up}${goal}';`,
      `import { c } from '${up}${goal}';`,
      `const c = await import('${up}${goal}');`,
      `type C = import('${up}${goal}').C;`,
      `export { c } from '${up}desk/between.ts';`,
    ])
      expect(leaks(house({ ...files, [from]: line })).join('\n'), line).toContain(`${from} → `);
  }
  const fine = `import type { S } from '${up}record/sealed/sealed-record.ts';`;
  expect(leaks(house({ [from]: fine, 'src/record/sealed/sealed-record.ts': '' }))).toEqual([]);
});

test('what works on cases may reach them', () => {
  const files = {
    'src/record/case/case.ts': '',
    'src/server/sealed/a.ts': "import type { C } from '../../record/case/case.ts';",
    'src/cli/case.ts': "import type { C } from '../record/case/case.ts';",
  };
  expect(leaks(house(files))).toEqual([]);
});

test('circles are found, long and short, and each is told once', () => {
  const files = {
    'src/record/a.ts': "import './b.ts';",
    'src/record/b.ts': "import type { C } from './c.ts';",
    'src/record/c.ts': "export { a } from './a.ts';",
    'src/record/d.ts': "import './a.ts'; import './d.ts';",
  };
  expect(cycles(house(files))).toHaveLength(2);
  expect(cycles(house({ ...files, 'src/record/c.ts': '', 'src/record/d.ts': '' }))).toEqual([]);
});

test.each([
  ['the clock', 'export const t = () => Date.now();', /Date\.now/],
  ['the clock, dressed', "export const t = Date['now']();", /Date\['now'\]/],
  ['today', 'export const t = new Date();', /new Date\(\)/],
  ['today, bare', 'export const t = new Date;', /new Date\(\)/],
  ['today as text', 'export const t = Date();', /Date\(\)/],
  ['chance', 'export const r = Math.random();', /Math\.random/],
  ['chance of the machine', 'export const r = globalThis.crypto;', /globalThis\.crypto/],
  ['chance by import', "import { randomBytes as r } from 'node:crypto';", /randomBytes/],
  ['the console', "console.log('x');", /console/],
  ['the environment', 'export const { env } = process;', /process/],
  ['the network', "export const p = fetch('https://x.example');", /fetch/],
  ['a timer', 'setTimeout(() => 1, 5);', /setTimeout/],
  ['a given day', "export const t = new Date('2017-05-18');", null],
  ['a field of that name', 'export const a = { process: 1 }; export const b = a.process;', null],
  ['a type member of that name', 'export interface A { process: string }', null],
  ['an argument of that name', 'export const f = (process: number) => process + 1;', null],
])('pure rooms: %s', (_, text, expected) => {
  const found = impurities(house({ 'src/reckon/a.ts': text })).join('\n');
  if (expected === null) expect(found).toBe('');
  else expect(found).toMatch(expected);
  expect(impurities(house({ 'src/cli/a.ts': text }))).toEqual([]);
});

const head = '/** Something. */\n';
test.each([
  ['a default export', 'src/record/a.ts', `${head}export default 1;`, /default export/],
  ['a default function', 'src/record/a.ts', `${head}export default function f() {}`, /default export/],
  ['a renamed default', 'src/record/a.ts', `${head}const a = 1; export { a as default };`, /default export/],
  ['a switch with a default', 'src/record/a.ts', `${head}switch (1) { default: break; }`, null],
  ['utils', 'src/record/utils.ts', head, /says nothing/],
  ['a folder of helpers', 'src/helpers/a.ts', head, /says nothing/],
  ['common', 'src/text/common.test.ts', head, /says nothing/],
  ['misc', 'src/text/misc.ts', head, /says nothing/],
  ['camel case', 'src/text/readText.ts', head, /kebab/],
  ['no head', 'src/record/a.ts', 'export const a = 1;', /head comment/],
  ['too long', 'src/record/a.ts', head + 'export const a = 1;\n'.repeat(401), /401 lines/],
  [
    'too long within one literal',
    'src/record/a.ts',
    `${head}export const a = \`${'\n'.repeat(400)}\`;`,
    /401 lines/,
  ],
  [
    'long for its comments',
    'src/record/a.ts',
    head + '/** Why.\n * So.\n */\nconst a = 1; // more\n\n'.repeat(400),
    null,
  ],
])('manners: %s', (_, name, text, expected) => {
  const found = badManners(house({ [name]: text })).join('\n');
  if (expected === null) expect(found).toBe('');
  else expect(found).toMatch(expected);
});

test('a package without a reason, a reason without a package, an import without a package', () => {
  const document = '| package | why |\n| `kysely` | SQL |\n| `left`, `@a/b` | y |\n';
  expect(undocumentedDependencies(['kysely', '@a/b', 'new'], document)).toEqual([
    expect.stringMatching(/^new has no line/),
    expect.stringMatching(/names left/),
  ]);
  const files = house({
    'src/intake/a.ts': "import 'yaml/x'; import '@a/b/c'; import 'node:fs'; import 'nobody';",
  });
  expect(unlistedPackages(files, ['yaml', '@a/b'])).toEqual([expect.stringMatching(/nobody/)]);
});
