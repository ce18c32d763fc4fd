/**
 * Crockford's base32: 32 symbols without I, L, O and U, so that what is read aloud or from paper is not mistaken.
 * Reading accepts small letters, O for 0, I and L for 1, and any spaces, dashes and line breaks between groups.
 */

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

/** The symbol of a value from 0 to 31. */
export function crockfordSymbol(value: number): string {
  return SYMBOLS[value] ?? '';
}

/** The value of a symbol, or -1. */
export function crockfordValue(symbol: string): number {
  return symbol.length === 1 ? SYMBOLS.indexOf(symbol) : -1;
}

/**
 * Bytes as values of five bits, filled up with zeros to the right.
 *
 * @param count how many values; at least what the bytes need
 * @example
 * fiveBitValues(new Uint8Array([0xff]), 2); // [31, 28]
 */
export function fiveBitValues(bytes: Uint8Array, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const bit = index * BITS;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return (pair >> (16 - BITS - (bit & 7))) & 31;
  });
}

/**
 * What a person typed, as groups of symbols in capital letters.
 *
 * @example
 * crockfordGroups('ab1o – cd2l'); // ['AB10', 'CD21']
 */
export function crockfordGroups(typed: string): readonly string[] {
  return typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
    .split(/[\s\-\u2010-\u2015\u2212]+/u)
    .filter((part) => part !== '');
}
