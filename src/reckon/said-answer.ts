/**
 * What one claim says of an answer: by whom, to what, which, and whether the responder says so itself. The ground of the table of
 * answers and of positions over time.
 */
import type { Actor } from '../record/actor.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId } from '../record/id.ts';
import type { Passage } from '../record/passage.ts';
import type { Answer, Proposition } from '../record/proposition.ts';
import type { Bounds } from '../record/quantity.ts';
import type { Response } from '../record/response.ts';
import type { Voice } from '../record/utterance.ts';
import { earliestDay } from './day-span.ts';
import { fitOfActors } from './scope-match.ts';
import { belongsTo, isAnonymous, namesIn, speakersOf } from './speakers.ts';

export type ResponseMeasure = Response['measure'];

const MEASURES: ReadonlySet<string> = new Set<ResponseMeasure>([
  'visa',
  'asylum',
  'relocation',
  'evacuation',
  'investigation',
  'statement',
]);

/**
 * Whether a measure is something that a state is asked for.
 *
 * @example
 * isResponseMeasure('visa'); // true
 */
export function isResponseMeasure(measure: string | null): measure is ResponseMeasure {
  return measure !== null && MEASURES.has(measure);
}

/** What reading answers takes of a record. */
export interface AnswerContext {
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly speakerOf: ReturnType<typeof speakersOf>;
  readonly namesOf: ReturnType<typeof namesIn>;
}

/** An answer as one claim tells it. */
export interface SaidAnswer {
  readonly by: ActorId | null;
  readonly byName: string;
  readonly measure: ResponseMeasure;
  readonly answer: Answer;
  readonly statedBy: 'itself' | 'others';
  readonly toward: string | null;
  readonly denies: boolean;
}

/**
 * Null: the claim tells of no answer (it asks for one, or somebody else declines to comment).
 *
 * @example
 * answerOf(claim, proposition, context)?.answer; // 'refused'
 */
export function answerOf(claim: Claim, proposition: Proposition, context: AnswerContext): SaidAnswer | null {
  const { kind, measure, scope } = proposition;
  if (kind !== 'response' || !isResponseMeasure(measure) || scope.actor === null) return null;
  if (claim.status === 'rejected' || claim.status === 'superseded') return null;
  const by = responderNamed(scope.actor, context);
  const itself = speaksForResponder(claim, { by, name: scope.actor }, context);
  const common = {
    by,
    byName: scope.actor,
    measure,
    statedBy: itself ? ('itself' as const) : ('others' as const),
    toward: scope.group,
    denies: false,
  };
  switch (claim.stance) {
    case 'declines':
      return itself || proposition.answer === 'declined' ? { ...common, answer: 'declined' } : null;
    case 'silent':
      return { ...common, statedBy: 'others', answer: 'silent' };
    case 'denies':
    case 'disputes':
      return itself && proposition.answer !== null
        ? { ...common, answer: proposition.answer, denies: true }
        : null;
    case 'alleges':
    case 'confirms':
      return proposition.answer === null ? null : { ...common, answer: proposition.answer };
    case 'undertakes':
      return itself ? { ...common, answer: 'pending' } : null;
    case 'asks':
      return null;
    default:
      return claim.stance satisfies never;
  }
}

/**
 * The one actor that bears the name; a state before others of the same name.
 *
 * @example
 * responderNamed('Orlund', context); // 'act_…'
 */
export function responderNamed(name: string, { actors, namesOf }: AnswerContext): ActorId | null {
  const bearers = [...actors.values()].filter((actor) =>
    namesOf(actor.id).some((own) => fitOfActors(own, name) === 'same'),
  );
  const states = bearers.filter((actor) => actor.kind === 'state');
  const chosen = states.length > 0 ? states : bearers;
  return chosen.length === 1 ? (chosen[0]?.id ?? null) : null;
}

