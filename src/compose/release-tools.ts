/** What `onrecord release` reaches outside for: profile files, a folder to write, what every dossier carries. */

import type { PackageFolder } from '../desk/ports/package-folder.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';
import type { HandingOut } from '../desk/release/hand-out-release.ts';
import { MIB } from '../desk/size-words.ts';
import { DOSSIER_FONTS } from '../dossier/font-faces.ts';
import { openPackages, publicRoots } from './custody-tools.ts';
import { readMapShapes } from './map-tools.ts';
import { programVersion } from './program-version.ts';

export interface ReleaseTools {
  /** Profiles; larger files are refused. */
  readonly files: SingleFiles;
  folder(): Promise<PackageFolder>;
  making(): Promise<Omit<HandingOut, 'folder'>>;
}

/** Bytes; a profile with notes in ten languages is smaller. */
const LARGEST = MIB;

/**
 * Gathers them.
 *
 * @example
 * const { making } = await releaseTools();
 */
export async function releaseTools(): Promise<ReleaseTools> {
  const { openSingleFiles } = await import('../storage/single-files.ts');
  return {
    files: openSingleFiles(LARGEST),
    folder: openPackages,
    making: async () => {
      const [{ readDossierFonts }, { readPaperFonts }, { openCardPainter }] = await Promise.all([
        import('../storage/dossier-fonts.ts'),
        import('../storage/paper-fonts.ts'),
        import('../engine/card/paint-card.ts'),
      ]);
      return {
        version: await programVersion(),
        assets: await readDossierFonts(DOSSIER_FONTS),
        shapes: readMapShapes,
        painter: openCardPainter(await readPaperFonts()),
        publicRoots: await publicRoots(),
      };
    },
  };
}
