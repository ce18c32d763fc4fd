/** The lookup that projections ask, answered by prepared statements inside the append's own transaction. */
import type { Actor } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Source } from '../../record/source.ts';
import type { Lookup } from '../projection/lookup.ts';
import type { Statements } from './statements.ts';

const TABLE_OF_PREFIX: Readonly<Record<string, string>> = {
  src: 'sources',
  cap: 'captures',
  act: 'actors',
  prp: 'propositions',
  clm: 'claims',
};

const CLAIM_BODY = `
  SELECT coalesce(changed, substr(log.body, start + 1, length)) AS body
  FROM claims JOIN log ON log.seq = claims.logged WHERE claims.id = ?`;

const LAST_PLACE = `SELECT max(
  (SELECT coalesce(max(place), 0) FROM sources), (SELECT coalesce(max(place), 0) FROM captures),
  (SELECT coalesce(max(place), 0) FROM actors), (SELECT coalesce(max(place), 0) FROM propositions),
  (SELECT coalesce(max(place), 0) FROM chains), (SELECT coalesce(max(place), 0) FROM claims)) AS place`;

/**
 * Makes the lookup of one connection.
 *
 * @example
 * sqliteLookup(statements).place('src_…'); // null
 */
export function sqliteLookup(statements: Statements): Lookup {
  const one = <R>(sql: string, ...values: readonly (string | number)[]): R | null =>
    (statements<R>(sql).get(...values) as R | undefined) ?? null;
  const body = <T>(table: string, id: string): T | null => {
    return parsed<T>(one<{ body: string }>(`SELECT body FROM ${table} WHERE id = ?`, id));
  };
  return {
    place: (id) => {
      const table = TABLE_OF_PREFIX[id.slice(0, 3)];
      if (table === undefined) return null;
      return one<{ place: number }>(`SELECT place FROM ${table} WHERE id = ?`, id)?.place ?? null;
    },
    source: (id) => body<Source>('sources', id),
    capture: (id) => body<Capture>('captures', id),
    actor: (id) => body<Actor>('actors', id),
    proposition: (id) => body<Proposition>('propositions', id),
    claim: (id) => parsed<Claim>(one<{ body: string }>(CLAIM_BODY, id)),
    joinedTo: (id) =>
      one<{ id: string }>(
        'SELECT kept.id FROM actors AS gone JOIN actors AS kept ON kept.place = gone.joined_to WHERE gone.id = ?',
        id,
      )?.id ?? null,
    lastPlace: () => one<{ place: number }>(LAST_PLACE)?.place ?? 0,
    hasText: (sha256) => one('SELECT 1 FROM texts WHERE sha256 = ?', sha256) !== null,
    text: (sha256) =>
      one<{ content: string }>('SELECT content FROM texts WHERE sha256 = ?', sha256)?.content ?? null,
    chain: (voices) =>
      one<{ place: number }>('SELECT place FROM chains WHERE voices = ?', voices)?.place ?? null,
    hasReading: (capture, extractor) =>
      one('SELECT 1 FROM readings WHERE capture = ? AND extractor = ?', capture, extractor) !== null,
    capturesOf: (source) =>
      statements<{ place: number }>('SELECT place FROM captures WHERE source = ? ORDER BY place')
        .all(source)
        .map((row) => row.place),
    wasErased: (source) =>
      one("SELECT 1 FROM log WHERE action = 'source-erased' AND subject = ?", source) !== null,
    idsUnder: (source) =>
      statements<{ id: string }>(
        'SELECT id FROM captures WHERE source = ? UNION ALL SELECT claim FROM utterances WHERE source = ?',
      )
        .all(source, source)
        .map((row) => row.id),
  };
}

function parsed<T>(row: { readonly body: string } | null): T | null {
  return row === null ? null : (JSON.parse(row.body) as T);
}
