/** Who did what an act tells, as a language pack finds it. Ranges are token indexes. */
import type { ActHit } from './act-hit.ts';
import { isComma } from './pack-edges.ts';
import { speakerAt } from './pack-phrase-extent.ts';
import { isStop, type PackText, type TokenRange } from './pack-text.ts';
import { isAt, phraseAt } from './phrase-index.ts';

/**
 * The words for who did it: "силовики задержали", "убиты полицией", "со стороны военных". Null: nobody is named.
 *
 * @param range tokens of the clause
 * @example
 * doerOf(text, { from: 0, to: 4 }, hit); // { from: 0, to: 1 }
 */
export function doerOf(text: PackText, range: TokenRange, hit: ActHit): TokenRange | null {
  const { tokens, lexicon } = text;
  const after = { from: hit.to, to: Math.min(range.to, hit.to + 8) };
  for (let i = after.from; i < after.to; i += 1) {
    if (isStop(tokens[i]) || isComma(text, i)) break;
    const agent = phraseAt(lexicon.agents, tokens, i);
    const form = phraseAt(lexicon.byForms, tokens, agent?.next ?? i);
    if (form !== null) return { from: agent?.next ?? i, to: nameEnd(text, range, form.next) };
    if (agent !== null) {
      const from = agent.next + (isAt(lexicon.articles, tokens, agent.next) ? 1 : 0);
      const noun = speakerAt(text, from) ?? phraseAt(lexicon.perpetrators, tokens, from);
      if (noun !== null) return { from, to: nameEnd(text, range, noun.next) };
    }
  }
  const before = Math.max(range.from, hit.from - 6);
  for (let i = hit.from - 1; i >= before; i -= 1) {
    if (isComma(text, i) || isStop(tokens[i]) || isAt(lexicon.joints, tokens, i)) break;
    const form = phraseAt(lexicon.byForms, tokens, i);
    if (form !== null) return { from: i, to: nameEnd(text, { ...range, to: hit.from }, form.next) };
    if (hit.act.form !== 'did') continue;
    const subject = phraseAt(lexicon.perpetrators, tokens, i);
    const noun = speakerAt(text, i);
    const force = noun?.form.subject === true && /^(?:unit|public-body)$/.test(noun.form.noun.kind);
    if (subject !== null || force)
      return { from: i, to: nameEnd(text, { ...range, to: hit.from }, subject?.next ?? noun?.next ?? i + 1) };
  }
  return null;
}

/**
 * Where the words for somebody end: a name in quotation marks or capitals right behind a noun belongs to it.
 *
 * @returns token, exclusive
 * @example
 * nameEnd(text, { from: 0, to: 4 }, 1); // 2
 */
export function nameEnd(text: PackText, range: TokenRange, from: number): number {
  let to = from;
  while (to < range.to) {
    const token = text.tokens[to];
    const capital = text.lexicon.capitals && token?.cap === true && token.kind === 'word';
    if (text.named[to] !== 1 && !capital) break;
    to += 1;
  }
  return to;
}
