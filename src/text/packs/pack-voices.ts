/** From attributions to voiced contents with their chains, outermost first, as in `voices.ts` for English. */
import type { CueForce } from '../../record/attribution.ts';
import type { Stance } from '../../record/stance.ts';
import type { PackAttribution } from './pack-attribution.ts';
import { clauseAttributions } from './pack-clauses.ts';
import { cuesIn, type FoundCue } from './pack-cues.ts';
import { sentencesIn, trimmed } from './pack-edges.ts';
import type { PackHearing, PackSpeaker } from './pack-hearing.ts';
import { resolveSource } from './pack-speakers.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { indexOf, isAt } from './phrase-index.ts';

/** One step of a chain. */
export interface PackVoice {
  readonly speaker: PackSpeaker;
  readonly cue: TokenRange;
  readonly lemma: string;
  readonly force: CueForce;
}

/** A content with everybody behind it. */
export interface PackVoiced {
  readonly chain: readonly PackVoice[];
  readonly stance: Stance;
  readonly content: readonly TokenRange[];
  readonly pointsBack: boolean;
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

const DEEPEST = 4;
const SHORTEST_REST = 3;

/** What a cue comes to; null when it makes no claim. */
export function stanceOfCue(cue: FoundCue): Stance | null {
  if (!cue.negated) return cue.entry.does;
  if (cue.entry.frames.includes('s')) return cue.entry.does;
  if (cue.entry.negated !== undefined) return cue.entry.negated;
  return cue.entry.does === 'asks' || cue.entry.does === 'undertakes' ? null : 'declines';
}

function voice(speaker: PackSpeaker, cue: FoundCue): PackVoice {
  return { speaker, cue, lemma: cue.entry.lemma, force: cue.entry.force };
}

function nobody(text: PackText, cue: TokenRange): PackSpeaker {
  const start = text.tokens[cue.from]?.start ?? 0;
  const end = text.tokens[cue.to - 1]?.end ?? start;
  return {
    named: text.text.slice(start, end).replace(/\s+/g, ' '),
    range: cue,
    resolved: null,
    because: null,
    kind: 'unnamed',
    anonymity: 'anonymous',
    connection: 'unknown',
    official: false,
  };
}

/** "denunciaron ante el Centro Aurora": an organisation that takes down what it is told. */
function isRecorder({ tokens, lexicon }: PackText, { kind, range }: PackSpeaker): boolean {
  const { recorders } = lexicon.pack;
  if (kind !== 'organisation' || recorders === undefined) return false;
  const head = isAt(lexicon.articles, tokens, range.from) ? range.from + 1 : range.from;
  return isAt(indexOf(recorders), tokens, head);
}

/** "сказал газете «Мост»": whoever publishes what it was told stands in front; reporters and people do not. */
function toldVoice(hearing: PackHearing, found: PackAttribution): PackVoice[] {
  if (found.told === null) return [];
  const speaker = resolveSource(
    { ...hearing, spoken: [...hearing.spoken] },
    { ...found.told, oblique: true },
  );
  const titled = hearing.text.named[found.told.from] === 1;
  return (speaker.kind === 'media' || titled || isRecorder(hearing.text, speaker)) &&
    speaker.resolved !== null &&
    speaker.resolved !== hearing.outlet
    ? [voice(speaker, found.cue)]
    : [];
}

function ownSpeaker(hearing: PackHearing, found: PackAttribution): PackSpeaker {
  if (found.source !== null) {
    const { text } = hearing;
    const verb = text.tokens[found.cue.to - 1]?.low ?? '';
    const many = found.cue.entry.shape === 'active' && text.lexicon.pack.isPlural?.(verb) === true;
    return resolveSource(hearing, { ...found.source, many });
  }
  const last = found.tacit ? hearing.spoken.at(-1) : undefined;
  if (last === undefined) return nobody(hearing.text, found.cue);
  const because = last.resolved === null ? null : 'the verb has no subject: whoever spoke last goes on';
  return {
    ...nobody(hearing.text, found.cue),
    ...last,
    range: found.cue,
    named: nobody(hearing.text, found.cue).named,
    because,
  };
}

/** "could not be verified": the report says it of its own work. */
function isOwnWork({ cue, source }: PackAttribution): boolean {
  return source === null && cue.entry.shape === 'impersonal' && cue.entry.does === 'declines';
}

function ownVoices(hearing: PackHearing, found: PackAttribution): PackVoice[] {
  if (isOwnWork(found)) return [];
  const told = toldVoice(hearing, found);
  const own = ownSpeaker(hearing, found);
  const via = found.via === null ? [] : [voice(resolveSource(hearing, found.via.source), found.via.cue)];
  hearing.spoken.push(own);
  // before a colon the outlet's own name is its caption
  const heads = own.kind === 'media' || found.cue.entry.lemma === ':';
  const itself = heads && own.resolved !== null && own.resolved === hearing.outlet;
  return [...told, ...(itself ? [] : [voice(own, found.cue)]), ...via];
}

function extent(found: PackAttribution): TokenRange {
  const ranges = [
    found.cue,
    ...found.content,
    ...(found.source === null || found.shared ? [] : [found.source]),
  ];
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}

/** What is left of a content without the attributions inside it. */
function remainder(
  text: PackText,
  content: readonly TokenRange[],
  inner: readonly PackAttribution[],
): TokenRange[] {
  let left = [...content];
  for (const one of inner) {
    const cut = extent(one);
    left = left.flatMap((range) =>
      cut.to <= range.from || cut.from >= range.to
        ? [range]
        : [
            { from: range.from, to: Math.max(range.from, cut.from) },
            { from: Math.min(range.to, cut.to), to: range.to },
          ]
            .map((piece) => trimmed(text, piece))
            .filter(({ from, to }) => to - from >= SHORTEST_REST),
    );
  }
  return left;
}

/** "The mayor said that he denied it": the inner speaker is the outer one. */
function withoutEcho(before: readonly PackVoice[], own: readonly PackVoice[]): PackVoice[] {
  const outer = before.at(-1)?.speaker.resolved ?? null;
  return outer !== null && outer === own[0]?.speaker.resolved
    ? [...before.slice(0, -1), ...own]
    : [...before, ...own];
}

function nestedIn(text: PackText, found: PackAttribution, stance: Stance): PackAttribution[] {
  if (found.pointsBack || found.cue.entry.frames.includes('s')) return [];
  if (stance !== 'alleges' && stance !== 'confirms') return [];
  return found.content
    .flatMap((range) => sentencesIn(text, range))
    .flatMap((range) => clauseAttributions(text, range))
    .filter((inner) => stanceOfCue(inner.cue) !== null && inner.cue.head !== found.cue.head);
}

/**
 * Voices of one attribution and of those inside what it says.
 *
 * @example
 * voicesOfAttribution(hearing, found, [])[0]?.chain.length; // 2 for "газета пишет, что, по словам врачей, …"
 */
export function voicesOfAttribution(
  hearing: PackHearing,
  found: PackAttribution,
  before: readonly PackVoice[],
): PackVoiced[] {
  const cued = stanceOfCue(found.cue);
  if (cued === null) return [];
  const stance: Stance = found.demands && cued === 'alleges' ? 'asks' : cued;
  const chain = withoutEcho(before, ownVoices(hearing, found));
  const nested = before.length >= DEEPEST ? [] : nestedIn(hearing.text, found, stance);
  const content = nested.length === 0 ? found.content : remainder(hearing.text, found.content, nested);
  const deeper = nested.flatMap((inner) => voicesOfAttribution(hearing, inner, chain));
  if (content.length === 0 && !(found.pointsBack && nested.length === 0)) return deeper;
  const confidence = (found.quoted ? 0.8 : 0.7) * (nested.length > 0 ? 0.7 : 1) * (found.shared ? 0.9 : 1);
  const mine = { chain, stance, content, pointsBack: found.pointsBack, rule: found.rule, confidence };
  return [mine, ...deeper];
}

/** "якобы", "по слухам": said at arm's length, by nobody. */
export function hearsayIn(text: PackText, range: TokenRange): PackVoice | null {
  const cue = cuesIn(text, range).find(({ entry }) => entry.shape === 'hearsay');
  return cue === undefined ? null : voice(nobody(text, cue), cue);
}
