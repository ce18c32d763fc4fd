/**
 * Takes docs/images/dossier.png from the example dossier: light, 1180 pixels wide, the upper 1400.
 * Run under Node 24: node test/e2e/take-picture.ts [FILE]. Needs Debian's chromium or the one in the packages.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const MOST_BYTES = 300_000;
const root = new URL('../..', import.meta.url).pathname;
const target = process.argv[2] ?? join(root, 'docs/images/dossier.png');
const folder = mkdtempSync(join(tmpdir(), 'picture-'));
try {
  const places = ['--out', join(folder, 'dossier'), '--vault', join(folder, 'vault')];
  execFileSync(process.execPath, [join(root, 'bin/onrecord.mjs'), 'demo', '--once', ...places], {
    cwd: root,
  });
  const executablePath = existsSync('/usr/bin/chromium')
    ? '/usr/bin/chromium'
    : await sparticuz.executablePath();
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage({ viewport: { width: 1180, height: 1400 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(join(folder, 'dossier', 'index.html')).href);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: target });
  await browser.close();
  const size = statSync(target).size;
  if (size > MOST_BYTES) throw new Error(`The picture has ${size} bytes; at most ${MOST_BYTES} are wanted.`);
  process.stdout.write(`${target}: ${size} bytes\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
