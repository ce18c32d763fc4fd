/** What a linkage comes to, for people and for programs: the number with its doubt, by list, and what is to be decided. */

import type { Refused } from '../../reckon/estimate/method-outcome.ts';
import type {
  PeopleInterval,
  PosteriorDiagnostics,
  PosteriorReading,
} from '../../reckon/linkage/posterior-linkage.ts';
import { reviewQueue } from '../../reckon/linkage/review-queue.ts';
import type { TrainingRecord } from '../../reckon/linkage/train-model.ts';
import type { ListId } from '../../record/id.ts';
import type { LinkedPeople, PeopleOptions } from './link-people.ts';

export interface PeopleReport {
  /** Distinct people on the lists: a reading of the lists, never of how many died. */
  readonly people: PeopleInterval | Refused;
  readonly listings: number;
  readonly lists: readonly {
    readonly id: ListId;
    readonly name: string;
    readonly listings: number;
    readonly freeOfDuplicates: boolean;
  }[];
  /** Columns that were compared. */
  readonly compared: readonly string[];
  readonly pairs: number;
  readonly training: TrainingRecord;
  readonly diagnostics: Omit<PosteriorDiagnostics, 'unsettled'> & { readonly unsettled: number };
  readonly decisions: {
    readonly same: number;
    readonly different: number;
    readonly undone: number;
    /** Standing ones about a listing that no list has now. */
    readonly waiting: number;
  };
  /** Pairs whose answer would move the number of people. */
  readonly queue: number;
  readonly seed: number;
}

/**
 * Sums a linkage up.
 *
 * @example
 * peopleReport(linked, PEOPLE_DEFAULTS).people;
 */
export function peopleReport(linked: LinkedPeople<PosteriorReading>, { seed }: PeopleOptions): PeopleReport {
  const { posterior, table, lists, listOf, free, decisions, waitingDecisions } = linked;
  const { pairs, model, compared } = linked.linked;
  const standing = decisions.filter(({ undone }) => undone === null);
  const { unsettled, ...diagnostics } = posterior.diagnostics;
  return {
    people: posterior.people,
    listings: table.records.length,
    lists: lists.map(({ list }, at) => ({
      id: list.id,
      name: list.name,
      listings: listOf.filter((one) => one === at).length,
      freeOfDuplicates: free[at] === true,
    })),
    compared: table.columns.map(({ name }) => name),
    pairs: compared,
    training: model.training,
    diagnostics: { ...diagnostics, unsettled: unsettled.length },
    decisions: {
      same: standing.filter(({ relation }) => relation === 'same').length,
      different: standing.filter(({ relation }) => relation === 'different').length,
      undone: decisions.length - standing.length,
      waiting: waitingDecisions,
    },
    queue: reviewQueue({ pairs, ...posterior }).waiting,
    seed,
  };
}
