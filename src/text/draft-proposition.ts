/**
 * Says what is claimed in one stretch of text: one draft for each counted or uncounted act, detention site or
 * answer of a state, or one default draft when none is recognised. It says nothing about who claims it, and the
 * group is always the source's own words. `sameAs` is left to whoever sees the claims before.
 */
import type { ActorKind } from '../record/actor.ts';
import type { Answer, Measure, Scope } from '../record/proposition.ts';
import type { Quantity } from '../record/quantity.ts';
import type { Stance } from '../record/stance.ts';
import type { When } from '../record/when.ts';
import { type Tokens, tokensOf } from './acts/reading.ts';
import { type DateMention, datesInWords } from './dates.ts';
import { accusation } from './drafts/accusation.ts';
import {
  actorOfSpeaker,
  answeringSpeaker,
  contextMeasure,
  declines,
  isSelf,
  nearestState,
  resolveActor,
  stateOfSpeaker,
} from './drafts/actors.ts';
import { askedFor } from './drafts/asked-for.ts';
import { countIn, countOfSpeakers } from './drafts/counted-speakers.ts';
import { defaultKindOf } from './drafts/default-kind.ts';
import { enduredBy } from './drafts/endured.ts';
import type { Item } from './drafts/item.ts';
import { itemsIn } from './drafts/items.ts';
import type { JudgedStretch } from './drafts/judged-items.ts';
import { isParagraphNumber } from './drafts/paragraph-number.ts';
import { cutAt, demandAt } from './drafts/parts.ts';
import { presumedState } from './drafts/presumed-state.ts';
import { withShares } from './drafts/shares.ts';
import { siteOfBodies } from './drafts/sites.ts';
import { spansOf, type TokenSpan } from './drafts/spans.ts';
import { countBefore, spokenOfBefore } from './drafts/spoken-of.ts';
import { wordAct, wordClause, wordResponse } from './drafts/wording.ts';
import type { FigureJudge } from './figures/judged-figures.ts';
import { type PlaceMention, placesInWords } from './gazetteer/places.ts';
import type { PropositionDraft } from './proposed-claim.ts';

/** One stretch of a text and what is known around it. */
export interface DraftRequest {
  readonly text: string;
  /** UTF-16 code units in `text`, 0-based. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  /** EDTF; null when unknown. */
  readonly publishedAt: string | null;
  readonly speaker: {
    readonly resolved: string | null;
    /** The mention as written; absent when not known. */
    readonly named?: string;
    readonly kind: ActorKind;
  } | null;
  /** How the speaker stands to the words; absent when not known. */
  readonly stance?: Stance;
  readonly outlet: string | null;
  /** What a trained judge makes of the figures of `text`; absent: nobody is asked. */
  readonly judged?: FigureJudge | null;
  /** The place that the text is about; null when not known. */
  readonly documentPlace: string | null;
}

/** One claim inside the stretch. */
export interface DraftedClaim {
  /** UTF-16 code units in the request's text, 0-based. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  readonly draft: PropositionDraft;
  readonly quantity: Quantity | null;
  readonly when: When | null;
  /** The place named in the words; null when none is. */
  readonly where: string | null;
}

interface Stretch {
  readonly request: DraftRequest;
  readonly tokens: Tokens;
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
}

interface Chars {
  readonly start: number;
  readonly end: number;
}

function charsOf(tokens: Tokens, span: TokenSpan): Chars {
  const first = tokens.words[span.first];
  const last = tokens.words[span.next - 1];
  return { start: first?.start ?? 0, end: last?.end ?? tokens.text.length };
}

/** The mention inside the span nearest to its end, or else the only one of the stretch. */
function within<Mention extends Chars>(mentions: readonly Mention[], span: Chars): Mention | null {
  const inside = mentions.filter((mention) => mention.start >= span.start && mention.end <= span.end);
  return inside.at(0) ?? (mentions.length === 1 ? (mentions[0] ?? null) : null);
}

