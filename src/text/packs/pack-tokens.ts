/**
 * Words, numbers and marks of a text in any script, with positions in UTF-16 code units. Deterministic; a language
 * only says how words are folded and where they come apart.
 */
import type { LanguagePack } from './pack.ts';

/** One word, number or mark. */
export interface PackToken {
  /** UTF-16 code units, 0-based. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  readonly text: string;
  /** Folded by the language. */
  readonly low: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital letter. */
  readonly cap: boolean;
  /** White space, or the start of the text, stands before it. */
  readonly gap: boolean;
}

const PIECE =
  /https?:\/\/[^\s<>"”»]+|[#@][\p{L}\p{N}_]+|(?<![\p{L}\p{M}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}])\.?|\p{Nd}{1,3}(?:[ \u00a0\u202f]\p{Nd}{3})+(?![\p{L}\p{Nd}])|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*(?!\p{L}|[-‑]\p{L})|[\p{L}\p{M}\p{N}]+(?:[-’'ʼ‑][\p{L}\p{M}\p{N}]+)*|\.{2,}|\S/gu;

function kindOf(text: string): PackToken['kind'] {
  if (/\p{L}/u.test(text)) return 'word';
  return /\p{Nd}/u.test(text) ? 'number' : 'mark';
}

/**
 * Cuts a text into tokens.
 *
 * @example
 * packTokens('Погибли 1 200 человек.', RU).length; // 4
 */
export function packTokens(text: string, pack: Pick<LanguagePack, 'fold' | 'split'>): PackToken[] {
  const tokens: PackToken[] = [];
  let last = -1;
  for (const match of text.matchAll(PIECE)) {
    const whole = match[0];
    const kind = kindOf(whole);
    let from = 0;
    for (const cut of kind === 'word' ? [...pack.split(whole), whole.length] : [whole.length]) {
      if (cut <= from || cut > whole.length) continue;
      const piece = whole.slice(from, cut);
      const start = match.index + from;
      const first = piece.charAt(0);
      tokens.push({
        start,
        end: start + piece.length,
        text: piece,
        low: kind === 'mark' ? piece : pack.fold(piece),
        kind: kind === 'word' ? kindOf(piece) : kind,
        cap: first !== first.toLowerCase(),
        gap: start !== last,
      });
      last = start + piece.length;
      from = cut;
    }
  }
  return tokens;
}
