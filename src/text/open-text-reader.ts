/**
 * The door of the room for whoever reads many texts: hand in the data that the reader works with once, then read. The
 * bytes come from outside (a file, a worker's message, a browser's fetch): this room opens nothing itself.
 */
import { openGazetteer } from './gazetteer/place-file.ts';
import { withManner } from './manner.ts';
import { openAttributionModel } from './models/attribution/attribution-model.ts';
import { withPlaces } from './place-reading.ts';
import type { ReadInput, Reading } from './proposed-claim.ts';
import { readInPieces, readingsOfPieces } from './read-in-pieces.ts';
import { readText } from './read-text.ts';

/** Raised whenever the rules of any language read otherwise than before: stored texts are then read again. */
const READER = 'reader-5';

/** Data that ships beside the program. */
export interface ReaderAssets {
  /** Weights of the English attribution model; null: rules alone. */
  readonly attribution: Uint8Array | null;
  /** Places of the world; null: only those of `vocab/`. */
  readonly gazetteer: Uint8Array | null;
}

/** A reader with its data loaded. Deterministic: the same text gives the same reading. */
export interface TextReader {
  /**
   * Name and version of the rules of all languages, and of the model where there is one ("reader-2.1"), as all its readings
   * carry it: one name, or a text in another language would count as unread for ever.
   */
  readonly extractor: string;
  read(input: ReadInput): Reading;
}

/** A reader that also gives the reading of a long text piece by piece, for whoever hands it on as it comes. */
export interface PieceReader extends TextReader {
  /** Joined by `joinPieces` they are what `read` gives; one for a short text. */
  pieces(input: ReadInput): Iterable<Reading>;
}

/**
 * Opens a reader.
 *
 * @example
 * const reader = openTextReader({ attribution: null, gazetteer: null });
 * reader.read({ text: 'Police said that six people died.', publishedAt: null, outlet: null, language: 'en' }).claims.length; // 1
 */
export function openTextReader(assets: ReaderAssets): PieceReader {
  const gazetteer = assets.gazetteer === null ? null : openGazetteer(assets.gazetteer);
  const model = assets.attribution === null ? null : openAttributionModel(assets.attribution);
  const extractor = model === null ? READER : `${READER}.${model.version}`;
  const read = (input: ReadInput): Reading => {
    const reading = withManner({ ...readText(input, model), extractor }, input.text);
    return gazetteer === null ? reading : withPlaces(reading, input, gazetteer);
  };
  return {
    extractor,
    read: (input) => readInPieces(input, read),
    pieces: (input) => readingsOfPieces(input, read),
  };
}
