/** What `onrecord list` reaches outside for: tables of people, and mapping files. */

import type { ListFiles } from '../desk/ports/list-files.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';
import { MIB } from '../desk/size-words.ts';

export interface ListTools {
  readonly tables: ListFiles;
  /** Mapping files. */
  readonly files: SingleFiles;
}

/** Bytes of a mapping file. */
const LARGEST_MAPPING = MIB;

/**
 * Gathers them.
 *
 * @example
 * const { tables } = await listTools();
 */
export async function listTools(): Promise<ListTools> {
  const [{ openSingleFiles }, { openListFiles }] = await Promise.all([
    import('../storage/single-files.ts'),
    import('../intake/lists/open-list-files.ts'),
  ]);
  return { tables: openListFiles(), files: openSingleFiles(LARGEST_MAPPING) };
}
