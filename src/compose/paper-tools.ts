/** What a printed dossier and cards reach outside for: the typesetter, and the place of one file. */
import type { CardPainter } from '../desk/ports/card-painting.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';
import type { Typesetter } from '../desk/ports/typesetting.ts';

export interface PaperTools {
  readonly files: SingleFiles;
  readonly typesetter: Typesetter;
  readonly painter: CardPainter;
}

/**
 * Gathers them.
 *
 * @example
 * const { typesetter, files } = await paperTools();
 */
export async function paperTools(): Promise<PaperTools> {
  const [{ openSingleFiles }, { readPaperFonts }, { openTypesetter }, { openCardPainter }] =
    await Promise.all([
      import('../storage/single-files.ts'),
      import('../storage/paper-fonts.ts'),
      import('../engine/paper/open-typesetter.ts'),
      import('../engine/card/paint-card.ts'),
    ]);
  const fonts = await readPaperFonts();
  return {
    files: openSingleFiles(),
    typesetter: openTypesetter(fonts.map(({ bytes }) => bytes)),
    painter: openCardPainter(fonts),
  };
}
