/** Claims that an extractor or a person proposed, with the propositions first seen in them. */

import type { ClaimsProposed } from '../../record/changes/of-claims.ts';
import type { Claim } from '../../record/claim.ts';
import { codePointLength } from '../../record/code-points.ts';
import type { Proposition } from '../../record/proposition.ts';
import { utteranceOf } from '../../record/utterance.ts';
import { projectActors } from './project-actors.ts';
import { sourceRow } from './project-source.ts';
import type { Projection } from './projection.ts';
import { chainWords } from './stored-chain.ts';
import { tallyClaim } from './tally-claim.ts';

/**
 * Rows of a batch of claims: actors, propositions, chains, claims, and that the capture has been read.
 *
 * @example
 * projectClaimsProposed(sheet);
 */
export function projectClaimsProposed(sheet: Projection<ClaimsProposed>): void {
  const { capture, extractor, actors, propositions, claims } = sheet.change;
  projectActors(sheet, actors);
  projectPropositions(sheet, propositions);
  const fresh = new Map(propositions.map((proposition) => [proposition.id, proposition]));
  let start = codePointLength(textBeforeClaims(sheet.change));
  for (const claim of claims) {
    const proposition = fresh.get(claim.proposition) ?? sheet.lookup.proposition(claim.proposition);
    const length = codePointLength(JSON.stringify(claim));
    addClaim(sheet, claim, { proposition, start, length });
    start += length + 1;
  }
  const read = sheet.lookup.capture(capture);
  if (read !== null) sheet.rows.push(sourceRow(read.of, sheet.seq));
  const place = sheet.knownPlace(capture);
  if (extractor !== null && !sheet.lookup.hasReading(place, extractor)) {
    sheet.rows.push({
      op: 'insert',
      table: 'readings',
      row: { capture: place, extractor, entry: sheet.seq },
    });
  }
}

/**
 * Adds propositions that the store does not hold yet.
 *
 * @example
 * projectPropositions(sheet, change.propositions);
 */
export function projectPropositions(sheet: Projection, propositions: readonly Proposition[]): void {
  for (const proposition of propositions) {
    if (sheet.placeOf(proposition.id) !== null) continue;
    sheet.rows.push({
      op: 'insert',
      table: 'propositions',
      row: {
        place: sheet.newPlace(proposition.id),
        id: proposition.id,
        kind: proposition.kind,
        measure: proposition.measure,
        group_key: sheet.groupKey(proposition),
        body: JSON.stringify(proposition),
        entry: sheet.seq,
      },
    });
  }
}

/** The canonical body of the entry up to its first claim: members stand in the order of their names (RFC 8785). */
function textBeforeClaims({ action, actors, capture }: ClaimsProposed): string {
  return `${JSON.stringify({ action, actors, capture }).slice(0, -1)},"claims":[`;
}

interface ClaimPlace {
  readonly proposition: Proposition | null;
  /** Code points of the entry's body, 0-based. */
  readonly start: number;
  readonly length: number;
}

function addClaim(sheet: Projection, claim: Claim, { proposition, start, length }: ClaimPlace): void {
  const narrow = utteranceOf(claim);
  const chain = chainPlace(sheet, claim);
  const place = sheet.newPlace(claim.id);
  const entry = sheet.seq;
  sheet.rows.push({
    op: 'insert',
    table: 'claims',
    row: { place, id: claim.id, logged: entry, start, length, changed: null, entry },
  });
  tallyClaim(sheet, claim, 1);
  sheet.rows.push({
    op: 'insert',
    table: 'utterances',
    row: {
      place,
      claim: claim.id,
      source: sheet.knownPlace(claim.source),
      proposition: sheet.knownPlace(claim.proposition),
      measure: proposition?.measure ?? null,
      stance: claim.stance,
      status: claim.status,
      chain,
      low: narrow.low,
      best: narrow.best,
      high: narrow.high,
      vague: narrow.vague ? 1 : 0,
      said_at: claim.saidAt,
      entry,
    },
  });
}

/** The same mouths in the same order are kept once. */
function chainPlace(sheet: Projection, claim: Claim): number {
  const voices = chainWords(claim.chain);
  const key = `chain:${voices}`;
  const known = sheet.placeOf(key) ?? sheet.lookup.chain(voices);
  if (known !== null) return known;
  const place = sheet.newPlace(key);
  sheet.rows.push({ op: 'insert', table: 'chains', row: { place, voices, entry: sheet.seq } });
  for (const speaker of new Set(claim.chain.map((step) => step.speaker))) {
    if (speaker === null) continue;
    const row = { actor: sheet.knownPlace(speaker), chain: place, entry: sheet.seq };
    sheet.rows.push({ op: 'insert', table: 'chain_speakers', row });
  }
  return place;
}
