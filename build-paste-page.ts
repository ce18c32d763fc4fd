/**
 * Bundles the page that weighs pasted reports into one file that a browser opens from disk: script, style, model and places are in
 * it, and its policy lets nothing else run and nothing leave. `npm run build` does it; `node build-paste-page.ts FILE` alone.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readReaderAssets } from './src/compose/reader-assets.ts';
import { SIGN_STYLE } from './src/dossier/style-parts.ts';
import { TOKENS_STYLE } from './src/dossier/style-tokens.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Writes the file.
 *
 * @example
 * await buildPastePage('dist/paste.html');
 */
export async function buildPastePage(file: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ['src/web/paste/paste-page.tsx'],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    charset: 'ascii',
    tsconfigRaw: '{}',
  });
  // Nothing in the script may end the element that holds it.
  const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  const style = [TOKENS_STYLE, SIGN_STYLE, await readFile('src/web/paste/paste.css', 'utf8')].join('\n');
  const data = Object.entries(await readReaderAssets()).map(([id, bytes]) => {
    const base64 = Buffer.from(bytes ?? []).toString('base64');
    return `<script type="application/octet-stream" id="${id}">${base64}</script>`;
  });
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>What do these reports rest on? · onrecord</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript><p>This page needs JavaScript: all of it runs here, nothing is sent anywhere.</p></noscript>
${data.join('\n')}
<script>${script}</script>
</body>
</html>
`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildPastePage(process.argv[2] ?? 'dist/paste.html');
