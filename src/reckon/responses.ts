/**
 * What states and institutions answered, one row for each state, measure, answer and side that says so. "The
 * state refused" said by others and "the state declined to comment" said by itself are two rows: neither
 * stands for the other. A denial by the state of an answer that others ascribe to it is shown on their row.
 */
import type { Actor } from '../record/actor.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId, ClaimId, PropositionId } from '../record/id.ts';
import type { Passage } from '../record/passage.ts';
import type { Answer, Proposition } from '../record/proposition.ts';
import type { Response } from '../record/response.ts';
import type { Voice } from '../record/utterance.ts';
import { earliestDay } from './day-span.ts';
import { fitOfActors } from './scope-match.ts';
import { belongsTo, isAnonymous, namesIn, speakersOf } from './speakers.ts';

/** A response without an id, with the words and voices it rests on. */
export interface ResponseRow extends Omit<Response, 'id' | 'by'> {
  /** Null when the record holds no actor of that name, or several. */
  readonly by: ActorId | null;
  /** The responder as the sources name it. */
  readonly byName: string;
  /** Innermost voices that say so, in the order of their claims. */
  readonly saidBy: readonly Voice[];
  /** Where the reason stands; null when none was given. */
  readonly reasonPassage: Passage | null;
  /** EDTF; the earliest day on which anybody in the record said so; null when no day is known. */
  readonly reportedAt: string | null;
  /** Claims in which the responder itself denies or disputes this answer. */
  readonly deniedBy: readonly ClaimId[];
}

export interface ResponsesInput {
  readonly propositions: Iterable<Proposition>;
  readonly claims: Iterable<Claim>;
  readonly actors: ReadonlyMap<ActorId, Actor>;
}

/**
 * Lists the answers that the record holds, sorted by responder, measure and answer.
 *
 * @example
 * responsesOf({ propositions, claims, actors })[0]; // { byName: 'Orlund', measure: 'visa', answer: 'refused', statedBy: 'others', … }
 */
export function responsesOf(input: ResponsesInput): readonly ResponseRow[] {
  const { actors } = input;
  const context: Context = { actors, speakerOf: speakersOf(actors), namesOf: namesIn(actors) };
  const drafts = new Map<string, RowDraft>();
  const denials: { readonly key: string; readonly claim: ClaimId }[] = [];
  const propositions = new Map<PropositionId, Proposition>();
  for (const proposition of input.propositions) propositions.set(proposition.id, proposition);
  for (const claim of input.claims) {
    const proposition = propositions.get(claim.proposition);
    const said = proposition === undefined ? null : answerOf(claim, proposition, context);
    if (said === null) continue;
    if (said.denies) denials.push({ key: keyOf({ ...said, statedBy: 'others' }), claim: claim.id });
    else {
      const key = keyOf(said);
      const draft = drafts.get(key);
      if (draft === undefined) drafts.set(key, { said, claims: [claim] });
      else draft.claims.push(claim);
    }
  }
  const rows = [...drafts].map(([key, draft]) => {
    const deniedBy = denials.filter((denial) => denial.key === key).map((denial) => denial.claim);
    return rowOf(draft, deniedBy, context);
  });
  return rows.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));
}

type ResponseMeasure = Response['measure'];

const MEASURES: ReadonlySet<string> = new Set<ResponseMeasure>([
  'visa',
  'asylum',
  'relocation',
  'evacuation',
  'investigation',
  'statement',
]);

interface Context {
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly speakerOf: ReturnType<typeof speakersOf>;
  readonly namesOf: ReturnType<typeof namesIn>;
}

interface Said {
  readonly by: ActorId | null;
  readonly byName: string;
  readonly measure: ResponseMeasure;
  readonly answer: Answer;
  readonly statedBy: 'itself' | 'others';
  readonly toward: string | null;
  readonly denies: boolean;
}

interface RowDraft {
  readonly said: Said;
  readonly claims: Claim[];
}

/** Null: the claim tells of no answer (it asks for one, or somebody else declines to comment). */
function answerOf(claim: Claim, proposition: Proposition, context: Context): Said | null {
  const { kind, measure, scope } = proposition;
  if (kind !== 'response' || measure === null || !MEASURES.has(measure) || scope.actor === null) return null;
  if (claim.status === 'rejected' || claim.status === 'superseded') return null;
  const by = responderNamed(scope.actor, context);
  const itself = speaksForResponder(claim, { by, name: scope.actor }, context);
  const common = {
    by,
    byName: scope.actor,
    measure: measure as ResponseMeasure,
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

/** The one actor that bears the name; a state before others of the same name. */
function responderNamed(name: string, { actors, namesOf }: Context): ActorId | null {
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
  { actors, speakerOf, namesOf }: Context,
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

function keyOf(said: Said): string {
  return [said.by ?? said.byName.toLowerCase(), said.measure, said.answer, said.statedBy].join('|');
}

function sortKey(row: ResponseRow): string {
  return [row.byName, row.measure, row.answer, row.statedBy].join('|');
}

function rowOf(
  { said, claims }: RowDraft,
  deniedBy: readonly ClaimId[],
  { speakerOf }: Context,
): ResponseRow {
  const reasonPassage = said.statedBy === 'itself' ? reasonIn(claims) : null;
  const voices = claims.map((claim): Voice => {
    const speaker = tellerOf(claim);
    return speaker === null ? `anonymous:${claim.source}:${claim.id}` : speakerOf(speaker).voice;
  });
  return Object.freeze({
    by: said.by,
    byName: said.byName,
    measure: said.measure,
    answer: said.answer,
    reason: reasonPassage?.exact ?? null,
    reasonPassage,
    count: countIn(claims),
    askedAt: null,
    answeredAt: said.statedBy === 'itself' ? firstDay(claims) : null,
    toward: said.toward,
    reportedAt: firstDay(claims),
    statedBy: said.statedBy,
    saidBy: [...new Set(voices)],
    basis: claims.map((claim) => claim.id),
    deniedBy,
  });
}

/** Who says so: the innermost speaker, but of a silence the one before it, since nobody states their own. */
function tellerOf({ chain, stance }: Claim): ActorId | null {
  const at = stance === 'silent' && chain.length > 1 ? chain.length - 2 : chain.length - 1;
  return chain[at]?.speaker ?? null;
}

/** The responder's own words in support: the passages after the content. The earliest claim that has any. */
function reasonIn(claims: readonly Claim[]): Passage | null {
  for (const claim of claims) {
    const evidence = claim.passages[1];
    const inWords = claim.stance === 'declines' || claim.stance === 'denies' || claim.stance === 'confirms';
    if (evidence !== undefined && inWords) return evidence;
  }
  return null;
}

/** The widest bounds that any of the claims states; the best only when all that state one agree. */
function countIn(claims: readonly Claim[]): ResponseRow['count'] {
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

function firstDay(claims: readonly Claim[]): string | null {
  const dated = claims.filter((claim) => claim.saidAt !== null);
  const ordered = dated.toSorted((a, b) => earliestDay(a.saidAt) - earliestDay(b.saidAt));
  return ordered[0]?.saidAt ?? null;
}
