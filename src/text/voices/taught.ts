/**
 * What the trained reader of chains hears, laid beside what the rules heard: where it is sure, its mouths stand for theirs. The
 * names behind its mouths come from the same resolver.
 */
import { sayReason } from '../../record/reason.ts';
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import type { RawAttribution } from '../attribution.ts';
import { cueAt } from '../attributions.ts';
import { type Hearing, sentenceOf, textOf, UNKNOWN } from '../hearing.ts';
import { lowerAt } from '../noun-phrases.ts';
import type { Range } from '../sentences.ts';
import { resolveSpeaker } from '../speakers.ts';
import type { Voice, Voiced } from '../voices.ts';
import { isOwnOutlet } from './own-outlet.ts';
import { stanceOf } from './stance-of-cue.ts';

/** One telling as the trained reader hears it; all ranges are token indexes. */
export interface TaughtTelling {
  readonly cue: Range;
  /** That a telling's cue stands here, from 0 to 1. */
  readonly p: number;
  /** Outermost first, whoever says it last; null: no word stands for the one who says it. */
  readonly mouths: readonly (Range | null)[];
  /** That these are the mouths, each by itself, from 0 to 1. */
  readonly sure: number;
  readonly content: readonly Range[];
}

function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

function shared(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
  return sum;
}

/** The telling that the rules heard as this one: by its cue, else by most of its words. */
function tellingOf(tellings: readonly TaughtTelling[], voiced: Voiced): TaughtTelling | null {
  const { attribution, chain, content } = voiced;
  const own = chain.at(-1)?.cue ?? attribution.cue;
  const meeting = tellings.filter(({ cue }) => overlaps(cue, own) || overlaps(cue, attribution.cue));
  const near = (meeting.length > 0 ? meeting : tellings)
    .map((telling) => ({ telling, words: shared(telling.content, content) }))
    .sort((a, b) => b.words - a.words)[0];
  if (near === undefined) return null;
  const size = content.reduce((sum, { from, to }) => sum + to - from, 0);
  return meeting.length > 0 || near.words >= 0.5 * size ? near.telling : null;
}

/** The voice of a mention: as the rules resolved the same words, else resolved from what was heard before it. */
function voiceAt(
  hearing: Hearing,
  heard: readonly Voice[],
  at: { readonly mouth: Range; readonly attribution: RawAttribution },
): Voice {
  const { mouth, attribution } = at;
  const known = heard.find(({ speaker }) => overlaps(speaker.range, mouth));
  if (known !== undefined) return known;
  const before: Hearing = {
    ...hearing,
    spoken: hearing.spoken.filter(({ range }) => range.from < mouth.from),
  };
  const alone: RawAttribution = {
    ...attribution,
    source: mouth,
    addressee: null,
    impersonal: false,
    sentence: sentenceOf(hearing.parsed, mouth.from),
  };
  return { speaker: resolveSpeaker(before, mouth, alone), cue: attribution.cue };
}

function chainFrom(
  hearing: Hearing,
  voiced: readonly Voiced[],
  { one, telling }: { readonly one: Voiced; readonly telling: TaughtTelling },
): Voice[] {
  const heard = [...one.chain, ...voiced.flatMap(({ chain }) => chain)];
  const chain = telling.mouths.flatMap((mouth): Voice[] =>
    mouth === null ? one.chain.slice(-1) : [voiceAt(hearing, heard, { mouth, attribution: one.attribution })],
  );
  return chain.filter(({ speaker }, at) => {
    const own = speaker.resolved !== null && isOwnOutlet(hearing.outlet, speaker.resolved);
    if (own && at === 0 && chain.length > 1) return false;
    return at === 0 || speaker.resolved === null || speaker.resolved !== chain[at - 1]?.speaker.resolved;
  });
}

