/** Who says what about each proposition, side by side: allegation next to denial. */

import type { Standing, StandingFlag } from '../reckon/standing.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import type { Desk } from './desk.ts';
import {
  openPropositions,
  type PositionView,
  type PropositionFigures,
  type ReckonQuery,
  reckonSome,
} from './reckon-propositions.ts';

export interface PropositionPositions {
  readonly proposition: Proposition;
  readonly measure: Measure | null;
  readonly positions: readonly PositionView[];
  readonly origins: { readonly atLeast: number; readonly atMost: number | null };
  readonly standing: Standing;
  readonly unreviewed: number;
}

export interface PositionList {
  readonly propositions: readonly PropositionPositions[];
  readonly fitting: number;
  /** Proposals not counted here. */
  readonly waiting: number;
  /** Of those that fit, so many were looked at for their standing; absent: standing was not asked for. */
  readonly looked?: number;
  /** The `offset` at which to go on; null: nothing follows. Absent: standing was not asked for. */
  readonly goOn?: number | null;
}

/** Standing is reckoned, so it is looked for among some propositions at a time. */
export interface PositionQuery extends ReckonQuery {
  /** Those that stand so, or have this flag beside their standing; any when absent. */
  readonly standing?: StandingFlag;
}

/** Propositions reckoned at once, and looked at in one answer, while a standing is looked for. */
const AT_ONCE = 50;
const MOST_LOOKED = 500;

/**
 * Lists positions, the most spoken-of propositions first.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { propositions } = await listPositions(desk, { includeProposed: true, limit: 10 });
 */
export async function listPositions(desk: Desk, query: PositionQuery): Promise<PositionList> {
  const opened = await openPropositions(desk, query);
  const { fitting, waiting } = opened;
  const from = query.offset ?? 0;
  const limit = query.limit ?? fitting.length;
  const told = { fitting: fitting.length, waiting };
  if (query.standing === undefined) {
    const reckoned = await reckonSome(desk, opened, fitting.slice(from, from + limit));
    return { propositions: reckoned.map(shownOf), ...told };
  }
  const found: PropositionPositions[] = [];
  const end = Math.min(fitting.length, from + MOST_LOOKED);
  let at = from;
  while (at < end && found.length < limit) {
    const some = fitting.slice(at, Math.min(end, at + AT_ONCE));
    for (const one of await reckonSome(desk, opened, some)) {
      if (found.length === limit) break;
      at += 1;
      if (standsSo(one.standing, query.standing)) found.push(shownOf(one));
    }
  }
  return { propositions: found, ...told, looked: at - from, goOn: at < fitting.length ? at : null };
}

function standsSo({ word, flags }: Standing, wanted: StandingFlag): boolean {
  return word === wanted || flags.includes(wanted);
}

function shownOf(one: PropositionFigures): PropositionPositions {
  const { proposition, positions, origins, standing, unreviewed } = one;
  return {
    proposition,
    measure: proposition.measure,
    positions,
    origins: { atLeast: origins.atLeast, atMost: origins.atMost },
    standing,
    unreviewed,
  };
}
