/**
 * Bundles what is published: dist/cli/main.js and the doors dist/index.js and dist/node.js, with packages left outside, and beside them the nine
 * programs that run in a thread or a process of their own; and dist/reader.js and
 * dist/reader-worker.js for browsers, with a page that reads pasted reports;
 * and types. `npm run build`, or `node build.ts FOLDER` for another folder
 * than dist.
 */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { buildPages } from './build-pages.ts';
import { buildPastePage } from './build-paste-page.ts';

const outdir = process.argv[2] ?? 'dist';
const SHARED = {
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node22.18',
  // None: docs/decisions/020-no-source-maps.md.
  sourcemap: false,
  legalComments: 'none',
} as const;

await rm(outdir, { recursive: true, force: true });
await build({
  ...SHARED,
  entryPoints: { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts', node: 'src/node.ts' },
  splitting: true,
});
await build({
  ...SHARED,
  entryPoints: {
    'hostile-thread': 'src/intake/hostile/hostile-thread.ts',
    'redaction-thread': 'src/intake/redaction/redaction-thread.ts',
    'agent-process': 'src/storage/key-agent/agent-process.ts',
    'check-thread': 'src/storage/sqlite/check-thread.ts',
    'reading-thread': 'src/engine/reading-thread.ts',
    'counts-thread': 'src/engine/counts/counts-thread.ts',
    'estimate-thread': 'src/engine/estimate/estimate-thread.ts',
    'comparing-thread': 'src/engine/reuse/comparing-thread.ts',
    'typesetting-thread': 'src/engine/paper/typesetting-thread.ts',
    'linking-process': 'src/engine/people/linking-process.ts',
  },
  outExtension: { '.js': '.mjs' },
});
// For pages: the reader alone, and the program of a Web Worker around it. Nothing of Node is in them.
await build({
  ...SHARED,
  packages: 'bundle',
  platform: 'browser',
  target: 'es2022',
  entryPoints: {
    reader: 'src/text/open-text-reader.ts',
    'reader-worker': 'src/engine/reading-web-worker.ts',
  },
});

await buildPages(`${outdir}/web`);
await buildPastePage(`${outdir}/paste.html`);
execFileSync(process.execPath, [
  'node_modules/typescript7/bin/tsc',
  ...['-p', 'tsconfig.types.json', '--outDir', `${outdir}/types`],
]);
