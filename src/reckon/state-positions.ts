/**
 * Where each state and institution stands, thing by thing, over time: on each day what was answered, in whose words, for how many, with the
 * reason given; and since when a request has no answer on record. "No answer on record" says what the record
 * holds, not what happened. Made from public claims alone; nothing here knows of a case.
 */
import type { Actor } from '../record/actor.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId, ClaimId, PropositionId } from '../record/id.ts';
import type { Passage } from '../record/passage.ts';
import { ANSWERS, type Answer, type Proposition } from '../record/proposition.ts';
import type { Bounds } from '../record/quantity.ts';
import type { Voice } from '../record/utterance.ts';
import { earliestDay, isoDay, LAST_DAY } from './day-span.ts';
import { daysWithoutAnswer } from './days-without-answer.ts';
import {
  type AnswerContext,
  answerContext,
  answerOf,
  countIn,
  isResponseMeasure,
  type ResponseMeasure,
  reasonIn,
  responderKey,
  responderNamed,
  type SaidAnswer,
  tellers,
} from './said-answer.ts';

/** One answer on one day. */
export interface AnswerStep {
  /** EDTF; null when no day is known. */
  readonly day: string | null;
  readonly answer: Answer;
  readonly statedBy: 'itself' | 'others';
  /** Persons; null when not stated. */
  readonly count: Bounds | null;
  /** The responder's own words in support; null when none were given. */
  readonly reason: Passage | null;
  /** Innermost voices that say so. */
  readonly saidBy: readonly Voice[];
  /** Never empty. */
  readonly claims: readonly ClaimId[];
  /** Claims in which the responder denies this answer, on whatever day. */
  readonly deniedBy: readonly ClaimId[];
}

/** Somebody asked. */
export interface Requests {
  /** ISO day of the latest request, or on which it was told where its own is not known; null when no day is known. */
  readonly on: string | null;
  readonly claims: readonly ClaimId[];
  /** Whole days from it to `asOf` without an answer on record; null: one is on record since, or no day is known. */
  readonly daysWithout: number | null;
}

/** One responder on one thing. */
export interface MeasurePosition {
  readonly measure: ResponseMeasure;
  /** Oldest first, unknown days last. */
  readonly steps: readonly AnswerStep[];
  /** The answers of the latest known day, the responder's own before what others say; empty when none has a day. */
  readonly latest: readonly AnswerStep[];
  /** Null: nobody is on record as asking. */
  readonly asked: Requests | null;
}

/** Everything one responder answered, or was asked. */
export interface StatePosition {
  /** Null when the record holds no one actor of that name. */
  readonly by: ActorId | null;
  /** As the sources name it. */
  readonly byName: string;
  /** Claims by answer. */
  readonly claims: Readonly<Record<Answer, number>>;
  /** By measure. */
  readonly measures: readonly MeasurePosition[];
}

export interface StatesInput {
  readonly propositions: Iterable<Proposition>;
  readonly claims: Iterable<Claim>;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** ISO day from which days without an answer are counted; claims said later are left out. */
  readonly asOf: string;
}

interface Draft {
  readonly by: ActorId | null;
  readonly byName: string;
  readonly measure: ResponseMeasure;
  readonly steps: Map<string, { readonly said: SaidAnswer; readonly claims: Claim[] }>;
  readonly denials: { readonly answer: Answer; readonly claim: ClaimId }[];
  readonly asked: Claim[];
}

/**
 * Lists responders by name, each with its measures by name.
 *
 * @example
 * statePositions({ propositions, claims, actors, asOf: '2031-06-01' })[0]?.measures[0]?.asked?.daysWithout; // 41
 */
export function statePositions(input: StatesInput): readonly StatePosition[] {
  const context = answerContext(input.actors);
  const propositions = new Map<PropositionId, Proposition>();
  for (const proposition of input.propositions) propositions.set(proposition.id, proposition);
  const drafts = new Map<string, Draft>();
  for (const claim of input.claims) {
    const proposition = propositions.get(claim.proposition);
    if (proposition === undefined || isLater(claim.saidAt, input.asOf)) continue;
    const said = answerOf(claim, proposition, context);
    if (said !== null) put(draftOf(drafts, said), said, claim);
    const about = said === null ? askedOf(claim, proposition, context) : null;
    if (about !== null) draftOf(drafts, about).asked.push(claim);
  }
  const states = new Map<string, { readonly first: Draft; readonly drafts: Draft[] }>();
  for (const draft of drafts.values()) {
    const key = draft.by ?? draft.byName.toLowerCase();
    const known = states.get(key);
    if (known === undefined) states.set(key, { first: draft, drafts: [draft] });
    else known.drafts.push(draft);
  }
  return [...states.values()]
    .map(({ first, drafts: all }) => stateOf(first, all, { context, asOf: input.asOf }))
    .toSorted((a, b) => a.byName.localeCompare(b.byName, 'en'));
}

