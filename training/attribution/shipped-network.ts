/** The attribution network that ships, for what is taught on top of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNetwork } from '../../src/text/models/attribution/network.ts';
import { type Spelling, spellingOf } from '../../src/text/models/attribution/token-features.ts';
import { openWeights } from '../../src/text/models/attribution/weights.ts';

const MODELS = join(import.meta.dirname, '../../models');
const name = readdirSync(MODELS).find((file) => file.startsWith('attribution-en-')) ?? '';

/** The file's bytes. */
export const bytes = new Uint8Array(readFileSync(join(MODELS, name)));
export const weights = openWeights(bytes);
/** Without the judge of figures that is in the file: it may have been made for other features. */
export const network = openNetwork({ ...weights, figureHidden: null });

const spellings = new Map<string, Spelling>();

/**
 * What the network knows of a word in lower case.
 *
 * @example
 * spelling('said').word; // its row among the words' vectors
 */
export function spelling(lower: string): Spelling {
  const known = spellings.get(lower) ?? spellingOf(lower, weights.vocabulary);
  spellings.set(lower, known);
  return known;
}

/**
 * The words' vectors, row by row, as little-endian floats for `vectors.f32`.
 *
 * @example
 * writeFileSync('vectors.f32', vectorBytes());
 */
export function vectorBytes(): Uint8Array {
  const vectors = weights.matrix('words');
  const table = new Float32Array(vectors.rows * vectors.columns);
  for (let r = 0; r < vectors.rows; r += 1) vectors.row(r, table, r * vectors.columns);
  return new Uint8Array(table.buffer);
}
