/** Small questions about the edges of a stretch: which marks and joints can go, where speech stands. */
import { isOpen, levelOf } from './pack-cues.ts';
import { isDash, isStop, type PackText, type TokenRange } from './pack-text.ts';
import { isAt, phraseAt } from './phrase-index.ts';

/** Whether a token is a comma of any script. */
export function isComma(text: PackText, i: number): boolean {
  return /^[,،]$/.test(text.tokens[i]?.text ?? '');
}

/** A stretch without marks at its ends and without joints at its beginning. */
export function trimmed(text: PackText, range: TokenRange): TokenRange {
  const { tokens, lexicon, named } = text;
  let { from, to } = range;
  for (;;) {
    const token = tokens[from];
    if (token === undefined || from >= to) break;
    if (token.kind === 'mark' && named[from] === 0 && !/^[«"“„(#@$€]$/.test(token.text)) from += 1;
    else if (isAt(lexicon.joints, tokens, from) && from + 1 < to)
      from = phraseAt(lexicon.joints, tokens, from)?.next ?? from + 1;
    else break;
  }
  while (
    to > from &&
    tokens[to - 1]?.kind === 'mark' &&
    named[to - 1] === 0 &&
    !/^[»"”“)%]$/.test(tokens[to - 1]?.text ?? '')
  )
    to -= 1;
  return { from, to };
}

/** A quotation without its marks. */
export function innerOf(text: PackText, quote: TokenRange): TokenRange {
  const last = text.tokens[quote.to - 1];
  const closed = last !== undefined && /^[»"”“']$/.test(last.text);
  return { from: quote.from + 1, to: closed ? quote.to - 1 : quote.to };
}

/** The quotation of speech that begins at a token inside a stretch; null when none does. */
export function speechAt(text: PackText, range: TokenRange, i: number): TokenRange | null {
  const id = text.quoteAt[i] ?? -1;
  if (id < 0 || isOpen(text, range, i)) return null;
  const quote = text.quotes[id];
  return quote !== undefined && quote.from === i && quote.to <= range.to ? quote : null;
}

/** The quotation of speech that ends right before a token, marks between left aside; null when none does. */
export function speechBefore(text: PackText, range: TokenRange, i: number): TokenRange | null {
  let last = i - 1;
  while (
    last > range.from &&
    text.tokens[last]?.kind === 'mark' &&
    (text.quoteAt[last] ?? -1) === levelOf(text, range)
  )
    last -= 1;
  const id = text.quoteAt[last] ?? -1;
  if (id < 0 || id === levelOf(text, range)) return null;
  const quote = text.quotes[id];
  return quote !== undefined && quote.from >= range.from && quote.to === last + 1 ? quote : null;
}

/** The sentences inside a stretch, such as a quotation of several. */
export function sentencesIn(text: PackText, range: TokenRange): TokenRange[] {
  const found: TokenRange[] = [];
  let from = range.from;
  for (let i = range.from; i < range.to; i += 1) {
    const next = text.tokens[i + 1];
    const stop = isStop(text.tokens[i]) && isOpen(text, range, i);
    const short = (text.tokens[i - 1]?.text.length ?? 9) <= 2 && text.tokens[i]?.text === '.';
    const abbreviated = text.lexicon.abbreviations.has(text.tokens[i - 1]?.low ?? '');
    if (
      !stop ||
      short ||
      abbreviated ||
      (next !== undefined && text.lexicon.capitals && next.kind === 'word' && !next.cap)
    )
      continue;
    found.push({ from, to: i + 1 });
    from = i + 1;
  }
  return from < range.to ? [...found, { from, to: range.to }] : found;
}

/** Where a dash stands behind a mark, as around author's words: ", — сказал он". */
export function isAuthorsDash(text: PackText, i: number): boolean {
  const before = text.tokens[i - 1];
  return (
    isDash(text.tokens[i]) && (isStop(before) || isComma(text, i - 1) || /^[»"”]$/.test(before?.text ?? ''))
  );
}
