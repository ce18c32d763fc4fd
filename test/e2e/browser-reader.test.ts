/** The reader in a browser: bundled without any part of Node, run in a Web Worker of Chromium, it reads what Node reads. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sparticuz from '@sparticuz/chromium';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { readReaderAssets } from '../../src/compose/reader-assets.ts';
import { openTextReader, type ReaderAssets } from '../../src/text/open-text-reader.ts';
import type { ReadInput } from '../../src/text/proposed-claim.ts';

const ROOT = new URL('../../', import.meta.url);
const REPORTS = new URL('bench/reports/dev/', ROOT);

function inputs(): ReadInput[] {
  return readdirSync(REPORTS)
    .filter((name) => name.endsWith('.txt'))
    .slice(0, 8)
    .map((name) => readFileSync(new URL(name, REPORTS), 'utf8'))
    .map((text) => ({ text, publishedAt: '2031-04-02', outlet: 'The Mirror', language: null }));
}

async function workerProgram(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('src/engine/reading-web-worker.ts', ROOT).pathname],
    bundle: true,
    // An import of Node anywhere below would fail here.
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** What the page runs: a worker that is given the data, then each text; the readings as JSON. */
const PAGE_SCRIPT = `async (inputs) => {
  const bytes = async (name) => {
    const answer = await fetch(name);
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
  };
  const worker = new Worker('/worker.js', { type: 'module' });
  const answer = (message) => new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message);
  });
  const ready = await answer({ attribution: await bytes('/attribution'), gazetteer: await bytes('/gazetteer') });
  const readings = [];
  for (const [task, input] of inputs.entries()) readings.push(JSON.stringify((await answer({ task, input })).reading));
  return { extractor: ready.extractor, readings };
}`;

async function withSite<T>(
  program: string,
  assets: ReaderAssets,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const server = http.createServer((request, answer) => {
    const bytes = { '/attribution': assets.attribution, '/gazetteer': assets.gazetteer }[request.url ?? ''];
    if (bytes === null) answer.statusCode = 404;
    answer.setHeader('content-type', request.url === '/worker.js' ? 'text/javascript' : 'text/html');
    answer.end(request.url === '/worker.js' ? program : (bytes ?? '<!doctype html><title>Reader</title>'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a Web Worker reads what Node reads', async () => {
  const assets = await readReaderAssets();
  const reader = openTextReader(assets);
  const executablePath = existsSync('/usr/bin/chromium')
    ? '/usr/bin/chromium'
    : await sparticuz.executablePath();
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const browser = await chromium.launch({ executablePath, args, timeout: 120_000 });
  try {
    const found = await withSite(await workerProgram(), assets, async (address) => {
      const page = await browser.newPage();
      page.setDefaultTimeout(200_000);
      await page.goto(address);
      return page.evaluate<{ extractor: string; readings: string[] }>(
        `(${PAGE_SCRIPT})(${JSON.stringify(inputs())})`,
      );
    });
    expect(found.extractor).toBe(reader.extractor);
    expect(found.readings).toEqual(inputs().map((input) => JSON.stringify(reader.read(input))));
    expect(found.readings.join('').length).toBeGreaterThan(5000);
  } finally {
    await browser.close();
  }
}, 300_000);
