/**
 * Everything that is read of a record, written once for all engines: what an engine adds is only who answers the
 * questions.
 */
import type { ClaimFilter, RecordStore } from '../../desk/ports/record-store.ts';
import type { SealedReadings } from '../../desk/ports/sealed-store.ts';
import { foldName } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import type { CaptureId, Sha256 } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Source } from '../../record/source.ts';
import type { VoiceFinding } from '../../record/voice-finding.ts';
import { type JoinedActors, shownClaim, shownSource } from '../joined-actors.ts';
import type { ClaimConditions } from '../queries/claim-conditions.ts';
import {
  claimCountsQuery,
  claimIdsQuery,
  propositionsQuery,
  talliesQuery,
} from '../queries/claim-queries.ts';
import { askKept } from '../queries/kept-query.ts';
import { findingsQuery, linksQuery } from '../queries/link-queries.ts';
import { positionQuery } from '../queries/log-queries.ts';
import { bytesAmongQuery } from '../queries/prefetch-queries.ts';
import { capturesQuery, sourcesQuery, unreadCapturesQuery } from '../queries/source-queries.ts';
import { rowOf, rowsOf } from '../queries/steps.ts';
import { readActors, readActorsNamed, readJoins } from './read-actors.ts';
import { bodiesOf, bodyById } from './read-bodies.ts';
import { readChanges } from './read-changes.ts';
import { type DecisionReadings, decisionReadings } from './read-decisions.ts';
import { shownFinding, shownLink } from './read-links.ts';
import { type ListReadings, listReadings } from './read-lists.ts';
import { type LogReadings, logReadings } from './read-log.ts';
import { readSaidSpans } from './read-said-spans.ts';
import { sealedReadings } from './read-sealed.ts';
import { readSourceTallies } from './read-source-tallies.ts';
import { readUtterances } from './read-utterances.ts';
import { byStatus, readCounts, readSnapshot } from './read-wholes.ts';
import type { ReadingPort } from './reading-port.ts';
import { searchCaptures } from './search-captures.ts';

/** The reading part of a store. */
export type RecordReadings = LogReadings &
  ListReadings &
  DecisionReadings &
  SealedReadings &
  Omit<
    RecordStore,
    | keyof LogReadings
    | keyof ListReadings
    | keyof DecisionReadings
    | keyof SealedReadings
    | 'append'
    | 'past'
    | 'check'
    | 'close'
    | 'identity'
  >;

/**
 * All readings of one engine.
 *
 * @example
 * const store = { ...recordReadings(port), append, check, close, identity };
 */
export function recordReadings(port: ReadingPort): RecordReadings {
  return {
    ...sourceReadings(port),
    ...actorReadings(port),
    ...propositionReadings(port),
    ...claimReadings(port),
    ...linkReadings(port),
    ...listReadings(port),
    ...decisionReadings(port),
    ...sealedReadings(port),
    ...logReadings(port),
    search: (query, limit) => port.run((queries) => searchCaptures(queries, query, limit), 'one'),
    counts: () => port.run(readCounts, 'one'),
    snapshot: () => port.run(readSnapshot, 'one'),
  };
}

/** One thing by its id is asked by a kept query: a command may open thousands. */
function sourceReadings(port: ReadingPort) {
  const captures = (only: Parameters<typeof capturesQuery>[1]) =>
    port.run(({ build }) => bodiesOf<Capture>(capturesQuery(build, only)), 'any');
  return {
    source: (id) =>
      port.run(function* (queries) {
        const source = yield* bodyById<Source>(queries.kept.body.sources, id);
        return source === null ? null : shownSource(source, yield* readJoins(queries));
      }, 'any'),
    sources: (ids) =>
      port.run(function* (queries) {
        const joins = yield* readJoins(queries);
        const all = yield* bodiesOf<Source>(sourcesQuery(queries.build, ids));
        return all.map((source) => shownSource(source, joins));
      }, 'one'),
    capture: (id) => port.run(({ kept }) => bodyById<Capture>(kept.body.captures, id), 'any'),
    captures: (filter = {}) => captures(filter),
    captureOfBytes: async (sha256, warcRecordId) =>
      (await captures({ sha256, ...(warcRecordId === undefined ? {} : { warcRecordId }) }))[0] ?? null,
    storedAmong: (hashes) =>
      port.run(function* ({ build }) {
        const rows = yield* rowsOf(bytesAmongQuery(build, hashes));
        return new Set(rows.map(({ sha256 }) => sha256 as Sha256));
      }, 'any'),
    unreadCaptures: (extractor, among) =>
      port.run(function* ({ build }) {
        return (yield* rowsOf(unreadCapturesQuery(build, extractor, among))).map(({ id }) => id as CaptureId);
      }, 'any'),
    text: (sha256) =>
      port.run(function* ({ kept }) {
        return (yield* askKept(kept.text, sha256))[0]?.content ?? null;
      }, 'any'),
  } satisfies Partial<RecordStore>;
}

