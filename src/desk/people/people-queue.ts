/** The pairs to decide on first, each with both listings side by side, what every comparison adds, and where both stand. */
import type { PosteriorReading } from '../../reckon/linkage/posterior-linkage.ts';
import { QUEUE_DEFAULTS, reviewQueue } from '../../reckon/linkage/review-queue.ts';
import { type WaterfallStep, waterfall } from '../../reckon/linkage/waterfall.ts';
import type { CaptureId, ListId, ListingId } from '../../record/id.ts';
import type { LinkedPeople } from './link-people.ts';

/** One listing of a pair. */
export interface QueuedListing {
  readonly listing: ListingId;
  readonly list: ListId;
  /** What the list is called. */
  readonly name: string;
  /** Where it stands: the file and the row, 1-based. */
  readonly capture: CaptureId;
  readonly row: number;
}

/** One comparison of a pair; the prior has no column and no values. */
export interface QueuedStep extends WaterfallStep {
  /** Values of the compared spellings, as the lists give them. */
  readonly a: string | null;
  readonly b: string | null;
  /** The column of names that this one compares once more where the two are in different scripts; null for the others. */
  readonly across: string | null;
}

export interface QueuedPeople {
  readonly a: QueuedListing;
  readonly b: QueuedListing;
  /** Chance that they are one person, 0 to 1. A program's reading, never a finding. */
  readonly together: number;
  /** By how many persons an answer is expected to move the number of people. */
  readonly change: number;
  /** Bits; 0 is even odds. */
  readonly weight: number;
  readonly steps: readonly QueuedStep[];
}

export interface PeopleQueue {
  readonly pairs: readonly QueuedPeople[];
  readonly waiting: number;
}

/**
 * The head of the queue.
 *
 * @param most pairs to show; null: all
 * @example
 * peopleQueue(linked, 10).pairs[0]?.steps;
 */
export function peopleQueue(linked: LinkedPeople<PosteriorReading>, most: number | null): PeopleQueue {
  const { posterior, table } = linked;
  const { pairs, model, patterns } = linked.linked;
  const { first, waiting } = reviewQueue(
    { pairs, ...posterior },
    { ...QUEUE_DEFAULTS, most: most ?? pairs.left.length },
  );
  return {
    waiting,
    pairs: first.map(({ pair, left, right, together, change }) => {
      const levels = patterns[pairs.pattern[pair] ?? -1]?.levels ?? new Int8Array();
      const rarity = pairs.rarity.map((column) => column?.[pair] ?? null);
      return {
        a: listingAt(linked, left),
        b: listingAt(linked, right),
        together,
        change,
        weight: pairs.weight[pair] ?? 0,
        steps: waterfall(model, levels, rarity).map((step, at): QueuedStep => {
          const across = model.columns[at - 1]?.across?.of ?? null;
          const told = (row: number | undefined): string | null =>
            table.rows[row ?? -1]?.[across ?? at - 1] ?? null;
          return {
            ...step,
            a: told(pairs.leftRow[pair]),
            b: told(pairs.rightRow[pair]),
            across: across === null ? null : (model.columns[across]?.name ?? null),
          };
        }),
      };
    }),
  };
}

function listingAt({ table, lists, listOf }: LinkedPeople<PosteriorReading>, at: number): QueuedListing {
  const record = table.records[at];
  if (record === undefined) throw new TypeError(`no record ${at}`);
  const { listing, list, capture, row } = record;
  return { listing, list, name: lists[listOf[at] ?? -1]?.list.name ?? '', capture, row };
}
