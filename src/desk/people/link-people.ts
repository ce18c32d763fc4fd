/**
 * Links the listings of all lists of a record: pairs by the engine, linkages drawn under the decisions that stand. Nothing is
 * written: a linkage is a figure, and it is made anew when it is asked for.
 */
import { type CaptureTable, MOST_LISTS } from '../../reckon/estimate/capture-table.ts';
import { listHistories } from '../../reckon/linkage/list-histories.ts';
import type { PosteriorLinkage, PosteriorReading } from '../../reckon/linkage/posterior-linkage.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { PeopleDecision } from '../../record/people-decision.ts';
import type { Desk } from '../desk.ts';
import { type LinkageTable, readLinkageTable } from '../lists/linkage-records.ts';
import type { LinkedRecords, LinkingWork, PeopleEngine } from '../ports/pair-linking.ts';
import type { HeldList } from '../ports/record-store.ts';
import { boundDecisions, contradicted } from './decisions-in-force.ts';

export interface PeopleOptions {
  /** Whole number, 0 or more. */
  readonly seed: number;
  /** Share of the true pairs that fully agreeing records are held to find, 0 to 1. */
  readonly recall: number;
  /** Names or ids of lists that are declared free of duplicates. */
  readonly free: readonly string[];
  /** Names or ids of lists that are left out. */
  readonly without: readonly string[];
  /** Linkages to keep whole. */
  readonly kept: number;
}

export const PEOPLE_DEFAULTS: PeopleOptions = { seed: 1, recall: 0.8, free: [], without: [], kept: 100 };

export interface LinkedPeople<P extends PosteriorReading = PosteriorLinkage> {
  readonly table: LinkageTable;
  readonly lists: readonly HeldList[];
  /** By record: the place of its list. */
  readonly listOf: readonly number[];
  /** Whether each list is declared free of duplicates. */
  readonly free: readonly boolean[];
  readonly decisions: readonly PeopleDecision[];
  /** Standing decisions about a listing that no list has now, or that is left out. */
  readonly waitingDecisions: number;
  readonly linked: LinkedRecords;
  readonly posterior: P;
}

/**
 * Links all lists.
 *
 * @param options.work watches how far it is, and may end it
 * @throws OnRecordError `not-found` when there is nothing to link; `bad-usage` when decisions contradict each other or a list
 *   is not known
 * @example
 * const { posterior } = await linkPeople(desk, engine, PEOPLE_DEFAULTS);
 */
export async function linkPeople<P extends PosteriorReading>(
  { store }: Pick<Desk, 'store'>,
  engine: PeopleEngine<P>,
  { work, ...options }: PeopleOptions & { readonly work?: LinkingWork },
): Promise<LinkedPeople<P>> {
  const all = await store.lists();
  const leftOut = asked(all, options.without);
  const lists = all.filter((_, at) => leftOut[at] !== true);
  const without = new Set(all.flatMap(({ list }, at) => (leftOut[at] === true ? [list.id] : [])));
  const [table, decisions] = [await readLinkageTable(store, without), await store.decisions()];
  if (table.records.length < 2)
    throw new OnRecordError(
      'not-found',
      'There are fewer than two listings to link. Take a list in with: onrecord list import',
    );
  const places = new Map(lists.map(({ list }, at) => [list.id, at] as const));
  const listOf = table.records.map(({ list }) => places.get(list) ?? -1);
  const free = asked(lists, options.free);
  const listings = table.records.map(({ listing }) => listing);
  const { bindings, waiting } = boundDecisions(decisions, listings);
  const { linked, outcome } = await engine(
    {
      columns: table.columns,
      rows: table.rows,
      recordOf: table.recordOf,
      recall: options.recall,
      lists: { listOf, free },
      bindings,
      seed: options.seed,
      kept: options.kept,
    },
    work,
  );
  if (outcome.status === 'contradicted') throw contradicted(outcome.contradictions, decisions, listings);
  return { table, lists, listOf, free, decisions, waitingDecisions: waiting, linked, posterior: outcome };
}

/** Whether each list is among those asked for by name or id. */
function asked(lists: readonly HeldList[], names: readonly string[]): readonly boolean[] {
  const unknown = names.filter((name) => !lists.some(({ list }) => list.name === name || list.id === name));
  if (unknown.length > 0)
    throw new OnRecordError(
      'bad-usage',
      `No list is called ${unknown.join(', ')}. There are: ${lists.map(({ list }) => list.name).join(', ')}.`,
    );
  return lists.map(({ list }) => names.includes(list.name) || names.includes(list.id));
}

/**
 * A table of capture histories for each linkage that was kept: what an estimate averages over.
 *
 * @throws OnRecordError `bad-usage` when the chains did not settle, or with more than 12 lists
 * @example
 * const tables = historiesOfPeople(await linkPeople(desk, engine, PEOPLE_DEFAULTS));
 */
export function historiesOfPeople({ posterior, listOf, lists }: LinkedPeople): readonly CaptureTable[] {
  const { people, kept, linkage } = posterior;
  if (people.status === 'refused')
    throw new OnRecordError('bad-usage', people.refusals.map(({ reason }) => reason).join(' '));
  const names = lists.map(({ list }) => list.name);
  if (names.length > MOST_LISTS)
    throw new OnRecordError(
      'bad-usage',
      `There are ${names.length} lists; an estimate can be made from ${MOST_LISTS} at most.`,
    );
  return Array.from({ length: kept }, (_, draw) => listHistories(linkage(draw), listOf, names));
}