function actorReadings(port: ReadingPort) {
  return {
    actor: (id) =>
      port.run(function* (queries) {
        return (yield* readActors(queries, yield* readJoins(queries), [id]))[0] ?? null;
      }, 'one'),
    actors: () =>
      port.run(function* (queries) {
        return yield* readActors(queries, yield* readJoins(queries));
      }, 'one'),
    actorsNamed: (name) => port.run((queries) => readActorsNamed(queries, foldName(name)), 'one'),
  } satisfies Partial<RecordStore>;
}

function propositionReadings(port: ReadingPort) {
  return {
    proposition: (id) => port.run(({ kept }) => bodyById<Proposition>(kept.body.propositions, id), 'any'),
    propositions: (filter = {}) =>
      port.run(({ build }) => bodiesOf<Proposition>(propositionsQuery(build, filter)), 'any'),
    changedSince: async (entry, to) => {
      const head = await port.run(({ build }) => rowOf(positionQuery(build)), 'any');
      if (entry > 0 && head?.seq === entry) return entry;
      return port.run((queries) => readChanges(queries, entry, to), 'one');
    },
    tallies: (statuses) =>
      port.run(function* ({ build }) {
        const rows = yield* rowsOf(talliesQuery(build, statuses));
        return rows.map((row) => ({ ...row, numbered: row.numbered === 1 }));
      }, 'any'),
  } satisfies Partial<RecordStore>;
}

function claimReadings(port: ReadingPort) {
  return {
    claim: (id) =>
      port.run(function* (queries) {
        const claim = yield* bodyById<Claim>(queries.kept.body.claims, id);
        return claim === null ? null : shownClaim(claim, yield* readJoins(queries));
      }, 'any'),
    claims: (filter = {}) =>
      port.run(function* (queries) {
        const joins = yield* readJoins(queries);
        const found: Claim[] = [];
        yield* queries.build.own.claims(conditionsOf(filter, joins), (body) => {
          found.push(shownClaim(JSON.parse(body) as Claim, joins));
        });
        return found;
      }, 'one'),
    utterances: (filter = {}) =>
      port.run(function* (queries) {
        const joins = yield* readJoins(queries);
        return yield* readUtterances(queries, conditionsOf(filter, joins), joins);
      }, 'one'),
    claimIdsBeginning: (letters, limit) =>
      port.run(function* ({ build }) {
        return (yield* rowsOf(claimIdsQuery(build, letters, limit))).map(({ id }) => id);
      }, 'any'),
    countClaims: (filter) =>
      port.run(function* (queries) {
        const joins = yield* readJoins(queries);
        const query = claimCountsQuery(queries.build, conditionsOf(filter, joins));
        return byStatus(yield* rowsOf(query));
      }, 'one'),
    sourceTallies: () => port.run(readSourceTallies, 'one'),
    saidSpans: (statuses) => port.run((queries) => readSaidSpans(queries, statuses), 'one'),
  } satisfies Partial<RecordStore>;
}

function linkReadings(port: ReadingPort) {
  return {
    link: (id) =>
      port.run(function* (queries) {
        const link = yield* bodyById<Link>(queries.kept.body.links, id);
        return link === null ? null : shownLink(link, yield* readJoins(queries));
      }, 'any'),
    links: (filter = {}) =>
      port.run(function* (queries) {
        const joins = yield* readJoins(queries);
        const all = yield* bodiesOf<Link>(linksQuery(queries.build, filter));
        return all.map((link) => shownLink(link, joins));
      }, 'one'),
    finding: (id) =>
      port.run(function* (queries) {
        const finding = yield* bodyById<VoiceFinding>(queries.kept.body.findings, id);
        return finding === null ? null : shownFinding(finding, yield* readJoins(queries));
      }, 'any'),
    findings: () =>
      port.run(function* (queries) {
        const joins = yield* readJoins(queries);
        const all = yield* bodiesOf<VoiceFinding>(findingsQuery(queries.build));
        return all.map((finding) => shownFinding(finding, joins));
      }, 'one'),
  } satisfies Partial<RecordStore>;
}

function conditionsOf(filter: ClaimFilter, joins: JoinedActors): ClaimConditions {
  const { speaker, ...rest } = filter;
  return speaker === undefined ? rest : { ...rest, speakers: joins.together(speaker) };
}
