/**
 * A guess at a one-byte encoding for text that declares none or a wrong one. Counts how the bytes would read;
 * knows Cyrillic (windows-1251, koi8-r, ibm866), Arabic, Central European, Turkish, Greek and Western text.
 * A guess is always noted by the caller; nothing else depends on it.
 */

/** Languages whose one-byte encoding is not windows-1252, by the first subtag of BCP 47. */
const BY_LANGUAGE: Readonly<Record<string, string>> = Object.freeze({
  pl: 'windows-1250',
  cs: 'windows-1250',
  sk: 'windows-1250',
  hu: 'windows-1250',
  sl: 'windows-1250',
  hr: 'windows-1250',
  ro: 'windows-1250',
  tr: 'windows-1254',
  az: 'windows-1254',
  el: 'windows-1253',
  he: 'windows-1255',
  ar: 'windows-1256',
  fa: 'windows-1256',
  ur: 'windows-1256',
  lt: 'windows-1257',
  lv: 'windows-1257',
  et: 'windows-1257',
  vi: 'windows-1258',
});

const CYRILLIC_ENCODINGS = ['windows-1251', 'koi8-r', 'ibm866'] as const;

/** Small letters inside words speak for an encoding; capitals after small letters and odd signs against it. */
function cyrillicScore(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const small = text.match(/[а-яё]/g)?.length ?? 0;
  const frequent = text.match(/[оеаинт]/g)?.length ?? 0;
  const odd = text.match(/[а-яё][А-ЯЁ]|[\u2500-\u259F]|[ЂЃЉЊЌЋЏђѓљњќћџ]/g)?.length ?? 0;
  return small + frequent - 4 * odd;
}

/** Declarations that Cyrillic text often wears wrongly. */
const DOUBTED = new Set(['windows-1252', 'windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5']);
/** Fewer bytes above 127 prove nothing. */
const ENOUGH_BYTES = 40;
/** Share of the six most frequent letters in the small letters of Slavic text; other scripts read as Cyrillic stay below. */
const FREQUENT_SHARE = 0.36;

/** Bytes above 127, and how many of them stand beside another: nearly all in Cyrillic, few in Western text. */
function highBytes(bytes: Uint8Array): { readonly high: number; readonly paired: number } {
  let high = 0;
  let paired = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[index - 1] ?? 0) >= 0x80 || (bytes[index + 1] ?? 0) >= 0x80) paired += 1;
  }
  return { high, paired };
}

/**
 * The Cyrillic encoding in which bytes make words, where the declared one-byte encoding makes none.
 *
 * @param declared WHATWG name
 * @returns null when the declaration may stand
 * @example
 * otherCyrillic(bytes, 'windows-1252') // 'koi8-r' for a Russian page that declares iso-8859-1
 */
export function otherCyrillic(bytes: Uint8Array, declared: string): string | null {
  if (!DOUBTED.has(declared)) return null;
  const sample = bytes.subarray(0, 100_000);
  const { high, paired } = highBytes(sample);
  if (high < ENOUGH_BYTES || paired < high * 0.8) return null;
  const scored = CYRILLIC_ENCODINGS.map((encoding) => ({ encoding, score: cyrillicScore(sample, encoding) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.encoding === declared || best.score < high) return null;
  const small = new TextDecoder(best.encoding).decode(sample).match(/[а-яё]/g) ?? [];
  const frequent = small.filter((letter) => 'оеаинт'.includes(letter)).length;
  if (frequent < small.length * FREQUENT_SHARE) return null;
  return declared === 'windows-1252' || best.score > cyrillicScore(sample, declared) * 1.3
    ? best.encoding
    : null;
}

/**
 * Names the most likely one-byte encoding.
 *
 * @param language BCP 47 as stated in the file; null when not
 * @returns a WHATWG label
 * @example
 * guessEncoding(new Uint8Array([0x93, 0x79, 0x65, 0x73, 0x94]), null) // 'windows-1252'
 */
export function guessEncoding(bytes: Uint8Array, language: string | null): string {
  const sample = bytes.subarray(0, 100_000);
  let high = 0;
  let letters = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters += 1;
  }
  const subtag = language?.toLowerCase().split('-')[0] ?? '';
  const stated = BY_LANGUAGE[subtag];
  if (stated !== undefined) return stated;
  const isCyrillicLanguage = ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'ce'].includes(
    subtag,
  );
  // Western text has few bytes above 127; Cyrillic words consist of them (markup adds plain letters).
  if (!isCyrillicLanguage && high < letters * 0.25) return 'windows-1252';
  const scored = CYRILLIC_ENCODINGS.map((encoding) => ({ encoding, score: cyrillicScore(sample, encoding) }));
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined || (!isCyrillicLanguage && best.score < high * 0.5)) return 'windows-1252';
  return best.encoding;
}
