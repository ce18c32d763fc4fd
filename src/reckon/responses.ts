/**
 * What states and institutions answered, one row for each state, measure, answer and side that says so. "The
 * state refused" said by others and "the state declined to comment" said by itself are two rows: neither
 * stands for the other. A denial by the state of an answer that others ascribe to it is shown on their row.
 */
import type { Actor } from '../record/actor.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId, ClaimId, PropositionId } from '../record/id.ts';
import type { Passage } from '../record/passage.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Response } from '../record/response.ts';
import type { Voice } from '../record/utterance.ts';
import { earliestDay } from './day-span.ts';
import {
  type AnswerContext,
  answerContext,
  answerOf,
  countIn,
  firstDay,
  reasonIn,
  responderKey,
  responderNamed,
  type SaidAnswer,
  tellers,
} from './said-answer.ts';

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
  const context = answerContext(actors);
  const drafts = new Map<string, RowDraft>();
  const denials: { readonly key: string; readonly claim: ClaimId }[] = [];
  const propositions = new Map<PropositionId, Proposition>();
  for (const proposition of input.propositions) propositions.set(proposition.id, proposition);
  const all = [...input.claims];
  for (const claim of all) {
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
  const asked = requestDays(propositions, all, context);
  const rows = [...drafts].map(([key, draft]) => {
    const deniedBy = denials.filter((denial) => denial.key === key).map((denial) => denial.claim);
    return rowOf(draft, { deniedBy, context, asked });
  });
  return rows.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));
}

interface RowDraft {
  readonly said: SaidAnswer;
  readonly claims: Claim[];
}

function keyOf(said: SaidAnswer): string {
  return [said.by ?? said.byName.toLowerCase(), said.measure, said.answer, said.statedBy].join('|');
}

function sortKey(row: ResponseRow): string {
  return [row.byName, row.measure, row.answer, row.statedBy].join('|');
}

interface RowGround {
  readonly deniedBy: readonly ClaimId[];
  readonly context: AnswerContext;
  /** Earliest request by responder and measure, EDTF. */
  readonly asked: ReadonlyMap<string, string>;
}

function rowOf({ said, claims }: RowDraft, { deniedBy, context, asked }: RowGround): ResponseRow {
  const reasonPassage = said.statedBy === 'itself' ? reasonIn(claims) : null;
  const reportedAt = firstDay(claims);
  const askedAt = asked.get(responderKey(said)) ?? null;
  const before = reportedAt === null || earliestDay(askedAt) <= earliestDay(reportedAt);
  return Object.freeze({
    by: said.by,
    byName: said.byName,
    measure: said.measure,
    answer: said.answer,
    reason: reasonPassage?.exact ?? null,
    reasonPassage,
    count: countIn(claims),
    askedAt: askedAt !== null && before ? askedAt : null,
    answeredAt: said.statedBy === 'itself' ? reportedAt : null,
    toward: said.toward,
    reportedAt,
    statedBy: said.statedBy,
    saidBy: tellers(claims, context),
    basis: claims.map((claim) => claim.id),
    deniedBy,
  });
}

/** The earliest day on which somebody asked, by responder and measure. */
function requestDays(
  propositions: ReadonlyMap<PropositionId, Proposition>,
  claims: readonly Claim[],
  context: AnswerContext,
): ReadonlyMap<string, string> {
  const asked = new Map<string, string>();
  for (const { stance, status, saidAt, proposition } of claims) {
    if (stance !== 'asks' || saidAt === null || status === 'rejected' || status === 'superseded') continue;
    const about = propositions.get(proposition);
    const byName = about?.kind === 'response' ? about.scope.actor : null;
    if (about === undefined || byName === null || about.measure === null) continue;
    const by = responderNamed(byName, context);
    const key = [by ?? byName.toLowerCase(), about.measure].join('|');
    const known = asked.get(key);
    if (known === undefined || earliestDay(saidAt) < earliestDay(known)) asked.set(key, saidAt);
  }
  return asked;
}