/** "Russia's National Guard": whose guard it is, not where. */
function owns({ tokens }: Stretch, place: PlaceMention): boolean {
  return /^['’]s\s+\p{Lu}/u.test(tokens.text.slice(place.end, place.end + 4));
}

function placeFor(stretch: Stretch, span: Chars): PlaceMention | null {
  const narrow = stretch.places.filter((place) => place.kind !== 'wide' && !owns(stretch, place));
  return within(narrow, span);
}

/** Several sites lie where the words right behind them say: "two prisons: a depot outside Dol and a barracks" are not in Dol. */
function placeOf(stretch: Stretch, item: Item, span: Chars): PlaceMention | null {
  const several =
    item.measure === 'detention-sites' && (item.quantity?.best ?? item.quantity?.low ?? 2) !== 1;
  if (!several) return placeFor(stretch, span);
  const end = stretch.tokens.words[item.next - 1]?.end ?? span.end;
  const behind = stretch.places.find((place) => place.start >= end);
  if (behind === undefined || behind.kind === 'wide') return null;
  const between = stretch.tokens.text.slice(end, behind.start);
  return /^\s+(?:in|near|across|around|outside)\s+(?:the\s+)?(?:\p{L}+['’]s\s+)?$/u.test(between)
    ? behind
    : null;
}

/** Bodies carried out of one building are no toll of the region. */
function siteFor({ request, tokens }: Stretch, item: Item, span: Chars): string | null {
  if (item.measure !== 'killed' || item.negated) return null;
  return siteOfBodies(tokens.text.slice(span.start, span.end), request.text.slice(0, request.start));
}

function scopeOf(stretch: Stretch, item: Item, place: PlaceMention | null, site: string | null): Scope {
  if (item.kind !== 'response' && item.kind !== 'process')
    return {
      group: item.group,
      place: place?.name ?? site ?? stretch.request.documentPlace,
      by: item.by,
      actor: null,
    };
  const asked = item.answer === null ? (place?.kind === 'state' ? place.state : null) : null;
  const actor =
    asked ??
    (isSelf(item.actor) ? actorOfSpeaker(stretch.request) : null) ??
    resolveActor(item.actor, stretch.request) ??
    (item.actor === null ? answeringSpeaker(stretch.request, item.answer) : null) ??
    nearestState(stretch.request);
  return { group: item.group, place: null, by: null, actor };
}

/** The clause's own words without its figure. */
function withoutFigure(words: string, quantity: Quantity | null): string {
  const at = quantity === null ? -1 : words.indexOf(quantity.wording);
  if (at < 0 || quantity === null) return wordClause(tidy(words) || words);
  const rest =
    words.slice(0, at) +
    words.slice(at + quantity.wording.length).replace(/^\s+of (?=them|us|those|the|whom)/, '');
  return wordClause(tidy(rest) || words);
}

function draftOf(item: Item, scope: Scope, clause: string): PropositionDraft {
  const answers = item.kind === 'response' || item.kind === 'process';
  const words =
    item.measure === null
      ? withoutFigure(clause, item.quantity)
      : answers
        ? wordResponse(item.measure, item.answer, scope)
        : wordAct(item.measure, scope);
  return {
    kind: item.kind,
    measure: item.measure,
    answer: item.answer,
    scope,
    text: words,
    sameAs: null,
    ...(item.negated ? { negated: true as const } : {}),
  };
}

function claimOf(stretch: Stretch, item: Item, tokenSpan: TokenSpan): DraftedClaim {
  const span = charsOf(stretch.tokens, tokenSpan);
  const place = placeOf(stretch, item, span);
  const scope = scopeOf(stretch, item, place, place === null ? siteFor(stretch, item, span) : null);
  const { start } = stretch.request;
  return {
    start: start + span.start,
    end: start + span.end,
    draft: draftOf(item, scope, stretch.tokens.text.slice(span.start, span.end)),
    quantity: item.quantity,
    when: whenOf(stretch, item, span),
    where: place === null ? null : stretch.tokens.text.slice(place.start, place.end),
  };
}

/** "three more died overnight, bringing the toll to 29": the toll is no toll of that night. */
function whenOf(stretch: Stretch, item: Item, span: Chars): When | null {
  const date = within(stretch.dates, span);
  const outside = date === null || date.start < span.start || date.end > span.end;
  return item.cumulative === true && outside ? null : (date?.when ?? null);
}

function tidy(text: string): string {
  return text
    .replace(/["“”]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:]+|[\s.,;:!?]+$/g, '')
    .trim();
}

/** Whether the words right before tell that somebody was asked for something. */
function wasAsked({ text, start, end, publishedAt }: DraftRequest): boolean {
  const before = Math.max(0, text.lastIndexOf('. ', start - 1), start - 200);
  return askedFor(text.slice(before, end), publishedAt, 'visa') !== null;
}

/** A state's refusal to say anything: an answer that is none. */
function declinedDraft(request: DraftRequest, words: string): PropositionDraft | null {
  const kind = request.speaker?.kind;
  const silent = request.stance === 'silent';
  const presumed = silent && wasAsked(request) ? presumedState(request.speaker, 'silent') : null;
  if (kind !== 'public-body' && kind !== 'state' && presumed === null) return null;
  if (!silent && request.stance !== 'declines' && !declines(words)) return null;
  const state = stateOfSpeaker(request);
  const unknown = state === null && presumed === null;
  const about = unknown && (silent || !declines(words)) ? null : contextMeasure(request);
  if (silent && about === null) return null;
  if (!declines(words) && about === null) return null;
  const measure: Measure = about ?? 'statement';
  const answer: Answer = silent ? 'silent' : 'declined';
  const scope: Scope = {
    group: null,
    place: null,
    by: null,
    actor: actorOfSpeaker(request) ?? presumed,
  };
  return {
    kind: 'response',
    measure,
    answer,
    scope,
    text: wordResponse(measure, answer, scope),
    sameAs: null,
  };
}

/** How far back a word for dying says what "the victims" are victims of. */
const NEAR_VICTIMS = 300;

/** "One of the dead", or "one of the victims" soon after a death: who the killed were. Null: victims of what is not said. */
function measureOfVictims(words: string, request: DraftRequest): Measure | null {
  if (/\bof (?:the|those|its|their) (?:dead|killed|slain|deceased)\b/i.test(words)) return 'killed';
  if (!/\bof (?:the|those|its|their) victims\b/i.test(words)) return null;
  const before = request.text.slice(Math.max(0, request.start - NEAR_VICTIMS), request.start);
  return /\b(?:kill(?:ed|ings?)|dead|deaths?|died|murdered)\b/i.test(before) ? 'killed' : null;
}

function defaultClaim(stretch: Stretch): DraftedClaim {
  const { request, tokens } = stretch;
  const span = charsOf(tokens, { first: 0, next: tokens.words.length });
  const words = tokens.text.slice(span.start, span.end);
  const declined = declinedDraft(request, words) ?? accusation(request, words);
  const kind = defaultKindOf(words);
  const place = placeFor(stretch, span);
  const actor =
    kind === 'policy' ? (resolveActor(leadingActor(stretch), request) ?? nearestState(request)) : null;
  const scope: Scope = {
    group: null,
    place: kind === 'policy' ? null : (place?.name ?? request.documentPlace),
    by: null,
    actor,
  };
  return {
    start: request.start + span.start,
    end: request.start + span.end,
    draft: declined ?? {
      kind,
      measure: kind === 'identity' ? measureOfVictims(words, request) : null,
      answer: null,
      scope,
      text: wordClause(tidy(words) || words),
      sameAs: null,
    },
    quantity: null,
    when: within(stretch.dates, span)?.when ?? null,
    where: place === null ? null : tokens.text.slice(place.start, place.end),
  };
}

/** The words before the first verb-like word: "other European countries" in "other European countries to do …". */
function leadingActor(stretch: Stretch): string | null {
  const head =
    /^[^,.;:]{0,60}?(?=\s(?:to|is|are|was|were|has|have|had|will|would|should|must|can|could|may|does|do|did)\b)/i.exec(
      stretch.tokens.text.trim(),
    );
  if (
    head === null ||
    head[0] === '' ||
    /^(?:is|are|was|were|has|have|had|will|would|to|today|there|this|that)\b/i.test(head[0])
  )
    return null;
  return head[0];
}

/** "families are told that there was no arrest": the words do not say so themselves. */
function isRetold(tokens: Tokens, item: Item): boolean {
  const before = tokens.text.slice(0, tokens.words[item.first]?.start ?? 0);
  return /\b(?:told|said|says?|informed|claim\p{L}*|insist\p{L}*) that\b/iu.test(before);
}

/** "Forty-one of them said they had been tortured": the speakers are those whom it befell. */
function ofSpeakers(item: Item, speakers: Quantity | null): Item {
  if (speakers === null || item.kind !== 'occurrence' || item.negated || item.group !== null) return item;
  return { ...item, kind: 'count', quantity: speakers };
}

const PLAIN_COUNT: Omit<Item, 'measure' | 'quantity' | 'first' | 'next'> = {
  kind: 'count',
  answer: null,
  group: null,
  by: null,
  actor: null,
  negated: false,
  phrase: false,
};

/** The two sides of a cut, each without the words and marks that only join them. */
function inTwo(request: DraftRequest, tokens: Tokens, cut: number): DraftedClaim[] {
  const { words, text } = tokens;
  let left = cut;
  while (left > 1 && /^(?:[,;:"“”]|and)$/.test(words[left - 1]?.low ?? '')) left -= 1;
  let right = cut;
  while (right < words.length - 1 && /^(?:[,;:"“”]|and|that|with|but|while)$/.test(words[right]?.low ?? ''))
    right += 1;
  const leftEnd = request.start + (words[left - 1]?.end ?? text.length);
  const rightStart = request.start + (words[right]?.start ?? text.length);
  return [...draftClaims({ ...request, end: leftEnd }), ...draftClaims({ ...request, start: rightStart })];
}

/** What the judge says of the stretch, in its own tokens. */
function judgedOf({ judged, start, end }: DraftRequest): JudgedStretch | null {
  if (judged == null) return null;
  return {
    of: (quantity) => judged.of(start + quantity.start, start + quantity.end),
    people: ({ words }) =>
      judged.people(start, end).flatMap(({ from, end: until, measure, nobody }) => {
        const first = words.findIndex((word) => start + word.end > from);
        const next = words.findIndex((word) => start + word.start >= until);
        return first < 0 ? [] : [{ first, next: next < 0 ? words.length : next, measure, nobody }];
      }),
  };
}

/**
 * The claims inside one stretch of text, in order. Never empty for a stretch with a word in it; a lone claim
 * spans the whole stretch.
 *
 * @example
 * draftClaims({ text, start, end, publishedAt: null, speaker: null, outlet: null, documentPlace: null });
 */
export function draftClaims(request: DraftRequest): DraftedClaim[] {
  const tokens = withShares(tokensOf(request.text.slice(request.start, request.end)), () =>
    countBefore(request.text, request.start),
  );
  if (tokens.words.length === 0) return [];
  const dates = datesInWords(tokens.words, request.publishedAt);
  const places = placesInWords(tokens.text, tokens.words);
  const stretch: Stretch = { request, tokens, dates, places };
  const keepsStill = request.stance === 'silent' || request.stance === 'declines';
  const around = {
    asked: contextMeasure(request),
    spokenOf: spokenOfBefore(request.text, request.start),
    judged: judgedOf(request),
  };
  const found = keepsStill || isParagraphNumber(request) ? [] : itemsIn(tokens, around);
  const speakers = countOfSpeakers(request.speaker?.named ?? null, tokens);
  const items = found
    .filter((item) => !item.negated || !isRetold(tokens, item))
    .map((item) => ofSpeakers(item, speakers));
  const cut =
    cutAt(tokens, items) ?? (items.length === 0 && request.speaker !== null ? demandAt(tokens) : null);
  if (cut !== null) return inTwo(request, tokens, cut);
  const whole = { first: 0, next: tokens.words.length };
  const told = items.length > 0 ? null : enduredBy(tokens, () => countIn(request.speaker?.named ?? null));
  if (told !== null) return [claimOf(stretch, { ...PLAIN_COUNT, ...told, ...whole }, whole)];
  if (items.length === 0) return [defaultClaim(stretch)];
  const spans = spansOf(tokens, items);
  return items.map((item, index) =>
    claimOf(stretch, item, spans[index] ?? { first: item.first, next: item.next }),
  );
}
