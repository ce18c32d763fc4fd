/** A parser that is handed in whatever somebody else made, as the fuzzer sees it. */

/** Reads one input. Gives the sentences that a person would be shown; throws only what a bug throws. */
export type ReadInput = (bytes: Uint8Array) => readonly string[] | Promise<readonly string[]>;

export interface FuzzTarget {
  /** Names its folder in the corpus. */
  readonly name: string;
  /** What stands in inputs of this kind: put in while bending. */
  readonly words: readonly string[];
  /** Seconds of the processor that a small input may cost where its parser has a thread with a limit of its own; 2 when absent. */
  readonly mostSeconds?: number;
  /** Whole inputs to begin from. */
  seeds(): Promise<readonly Uint8Array[]>;
  /** Readies the parser once. */
  open(): Promise<ReadInput>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Texts as inputs.
 *
 * @example
 * inputs('a', 'b').length; // 2
 */
export function inputs(...texts: readonly string[]): readonly Uint8Array[] {
  return texts.map((text) => encoder.encode(text));
}

/**
 * An input as text: bytes that are no UTF-8 become U+FFFD.
 *
 * @example
 * textIn(new Uint8Array([65])); // 'A'
 */
export function textIn(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/**
 * An input as JSON; null: it is none, and nothing that takes JSON would be called.
 *
 * @example
 * jsonIn(new Uint8Array([49])); // { value: 1 }
 */
export function jsonIn(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(textIn(bytes)) };
  } catch {
    return null;
  }
}

/**
 * The sentences of faults.
 *
 * @example
 * told([{ path: 'a', message: 'is empty' }]); // ['a is empty']
 */
export function told(faults: readonly { readonly path: string; readonly message: string }[]): string[] {
  return faults.map(({ path, message }) => `${path} ${message}`);
}
