/**
 * Bundles the desk's pages: dist/web/desk.js with a part for each room, desk.css, fonts and the one page. `npm run build` does it
 * with all the rest; `node build-pages.ts` alone, which is what a clone runs when the pages are older than their source.
 */
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { CHART_STYLE, SIGN_STYLE } from './src/dossier/style-parts.ts';
import { TOKENS_STYLE } from './src/dossier/style-tokens.ts';
import { PDF_FRAME } from './src/server/original/pdf-frame-page.ts';

/** What is entered by: the frame of the desk, and the room that is shown first. */
const FIRST_PAGE = new Set(['src/web/main.tsx', 'src/web/inbox/inbox-page.tsx']);

const FONTS = [
  ['@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', 'inter.woff2'],
  [
    '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    'source-serif-4.woff2',
  ],
] as const;

/**
 * Writes the pages into a folder, anew; whoever reads it meanwhile finds the old ones. Of two that write at once the last one's stay.
 *
 * @example
 * await buildPages('dist/web');
 */
export async function buildPages(folder: string): Promise<void> {
  const fresh = `${folder}-${process.pid}`;
  await writePages(fresh);
  await rm(folder, { recursive: true, force: true });
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    const isThere =
      error instanceof Error && 'code' in error && /^(ENOTEMPTY|EEXIST)$/.test(String(error.code));
    if (!isThere) throw error;
  }
}

async function writePages(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/fonts`, { recursive: true });
  const rooms = build({
    outdir: folder,
    entryPoints: { desk: 'src/web/main.tsx' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    chunkNames: 'part-[hash]',
    legalComments: 'none',
    tsconfigRaw: '{}',
    metafile: true,
  });
  // The script of the frame in which a PDF is drawn: part of no page, handed out inside the frame alone. The library comes minified.
  const frame = build({
    outfile: `${folder}/${PDF_FRAME}`,
    entryPoints: ['src/web/pdf/pdf-frame.ts'],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    tsconfigRaw: '{}',
  });
  const [{ metafile }] = await Promise.all([rooms, frame]);
  const css = await build({
    entryPoints: ['src/web/styles/desk.css'],
    bundle: true,
    minify: true,
    write: false,
    external: ['/fonts/*'],
  });
  await writeFile(
    `${folder}/desk.css`,
    [TOKENS_STYLE, SIGN_STYLE, CHART_STYLE, css.outputFiles[0]?.text ?? ''].join('\n'),
  );
  const page = await readFile('src/web/index.html', 'utf8');
  await writeFile(
    `${folder}/index.html`,
    page.replace('<!--parts-->', () => preloads(metafile).join('\n    ')),
  );
  for (const [from, to] of FONTS)
    await copyFile(fileURLToPath(import.meta.resolve(from)), `${folder}/fonts/${to}`);
}

/** Parts that the first page needs beside desk.js: the browser asks for all at once, not for each when another names it. */
function preloads({ outputs }: Metafile): readonly string[] {
  const needed = new Set<string>();
  const add = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') add(path);
  };
  for (const [file, { entryPoint }] of Object.entries(outputs))
    if (entryPoint !== undefined && FIRST_PAGE.has(entryPoint)) add(file);
  return [...needed].map((file) => `<link rel="modulepreload" href="/${basename(file)}">`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPages(process.argv[2] ?? 'dist/web');