function speaksForResponder(
  claim: Claim,
  responder: { readonly by: ActorId | null; readonly name: string },
  { actors, speakerOf, namesOf }: AnswerContext,
): boolean {
  const voice = claim.chain[claim.chain.length - 1]?.speaker ?? null;
  if (voice === null) return false;
  const speaker = speakerOf(voice);
  const bodies = [speaker.voice, speaker.entity, speaker.kin];
  if (bodies.some((body) => namesOf(body).some((own) => fitOfActors(own, responder.name) === 'same')))
    return true;
  if (responder.by === null) return false;
  const by = responder.by;
  return bodies.some((body) => !isAnonymous(body) && belongsTo(body, by, actors));
}

/**
 * Opens the ground on which answers are read.
 *
 * @example
 * const context = answerContext(actors);
 */
export function answerContext(actors: ReadonlyMap<ActorId, Actor>): AnswerContext {
  return { actors, speakerOf: speakersOf(actors), namesOf: namesIn(actors) };
}

/**
 * By what answers of one responder to one thing are brought together.
 *
 * @example
 * responderKey({ by: null, byName: 'Orlund', measure: 'visa' }); // 'orlund|visa'
 */
export function responderKey({ by, byName, measure }: Pick<SaidAnswer, 'by' | 'byName' | 'measure'>): string {
  return [by ?? byName.toLowerCase(), measure].join('|');
}

/**
 * Whose words say so: the innermost speaker, but of a silence the one before it, since nobody states their own.
 *
 * @example
 * tellers(claims, context); // ['act_…']
 */
export function tellers(claims: readonly Claim[], { speakerOf }: AnswerContext): readonly Voice[] {
  const voices = claims.map((claim): Voice => {
    const speaker = tellerOf(claim);
    return speaker === null ? `anonymous:${claim.source}:${claim.id}` : speakerOf(speaker).voice;
  });
  return [...new Set(voices)];
}

function tellerOf({ chain, stance }: Claim): ActorId | null {
  const at = stance === 'silent' && chain.length > 1 ? chain.length - 2 : chain.length - 1;
  return chain[at]?.speaker ?? null;
}

/**
 * The responder's own words in support: the passages after the content. The earliest claim that has any.
 *
 * @example
 * reasonIn(claims)?.exact; // 'Visa records are confidential.'
 */
export function reasonIn(claims: readonly Claim[]): Passage | null {
  for (const claim of claims) {
    const evidence = claim.passages[1];
    const inWords = claim.stance === 'declines' || claim.stance === 'denies' || claim.stance === 'confirms';
    if (evidence !== undefined && inWords) return evidence;
  }
  return null;
}

/**
 * The widest bounds that any of the claims states; the best only when all that state one agree. Null: nobody states a number.
 *
 * @example
 * countIn(claims); // { low: 2, best: 2, high: 2 }
 */
export function countIn(claims: readonly Claim[]): Bounds | null {
  const stated = claims.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]));
  const lows = stated.flatMap(({ low }) => (low === null ? [] : [low]));
  const bests = new Set(stated.flatMap(({ best }) => (best === null ? [] : [best])));
  const highs = stated.flatMap(({ high }) => (high === null ? [] : [high]));
  if (lows.length + bests.size + highs.length === 0) return null;
  const [best] = bests;
  return {
    low: lows.length === stated.length ? Math.min(...lows) : null,
    best: bests.size === 1 ? (best ?? null) : null,
    high: highs.length === stated.length ? Math.max(...highs) : null,
  };
}

/**
 * The earliest day on which one of the claims was said, EDTF; null when none is known.
 *
 * @example
 * firstDay(claims); // '2031-05-02'
 */
export function firstDay(claims: readonly Claim[]): string | null {
  const dated = claims.filter((claim) => claim.saidAt !== null);
  const ordered = dated.toSorted((a, b) => earliestDay(a.saidAt) - earliestDay(b.saidAt));
  return ordered[0]?.saidAt ?? null;
}