/** The same mouths by name, or by the words that stand for them where nobody is named. */
function same(a: readonly Voice[], b: readonly Voice[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ speaker }, at) => {
      const other = b[at]?.speaker;
      if (other === undefined) return false;
      return speaker.resolved === null && other.resolved === null
        ? true
        : speaker.resolved === other.resolved;
    })
  );
}

function size(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function likeness(a: readonly Range[], b: readonly Range[]): number {
  const both = shared(a, b);
  return both / Math.max(1, size(a) + size(b) - both);
}

/** Words of a content without the marks around it. */
function trimmed({ parsed }: Hearing, range: Range): Range[] {
  let { from, to } = range;
  const outer = (i: number): boolean => /^(?:that|[,.:;“”"‘’]|''|--|—)$/.test(lowerAt(parsed, i));
  while (from < to && outer(from)) from += 1;
  while (to > from && outer(to - 1)) to -= 1;
  return from < to ? [{ from, to }] : [];
}

/** A telling that the rules passed over. */
function newly(hearing: Hearing, voiced: readonly Voiced[], telling: TaughtTelling): Voiced[] {
  const { parsed } = hearing;
  const content = telling.content.flatMap((range) => trimmed(hearing, range));
  const source = telling.mouths.at(-1) ?? null;
  if (content.length === 0) return [];
  const cue = cueAt(parsed, telling.cue, content);
  const stance = stanceOf(cue);
  if (stance === null) return [];
  const attribution: RawAttribution = {
    cue,
    source,
    addressee: null,
    content,
    quoted: false,
    impersonal: source === null,
    via: null,
    sentence: sentenceOf(parsed, cue.from),
    rule: sayReason(READER_REASONS.modelTakes, { cue: textOf(parsed, telling.cue) }),
    confidence: telling.p * telling.sure * 0.9,
    model: { confidence: telling.p, agrees: null },
  };
  const nobody: Voice = {
    speaker: { named: textOf(parsed, telling.cue), range: telling.cue, ...UNKNOWN },
    cue,
  };
  const one: Voiced = {
    chain: [nobody],
    stance,
    content,
    evidence: null,
    attribution,
    root: attribution,
    rule: attribution.rule,
    confidence: attribution.confidence,
  };
  const chain = chainFrom(hearing, voiced, {
    one: { ...one, chain: source === null ? [nobody] : [] },
    telling,
  });
  return chain.length === 0 ? [] : [{ ...one, chain }];
}

/**
 * The rules' hearing with the trained reader's mouths where it is sure of others, and what it hears alone.
 *
 * @param least how sure it must be
 * @example
 * taught(hearing, voiced, [], 0.5); // voiced, as nothing was read
 */
export function taught(
  hearing: Hearing,
  voiced: readonly Voiced[],
  tellings: readonly TaughtTelling[],
  least: number,
): readonly Voiced[] {
  if (tellings.length === 0) return voiced;
  const met = new Set<TaughtTelling>();
  const mended = voiced.map((one) => {
    const telling = one.chain.length === 0 ? null : tellingOf(tellings, one);
    if (telling === null) return one;
    met.add(telling);
    if (telling.p * telling.sure < least || telling.mouths.length === 0) return one;
    const chain = chainFrom(hearing, voiced, { one, telling });
    const words = telling.content.flatMap((range) => trimmed(hearing, range));
    const content = words.length > 0 && likeness(words, one.content) < 0.4 ? words : one.content;
    if (chain.length === 0 || (content === one.content && same(chain, one.chain))) return one;
    return { ...one, chain: same(chain, one.chain) ? one.chain : chain, content };
  });
  const more = tellings
    .filter((telling) => !met.has(telling) && telling.p * telling.sure >= least)
    .flatMap((telling) => newly(hearing, voiced, telling));
  return [...mended, ...more].sort(
    (a, b) => (a.content[0]?.from ?? a.attribution.cue.from) - (b.content[0]?.from ?? b.attribution.cue.from),
  );
}
