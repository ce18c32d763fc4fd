/** Sizes of files and disks, and limits on them, as people read them. */

/** Bytes of one mebibyte. */
export const MIB = 1_048_576;

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/**
 * Bytes in words, in steps of 1,000 and with one decimal at most.
 *
 * @param language What the words are written in
 *
 * @example
 * sizeWords(4_200_000); // '4.2 MB'
 * sizeWords(1, 'ru'); // '1 байт', with a space that does not break
 */
export function sizeWords(bytes: number, language: 'en' | 'ru' = 'en'): string {
  let size = bytes;
  let step = 0;
  // What would be rounded to 1,000 is one of the next unit.
  while (step < UNITS.length - 1 && Math.round(size * 10) >= 10_000) {
    size /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(size);
}

/**
 * A limit in words: limits are set in whole mebibytes and are told so.
 *
 * @example
 * limitWords(64 * MIB); // '64 MiB'
 * limitWords(600); // '600 bytes'
 */
export function limitWords(bytes: number): string {
  return bytes >= MIB ? `${Math.floor(bytes / MIB)} MiB` : sizeWords(bytes);
}
