/** A sentence read as if some of its tokens were not there, and the way back to the places in the whole text. */
import type { RawAttribution, Scope } from './attribution.ts';
import type { Cue } from './cues/cue.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** The shorter sentence, and how what is found in it lies in the text. */
export interface Shortened {
  readonly scope: Scope;
  /** The same attribution with token indexes of the whole text; a range over the cut stays one range. */
  back(attribution: RawAttribution): RawAttribution;
}

/**
 * The range of a scope without the tokens of `cut`.
 *
 * @example
 * sentenceWithout(scope, { from: 3, to: 8 }).scope.range.to; // five less, counted from the start of the range
 */
export function sentenceWithout({ parsed, range, inside, sentence }: Scope, cut: Range): Shortened {
  const kept = <T>(list: ArrayLike<T>): T[] => {
    const out: T[] = [];
    for (let i = range.from; i < range.to; i += 1) if (i < cut.from || i >= cut.to) out.push(list[i] as T);
    return out;
  };
  const length = range.to - range.from - (cut.to - cut.from);
  const place = (i: number): number =>
    i + range.from < cut.from ? i + range.from : i + range.from + cut.to - cut.from;
  const forth = (i: number): number =>
    i <= cut.from ? i - range.from : Math.max(cut.from, i - (cut.to - cut.from)) - range.from;
  const ids = [...new Set(kept(parsed.quoteAt))].filter((id) => id >= 0);
  const short: ParsedText = {
    ...parsed,
    tokens: kept(parsed.tokens),
    tags: kept(parsed.tags),
    quotes: ids.flatMap((id) => parsed.quotes[id] ?? []),
    quoteAt: Int32Array.from(kept(parsed.quoteAt), (id) => ids.indexOf(id)),
    quoteInner: ids.map((id) => {
      const { from, to } = parsed.quoteInner[id] ?? { from: range.from, to: range.from };
      return { from: forth(from), to: forth(to) };
    }),
    paragraphAt: Int32Array.from(kept(parsed.paragraphAt)),
    sentences: [{ from: 0, to: length }],
  };
  const range_ = ({ from, to }: Range): Range => ({ from: place(from), to: place(to - 1) + 1 });
  const cueBack = (cue: Cue): Cue => ({
    ...cue,
    ...range_(cue),
    head: place(cue.head),
    ...(cue.asked === undefined ? {} : { asked: range_(cue.asked) }),
    ...(cue.about === undefined ? {} : { about: range_(cue.about) }),
  });
  const step = (one: { cue: Cue; source: Range }) => ({ cue: cueBack(one.cue), source: range_(one.source) });
  return {
    scope: { parsed: short, range: { from: 0, to: length }, inside, sentence: 0 },
    back: (one) => ({
      ...one,
      cue: cueBack(one.cue),
      source: one.source === null ? null : range_(one.source),
      addressee: one.addressee === null ? null : range_(one.addressee),
      content: one.content.map(range_),
      via: one.via === null ? null : step(one.via),
      ...(one.through === undefined ? {} : { through: step(one.through) }),
      sentence,
    }),
  };
}
