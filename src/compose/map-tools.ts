/** What the desk's map reaches outside for: the gazetteer for the words of sources, and the shapes of the world. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { MapShapes } from '../dossier/map/draw-map.ts';
import type { LocateWording } from '../text/locate-wording.ts';

/**
 * Opens the shipped gazetteer; without one nothing is placed.
 *
 * @example
 * (await openWordings())('Syria').place?.kind; // 'country'
 */
export async function openWordings(): Promise<LocateWording> {
  const [{ readReaderAssets }, { locateWordings }] = await Promise.all([
    import('./reader-assets.ts'),
    import('../text/locate-wording.ts'),
  ]);
  const { gazetteer } = await readReaderAssets();
  if (gazetteer !== null) return locateWordings(gazetteer);
  return () => ({ place: null, because: 'this copy has no list of places', candidates: [] });
}

/**
 * Reads the shapes of the world from the installed package.
 *
 * @example
 * (await readMapShapes()).fine.country('IS') !== null; // true
 */
export async function readMapShapes(): Promise<MapShapes> {
  const require = createRequire(import.meta.url);
  const { worldShapes } = await import('../dossier/map/world-shapes.ts');
  const read = async (path: string) => worldShapes(JSON.parse(await readFile(path, 'utf8')));
  const [fine, coarse] = await Promise.all([
    read(require.resolve('world-atlas/countries-50m.json')),
    read(require.resolve('world-atlas/countries-110m.json')),
  ]);
  return { fine, coarse };
}
