/**
 * Cuts one stretch of speech where a clause with a figure stands beside a clause with none: "the camps are schools
 * and that all 12,000 pupils came freely", "shelters turn people away, with more than 200 now sleeping rough"; and
 * where a sentence that demands stands beside one that tells. Everything else stays in one piece.
 */
import { isAuxiliary, lowAt, type Tokens } from '../acts/reading.ts';
import { demands } from '../exhortation.ts';
import { endsSentence } from '../words.ts';
import type { Item } from './item.ts';

const SHORTEST = 3;
/** Tokens; what is longer is no clause of speech and stays in one piece. */
const LONGEST = 240;

function saysSomething(tokens: Tokens, first: number, next: number): boolean {
  if (next - first < SHORTEST) return false;
  for (let at = first; at < next; at += 1) {
    const low = lowAt(tokens, at);
    if (isAuxiliary(low) || /^(?:told|killed|shot|arrested|dragged|opened|ordered)$/.test(low)) return true;
  }
  return false;
}

/** Whether a clause of its own begins at a token: "and that …"; ", with 200 now …" and ", and reckons …" for bare counts. */
function opensClause(tokens: Tokens, at: number, bare: boolean): boolean {
  const low = lowAt(tokens, at);
  if (low === 'and') return lowAt(tokens, at + 1) === 'that';
  return bare && low === ',' && /^(?:with|and|but|while)$/.test(lowAt(tokens, at + 1));
}

/** Whether the grammar knows no act of the number. */
function isBare({ measure, judged }: Item): boolean {
  return measure === null || judged === true;
}

/**
 * Where to cut, as the index of the first token of the second part; null when the stretch is one piece.
 *
 * @example
 * cutAt(tokensOf('It is calm and that 12 men were killed'), items); // 3
 */
export function cutAt(tokens: Tokens, items: readonly Item[]): number | null {
  if (tokens.words.length > LONGEST) return null;
  const counted = items.filter((item) => item.quantity !== null && item.answer === null);
  for (const item of counted) {
    for (let at = SHORTEST; at < tokens.words.length - SHORTEST; at += 1) {
      if (!opensClause(tokens, at, isBare(item)) || (at >= item.first && at < item.next)) continue;
      const [first, next] = at < item.first ? [0, at] : [at + 1, tokens.words.length];
      if (items.some((other) => other.first < next && first < other.next)) continue;
      if (at >= item.next && isBare(item) && lowAt(tokens, at) !== 'and') continue;
      if (saysSomething(tokens, first, next)) return at;
    }
  }
  return null;
}

/**
 * The end of the first sentence where demanding and telling part; null when all do the same.
 *
 * @example
 * demandAt(tokensOf('They shot them. The army must stop.')); // 4
 */
export function demandAt(tokens: Tokens): number | null {
  const sentences: { readonly next: number; readonly asks: boolean }[] = [];
  let first = 0;
  for (let at = 0; at < tokens.words.length; at += 1) {
    if (!endsSentence(tokens.words, at) && at !== tokens.words.length - 1) continue;
    const from = tokens.words[first]?.start ?? 0;
    const until = tokens.words[at]?.end ?? tokens.text.length;
    if (at + 1 - first >= SHORTEST)
      sentences.push({ next: at + 1, asks: demands(tokens.text.slice(from, until)) });
    first = at + 1;
  }
  const parts = sentences.findIndex((one, index) => index > 0 && one.asks !== sentences[index - 1]?.asks);
  return parts < 1 ? null : (sentences[parts - 1]?.next ?? null);
}
