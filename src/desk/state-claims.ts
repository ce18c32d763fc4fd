/**
 * A person makes claims by hand: from words marked in a text, or in the place of a proposal that was nearly right. They are
 * accepted as they are made, by the person who makes them, and what they replace stays in the history. One transaction.
 */
import type { Actor, ActorKind } from '../record/actor.ts';
import type { Anonymity, Attribution, CueForce } from '../record/attribution.ts';
import type { Capture } from '../record/capture.ts';
import { type Claim, createClaim } from '../record/claim.ts';
import type { ActorId, ClaimId, PropositionId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { describePassage, type Span } from '../record/passage.ts';
import { createProposition, neutralWording, type Proposition } from '../record/proposition.ts';
import type { Quantity } from '../record/quantity.ts';
import type { Source } from '../record/source.ts';
import type { Stance } from '../record/stance.ts';
import type { When } from '../record/when.ts';
import { type ActorBook, openActorBook } from './actor-book.ts';
import { changedClaims, type SeenClaims } from './changed-meanwhile.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { knownOutlets } from './outlet-list.ts';
import { outletStep } from './outlet-step.ts';
import type { NewEntry } from './ports/record-store.ts';
import { reviewerName } from './reviewer.ts';

/** One mouth of the chain; the outlet is put in front by the program. */
export interface StatedStep {
  /** The mention as the text has it. */
  readonly named: string;
  /** Whom it stands for: an id or its beginning; null: the actor of that name, made when there is none. */
  readonly actor: string | null;
  /** What kind of actor it is, when the record has none of that name yet. */
  readonly kind: ActorKind;
  readonly anonymity: Anonymity;
  /** The words that attribute, and their force. */
  readonly cue: string;
  readonly force: CueForce;
  /** Where the mention stands; null when it stands nowhere in the text. */
  readonly at: Span | null;
}

/** What the claim is about: a proposition that is there, or a new one in neutral words. */
export type StatedProposition =
  | { readonly id: string }
  | Pick<Proposition, 'kind' | 'measure' | 'scope' | 'text'>;

export interface StatedClaim {
  /** Content first, then evidence; code points of the capture's text. */
  readonly spans: readonly Span[];
  readonly stance: Stance;
  readonly chain: readonly StatedStep[];
  readonly proposition: StatedProposition;
  readonly quantity: Quantity | null;
  readonly when: When | null;
  readonly where: string | null;
}

export interface StateOrder {
  /** Id of the capture whose text was read, or its beginning. */
  readonly capture: string;
  readonly claims: readonly StatedClaim[];
  /** Claims in whose place these are made: one that is changed or split, several that are merged. */
  readonly inPlaceOf: readonly string[];
  readonly by: string | null;
  readonly reason: string | null;
  /** How those stood when they were looked at; absent: as they stand when this begins. */
  readonly seen?: SeenClaims | undefined;
}

export interface StateOutcome {
  readonly claims: readonly ClaimId[];
  /** Claims that these replaced. */
  readonly replaced: readonly ClaimId[];
}

/**
 * Makes claims.
 *
 * @throws OnRecordError `bad-usage` without a name or words; `not-found`; `invalid-record` with every fault; `changed-meanwhile` when
 *   somebody else decided on what is replaced, or replaced it, since it was looked at
 * @example
 * await stateClaims(desk, { capture: 'cap_7d2', claims: [stated], inPlaceOf: [], by: 'A. Archivist', reason: null });
 */
export async function stateClaims(desk: Desk, order: StateOrder): Promise<StateOutcome> {
  const by = reviewerName(order.by);
  const reason = order.reason?.trim() || null;
  if (order.claims.length === 0) throw new OnRecordError('bad-usage', 'Mark the words that are claimed.');
  const replaced = await replacedClaims(desk, order);
  const text = await readText(desk, order.capture);
  const book = openActorBook(desk.store, desk.newId, await knownOutlets(desk));
  const made: Proposition[] = [];
  const claims: Claim[] = [];
  for (const stated of order.claims)
    claims.push(await claimOf(stated, { desk, text, book, made, supersedes: replaced[0]?.id ?? null }));
  const at = desk.clock().toISOString();
  const reviewed = (
    claim: ClaimId,
    decision: 'accepted' | 'rejected' | 'reopened',
    why: string | null,
  ): NewEntry => ({
    at,
    agent: by,
    subject: claim,
    body: { action: 'claim-reviewed', claim, decision, reason: why },
  });
  const [first, ...others]: NewEntry[] = [
    // What is replaced waits first, so that it does not count again when its successor is taken back.
    ...replaced
      .filter(({ status }) => status === 'accepted')
      .map(({ id }) => reviewed(id, 'reopened', reason)),
    {
      at,
      agent: by,
      subject: text.capture.id,
      body: {
        action: 'claims-proposed',
        capture: text.capture.id,
        extractor: null,
        actors: book.takeMade(),
        propositions: made,
        claims,
      },
    },
    ...claims.map(({ id }) => reviewed(id, 'accepted', reason)),
    ...replaced.slice(1).map(({ id }) => reviewed(id, 'rejected', `merged into ${claims[0]?.id ?? ''}`)),
  ];
  if (first !== undefined)
    await desk.store.append([
      { ...first, whileStanding: replaced.map(({ id, status }) => ({ id, status })) },
      ...others,
    ]);
  return { claims: claims.map(({ id }) => id), replaced: replaced.map(({ id }) => id) };
}

async function replacedClaims(
  { store }: Desk,
  { inPlaceOf, seen = {} }: Pick<StateOrder, 'inPlaceOf' | 'seen'>,
): Promise<readonly Claim[]> {
  const found: Claim[] = [];
  for (const text of inPlaceOf) {
    const claim = await store.claim(await findOne(store, text, 'clm'));
    if (claim === null) throw new OnRecordError('not-found', 'The record no longer holds this claim.');
    const changed = await changedClaims(store, [claim], seen);
    if (changed !== null) throw changed;
    if (claim.status === 'superseded')
      throw new OnRecordError('bad-usage', 'This claim was replaced already: change its successor.', {
        subject: claim.id,
      });
    found.push(claim);
  }
  return found;
}

interface ReadText {
  readonly capture: Capture;
  readonly source: Source;
  readonly outlet: Actor | null;
  readonly content: string;
}

async function readText({ store }: Desk, asked: string): Promise<ReadText> {
  const capture = await store.capture(await findOne(store, asked, 'cap'));
  const content = capture?.text == null ? null : await store.text(capture.text.sha256);
  const source = capture === null ? null : await store.source(capture.of);
  if (capture === null || content === null || source === null)
    throw new OnRecordError('not-found', 'The text is not kept any more.');
  const outlet = source.publisher === null ? null : await store.actor(source.publisher);
  return { capture, source, outlet, content };
}

interface Making {
  readonly desk: Desk;
  readonly text: ReadText;
  readonly book: ActorBook;
  readonly made: Proposition[];
  readonly supersedes: ClaimId | null;
}

async function claimOf(stated: StatedClaim, making: Making): Promise<Claim> {
  const { desk, text } = making;
  const chain: Attribution[] = [outletStep(text.outlet)];
  for (const step of stated.chain) chain.push(await stepOf(step, making));
  return createClaim({
    id: desk.newId('claim'),
    source: text.source.id,
    stance: stated.stance,
    chain,
    proposition: await propositionOf(stated.proposition, making),
    groupedBecause: null,
    quantity: stated.quantity,
    when: stated.when,
    where: stated.where,
    saidAt: text.source.publishedAt,
    passages: stated.spans.map((span) => passageOf(text, span)),
    status: 'proposed',
    reviews: [],
    supersedes: making.supersedes,
    extraction: null,
  });
}

async function stepOf(step: StatedStep, { desk, book, text }: Making): Promise<Attribution> {
  const speaker = step.anonymity === 'anonymous' ? null : await speakerOf(step, desk, book);
  return {
    speaker,
    named: step.named,
    cue: {
      text: step.cue,
      lemma: step.cue.toLowerCase(),
      lang: text.source.language ?? 'und',
      force: step.force,
    },
    passage: step.at === null ? null : passageOf(text, step.at),
    connection: 'unknown',
    anonymity: speaker === null ? 'anonymous' : step.anonymity,
  };
}

async function speakerOf(step: StatedStep, desk: Desk, book: ActorBook): Promise<ActorId | null> {
  if (step.actor !== null) return findOne(desk.store, step.actor, 'act');
  return (await book.actorFor(step.named, step.kind))?.id ?? null;
}

async function propositionOf(stated: StatedProposition, { desk, made }: Making): Promise<PropositionId> {
  if ('id' in stated) return findOne(desk.store, stated.id, 'prp');
  const lang = 'en';
  const proposition = createProposition({
    id: desk.newId('proposition'),
    kind: stated.kind,
    measure: stated.measure,
    answer: null,
    scope: stated.scope,
    text: neutralWording(stated.text, lang),
    lang,
    narrowerThan: null,
  });
  made.push(proposition);
  return proposition.id;
}

function passageOf({ capture, content }: ReadText, span: Span) {
  if (capture.text === null) throw new OnRecordError('not-found', 'The text is not kept any more.');
  return describePassage({ capture: capture.id, textSha256: capture.text.sha256, text: content, span });
}
