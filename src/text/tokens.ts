/**
 * Words, numbers and marks of a text, with their positions in UTF-16 code units. Deterministic and own: positions
 * must be the same on every machine and after every update (design.md §2). Refuses to judge meaning; that is
 * `word-classes.ts`. Positions become code points only at the door (`read-text.ts`).
 */

/** One word, number or mark. */
export interface Token {
  /** UTF-16 code units, 0-based. */
  readonly start: number;
  /** UTF-16 code units, exclusive. */
  readonly end: number;
  readonly text: string;
  /** Lower case, with typographic apostrophes made straight. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Starts with an upper-case letter. */
  readonly capital: boolean;
}

const PIECE = new RegExp(
  [
    'https?://[^\\s<>"”]+',
    '[#@][\\p{L}\\p{N}_]+',
    '(?:\\p{Lu}\\.){2,}',
    '(?:\\p{Lu}\\.)+\\p{Lu}(?![\\p{L}\\p{N}])',
    '\\p{N}+(?:[.,:]\\p{N}+)*(?:st|nd|rd|th|s|m|bn|k)?(?![\\p{L}])',
    "[\\p{L}\\p{M}\\p{N}]+(?:[-’'‑&][\\p{L}\\p{M}\\p{N}]+)*",
    '\\.{2,}',
    '--+',
    "''",
    '\\S',
  ].join('|'),
  'gu',
);

const CLITIC = /^(.+)(['’](?:s|S))$/u;

function token(text: string, start: number): Token {
  const first = text.charAt(0);
  const isWord = /[\p{L}]/u.test(text);
  const kind =
    isWord && !/^\p{N}+(?:st|nd|rd|th|s|m|bn|k)$/u.test(text)
      ? 'word'
      : /\p{N}/u.test(text)
        ? 'number'
        : 'mark';
  return {
    start,
    end: start + text.length,
    text,
    lower: text.toLowerCase().replace(/’/g, "'"),
    kind,
    capital: first !== first.toLowerCase(),
  };
}

/**
 * Cuts a text into tokens. `'s` stands alone; hyphenated words, abbreviations with dots ("U.S.") and numbers with
 * separators stay whole.
 *
 * @example
 * tokenize("The U.S. army's 1,200 men.").map((t) => t.text); // ['The','U.S.','army',"'s",'1,200','men','.']
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const clitic = CLITIC.exec(piece);
    if (clitic?.[1] !== undefined && clitic[2] !== undefined) {
      tokens.push(token(clitic[1], match.index));
      tokens.push(token(clitic[2], match.index + clitic[1].length));
    } else {
      tokens.push(token(piece, match.index));
    }
  }
  return tokens;
}
