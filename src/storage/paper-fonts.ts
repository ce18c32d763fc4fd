/** Reads the fonts for print from the installed packages, in a fixed order: Latin, Cyrillic and Greek letters, and Arabic ones. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFile } from './dossier-fonts.ts';

const FAMILIES = ['source-serif-4', 'inter', 'noto-naskh-arabic'] as const;
/** Regular and semi-bold, upright and italic, of every part that the package parts the letters into. */
const USED = /-(400|600)-(normal|italic)\.woff$/;

/**
 * Reads them.
 *
 * @throws Error when a package is not installed
 * @example
 * (await readPaperFonts()).length; // 62
 */
export async function readPaperFonts(): Promise<readonly FontFile[]> {
  const require = createRequire(import.meta.url);
  const fonts: FontFile[] = [];
  for (const family of FAMILIES) {
    const folder = join(dirname(require.resolve(`@fontsource/${family}/package.json`)), 'files');
    const names = (await readdir(folder)).filter((name) => USED.test(name)).toSorted();
    for (const name of names) fonts.push({ name, bytes: new Uint8Array(await readFile(join(folder, name))) });
  }
  return fonts;
}
