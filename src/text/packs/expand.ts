/**
 * Compact lists of word forms: `заяв(ил|ила|или)` stands for three words, `не (ответил|ответила) на` for two phrases.
 * Brackets may hold the empty ending (`дом(|а|ов)`) and may follow each other, but not stand in each other.
 */

function variants(piece: string): string[] {
  const open = piece.indexOf('(');
  if (open < 0) return [piece];
  const close = piece.indexOf(')', open);
  if (close < 0) throw new Error(`a bracket is not closed in the pattern ${piece}`);
  const head = piece.slice(0, open);
  const tails = variants(piece.slice(close + 1));
  return piece
    .slice(open + 1, close)
    .split('|')
    .flatMap((middle) => tails.map((tail) => head + middle + tail));
}

/** Splits at `|` outside of brackets. */
function alternatives(pattern: string): string[] {
  return pattern.split(/\|(?![^(]*\))/);
}

/**
 * All phrases of a pattern, in order; none for an empty one.
 *
 * @example
 * expand('сказал(|а)|по словам'); // ['сказал', 'сказала', 'по словам']
 */
export function expand(pattern: string): string[] {
  return alternatives(pattern)
    .flatMap((piece) => variants(piece.trim()))
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
}
