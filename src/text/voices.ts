/**
 * From attributions to voiced contents: who says what through whom, with the stance it comes to. A content that is
 * itself an attribution ("the agency said that the minister had said …") becomes one longer chain.
 */
import type { Stance } from '../record/stance.ts';
import { isFaceless, kindOfWord } from './actor-words.ts';
import type { RawAttribution } from './attribution.ts';
import { endsInside } from './clauses.ts';
import type { Cue } from './cues/cue.ts';
import { foldName } from './entities.ts';
import { attributionsIn } from './find-attributions.ts';
import { type Hearing, headOf, type Speaker } from './hearing.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';
import { resolveSpeaker } from './speakers.ts';
import { isOfficial } from './stance-of-words.ts';

/** One step of a chain with its cue. */
export interface Voice {
  readonly speaker: Speaker;
  readonly cue: Cue;
}

/** A content with everybody who stands behind it, outermost first. */
export interface Voiced {
  readonly chain: readonly Voice[];
  readonly stance: Stance;
  readonly content: readonly Range[];
  readonly evidence: Range | null;
  readonly attribution: RawAttribution;
  /** The outermost attribution of the sentence that it came from. */
  readonly root: RawAttribution;
  readonly rule: string;
  readonly confidence: number;
}

/** The stance of a cue; null when it makes no claim. Negation comes first. */
export function stanceOf(cue: Cue): Stance | null {
  if (cue.does === 'attitude') return null;
  if (cue.shape === 'decline' || cue.shape === 'silent') return cue.does;
  if (!cue.negated) return cue.does;
  return cue.does === 'asks' || cue.does === 'undertakes' ? null : 'declines';
}

function outletStep(hearing: Hearing, attribution: RawAttribution, outlet: string | null): Voice | null {
  const { addressee } = attribution;
  if (addressee === null) return null;
  const speaker = resolveSpeaker({ ...hearing, spoken: [...hearing.spoken] }, addressee, {
    ...attribution,
    impersonal: false,
  });
  if (speaker.resolved === null || speaker.kind === 'person') return null;
  const media =
    speaker.kind === 'media' ||
    isOutletName(hearing.parsed, addressee) ||
    hearsWitnesses(hearing, attribution, speaker);
  if (!media || (outlet !== null && foldName(outlet) === foldName(speaker.resolved))) return null;
  return {
    speaker: { ...speaker, resolved: fullOutlet(hearing.parsed, addressee, speaker.resolved) },
    cue: attribution.cue,
  };
}

/** "Witnesses told the Commission that": whoever gathered the words of people without names hands them on. */
function hearsWitnesses(hearing: Hearing, attribution: RawAttribution, listener: Speaker): boolean {
  const { source } = attribution;
  if (source === null || attribution.cue.lemma !== 'tell') return false;
  const head = headOf(hearing.parsed, source);
  if (!isFaceless(head) && kindOfWord(head) !== 'community') return false;
  const body = listener.kind === 'organisation' || listener.kind === 'public-body';
  return (
    body &&
    /\b(?:commission|committee|monitor|observatory|watch|group|centre|center|mission)\b/i.test(
      listener.resolved ?? '',
    )
  );
}

/** Whoever is told and written as a bare name without a person's first name is taken for an outlet. */
function isOutletName(parsed: ParsedText, range: Range): boolean {
  if (parsed.tags[range.from] === 'PRON') return false;
  const text = parsed.text.slice(
    parsed.tokens[range.from]?.start ?? 0,
    parsed.tokens[range.to - 1]?.end ?? 0,
  );
  return (
    /^(?:the )?\p{Lu}{2,}$/u.test(text) ||
    /\b(?:news|reuters|buzzfeed|agency|times|post|tv|radio|press|gazette|gazeta)\b/i.test(text)
  );
}

/** "Buzzfeed news": the lower-case tail belongs to the outlet's name. */
function fullOutlet(parsed: ParsedText, range: Range, resolved: string): string {
  const text = parsed.text
    .slice(parsed.tokens[range.from]?.start ?? 0, parsed.tokens[range.to - 1]?.end ?? 0)
    .replace(/^the /i, '');
  return text.startsWith(resolved) && /(?:news|radio|tv|television|agency)$/.test(text) ? text : resolved;
}

const FIRST_PERSON = /^(?:i|we|my|our)$/;

/** "hearing the soldiers argue": something heard, nobody's claim. */
function isPerceived(parsed: ParsedText, inner: RawAttribution): boolean {
  const { source } = inner;
  return (
    source !== null &&
    /^(?:hear|hearing|heard|see|seeing|saw|watch|watching|watched)$/.test(lowerAt(parsed, source.from - 1))
  );
}

