/** Lists of people as the record holds them: all at a glance, one with its listings, one listing with its history. */
import type { CaptureId, ListingId } from '../../record/id.ts';
import { type HeldListing, type Statement, saysTheSame, statementsOf } from '../../record/listing.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import type { HeldList } from '../ports/record-store.ts';

/** A list with the name of its newest file. */
export interface ListView extends HeldList {
  /** Null: not known. */
  readonly fileName: string | null;
}

/** A listing for people. */
export interface ListingView {
  readonly listing: ListingId;
  readonly key: string;
  readonly capture: CaptureId;
  /** Row of that file, 1-based. */
  readonly row: number;
  readonly gone: boolean;
  readonly statements: readonly Statement[];
}

/** What one import made of a listing. */
export interface ListingStep {
  /** Number of the log entry. */
  readonly entry: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly change: 'added' | 'changed' | 'back' | 'gone';
  /** As it stood from then on; empty when it was gone. */
  readonly statements: readonly Statement[];
}

/**
 * All lists.
 *
 * @example
 * (await showLists(desk)).map(({ list, listings }) => [list.name, listings]);
 */
export async function showLists(desk: Desk): Promise<readonly ListView[]> {
  const lists = await desk.store.lists();
  return Promise.all(
    lists.map(async (held) => ({
      ...held,
      fileName: (await desk.store.capture(held.capture))?.fileName ?? null,
    })),
  );
}

/**
 * The list of a name, of an id, or of the beginning of one.
 *
 * @throws OnRecordError `not-found`
 * @example
 * const { list } = await findList(desk, 'Harbour committee');
 */
export async function findList(desk: Desk, asked: string): Promise<ListView> {
  const all = await showLists(desk);
  const name = asked.trim().normalize('NFC').toLowerCase();
  const found =
    all.find(({ list }) => list.name.toLowerCase() === name) ??
    all.find(({ list }) => name.startsWith('lst_') && list.id.startsWith(name));
  if (found !== undefined) return found;
  throw new OnRecordError('not-found', 'No list has this name. See all with: onrecord list show');
}

/**
 * The listings of a list, one by one.
 *
 * @example
 * for await (const { statements } of showListings(desk, view)) print(statements);
 */
export async function* showListings(desk: Desk, { list }: ListView): AsyncGenerator<ListingView> {
  for await (const held of desk.store.listings(list.id)) yield listingView(held);
}

function listingView(held: HeldListing): ListingView {
  const { listing, capture, gone } = held;
  return {
    listing: listing.id,
    key: listing.key,
    capture,
    row: listing.row,
    gone,
    statements: statementsOf(held),
  };
}

/**
 * One listing with everything that imports made of it, oldest first.
 *
 * @param asked its id or the beginning of it, or the list's own identifier
 * @throws OnRecordError `not-found`, `bad-usage` when it fits several
 * @example
 * const { steps } = await showListing(desk, view, 'K-17');
 */
export async function showListing(
  desk: Desk,
  view: ListView,
  asked: string,
): Promise<{ readonly listing: ListingView; readonly steps: readonly ListingStep[] }> {
  const found: ListingView[] = [];
  const wanted = asked.trim().normalize('NFC');
  for await (const one of showListings(desk, view))
    if (one.key === `id ${wanted}` || (wanted.startsWith('lsg_') && one.listing.startsWith(wanted)))
      found.push(one);
  const [listing, second] = found;
  if (listing === undefined)
    throw new OnRecordError(
      'not-found',
      'No listing of this list has this id: see all of them with onrecord list show NAME.',
      { subject: view.list.id },
    );
  if (second !== undefined)
    throw new OnRecordError('bad-usage', 'This fits several listings: give more letters.', {
      subject: view.list.id,
    });
  return { listing, steps: await stepsOf(desk, listing.listing) };
}

async function stepsOf(desk: Desk, id: ListingId): Promise<readonly ListingStep[]> {
  const steps: ListingStep[] = [];
  let before: Pick<HeldListing, 'columns' | 'listing'> | null = null;
  for (const { seq, at, agent, body } of await desk.store.entriesWith('list-imported')) {
    if (body?.action !== 'list-imported') continue;
    const told = { entry: seq, at, by: agent };
    const listing = body.listings.find((one) => one.id === id);
    if (listing !== undefined) {
      const now = { columns: body.list.columns, listing };
      const change = before === null ? 'added' : saysTheSame(before, now) ? 'back' : 'changed';
      steps.push({ ...told, change, statements: statementsOf(now) });
      before = now;
    } else if (body.gone.includes(id)) steps.push({ ...told, change: 'gone', statements: [] });
  }
  return steps;
}
