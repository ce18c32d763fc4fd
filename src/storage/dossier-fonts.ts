/**
 * Reads the fonts a dossier carries from the installed font packages. A font that is not installed is left
 * out: the pages name system fonts after it.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A font file to be carried along. */
export interface FontFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the font files of the given names.
 *
 * @example
 * const fonts = await readDossierFonts(['inter-latin-wght-normal.woff2']);
 */
export async function readDossierFonts(names: readonly string[]): Promise<readonly FontFile[]> {
  const require = createRequire(import.meta.url);
  const read = await Promise.all(
    names.map(async (name): Promise<FontFile | null> => {
      const family = name.startsWith('inter-') ? 'inter' : 'source-serif-4';
      try {
        const folder = dirname(require.resolve(`@fontsource-variable/${family}/package.json`));
        return { name, bytes: await readFile(join(folder, 'files', name)) };
      } catch {
        return null;
      }
    }),
  );
  return read.filter((font) => font !== null);
}
