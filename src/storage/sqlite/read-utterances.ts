/**
 * The narrow view of claims, fast: one pass over integer columns; sources, propositions and chains are looked
 * up once each and shared between rows.
 */
import type { ClaimStatus } from '../../record/claim.ts';
import type { ActorId, ClaimId, PropositionId, SourceId } from '../../record/id.ts';
import type { Stance } from '../../record/stance.ts';
import type { Utterance, Voice } from '../../record/utterance.ts';
import type { JoinedActors } from '../joined-actors.ts';
import { UNNAMED_VOICE } from '../projection/project-claims.ts';
import { type ClaimConditions, utterancesQuery } from '../queries/claim-queries.ts';
import type { Reader } from './reader.ts';

/** Columns in the order of `UTTERANCE_COLUMNS`. */
type NarrowRow = [
  claim: ClaimId,
  source: number,
  proposition: number,
  stance: Stance,
  status: ClaimStatus,
  chain: number,
  low: number | null,
  best: number | null,
  high: number | null,
  vague: number,
  saidAt: string | null,
];

/** Voices of a stored chain; the actual key of somebody unnamed depends on the claim. */
interface StoredChain {
  readonly voices: readonly Voice[];
  readonly unnamed: boolean;
}

/**
 * Reads the narrow view.
 *
 * @example
 * readUtterances(reader, { measure: 'killed' }, reader.joins());
 */
export function readUtterances(
  reader: Reader,
  only: ClaimConditions,
  joins: JoinedActors,
): readonly Utterance[] {
  const { sql, parameters } = utterancesQuery(reader.build, only).compile();
  const sources = idsByPlace<SourceId>(reader, 'sources');
  const propositions = idsByPlace<PropositionId>(reader, 'propositions');
  const chains = chainsByPlace(reader, joins);
  const found: Utterance[] = [];
  const statement = reader.db.prepare<unknown[], NarrowRow>(sql).raw(true);
  for (const row of statement.iterate(...parameters)) {
    const [claim, sourcePlace, propositionPlace, stance, status, chainPlace, low, best, high, vague, saidAt] =
      row;
    const source = sources(sourcePlace);
    const chain = chains(chainPlace);
    const voices = chain.unnamed ? nameUnnamed(chain.voices, source, claim) : chain.voices;
    const proposition = propositions(propositionPlace);
    found.push({
      claim,
      source,
      proposition,
      stance,
      status,
      voices,
      low,
      best,
      high,
      vague: vague === 1,
      saidAt,
    });
  }
  return found;
}

function nameUnnamed(voices: readonly Voice[], source: SourceId, claim: ClaimId): readonly Voice[] {
  const key: Voice = `anonymous:${source}:${claim}`;
  return voices.map((voice) => ((voice as string) === UNNAMED_VOICE ? key : voice));
}

/** Ids of a table by place, all read at once: there are far fewer of them than of claims. */
function idsByPlace<I extends string>(
  reader: Reader,
  table: 'sources' | 'propositions',
): (place: number) => I {
  const ids = new Map<number, I>();
  const statement = reader.db.prepare<unknown[], [number, I]>(`SELECT place, id FROM ${table}`).raw(true);
  for (const [place, id] of statement.all()) ids.set(place, id);
  return (place) => present(ids.get(place), table, place);
}

function chainsByPlace(reader: Reader, joins: JoinedActors): (place: number) => StoredChain {
  const chains = new Map<number, StoredChain>();
  const statement = reader.db
    .prepare<unknown[], [number, string]>('SELECT place, voices FROM chains')
    .raw(true);
  for (const [place, stored] of statement.all()) {
    const voices = stored.split(' ').map((voice): Voice => joins.shown(voice as ActorId));
    chains.set(place, { voices: Object.freeze(voices), unnamed: stored.includes(UNNAMED_VOICE) });
  }
  return (place) => present(chains.get(place), 'chains', place);
}

function present<T>(value: T | undefined, table: string, place: number): T {
  if (value === undefined)
    throw new TypeError(`The table ${table} has no row ${place}, which another table names.`);
  return value;
}
