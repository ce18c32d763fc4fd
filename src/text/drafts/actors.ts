/** Which state or institution an answer or a policy belongs to, when the words name it or the context does. */
import type { ActorKind } from '../../record/actor.ts';
import type { Answer, Measure } from '../../record/proposition.ts';
import { BODIES, HOLDERS, PLACES } from '../gazetteer/lists.ts';
import { nameAt } from '../gazetteer/name-index.ts';
import { canonicalActorName, stateOf } from '../gazetteer.ts';
import { isAllCapitals, wordsIn } from '../words.ts';
import { presumedState } from './presumed-state.ts';

/** The part of a request that names depend on. */
export interface ActorContext {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly publishedAt: string | null;
  readonly documentPlace: string | null;
  readonly speaker?: {
    readonly resolved: string | null;
    readonly named?: string;
    readonly kind?: ActorKind;
  } | null;
}

const LOOK_BACK = 420;
const LOOK_AHEAD = 300;
const PRONOUN =
  /^(?:it|he|she|they|we|i|who|which|that|this|the country|the state|the government|those|men|people)$/i;

function dayOf(publishedAt: string | null): string | null {
  return publishedAt !== null && /^\d{4}-\d{2}-\d{2}/.test(publishedAt) ? publishedAt.slice(0, 10) : null;
}

/** A listed state, body or office-holder inside some words. */
function listedIn(words: string, day: string | null): string | null {
  const tokens = wordsIn(words);
  const where = { text: words, words: tokens, capitals: isAllCapitals(words) };
  for (let at = 0; at < tokens.length; at += 1) {
    const body = nameAt(BODIES, where, at)?.entry;
    if (body?.state != null) return body.state;
    const holder = nameAt(HOLDERS, where, at);
    const held = holder === null ? null : stateOf(holder.entry, day);
    if (held !== null) return held;
    const place = nameAt(PLACES, where, at)?.entry;
    if (place?.kind === 'state' || place?.kind === 'capital') return place.state;
  }
  return null;
}

/**
 * The state behind a mention, or its canonical name; null for a pronoun or nothing.
 *
 * @example
 * // "Donald Trump" in 2017: 'United States'
 */
export function resolveActor(mention: string | null, context: ActorContext): string | null {
  if (mention === null) return null;
  const bare = mention.replace(/^["“'‘\s]+|["”'’\s,]+$/g, '').replace(/\s+/g, ' ');
  if (bare === '' || PRONOUN.test(bare)) return null;
  const day = dayOf(context.publishedAt);
  return stateOf(bare, day) ?? listedIn(bare, day) ?? canonicalActorName(bare);
}

/** The state for which the speaker answers, when it speaks of itself ("it had rejected …"). */
export function stateOfSpeaker(context: ActorContext): string | null {
  const { speaker } = context;
  if (speaker == null) return null;
  const day = dayOf(context.publishedAt);
  for (const name of [speaker.resolved, speaker.named ?? null]) {
    const state = name === null ? null : stateOf(name, day);
    if (state !== null) return state;
  }
  return null;
}

/** The same, else the state in the speaker's name or that name itself: "Corland's foreign ministry said it had granted …". */
export function actorOfSpeaker(context: ActorContext): string | null {
  return stateOfSpeaker(context) ?? resolveActor(context.speaker?.resolved ?? null, context);
}

/** Who gave an answer of which nobody is named as giver: a state or public body that tells of it itself; a refusal, any state's. */
export function answeringSpeaker(context: ActorContext, answer: Answer | null): string | null {
  const somebody = /\b(?:he|she|his|her)\b/i.test(context.text.slice(context.start, context.end));
  const presumed = somebody ? null : presumedState(context.speaker, answer);
  if (answer === 'refused') return stateOfSpeaker(context) ?? presumed;
  const kind = context.speaker?.kind;
  return answer !== null && (kind === 'state' || kind === 'public-body') ? actorOfSpeaker(context) : presumed;
}

/** Whether a mention is a pronoun that stands for the speaker. */
export function isSelf(mention: string | null): boolean {
  return mention !== null && /^(?:it|we|they|he|she|i)$/i.test(mention.trim());
}

/** The last state named before the stretch, not further back than a few sentences; asides count last. */
export function nearestState(context: ActorContext): string | null {
  const from = Math.max(0, context.start - LOOK_BACK);
  const before = context.text.slice(from, context.start);
  const words = wordsIn(before);
  const where = { text: before, words, capitals: isAllCapitals(before) };
  const asides = asideSpans(before);
  let aside: string | null = null;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const found = nameAt(PLACES, where, at)?.entry;
    const start = words[at]?.start ?? 0;
    const body = found === undefined ? (nameAt(BODIES, where, at)?.entry ?? null) : null;
    const state = found?.kind === 'state' ? found.state : (body?.state ?? null);
    if (state === null || state === context.documentPlace) continue;
    if (!asides.some((span) => start >= span.start && start < span.end)) return state;
    aside = aside ?? state;
  }
  return aside;
}

function asideSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/, (?:which|who|where)\b[^,.]{0,120},/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const DECLINES =
  /^(?:to )?(?:comment|discuss|answer|elaborate|confirm or deny|say whether|give details|be drawn)\b|\b(?:unable|not able) to (?:discuss|comment)|\b(?:cannot|can't|could not|would not|will not|won't|do not|does not|did not|declined to|refused to) (?:discuss|comment)|\b(?:would|will) (?:say|disclose) (?:nothing|no more)\b|\b(?:would not|will not|won't) (?:say|disclose|give) (?:anything|more|how|whether|which|what|any)\b/i;

/** Whether words refuse to say anything about a matter ("comment on the claims", "unable to discuss cases"). */
export function declines(words: string): boolean {
  return DECLINES.test(words.trim());
}

/** What a refusal to comment is about, from the words around it; null when they name no request for protection. */
export function contextMeasure(context: ActorContext): Measure | null {
  const around = context.text
    .slice(Math.max(0, context.start - LOOK_BACK), context.end + LOOK_AHEAD)
    .toLowerCase();
  if (/\bvisas?\b/.test(around)) return 'visa';
  if (/\basylum\b|\brefugee status\b/.test(around)) return 'asylum';
  if (/\brelocation\b|\bresettle/.test(around)) return 'relocation';
  return null;
}
