/**
 * What the trained reader of chains hears and the rules passed over: further tellings, with everybody through whom they come.
 * Where the rules hear a telling, theirs stands: they are right more often there, as measured on paragraphs that neither was
 * made for. Names come from the same resolver.
 */
import { sayReason } from '../../record/reason.ts';
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import type { Stance } from '../../record/stance.ts';
import type { RawAttribution } from '../attribution.ts';
import { tellingCue } from '../attributions.ts';
import { type Hearing, sentenceOf, textOf, UNKNOWN } from '../hearing.ts';
import type { TaughtTelling } from '../models/attribution/taught-telling.ts';
import { lowerAt } from '../noun-phrases.ts';
import type { Range } from '../sentences.ts';
import { resolveSpeaker } from '../speakers.ts';
import type { Voice, Voiced } from '../voices.ts';
import { remainder } from './nested.ts';
import { isOwnOutlet } from './own-outlet.ts';
import { stanceOf } from './stance-of-cue.ts';

function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

function size(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
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
  return meeting.length > 0 || near.words >= 0.5 * size(content) ? near.telling : null;
}

/** The voice of a mention: as the rules resolved the same words, else resolved from what was heard before it. */
function voiceAt(
  hearing: Hearing,
  heard: readonly Voice[],
  at: { readonly mouth: Range; readonly attribution: RawAttribution },
): Voice {
  const { mouth, attribution } = at;
  const known = heard.find(({ speaker }) => overlaps(speaker.range, mouth));
  if (known !== undefined) return { ...known, cue: attribution.cue };
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

/** Everybody behind the telling, outermost first, without who publishes the text and without echoes. */
function chainOf(
  hearing: Hearing,
  heard: readonly Voice[],
  telling: { readonly mouths: TaughtTelling['mouths']; readonly attribution: RawAttribution },
): Voice[] {
  const { mouths, attribution } = telling;
  const { cue } = attribution;
  const chain = mouths.map((mouth): Voice => {
    if (mouth !== null) return voiceAt(hearing, heard, { mouth, attribution });
    const range = { from: cue.from, to: cue.to };
    return { speaker: { named: textOf(hearing.parsed, range), range, ...UNKNOWN }, cue };
  });
  return chain.filter(({ speaker: { resolved } }, at) => {
    if (resolved === null) return true;
    if (at === 0 && chain.length > 1 && isOwnOutlet(hearing.outlet, resolved)) return false;
    return at === 0 || resolved !== chain[at - 1]?.speaker.resolved;
  });
}

/** Words of a content without the marks around it. */
function trimmed({ parsed }: Hearing, range: Range): Range[] {
  let { from, to } = range;
  const outer = (i: number): boolean => /^(?:that|[,.:;“”"‘’]|''|--|—)$/.test(lowerAt(parsed, i));
  while (from < to && outer(from)) from += 1;
  while (to > from && outer(to - 1)) to -= 1;
  return from < to ? [{ from, to }] : [];
}

/** What may be added. Denials and refusals are the rules' to hear: “deny us access” is none. */
const ADDED: ReadonlySet<Stance> = new Set(['alleges', 'confirms', 'disputes', 'asks', 'undertakes']);

/** Refusals and silences are the rules' to hear: what was not said is no telling. */
function tellsNothing({ parsed }: Hearing, { from, to }: Range): boolean {
  let auxiliaries = 0;
  for (let i = from; i < to; i += 1) {
    if (/^(?:not|no|never|nobody|nothing|cannot|without)$|n't$/.test(lowerAt(parsed, i))) return true;
    if (/^(?:AUX|MODAL)$/.test(parsed.tags[i] ?? '')) auxiliaries += 1;
  }
  return auxiliaries === to - from;
}

function newly(hearing: Hearing, heard: readonly Voice[], telling: TaughtTelling): Voiced[] {
  const { parsed } = hearing;
  const content = telling.content.flatMap((range) => trimmed(hearing, range));
  if (content.length === 0 || tellsNothing(hearing, telling.cue)) return [];
  const cue = tellingCue(parsed, telling.cue, content);
  const stance = cue === null || cue.negated ? null : stanceOf(cue);
  if (cue === null || stance === null || !ADDED.has(stance)) return [];
  const source = telling.mouths.at(-1) ?? null;
  const confidence = telling.p * telling.sure * 0.9;
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
    confidence,
    model: { confidence, agrees: null },
  };
  const chain = chainOf(hearing, heard, { mouths: telling.mouths, attribution });
  const { rule } = attribution;
  return [{ chain, stance, content, evidence: null, attribution, root: attribution, rule, confidence }];
}

function holds(range: Range, cue: Range): boolean {
  return range.from <= cue.from && cue.to <= range.to;
}

/** Without the further tellings among its words. */
function withoutInner(hearing: Hearing, one: Voiced, inner: readonly RawAttribution[]): Voiced[] {
  const cut = inner.filter(({ cue }) => one.content.some((range) => holds(range, cue)));
  if (cut.length === 0) return [one];
  const content = remainder(hearing.parsed, one.content, cut);
  return content.length === 0 ? [] : [{ ...one, content }];
}

function placeOf({ content, attribution }: Voiced): number {
  return content[0]?.from ?? attribution.cue.from;
}

/**
 * What the rules heard, with the tellings that the trained reader hears alone.
 *
 * @param least how sure it must be, from 0 to 1
 * @example
 * withTaught(hearing, voiced, [], 0.5); // voiced, as nothing was read
 */
export function withTaught(
  hearing: Hearing,
  voiced: readonly Voiced[],
  { tellings, least }: { readonly tellings: readonly TaughtTelling[]; readonly least: number },
): readonly Voiced[] {
  const met = new Set(voiced.map((one) => tellingOf(tellings, one)));
  const heard = voiced.flatMap(({ chain }) => chain);
  const more = tellings
    .filter((telling) => !met.has(telling) && telling.p * telling.sure >= least)
    .flatMap((telling) => newly(hearing, heard, telling));
  if (more.length === 0) return voiced;
  const inner = more.map(({ attribution }) => attribution);
  const left = voiced.flatMap((one) => withoutInner(hearing, one, inner));
  return [...left, ...more].sort((a, b) => placeOf(a) - placeOf(b));
}