function isLater(saidAt: string | null, asOf: string): boolean {
  const said = isoDay(earliestDay(saidAt));
  return said !== null && said > asOf;
}

function draftOf(
  drafts: Map<string, Draft>,
  { by, byName, measure }: Pick<SaidAnswer, 'by' | 'byName' | 'measure'>,
): Draft {
  const key = responderKey({ by, byName, measure });
  const known = drafts.get(key) ?? { by, byName, measure, steps: new Map(), denials: [], asked: [] };
  drafts.set(key, known);
  return known;
}

function put(draft: Draft, said: SaidAnswer, claim: Claim): void {
  if (said.denies) {
    draft.denials.push({ answer: said.answer, claim: claim.id });
    return;
  }
  const key = [claim.saidAt ?? '', said.answer, said.statedBy].join('|');
  const known = draft.steps.get(key);
  if (known === undefined) draft.steps.set(key, { said, claims: [claim] });
  else known.claims.push(claim);
}

/** A request: somebody asks, or tells that somebody asked. Null: the claim tells of none. */
function askedOf(
  { status, stance }: Claim,
  { kind, scope, measure, answer }: Proposition,
  context: AnswerContext,
): Pick<SaidAnswer, 'by' | 'byName' | 'measure'> | null {
  const asks = kind === 'response' && stance === 'asks';
  const tells = kind === 'process' && answer === null && TELLS.has(stance);
  if (!asks && !tells) return null;
  if (scope.actor === null || !isResponseMeasure(measure)) return null;
  if (status === 'rejected' || status === 'superseded') return null;
  return { by: responderNamed(scope.actor, context), byName: scope.actor, measure };
}

/** Stances that put a request forward. */
const TELLS: ReadonlySet<string> = new Set(['alleges', 'confirms', 'asks']);

interface Ground {
  readonly context: AnswerContext;
  readonly asOf: string;
}

function stateOf({ by, byName }: Draft, drafts: readonly Draft[], ground: Ground): StatePosition {
  const counts = Object.fromEntries(ANSWERS.map((answer) => [answer, 0])) as Record<Answer, number>;
  for (const { steps } of drafts)
    for (const { said, claims } of steps.values()) counts[said.answer] += claims.length;
  const measures = drafts
    .map((draft) => measureOf(draft, ground))
    .toSorted((a, b) => a.measure.localeCompare(b.measure, 'en'));
  return Object.freeze({ by, byName, claims: Object.freeze(counts), measures });
}

function measureOf({ measure, steps, denials, asked }: Draft, { context, asOf }: Ground): MeasurePosition {
  const ordered = [...steps.values()]
    .map(({ said, claims }): AnswerStep => {
      const deniedBy =
        said.statedBy === 'others'
          ? denials.filter(({ answer }) => answer === said.answer).map(({ claim }) => claim)
          : [];
      return Object.freeze({
        day: claims[0]?.saidAt ?? null,
        answer: said.answer,
        statedBy: said.statedBy,
        count: countIn(claims),
        reason: said.statedBy === 'itself' ? reasonIn(claims) : null,
        saidBy: tellers(claims, context),
        claims: claims.map(({ id }) => id),
        deniedBy,
      });
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b) || ownFirst(a, b));
  const last = ordered.filter(({ day }) => day !== null).at(-1)?.day ?? null;
  const latest = last === null ? [] : ordered.filter(({ day }) => day === last);
  return Object.freeze({ measure, steps: ordered, latest, asked: requestsOf(asked, ordered, asOf) });
}

function placeOf({ day }: AnswerStep): number {
  return day === null ? LAST_DAY : earliestDay(day);
}

function ownFirst(a: AnswerStep, b: AnswerStep): number {
  return Number(a.statedBy === 'others') - Number(b.statedBy === 'others');
}

function requestsOf(asked: readonly Claim[], steps: readonly AnswerStep[], asOf: string): Requests | null {
  if (asked.length === 0) return null;
  const days = asked
    .flatMap(({ when, saidAt }) => isoDay(earliestDay(when?.edtf ?? saidAt)) ?? [])
    .toSorted();
  const on = days.at(-1) ?? null;
  return Object.freeze({
    on,
    claims: asked.map(({ id }) => id),
    daysWithout: daysWithoutAnswer({ on, answers: steps, asOf }),
  });
}
