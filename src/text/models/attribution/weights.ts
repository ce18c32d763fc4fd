/**
 * Reads the file of weights (written by training/attribution/pack.py): "ORATTR01", a JSON header, rows of 8- or 16-bit numbers
 * with a scale each. Refuses what it does not know: a half-written file, another version of the features.
 */
import { FEATURE_VERSION, FIRST_WORD } from './token-features.ts';

/** One matrix as stored: whole numbers with a scale for each row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Row-major. */
  readonly numbers: Int8Array | Int16Array;
  /** What one of the row's numbers is worth. */
  scale(index: number): number;
  /** Writes row `index` to `out` from place `at` on. */
  row(index: number, out: Float32Array, at: number): void;
}

/** Numbers chosen on the development texts; see docs/methods/attribution-model.md. */
export interface Settings {
  /** Least probability with which a cue begins, where the rules see a cue and where they do not. */
  readonly begin: number;
  readonly beginUnseen: number;
  /** Least probability with which a cue goes on. */
  readonly goOn: number;
  /** Least probability of a source's or content's first word where no better one stands. */
  readonly sourceFallback: number;
  readonly contentFallback: number;
  /** Probability of the cue to share of relations that people marked alike: points of a rising line. */
  readonly calibration: readonly (readonly [said: number, seen: number])[];
}

export interface Weights {
  readonly version: number;
  readonly hidden: number;
  readonly relationHidden: number;
  /** Width of the judge of figures; null: the file has none. */
  readonly figureHidden: number | null;
  /** How many judges there are, whose probabilities are averaged. */
  readonly figureJudges: number;
  /** The judges' wider list of words, with the rows of `senses`; empty: they have none. */
  readonly senses: ReadonlyMap<string, number>;
  /** Width of the reader of chains; null: the file has none. */
  readonly chainHidden: number | null;
  readonly layers: number;
  readonly settings: Settings;
  readonly vocabulary: ReadonlyMap<string, number>;
  /** @throws Error for a name that the file lacks */
  matrix(name: string): Matrix;
}

interface StoredTensor {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly bits: 8 | 16;
  readonly scales: number;
  readonly at: number;
}

interface Header {
  readonly kind: string;
  readonly version: number;
  readonly features: number;
  readonly hidden: number;
  readonly relationHidden: number;
  readonly figureHidden?: number;
  readonly figureJudges?: number;
  readonly senses?: { readonly at: number; readonly bytes: number };
  readonly chainHidden?: number;
  readonly layers: number;
  readonly settings: {
    readonly begin: number;
    readonly begin_unseen?: number;
    readonly go_on: number;
    readonly fallback: number;
    readonly content_fallback: number;
    readonly calibration?: readonly (readonly [number, number])[];
  };
  readonly vocabulary: { readonly at: number; readonly bytes: number };
  readonly tensors: readonly StoredTensor[];
}

const MAGIC = 'ORATTR01';

function numbersOf(view: DataView, from: number, count: number, bits: 8 | 16): Int8Array | Int16Array {
  const at = view.byteOffset + from;
  if (bits === 8) return new Int8Array(view.buffer, at, count);
  if (at % 2 === 0) return new Int16Array(view.buffer, at, count);
  return new Int16Array(view.buffer.slice(at, at + count * 2));
}

function matrixOf(view: DataView, base: number, tensor: StoredTensor): Matrix {
  const { rows, columns, bits } = tensor;
  const start = base + tensor.at;
  if (start + (rows * columns * bits) / 8 > view.byteLength)
    throw new Error('the model file is cut off: fetch it again');
  const numbers = numbersOf(view, start, rows * columns, bits);
  const scale = (index: number): number => view.getFloat32(base + tensor.scales + index * 4, true);
  return {
    rows,
    columns,
    numbers,
    scale,
    row: (index, out, at) => {
      const one = scale(index);
      const from = index * columns;
      for (let j = 0; j < columns; j += 1) out[at + j] = one * (numbers[from + j] as number);
    },
  };
}

function headerOf(bytes: Uint8Array, view: DataView): { header: Header; base: number } {
  const ascii = new TextDecoder('latin1'); // copies, since a decoder refuses memory that threads share
  if (bytes.length < 12 || ascii.decode(bytes.slice(0, 8)) !== MAGIC)
    throw new Error('this is no model file of onrecord: it must begin with ORATTR01');
  const length = view.getUint32(8, true);
  if (12 + length > bytes.length) throw new Error('the model file is cut off: fetch it again');
  const header = JSON.parse(new TextDecoder().decode(bytes.slice(12, 12 + length))) as Header;
  if (12 + length + header.vocabulary.at + header.vocabulary.bytes > bytes.length)
    throw new Error('the model file is cut off: fetch it again');
  if (header.kind !== 'attribution' || header.features !== FEATURE_VERSION)
    throw new Error(
      `the model file was made for features ${header.features}, this program computes ${FEATURE_VERSION}: use the file that came with it`,
    );
  return { header, base: 12 + length };
}

/**
 * Opens a file of weights.
 *
 * @throws Error for bytes that are no such file, are cut off, or were made for other features
 * @example
 * openWeights(bytes).hidden; // 96
 */
export function openWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, base } = headerOf(bytes, view);
  const tensors = new Map(header.tensors.map((tensor) => [tensor.name, matrixOf(view, base, tensor)]));
  const wordsAt = ({ at, bytes: length }: Header['vocabulary']): string[] =>
    new TextDecoder().decode(bytes.slice(base + at, base + at + length)).split('\n');
  const { settings, senses } = header;
  return {
    version: header.version,
    hidden: header.hidden,
    relationHidden: header.relationHidden,
    figureHidden: header.figureHidden ?? null,
    figureJudges: header.figureJudges ?? 1,
    senses: new Map(senses === undefined ? [] : wordsAt(senses).map((word, i) => [word, i])),
    chainHidden: header.chainHidden ?? null,
    layers: header.layers,
    settings: {
      begin: settings.begin,
      beginUnseen: settings.begin_unseen ?? settings.begin,
      goOn: settings.go_on,
      sourceFallback: settings.fallback,
      contentFallback: settings.content_fallback,
      calibration: settings.calibration ?? [],
    },
    vocabulary: new Map(wordsAt(header.vocabulary).map((word, i) => [word, i + FIRST_WORD])),
    matrix: (name) => {
      const found = tensors.get(name);
      if (found === undefined)
        throw new Error(`the model file has no ${name}: use the file that came with the program`);
      return found;
    },
  };
}
