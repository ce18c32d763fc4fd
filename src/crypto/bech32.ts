/**
 * Writes bytes as bech32 (BIP 173): the text form of age identities and recipients. Only writing; the age library
 * reads. The length limit of BIP 173 (90 characters) does not apply to age and is not checked.
 */

const SYMBOLS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * The bech32 text of bytes, in small letters.
 *
 * @param prefix small letters, digits and dashes
 * @throws TypeError for a prefix with capital letters
 * @example
 * bech32('age', publicKey); // 'age1…'
 */
export function bech32(prefix: string, bytes: Uint8Array): string {
  if (!/^[!-@[-~]+$/u.test(prefix)) throw new TypeError('A bech32 prefix has no capital letters or spaces.');
  const values = fiveBits(bytes);
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  const spread = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  const sum = checksum([...spread, ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = Array.from({ length: 6 }, (_, index) => (sum >> (5 * (5 - index))) & 31);
  return `${prefix}1${[...values, ...check].map((value) => SYMBOLS[value]).join('')}`;
}

function fiveBits(bytes: Uint8Array): readonly number[] {
  const count = Math.ceil((bytes.length * 8) / 5);
  return Array.from({ length: count }, (_, index) => {
    const bit = index * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return (pair >> (11 - (bit & 7))) & 31;
  });
}

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((part, bit) => {
      if (((top >> bit) & 1) === 1) sum ^= part;
    });
  }
  return sum;
}
