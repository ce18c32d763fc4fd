/** Readings over the whole record: counts, and everything at one moment. */
import type { RecordCounts } from '../../desk/ports/record-store.ts';
import type { Capture } from '../../record/capture.ts';
import { CLAIM_STATUSES, type Claim, type ClaimStatus } from '../../record/claim.ts';
import type { ClaimId } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import type { Source } from '../../record/source.ts';
import type { VoiceFinding } from '../../record/voice-finding.ts';
import { type JoinedActors, shownClaim, shownSource } from '../joined-actors.ts';
import { statusCountsQuery } from '../queries/claim-queries.ts';
import { findingsQuery, linksQuery } from '../queries/link-queries.ts';
import { positionQuery } from '../queries/log-queries.ts';
import { bodiesQuery, countsQuery } from '../queries/source-queries.ts';
import { rowOf, rowsOf, type Steps } from '../queries/steps.ts';
import { readActors, readJoins } from './read-actors.ts';
import { bodiesById } from './read-bodies.ts';
import { shownFinding, shownLink } from './read-links.ts';
import type { RecordQueries } from './reading-port.ts';

/**
 * Counts by status, with 0 for the statuses that no row names.
 *
 * @example
 * byStatus([{ status: 'accepted', claims: 12 }]).rejected; // 0
 */
export function byStatus(
  rows: readonly { readonly status: ClaimStatus; readonly claims: number }[],
): Readonly<Record<ClaimStatus, number>> {
  const counts = Object.fromEntries(CLAIM_STATUSES.map((status) => [status, 0])) as Record<
    ClaimStatus,
    number
  >;
  for (const { status, claims } of rows) counts[status] = claims;
  return counts;
}

/**
 * Counts what is in the record.
 *
 * @example
 * const { claims } = yield* readCounts(queries);
 */
export function* readCounts({ build }: RecordQueries): Steps<RecordCounts> {
  const plain = yield* rowOf(countsQuery(build));
  if (plain === null) throw new TypeError('Counting gave no row.');
  return { ...plain, claims: byStatus(yield* rowsOf(statusCountsQuery(build))) };
}

/**
 * The whole record at one log position.
 *
 * @example
 * const { claims } = yield* readSnapshot(queries);
 */
export function* readSnapshot(queries: RecordQueries): Steps<RecordSnapshot> {
  const { build } = queries;
  const joins = yield* readJoins(queries);
  const head = yield* rowOf(positionQuery(build));
  const actors = yield* readActors(queries, joins);
  return Object.freeze({
    logPosition: head?.seq ?? 0,
    asOf: head?.at ?? null,
    sources: yield* bodiesById(bodiesQuery(build, 'sources'), (source: Source) => shownSource(source, joins)),
    captures: yield* bodiesById(bodiesQuery(build, 'captures'), (capture: Capture) => capture),
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    propositions: yield* bodiesById(bodiesQuery(build, 'propositions'), (each: Proposition) => each),
    claims: yield* claimsById(queries, joins),
    links: yield* bodiesById(linksQuery(build, {}), (link: Link) => shownLink(link, joins)),
    findings: yield* bodiesById(findingsQuery(build), (one: VoiceFinding) => shownFinding(one, joins)),
  });
}

function* claimsById({ build }: RecordQueries, joins: JoinedActors): Steps<RecordSnapshot['claims']> {
  const all = new Map<ClaimId, Claim>();
  yield* build.own.claims({}, (body) => {
    const claim = shownClaim(JSON.parse(body) as Claim, joins);
    all.set(claim.id, claim);
  });
  return all;
}
