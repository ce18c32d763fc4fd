/** A file of a dossier, as bytes or text, and a picture that somebody has yet to paint. Plain data: nothing is written here. */
import type { Card } from './card/card-ops.ts';

/** One file of a dossier: a path inside the folder, with `/`, and its content. */
export interface DossierFile {
  readonly path: string;
  /** Text is written as UTF-8. */
  readonly content: string | Uint8Array;
}

/** A picture of a dossier before somebody painted it. */
export interface DossierDrawing {
  readonly path: string;
  readonly card: Card;
}

/** A file to be carried along unchanged, such as a font. */
export interface DossierAsset {
  /** Base name: letters, digits, `.`, `_`, `-`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
