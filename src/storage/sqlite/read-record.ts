/** Readings that need several queries of one moment: counts and the whole record. */
import type { ClaimTally, RecordCounts } from '../../desk/ports/record-store.ts';
import type { Actor } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import { CLAIM_STATUSES, type Claim, type ClaimStatus } from '../../record/claim.ts';
import type { ActorId, ClaimId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import type { Source } from '../../record/source.ts';
import { type JoinedActors, mergeActors, shownClaim, shownSource } from '../joined-actors.ts';
import { actorsQuery } from '../queries/actor-queries.ts';
import type { Reader } from './reader.ts';
import type { Statements } from './statements.ts';

/**
 * Actors as shown, in log order: those absorbed are part of the kept ones.
 *
 * @param ids only these; all when absent
 * @example
 * readActors(reader, reader.joins());
 */
export function readActors(reader: Reader, joins: JoinedActors, ids?: readonly ActorId[]): readonly Actor[] {
  const wanted = ids === undefined ? undefined : [...new Set(ids.flatMap((id) => joins.together(id)))];
  const logged = reader.bodies<Actor>(actorsQuery(reader.build, wanted));
  if (joins.isEmpty) return logged;
  const byId = new Map(logged.map((actor) => [actor.id, actor]));
  return logged
    .filter((actor) => joins.shown(actor.id) === actor.id)
    .map((actor) => {
      const absorbed = joins
        .together(actor.id)
        .flatMap((id) => (id === actor.id ? [] : (byId.get(id) ?? [])));
      return mergeActors(actor, absorbed, joins);
    });
}

interface StatusCount {
  readonly status: ClaimStatus;
  readonly claims: number;
}

/**
 * Counts by status, with 0 for the statuses that no row names.
 *
 * @example
 * byStatus([{ status: 'accepted', claims: 12 }]).rejected; // 0
 */
export function byStatus(rows: readonly StatusCount[]): Readonly<Record<ClaimStatus, number>> {
  const counts = Object.fromEntries(CLAIM_STATUSES.map((status) => [status, 0])) as Record<
    ClaimStatus,
    number
  >;
  for (const { status, claims } of rows) counts[status] = claims;
  return counts;
}

const COUNTS = `
  SELECT (SELECT count(*) FROM sources) AS sources,
    (SELECT count(*) FROM captures) AS captures,
    (SELECT count(*) FROM captures WHERE text_sha256 IS NULL) AS withoutText,
    (SELECT count(*) FROM actors WHERE joined_to IS NULL) AS actors,
    (SELECT count(*) FROM propositions) AS propositions,
    (SELECT coalesce(max(seq), 0) FROM log) AS entries`;

/**
 * Counts what is in the record.
 *
 * @example
 * readCounts(reader).claims.accepted; // 12
 */
export function readCounts(reader: Reader): RecordCounts {
  const read = reader.db.transaction((): RecordCounts => {
    const plain = reader.statements<Omit<RecordCounts, 'claims'>>(COUNTS).get();
    const groups = reader.statements<StatusCount>(
      'SELECT status, sum(claims) AS claims FROM tallies GROUP BY status',
    );
    const claims = byStatus(groups.all());
    if (plain === undefined) throw new TypeError('Counting gave no row.');
    return { ...plain, claims };
  });
  return read();
}

/**
 * Ids of claims by their first letters.
 *
 * @example
 * claimIdsBeginning(statements, 'clm_k3', 5); // ['clm_k3v9…']
 */
export function claimIdsBeginning(
  statements: Statements,
  letters: string,
  limit: number,
): readonly ClaimId[] {
  return statements<{ id: ClaimId }>('SELECT id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT ?')
    .all(letters, `${letters}~`, limit)
    .map(({ id }) => id);
}

const TALLIES = `
  SELECT propositions.id AS proposition, stance, numbered, sum(claims) AS claims
  FROM tallies JOIN propositions ON propositions.place = tallies.proposition
  WHERE claims > 0 AND status IN (SELECT value FROM json_each(?))
  GROUP BY propositions.place, stance, numbered
  ORDER BY propositions.place, stance, numbered`;

/**
 * Counts claims by proposition, stance and whether they state a number: from the counts kept, not the claims.
 *
 * @example
 * readTallies(statements, ['accepted']); // [{ proposition, stance: 'alleges', numbered: true, claims: 12 }]
 */
export function readTallies(statements: Statements, statuses: readonly ClaimStatus[]): readonly ClaimTally[] {
  return statements<Omit<ClaimTally, 'numbered'> & { readonly numbered: number }>(TALLIES)
    .all(JSON.stringify(statuses))
    .map((row) => ({ ...row, numbered: row.numbered === 1 }));
}

/**
 * The whole record at one log position.
 *
 * @example
 * readSnapshot(reader).claims.size;
 */
export function readSnapshot(reader: Reader): RecordSnapshot {
  const read = reader.db.transaction((): RecordSnapshot => {
    const joins = reader.joins();
    const head = reader
      .statements<{ seq: number; at: string }>('SELECT seq, at FROM log ORDER BY seq DESC LIMIT 1')
      .get();
    return Object.freeze({
      logPosition: head?.seq ?? 0,
      asOf: head?.at ?? null,
      sources: table<Source>(reader, 'sources', (source) => shownSource(source, joins)),
      captures: table<Capture>(reader, 'captures', (capture) => capture),
      actors: new Map(readActors(reader, joins).map((actor) => [actor.id, actor])),
      propositions: table<Proposition>(reader, 'propositions', (proposition) => proposition),
      claims: table<Claim>(reader, 'claims', (claim) => shownClaim(claim, joins)),
    });
  });
  return read();
}

const CLAIM_BODIES = `
  SELECT coalesce(changed, substr(log.body, start + 1, length)) AS body
  FROM claims JOIN log ON log.seq = claims.logged ORDER BY place`;

/** Rows are parsed one by one, so that a large table is never held twice. */
function table<T extends { readonly id: string }>(
  reader: Reader,
  name: 'sources' | 'captures' | 'propositions' | 'claims',
  shown: (entity: T) => T,
): ReadonlyMap<T['id'], T> {
  const all = new Map<T['id'], T>();
  const statement = reader.db
    .prepare<unknown[], string>(name === 'claims' ? CLAIM_BODIES : `SELECT body FROM ${name} ORDER BY place`)
    .pluck(true);
  for (const body of statement.iterate()) {
    const entity = shown(JSON.parse(body) as T);
    all.set(entity.id, entity);
  }
  return all;
}
