/**
 * What is published, from its tarball: the package and its types resolve for whoever imports them, the doors open in an empty
 * folder without a source of ours, the page for pasted reports works from disk without a network, and the API pages are those of the
 * door.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, tooWide } from './desk/page-checks.ts';
import { startBrowser } from './desk/start-browser.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let scratch: string;
let made: string;
let tarball: string;

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'onrecord-package-'));
  made = path.join(scratch, 'made');
  mkdirSync(made);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'NOTICE', 'bin', 'models', 'vocab', 'examples'])
    cpSync(path.join(ROOT, name), path.join(made, name), { recursive: true });
  execFileSync(process.execPath, ['build.ts', path.join(made, 'dist')], { cwd: ROOT, stdio: 'pipe' });
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', scratch], {
    cwd: made,
    stdio: 'pipe',
  });
  tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? '';
}, 600_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('the package is what package.json says it is', async () => {
  const { messages, pkg } = await publint({ pkgDir: made, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('its types resolve, from every door and in every way of importing an ES module', async () => {
  const data = new Uint8Array(readFileSync(path.join(scratch, tarball)));
  const analysis = await checkPackage(createPackageFromTarballData(data));
  // Old resolution knows no `exports`; a CommonJS program has to import() an ES module: both are meant.
  const meant = new Set(['NoResolution', 'CJSResolvesToESM']);
  const found = analysis.types === false ? ['no types'] : analysis.problems;
  expect(
    found.filter(
      (one) => typeof one === 'string' || !(meant.has(one.kind) && /node10|cjs/u.test(JSON.stringify(one))),
    ),
  ).toEqual([]);
});

test('in a folder with nothing else, the doors open and the program runs', () => {
  const home = path.join(scratch, 'home');
  const modules = path.join(home, 'node_modules');
  mkdirSync(path.join(modules, 'onrecord'), { recursive: true });
  execFileSync('tar', [
    '-xzf',
    path.join(scratch, tarball),
    '--strip-components=1',
    '-C',
    path.join(modules, 'onrecord'),
  ]);
  for (const name of readdirSync(path.join(ROOT, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name));
  writeFileSync(
    path.join(home, 'weigh.mjs'),
    `import { createHash, randomBytes } from 'node:crypto';
import { idMaker, openTextReader, weighReports } from 'onrecord';
import { makeVault } from 'onrecord/node';
const tools = {
  reader: openTextReader({ attribution: null, gazetteer: null }),
  newId: idMaker((count) => randomBytes(count)),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};
const report = { text: 'Police said that six people were killed in Dol.', outlet: 'The Valley Post', publishedAt: '2031-04-02', language: 'en' };
const { propositions } = await weighReports([report], tools);
console.log(JSON.stringify([propositions[0].toll.low.value, propositions[0].origins.reports, typeof makeVault]));
`,
  );
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  expect(JSON.parse(run('weigh.mjs'))).toEqual([6, 1, 'function']);
  expect(run('node_modules/onrecord/bin/onrecord.mjs', 'init', '--no-encryption')).toContain('capture');
  expect(readdirSync(path.join(modules, 'onrecord'))).not.toContain('src');
});

test('the page for pasted reports: one file, opened from disk, asks the network for nothing', async ({
  skip,
}) => {
  const browser = await startBrowser('test/e2e/package.test.ts');
  if (browser === null) return skip('skipped: no browser here');
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const asked: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(0, 40)));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    const address = pathToFileURL(path.join(made, 'dist', 'paste.html')).href;
    await page.goto(address);
    await page.getByRole('button', { name: 'Fill in an invented example' }).click();
    await page.getByRole('button', { name: 'Read and weigh' }).click();
    const killed = page.locator('article', { hasText: 'killed' }).first();
    await killed.locator('.figure').waitFor();
    expect(await killed.locator('.figure').textContent()).toContain('26');
    expect(await killed.textContent()).toMatch(/behind 3 reports/u);
    expect(await killed.locator('.st.denies').count()).toBeGreaterThan(0);
    expect(asked).toEqual([address.slice(0, 40)]);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await tooWide(page)).toBe(0);
  } finally {
    await browser.close();
  }
});

test('docs/api is what the door says: npm run docs:api', () => {
  const out = path.join(scratch, 'api');
  execFileSync(process.execPath, [path.join(ROOT, 'node_modules/typedoc/bin/typedoc'), '--out', out], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  expect(readFileSync(path.join(out, 'index.md'), 'utf8')).toBe(
    readFileSync(path.join(ROOT, 'docs/api/index.md'), 'utf8'),
  );
});