/**
 * A quotation of several sentences, sentence by sentence; any other range as it is.
 *
 * @example
 * spokenSentences(parsed, { from: 1, to: 14 }).length; // 2 for "We saw it. They ran."
 */
export function spokenSentences(parsed: ParsedText, range: Range): Range[] {
  const pieces: Range[] = [];
  let from = range.from;
  for (let i = range.from; i < range.to; i += 1) {
    if (!endsInside(parsed, i)) continue;
    pieces.push({ from, to: i + 1 });
    from = i + 1;
  }
  return from < range.to ? [...pieces, { from, to: range.to }] : pieces;
}

/** Attributions inside the content that lead to another mouth. */
function nestedIn(hearing: Hearing, outer: RawAttribution): RawAttribution[] {
  const { parsed } = hearing;
  return outer.content
    .flatMap((range) => spokenSentences(parsed, range))
    .flatMap((range) => attributionsIn({ parsed, range, inside: true, sentence: outer.sentence }))
    .filter((inner) => {
      if (
        /^(?:should|must|can|could|may|might)$/.test(lowerAt(parsed, inner.cue.from)) &&
        inner.cue.shape === 'active'
      )
        return false;
      if (isPerceived(parsed, inner)) return false;
      if (stanceOf(inner.cue) === null || inner.cue.shape === 'hearsay') return false;
      if (inner.source === null) return inner.impersonal;
      if (inner.impersonal) return !hearsOnly(parsed, inner);
      return (
        !FIRST_PERSON.test(lowerAt(parsed, inner.source.from)) || inner.source.to - inner.source.from > 1
      );
    });
}

/** "Families are told that": the words of the speaker, who hands on nobody else's; "we were told" does. */
function hearsOnly(parsed: ParsedText, inner: RawAttribution): boolean {
  const { source, cue } = inner;
  if (source === null || cue.shape !== 'passive' || !cue.frames.includes('a')) return false;
  return !/^(?:i|we|it)$/.test(lowerAt(parsed, source.from));
}

function extent(attribution: RawAttribution): Range {
  const ranges = [
    ...attribution.content,
    attribution.source ?? attribution.cue,
    { from: attribution.cue.from, to: attribution.cue.to },
  ];
  return { from: Math.min(...ranges.map((r) => r.from)), to: Math.max(...ranges.map((r) => r.to)) };
}

/** What is left of a content when the nested attributions are taken out; pieces of fewer than four tokens are dropped. */
function remainder(content: readonly Range[], nested: readonly RawAttribution[]): Range[] {
  let left: Range[] = [...content];
  for (const inner of nested) {
    const cut = extent(inner);
    left = left.flatMap((range) => {
      if (cut.to <= range.from || cut.from >= range.to) return [range];
      return [
        { from: range.from, to: Math.min(range.to, cut.from) },
        { from: Math.max(range.from, cut.to), to: range.to },
      ].filter((piece) => piece.to - piece.from >= 4);
    });
  }
  return left;
}

function voiceOf(hearing: Hearing, attribution: RawAttribution): Voice {
  const range = attribution.source ?? { from: attribution.cue.from, to: attribution.cue.to };
  return { speaker: resolveSpeaker(hearing, range, attribution), cue: attribution.cue };
}

/** "He said he denied it": the inner speaker is the outer one again, so no new step. */
function withoutEcho(before: readonly Voice[], own: Voice): readonly Voice[] {
  const last = before.at(-1)?.speaker.resolved ?? null;
  return last !== null && last === own.speaker.resolved ? before.slice(0, -1) : before;
}

/** "The spokesperson said that the office could not say": the office speaks through its spokesperson already. */
function speaksForIt(hearing: Hearing, outer: Voice | undefined, own: Voice): boolean {
  if (outer === undefined) return false;
  const { kind, range, named } = own.speaker;
  const generic =
    /^(?:the|its|our) (?:group|organi[sz]ation|network|office|agency|ministry|army|commission|party|union|collective|association|fund|charity)$/i;
  if (outer.speaker.kind === 'person' && generic.test(named)) return true;
  if (!/\bspokes/i.test(outer.speaker.named)) return false;
  const body = kind === 'public-body' || kind === 'organisation' || kind === 'unit';
  return (
    body && range.to - range.from <= 2 && /^(?:the|it|its|they)$/.test(lowerAt(hearing.parsed, range.from))
  );
}

