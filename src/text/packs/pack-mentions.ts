/**
 * People whom a text names with their office and outlets and organisations that it names with their sort, whether they speak or not:
 * a surname alone, "«Вестнику»" or "the newspaper" may stand for them later.
 */
import type { PackSpeakerNoun } from './pack.ts';
import { phraseEnd, speakerAt } from './pack-phrase-extent.ts';
import { readPhrase } from './pack-phrase-names.ts';
import type { PackText, TokenRange } from './pack-text.ts';

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

/** "газета «Маяк»": what was called by its sort and its name. */
export interface Title {
  /** The name, without its marks. */
  readonly range: TokenRange;
  readonly noun: PackSpeakerNoun;
}

/**
 * Names in quotation marks behind the noun for their sort, in order; they keep the case of a subject. Only where nouns are declined.
 *
 * @example
 * titlesIn(text, sentence)[0]?.noun.kind; // 'media' in "дал интервью изданию «Причал»"
 */
export function titlesIn(text: PackText, within: TokenRange): readonly Title[] {
  if (text.lexicon.pack.adjectiveForm === undefined) return [];
  const found: Title[] = [];
  for (let i = within.from; i < within.to; i += 1) {
    const noun = speakerAt(text, i);
    if (noun === null || noun.form.noun.sort !== 'name' || text.named[noun.next] !== 1) continue;
    let to = noun.next + 1;
    while (to < within.to && text.named[to] === 1 && text.tokens[to]?.text !== '»') to += 1;
    if (to > noun.next + 1) found.push({ range: { from: noun.next + 1, to }, noun: noun.form.noun });
  }
  return found;
}
