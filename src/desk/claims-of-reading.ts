/**
 * Turns what was read out of one text into claims: spans become passages, mentions become actors, drafts are
 * put to propositions. The outlet stands first in every chain; an unknown outlet stays unknown.
 */

import { type Actor, shownName } from '../record/actor.ts';
import type { Attribution } from '../record/attribution.ts';
import { type Claim, createClaim } from '../record/claim.ts';
import type { CaptureId, NewId, Sha256 } from '../record/id.ts';
import { describePassage, type Passage, type Span } from '../record/passage.ts';
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import type { Source } from '../record/source.ts';
import type { ProposedClaim, ProposedSpeaker, Reading } from '../text/proposed-claim.ts';
import type { ActorBook } from './actor-book.ts';
import type { Grouped, Grouping } from './group-drafts.ts';
import { outletStep } from './outlet-step.ts';

/** The text and where it came from. */
export interface ReadingContext {
  readonly capture: CaptureId;
  readonly textSha256: Sha256;
  readonly text: string;
  readonly source: Source;
  /** Null: the outlet is not known. */
  readonly outlet: Actor | null;
  readonly book: ActorBook;
  readonly grouping: Grouping;
  readonly newId: NewId;
}

/**
 * Builds the claims of one reading, in its order.
 *
 * @throws OnRecordError `invalid-record` when a proposal breaks a rule of the record
 * @example
 * const claims = await claimsOfReading(readText(input), context);
 */
export async function claimsOfReading(reading: Reading, context: ReadingContext): Promise<readonly Claim[]> {
  const grouped = new Map<number, Grouped>();
  const claims: Claim[] = [];
  context.grouping.learn(reading.places ?? []);
  for (const index of inOrderOfReference(reading.claims)) {
    const proposed = reading.claims[index];
    if (proposed === undefined) continue;
    const target = proposed.draft.sameAs === null ? undefined : grouped.get(proposed.draft.sameAs);
    const group =
      target === undefined
        ? await context.grouping.put(proposed.draft, reading.language)
        : { proposition: target.proposition, because: READER_REASONS.speaksAboutBefore };
    grouped.set(index, group);
    claims[index] = await claimOf(proposed, { reading, context, group });
  }
  return claims;
}

/** Claims that point at another come after it; circles are broken at the first. */
function inOrderOfReference(claims: readonly ProposedClaim[]): readonly number[] {
  const order: number[] = [];
  const placed = new Set<number>();
  const place = (index: number, behind: ReadonlySet<number>): void => {
    if (placed.has(index) || behind.has(index)) return;
    const target = claims[index]?.draft.sameAs ?? null;
    if (target !== null && target >= 0 && target < claims.length) place(target, new Set([...behind, index]));
    if (placed.has(index)) return;
    placed.add(index);
    order.push(index);
  };
  for (const index of claims.keys()) place(index, new Set());
  return order;
}

interface Making {
  readonly reading: Reading;
  readonly context: ReadingContext;
  readonly group: Grouped;
}

async function claimOf(proposed: ProposedClaim, { reading, context, group }: Making): Promise<Claim> {
  const chain: Attribution[] = [outletStep(context.outlet)];
  let innermost: Actor | null = null;
  for (const speaker of proposed.chain) {
    innermost =
      speaker.resolved === null
        ? null
        : await context.book.actorFor(speaker.resolved, speaker.kind, speaker.aliases);
    chain.push(stepOf(speaker, innermost, { reading, context }));
  }
  await tieToState(proposed, innermost, context.book);
  const spans = proposed.evidence === null ? proposed.content : [...proposed.content, proposed.evidence];
  return createClaim({
    id: context.newId('claim'),
    source: context.source.id,
    stance: proposed.stance,
    chain,
    proposition: group.proposition,
    groupedBecause: group.because,
    quantity: gives(proposed) ? proposed.quantity : null,
    when: proposed.when,
    where: proposed.where,
    saidAt: context.source.publishedAt,
    passages: spans.map((span) => passageOf(context, span)),
    status: 'proposed',
    reviews: [],
    supersedes: null,
    extraction: { by: reading.extractor, confidence: proposed.confidence, reason: proposed.reason },
  });
}

function stepOf(
  speaker: ProposedSpeaker,
  actor: Actor | null,
  { reading, context }: Pick<Making, 'reading' | 'context'>,
): Attribution {
  return {
    speaker: actor?.id ?? null,
    named: speaker.named,
    cue: {
      text: speaker.cue.text,
      lemma: speaker.cue.lemma,
      lang: reading.language ?? 'und',
      force: speaker.cue.force,
    },
    passage: speaker.span === null ? null : passageOf(context, speaker.span),
    connection: speaker.connection,
    anonymity: actor === null && speaker.anonymity === 'named' ? 'anonymous' : speaker.anonymity,
    ...(actor === null && speaker.stated !== undefined ? { stated: speaker.stated } : {}),
  };
}

/** "Foreign Ministry of Orlund" bears the name of Orlund. */
function bears(body: Actor, state: string): boolean {
  const name = shownName(body).toLowerCase();
  const at = name.indexOf(state.toLowerCase());
  return at > 0 && !/\p{L}/u.test(name.slice(at - 1, at)) && !/^\p{L}/u.test(name.slice(at + state.length));
}

/** A public body that answers for a state, or keeps silent for it, is part of that state. */
async function tieToState(proposed: ProposedClaim, speaker: Actor | null, book: ActorBook): Promise<void> {
  const answers = proposed.draft.answer === 'declined' || proposed.draft.answer === 'silent';
  const state = proposed.draft.scope.actor;
  if (state === null || speaker === null || speaker.kind !== 'public-body') return;
  if (!answers && !bears(speaker, state)) return;
  const whole = await book.actorFor(state, 'state');
  if (whole !== null && whole.id !== speaker.id) book.tie(speaker, whole);
}

function passageOf(context: ReadingContext, span: Span): Passage {
  const { capture, textSha256, text } = context;
  return describePassage({ capture, textSha256, text, span });
}

/** Who declines or keeps silent gives no number, even when one stands nearby. */
function gives(proposed: ProposedClaim): boolean {
  return proposed.stance !== 'declines' && proposed.stance !== 'silent';
}
