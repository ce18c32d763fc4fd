/**
 * What of a record may be in a dossier. Sealed sources are taken out whole, with their captures and claims,
 * and so is every name or wording that only they could have brought in; rejected and superseded claims are
 * counted, not shown (a proposition of which every claim was rejected keeps its page and says so); proposals stay only when asked for. Everything after this file sees nothing else.
 */

import { polarityOf } from '../reckon/polarity.ts';
import type { Actor } from '../record/actor.ts';
import type { Capture } from '../record/capture.ts';
import type { Claim } from '../record/claim.ts';
import { letsOut } from '../record/handling.ts';
import type { ActorId, CaptureId, ClaimId, PropositionId, Sha256, SourceId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { Source } from '../record/source.ts';
import { type Utterance, utteranceOf } from '../record/utterance.ts';
import { publishedLinks } from './published-links.ts';
import { publishedNames } from './published-names.ts';
import { publishedWording } from './published-wording.ts';

/** Rejections on one proposition that may be made public: numbers only. */
export interface Rejected {
  readonly claims: number;
  /** Of these, how many have a reason in the record. */
  readonly reasons: number;
}

/** Nothing was rejected. */
export const NONE_REJECTED: Rejected = { claims: 0, reasons: 0 };

/** The part of a record that a dossier shows, and how much of it was left out. */
export interface PublishedPart {
  readonly record: RecordSnapshot;
  /** Proposals in it that nobody has reviewed. */
  readonly unreviewed: number;
  /** Claims of published sources that are not shown. */
  readonly leftOut: { readonly rejected: number; readonly superseded: number; readonly proposed: number };
  /** Rejected claims of published sources, by proposition. */
  readonly rejected: ReadonlyMap<PropositionId, Rejected>;
  /** The same for reckoning standings. Their ids must reach no file. */
  readonly rejectedUtterances: readonly Utterance[];
}

interface Request {
  readonly snapshot: RecordSnapshot;
  readonly texts: ReadonlyMap<Sha256, string>;
  readonly includeProposed: boolean;
}

function openSources(snapshot: RecordSnapshot): ReadonlyMap<SourceId, Source> {
  const open = new Map<SourceId, Source>();
  for (const source of snapshot.sources.values()) {
    if (!letsOut(source.handling, 'claims')) continue;
    const revised = source.revisionOf === null ? undefined : snapshot.sources.get(source.revisionOf);
    const keepsRevision = revised !== undefined && letsOut(revised.handling, 'claims');
    open.set(source.id, keepsRevision ? source : { ...source, revisionOf: null });
  }
  return open;
}

function openCaptures(
  snapshot: RecordSnapshot,
  sources: ReadonlyMap<SourceId, Source>,
): ReadonlyMap<CaptureId, Capture> {
  const open = new Map<CaptureId, Capture>();
  for (const capture of snapshot.captures.values())
    if (sources.has(capture.of)) open.set(capture.id, capture);
  return open;
}

/** The claim without anything that stands in a sealed capture; null when nothing of it may be shown. */
function openClaim(
  claim: Claim,
  sources: ReadonlyMap<SourceId, Source>,
  captures: ReadonlyMap<CaptureId, Capture>,
): Claim | null {
  if (!sources.has(claim.source)) return null;
  const passages = claim.passages.filter((passage) => captures.has(passage.capture));
  if (passages.length === 0) return null;
  const chain = claim.chain.map((step) =>
    step.passage !== null && !captures.has(step.passage.capture) ? { ...step, passage: null } : step,
  );
  return { ...claim, passages, chain };
}

/** Everybody in a chain or behind a source, and the institutions they are tied to: counting needs those. */
function actorsIn(
  claims: Iterable<Claim>,
  sources: Iterable<Source>,
  actors: ReadonlyMap<ActorId, Actor>,
): ReadonlySet<ActorId> {
  const seen = new Set<ActorId>();
  for (const claim of claims)
    for (const step of claim.chain) if (step.speaker !== null) seen.add(step.speaker);
  for (const source of sources) {
    if (source.publisher !== null) seen.add(source.publisher);
    for (const author of source.authors) seen.add(author);
  }
  for (const actor of actors.values())
    for (const tie of actor.spokenForBy) if (seen.has(tie.to)) seen.add(actor.id);
  for (const id of seen) for (const tie of actors.get(id)?.partOf ?? []) seen.add(tie.to);
  return seen;
}

/** Puts broader propositions that are not shown out of sight. */
function withoutDangling(
  propositions: ReadonlyMap<PropositionId, Proposition>,
): ReadonlyMap<PropositionId, Proposition> {
  return new Map(
    [...propositions].map(([id, proposition]) => [
      id,
      proposition.narrowerThan === null || propositions.has(proposition.narrowerThan)
        ? proposition
        : { ...proposition, narrowerThan: null },
    ]),
  );
}

/**
 * Takes the part of a record that may be published.
 *
 * @example
 * publishedPart({ snapshot, texts, includeProposed: false }).record.claims.size;
 */
export function publishedPart(request: Request): PublishedPart {
  const { snapshot, includeProposed } = request;
  const sources = openSources(snapshot);
  const captures = openCaptures(snapshot, sources);
  const claims = new Map<ClaimId, Claim>();
  const leftOut = { rejected: 0, superseded: 0, proposed: 0 };
  const rejected: Claim[] = [];
  let unreviewed = 0;
  for (const whole of snapshot.claims.values()) {
    const claim = openClaim(whole, sources, captures);
    if (claim === null) continue;
    if (claim.status === 'rejected') rejected.push(claim);
    else if (claim.status === 'superseded') leftOut.superseded += 1;
    else if (claim.status === 'proposed' && !includeProposed) leftOut.proposed += 1;
    else {
      claims.set(claim.id, claim);
      if (claim.status === 'proposed') unreviewed += 1;
    }
  }
  leftOut.rejected = rejected.length;
  const discounted = new Set(
    rejected.flatMap((claim) => (polarityOf(claim.stance) === 'for' ? [claim.proposition] : [])),
  );
  const open = named({ ...snapshot, sources, captures, claims }, request, discounted);
  const anySealed = sources.size < snapshot.sources.size;
  const record = { ...open, ...publishedLinks(snapshot, { ...open, anySealed }) };
  const rejectedUtterances = rejected.map(utteranceOf);
  return { record, unreviewed, leftOut, rejected: rejectedOn(rejected), rejectedUtterances };
}

function rejectedOn(claims: readonly Claim[]): ReadonlyMap<PropositionId, Rejected> {
  const counts = new Map<PropositionId, Rejected>();
  for (const claim of claims) {
    const known = counts.get(claim.proposition) ?? NONE_REJECTED;
    const reason = claim.reviews.at(-1)?.reason ?? null;
    counts.set(claim.proposition, {
      claims: known.claims + 1,
      reasons: known.reasons + (reason === null ? 0 : 1),
    });
  }
  return counts;
}

/** Actors and propositions that the published claims speak of, in words that published sources hold. */
function named(
  open: RecordSnapshot,
  { snapshot, texts }: Request,
  discounted: ReadonlySet<PropositionId>,
): RecordSnapshot {
  const anySealed = open.sources.size < snapshot.sources.size;
  const seen = actorsIn(open.claims.values(), open.sources.values(), snapshot.actors);
  const actors = new Map<ActorId, Actor>();
  for (const actor of snapshot.actors.values()) if (seen.has(actor.id)) actors.set(actor.id, actor);
  const spoken = new Set<PropositionId>(discounted);
  for (const claim of open.claims.values()) spoken.add(claim.proposition);
  const propositions = new Map<PropositionId, Proposition>();
  for (const proposition of snapshot.propositions.values())
    if (spoken.has(proposition.id)) propositions.set(proposition.id, proposition);
  const record = { ...open, actors, propositions: withoutDangling(propositions) };
  if (!anySealed) return record;
  const claims = new Map([...open.claims].map(([id, claim]) => [id, { ...claim, groupedBecause: null }]));
  const cautious = { ...record, claims };
  return {
    ...cautious,
    actors: publishedNames(cautious, texts),
    propositions: publishedWording(cautious, snapshot, texts),
  };
}
