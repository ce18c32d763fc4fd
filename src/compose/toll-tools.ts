/** What `onrecord toll` reaches outside for: the gazetteer, and the file of a chart. */

import type { SingleFiles } from '../desk/ports/single-files.ts';
import { firstCertain, type RelatePlaces, relateWordings } from '../reckon/toll/place-relation.ts';

export interface TollTools {
  /** How places lie to each other by the gazetteer; by their words where none is shipped. */
  readonly relate: RelatePlaces;
  readonly files: SingleFiles;
}

/**
 * Gathers them.
 *
 * @example
 * const { relate, files } = await tollTools();
 */
export async function tollTools(): Promise<TollTools> {
  const [{ readReaderAssets }, { relatePlaces }, { openSingleFiles }] = await Promise.all([
    import('./reader-assets.ts'),
    import('../text/relate-places.ts'),
    import('../storage/single-files.ts'),
  ]);
  const { gazetteer } = await readReaderAssets();
  const relate = gazetteer === null ? relateWordings : firstCertain(relateWordings, relatePlaces(gazetteer));
  return { relate, files: openSingleFiles() };
}
