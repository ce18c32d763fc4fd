/** What changes the lists of people, decisions on who is one person, and whose name may be published. */
import type { ClearedPerson } from '../clearance.ts';
import type { CaptureId, DecisionId, ListingId } from '../id.ts';
import type { Listing } from '../listing.ts';
import type { PeopleStatement } from '../people-decision.ts';
import type { VictimList } from '../victim-list.ts';

/** A person may be named in what is published from now on. */
export interface PersonCleared {
  readonly action: 'person-cleared';
  readonly person: ClearedPerson;
  readonly reason: string;
}

/** A person is no longer named in what is published from now on. What was published is not called back by it. */
export interface ClearanceWithdrawn {
  readonly action: 'clearance-withdrawn';
  readonly person: ClearedPerson;
  readonly reason: string;
}

/**
 * A file was taken in as a list of people, or a newer file of the same list. One import is one entry or a few, logged in one
 * step; each tells the list as it is from now on. Rows that did not change are not logged again.
 */
export interface ListImported {
  readonly action: 'list-imported';
  readonly list: VictimList;
  /** The file that the rows stand in. */
  readonly capture: CaptureId;
  /** 1-based, of `parts`. */
  readonly part: number;
  readonly parts: number;
  /** Rows that are new, and rows that say something else than before: whole, in the order of the file. */
  readonly listings: readonly Listing[];
  /** Listings that this file no longer has. They are marked, not deleted. */
  readonly gone: readonly ListingId[];
}

/** A person decided that two listings are one person, or two. */
export interface PeopleDecided {
  readonly action: 'people-decided';
  readonly decision: PeopleStatement;
}

/** A decision on two listings is taken back. */
export interface PeopleDecisionUndone {
  readonly action: 'people-decision-undone';
  readonly decision: DecisionId;
  readonly reason: string;
}
