/** A claim as people and programs read it: with names, the exact words, and where they stand. */

import type { Anonymity, CueForce } from '../record/attribution.ts';
import type { Claim, Review } from '../record/claim.ts';
import type { CaptureId, ClaimId, PropositionId, SourceId } from '../record/id.ts';
import type { Measure, PropositionKind } from '../record/proposition.ts';
import type { Quantity } from '../record/quantity.ts';
import type { Stance } from '../record/stance.ts';
import type { When } from '../record/when.ts';
import type { Lookup } from './lookup.ts';

/** One step of the chain, outermost first. */
export interface StepView {
  /** The actor's name; null when unnamed. */
  readonly speaker: string | null;
  /** The mention as written. */
  readonly named: string;
  /** The words that attribute; null for the outlet itself. */
  readonly cue: string | null;
  readonly force: CueForce | null;
  readonly anonymity: Anonymity;
  /** Where the mention stands: code points, end exclusive; null for the outlet itself. */
  readonly at: { readonly capture: CaptureId; readonly start: number; readonly end: number } | null;
}

/** Exact words; positions are code points, 0-based, end exclusive. */
export interface PassageView {
  readonly capture: CaptureId;
  readonly file: string | null;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface ClaimView {
  readonly id: ClaimId;
  readonly status: Claim['status'];
  readonly stance: Stance;
  readonly proposition: {
    readonly id: PropositionId;
    readonly text: string;
    readonly kind: PropositionKind | null;
    readonly measure: Measure | null;
  };
  readonly chain: readonly StepView[];
  readonly quantity: Quantity | null;
  readonly when: When | null;
  readonly where: string | null;
  /** EDTF; null when unknown. */
  readonly saidAt: string | null;
  readonly passages: readonly PassageView[];
  readonly source: {
    readonly id: SourceId;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly publishedAt: string | null;
  };
  /** 0 to 1, an order for review; null for a claim made by hand. */
  readonly confidence: number | null;
  /** Why the program proposed it; null for a claim made by hand. */
  readonly reason: string | null;
  readonly groupedBecause: string | null;
  readonly reviews: readonly Review[];
  /** The claim in whose place this one was made; null: none. */
  readonly supersedes: ClaimId | null;
}

/**
 * Gathers what a claim refers to.
 *
 * @example
 * const view = await viewClaim(claim, openLookup(desk.store));
 */
export async function viewClaim(claim: Claim, lookup: Lookup): Promise<ClaimView> {
  const [source, proposition] = await Promise.all([
    lookup.source(claim.source),
    lookup.proposition(claim.proposition),
  ]);
  const [chain, passages] = [await stepsOf(claim, lookup), await passagesOf(claim, lookup)];
  return {
    id: claim.id,
    status: claim.status,
    stance: claim.stance,
    proposition: {
      id: claim.proposition,
      text: proposition?.text ?? '',
      kind: proposition?.kind ?? null,
      measure: proposition?.measure ?? null,
    },
    chain,
    quantity: claim.quantity,
    when: claim.when,
    where: claim.where,
    saidAt: claim.saidAt,
    passages,
    source: {
      id: claim.source,
      title: source?.title ?? null,
      publisher: await lookup.nameOf(source?.publisher ?? null),
      publishedAt: source?.publishedAt ?? null,
    },
    confidence: claim.extraction?.confidence ?? null,
    reason: claim.extraction?.reason ?? null,
    groupedBecause: claim.groupedBecause,
    reviews: claim.reviews,
    supersedes: claim.supersedes,
  };
}

function stepsOf(claim: Claim, lookup: Lookup): Promise<StepView[]> {
  return Promise.all(
    claim.chain.map(async (step) => ({
      speaker: await lookup.nameOf(step.speaker),
      named: step.named,
      cue: step.cue?.text ?? null,
      force: step.cue?.force ?? null,
      anonymity: step.anonymity,
      at:
        step.passage === null
          ? null
          : { capture: step.passage.capture, start: step.passage.start, end: step.passage.end },
    })),
  );
}

function passagesOf(claim: Claim, lookup: Lookup): Promise<PassageView[]> {
  return Promise.all(
    claim.passages.map(async ({ capture, start, end, exact, prefix, suffix }) => {
      const file = (await lookup.capture(capture))?.fileName ?? null;
      return { capture, file, start, end, exact, prefix, suffix };
    }),
  );
}