function citedVoice(hearing: Hearing, attribution: RawAttribution): Voice | null {
  const { via } = attribution;
  if (via === null) return null;
  return {
    speaker: resolveSpeaker(hearing, via.source, { ...attribution, cue: via.cue, impersonal: false }),
    cue: via.cue,
  };
}

/** "The newspaper could not verify it": a report on its own work, no answer to anybody. */
function checksInVain(attribution: RawAttribution, own: Voice): boolean {
  const { cue, source } = attribution;
  if (cue.shape !== 'decline' || !/^not (?:confirm|verify|corroborate|able to say)$/.test(cue.lemma))
    return false;
  return own.speaker.kind === 'media' || source === null;
}

/** The publisher speaks: "I urge", "we know of", or a newspaper that names itself. */
function isSelf(
  hearing: Hearing,
  attribution: RawAttribution,
  step: { readonly own: Voice; readonly told: boolean },
): boolean {
  const { source } = attribution;
  if (step.told || source === null || attribution.impersonal) return false;
  const { parsed } = hearing;
  const outside = (parsed.quoteAt[source.from] ?? -1) < 0;
  if (outside && source.to - source.from === 1 && /^(?:i|we)$/.test(lowerAt(parsed, source.from)))
    return true;
  const { resolved, kind } = step.own.speaker;
  return (
    kind === 'media' &&
    resolved !== null &&
    hearing.outlet !== null &&
    foldName(resolved) === foldName(hearing.outlet)
  );
}

/** "The governor said he had never ordered it": the pronoun is the one who speaks, named by nobody. */
function goesOn(hearing: Hearing, outer: Voice | undefined, own: Voice): boolean {
  if (outer === undefined || own.speaker.resolved !== null) return false;
  const { range } = own.speaker;
  const word = range.to - range.from === 1 ? lowerAt(hearing.parsed, range.from) : '';
  if (word === 'it') return outer.speaker.anonymity !== 'anonymous' || outer.speaker.kind !== 'person';
  return /^(?:he|she|they)$/.test(word) && outer.speaker.resolved === null && isOfficial(outer.speaker);
}

/** Everybody who stands behind a content, outermost first; nobody when the outlet speaks for itself. */
function chainOf(
  hearing: Hearing,
  attribution: RawAttribution,
  steps: { readonly before: readonly Voice[]; readonly told: Voice | null; readonly own: Voice },
): Voice[] {
  const { before, told, own } = steps;
  const cited = citedVoice(hearing, attribution);
  if (cited === null && told === null && goesOn(hearing, before.at(-1), own)) return [...before];
  if (isSelf(hearing, attribution, { own, told: before.length > 0 || told !== null || cited !== null }))
    return [];
  return [
    ...withoutEcho(before, own),
    ...(told === null ? [] : [told]),
    ...(speaksForIt(hearing, before.at(-1), own) ? [] : [own]),
    ...(cited === null ? [] : [cited]),
  ];
}

/**
 * Voices of one attribution, nested ones included.
 *
 * @example
 * voicesOf(hearing, attribution, { outlet: null, before: [] })[0]?.chain.length; // 2 for "X told Reuters that"
 */
export function voicesOf(
  hearing: Hearing,
  attribution: RawAttribution,
  around: {
    readonly outlet: string | null;
    readonly before: readonly Voice[];
    readonly root?: RawAttribution;
  },
): Voiced[] {
  const root = around.root ?? attribution;
  const stance = stanceOf(attribution.cue);
  if (stance === null) return [];
  const told = outletStep(hearing, attribution, around.outlet);
  const own = voiceOf(hearing, attribution);
  if (stance === 'asks' && attribution.content[0] !== undefined)
    hearing.asked = { range: attribution.content[0], sentence: attribution.sentence };
  if (checksInVain(attribution, own)) return [];
  const chain = chainOf(hearing, attribution, { before: around.before, told, own });
  const nested = stance === 'alleges' || stance === 'confirms' ? nestedIn(hearing, attribution) : [];
  const content = nested.length === 0 ? attribution.content : remainder(attribution.content, nested);
  const confidence = attribution.confidence * (nested.length > 0 ? 0.7 : 1);
  const mine = {
    chain,
    stance,
    content,
    evidence: null,
    attribution,
    root,
    rule: attribution.rule,
    confidence,
  };
  const inward = around.before.length >= 3 ? [] : nested;
  const deeper = inward.flatMap((inner) =>
    voicesOf(hearing, inner, { outlet: around.outlet, before: chain, root }),
  );
  return content.length === 0 ? deeper : [mine, ...deeper];
}
