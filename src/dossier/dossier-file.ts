/** One file of a dossier: a path inside the folder, with `/`, and its content. */
export interface DossierFile {
  readonly path: string;
  /** Text is written as UTF-8. */
  readonly content: string | Uint8Array;
}

/** A file to be carried along unchanged, such as a font. */
export interface DossierAsset {
  /** Base name: letters, digits, `.`, `_`, `-`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
