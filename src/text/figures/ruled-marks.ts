/** What the rules of the grammar make of the figures of a stretch, for the judge to see and to weigh. */
import type { Measure } from '../../record/proposition.ts';
import { lowAt, type Tokens } from '../acts/reading.ts';
import type { Item } from '../drafts/item.ts';
import { itemsIn } from '../drafts/items.ts';

/** Words of the stretch that the rules count. UTF-16 code units of the tokens' text, end exclusive. */
export interface RuledMark {
  readonly start: number;
  readonly end: number;
  /** Null: people are counted of whom nothing is said that we measure. */
  readonly measure: Measure | null;
}

/** The words of the number or of the person inside the item's clause. */
function wordsOf(tokens: Tokens, item: Item): Omit<RuledMark, 'measure'> | null {
  const from = tokens.words[item.first]?.start ?? 0;
  const to = tokens.words[item.next - 1]?.end ?? from;
  if (item.quantity !== null) {
    const at = tokens.text.slice(from, to).indexOf(item.quantity.wording);
    return at < 0 ? null : { start: from + at, end: from + at + item.quantity.wording.length };
  }
  if (!item.negated) return null;
  for (let at = item.first; at < item.next; at += 1)
    if (/^(?:no|nobody|none|not)$/.test(lowAt(tokens, at))) {
      const word = tokens.words[at];
      return word === undefined ? null : { start: word.start, end: word.end };
    }
  return null;
}

/**
 * The figures that the rules find in a stretch, read by itself.
 *
 * @example
 * ruledMarks(tokensOf('26 men died.')); // [{ start: 0, end: 2, measure: 'killed' }]
 */
export function ruledMarks(tokens: Tokens): RuledMark[] {
  return itemsIn(tokens).flatMap((item) => {
    const words = wordsOf(tokens, item);
    return words === null ? [] : [{ ...words, measure: item.measure }];
  });
}
