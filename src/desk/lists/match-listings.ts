/** What a file of a list changes: which listings are new, which say something else, which it has no longer. */
import type { ListingId } from '../../record/id.ts';
import { createListing, type HeldListing, type Listing, saysTheSame } from '../../record/listing.ts';
import type { MappedColumn } from '../../record/victim-list.ts';
import type { ListingDraft } from './read-row.ts';

/** A listing that the file no longer has. */
export interface GoneListing {
  readonly listing: ListingId;
  readonly key: string;
  /** In the file that had it last. */
  readonly row: number;
}

export interface ListChanges {
  /** New, changed and returning listings, in the order of the file. */
  readonly listings: readonly Listing[];
  readonly gone: readonly GoneListing[];
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    /** Were gone and are there again. */
    readonly back: number;
    readonly unchanged: number;
  };
}

/**
 * Compares the rows of a file with what the record holds of the list.
 *
 * @param held all listings of the list, those that are gone, too
 * @param newId gives each new listing its id
 * @example
 * matchListings(drafts, held, { columns, newId }).counts.added; // 12
 */
export function matchListings(
  drafts: readonly ListingDraft[],
  held: ReadonlyMap<string, HeldListing>,
  { columns, newId }: { readonly columns: readonly MappedColumn[]; readonly newId: () => ListingId },
): ListChanges {
  const listings: Listing[] = [];
  const counts = { added: 0, changed: 0, back: 0, unchanged: 0 };
  const there = new Set<string>();
  for (const { named: _, ...draft } of drafts) {
    const before = held.get(draft.key);
    there.add(draft.key);
    if (before === undefined) counts.added += 1;
    else if (!saysTheSame(before, { columns, listing: { ...draft, id: before.listing.id } }))
      counts.changed += 1;
    else if (before.gone) counts.back += 1;
    else {
      counts.unchanged += 1;
      continue;
    }
    listings.push(createListing({ ...draft, id: before?.listing.id ?? newId() }, columns.length));
  }
  const gone = [...held.values()]
    .filter((one) => !one.gone && !there.has(one.listing.key))
    .map(({ listing: { id, key, row } }) => ({ listing: id, key, row }));
  return { listings, gone, counts };
}
