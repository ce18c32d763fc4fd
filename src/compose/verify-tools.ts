/** What `onrecord verify`, `checkpoint` and `witness` reach outside the vault for: files, packages, roots, the reader. */

import type { DocumentReader } from '../desk/ports/document-reader.ts';
import type { PackageReader } from '../desk/ports/package-files.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';
import type { WhatLies } from '../desk/ports/what-lies.ts';
import { MIB } from '../desk/size-words.ts';
import { openPackagesForReading, publicRoots } from './custody-tools.ts';

export interface VerifyTools {
  readonly whatLies: WhatLies;
  /** Checkpoints, keys and certificates; larger files are refused. */
  readonly files: SingleFiles;
  packages(): Promise<PackageReader>;
  /** Reads all formats; closed by who asked. */
  reader(): Promise<DocumentReader>;
  /** PEM texts for time-stamp authorities without roots of their own. */
  publicRoots(): Promise<readonly string[]>;
}

/** Bytes; checkpoints, requests and root certificates are far smaller. */
const LARGEST = 4 * MIB;

/**
 * Gathers them; each thing is loaded when it is asked for.
 *
 * @example
 * const tools = await verifyTools();
 */
export async function verifyTools(): Promise<VerifyTools> {
  const [{ whatLies }, { openSingleFiles }] = await Promise.all([
    import('../intake/what-lies.ts'),
    import('../storage/single-files.ts'),
  ]);
  return {
    whatLies,
    files: openSingleFiles(LARGEST),
    packages: openPackagesForReading,
    reader: async () => {
      const { openDocumentReader } = await import('../intake/open-document-reader.ts');
      return openDocumentReader({ clock: () => new Date() });
    },
    publicRoots,
  };
}
