/** People whom a text names with their office, whether they speak or not: a surname alone may stand for them later. */
import { phraseEnd, speakerAt } from './pack-phrase-extent.ts';
import { readPhrase } from './pack-phrase-names.ts';
import type { PackText } from './pack-text.ts';

/** Somebody named in a text. */
export interface Mention {
  readonly name: string;
  /** Folded last word of the name. */
  readonly surname: string;
  /** First token of the name. */
  readonly at: number;
}

/**
 * The people named with an office, in order.
 *
 * @example
 * mentionsIn(text)[0]?.name; // "Walter Quintero" in "Agregó que el teniente Walter Quintero dio la orden."
 */
export function mentionsIn(text: PackText): readonly Mention[] {
  const { pack } = text.lexicon;
  const declined = pack.adjectiveForm !== undefined;
  if (pack.tacitSubject !== true && !declined) return [];
  const found: Mention[] = [];
  for (const range of text.sentences)
    for (let i = range.from; i < range.to; i += 1) {
      const noun = speakerAt(text, i)?.form;
      if (noun?.noun.sort !== 'role' || (declined && !noun.subject)) continue;
      const { name } = readPhrase(text, { from: i, to: phraseEnd(text, range, i) });
      if (name === null || name.to - name.from < 2) continue;
      const [first, last] = [text.tokens[name.from], text.tokens[name.to - 1]];
      if (first === undefined || last === undefined) continue;
      const words = text.text.slice(first.start, last.end).replace(/\s+/g, ' ');
      found.push({ name: words, surname: last.low, at: name.from });
      i = name.to - 1;
    }
  return found;
}

/**
 * The full name that a surname stands for at a token; null when nobody named before bears it.
 *
 * @example
 * fullerName(mentionsIn(text), 'quintero', 40); // 'Walter Quintero'
 */
export function fullerName(mentions: readonly Mention[], surname: string, at: number): string | null {
  return mentions.findLast((one) => one.surname === surname && one.at < at - 1)?.name ?? null;
}
