/** A marked text in pieces: what is a hit and what is not. */

export interface HitPart {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * Cuts at ⟦ and ⟧.
 *
 * @example
 * hitParts('the ⟦mill⟧ burnt'); // [{ text: 'the ', hit: false }, { text: 'mill', hit: true }, { text: ' burnt', hit: false }]
 */
export function hitParts(marked: string): readonly HitPart[] {
  return marked
    .split(/(⟦[^⟦⟧]*⟧)/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('⟦') && piece.endsWith('⟧')
        ? { text: piece.slice(1, -1), hit: true }
        : { text: piece, hit: false },
    );
}

/**
 * What is asked while somebody types: the last word may go on, once it is long enough to tell something.
 *
 * @example
 * askedWhileTyping('old mil'); // 'old mil*'
 */
export function askedWhileTyping(typed: string): string {
  const trimmed = typed.trimStart();
  const quotes = trimmed.split('"').length - 1;
  const last = /[\p{L}\p{M}\p{N}]{3,}$/u.test(trimmed);
  return last && quotes % 2 === 0 ? `${trimmed}*` : trimmed.trim();
}

/**
 * Whether there is a word to look for.
 *
 * @example
 * hasWord('"—"'); // false
 */
export function hasWord(typed: string): boolean {
  return /[\p{L}\p{N}]/u.test(typed);
}
