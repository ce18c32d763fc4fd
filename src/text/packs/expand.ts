/**
 * Compact lists of word forms: `заяв(ил|ила|или)` stands for three words, `не (ответил|ответила) на` for two phrases.
 * Brackets may hold the empty ending (`дом(|а|ов)`) and may stand in each other.
 */

/** Splits at `|` outside of brackets. */
function alternatives(pattern: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    const c = pattern.charAt(i);
    if (c === '(') depth += 1;
    else if (c === ')') depth -= 1;
    else if (c === '|' && depth === 0) {
      found.push(pattern.slice(from, i));
      from = i + 1;
    }
    if (depth < 0) throw new Error(`a bracket is closed and not opened in the pattern ${pattern}`);
  }
  if (depth > 0) throw new Error(`a bracket is not closed in the pattern ${pattern}`);
  return [...found, pattern.slice(from)];
}

function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let i = open; i < pattern.length; i += 1) {
    if (pattern.charAt(i) === '(') depth += 1;
    else if (pattern.charAt(i) === ')') depth -= 1;
    if (depth === 0) return i;
  }
  return pattern.length;
}

function variants(piece: string): string[] {
  const open = piece.indexOf('(');
  if (open < 0) return [piece];
  const close = closing(piece, open);
  const head = piece.slice(0, open);
  const middles = alternatives(piece.slice(open + 1, close)).flatMap(variants);
  const tails = variants(piece.slice(close + 1));
  return middles.flatMap((middle) => tails.map((tail) => head + middle + tail));
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
