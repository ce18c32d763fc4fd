/** What the desk needs to compare records pair by pair: heavy work, done by an engine. */
import type { ListsOfRecords } from '../../reckon/linkage/bind-records.ts';
import type { LinkColumn } from '../../reckon/linkage/columns.ts';
import type { PatternCount } from '../../reckon/linkage/patterns.ts';
import type {
  PosteriorLinkage,
  PosteriorOutcome,
  PosteriorReading,
} from '../../reckon/linkage/posterior-linkage.ts';
import type { Bindings } from '../../reckon/linkage/resolve.ts';
import type { LinkageModel } from '../../reckon/linkage/train-model.ts';

/** Pairs that may be one person: the n-th of each list belongs together. Records are 0-based in the order given, the lower one left. */
export interface LinkedPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The rows that were compared, 0-based: one spelling of either record. */
  readonly leftRow: Int32Array;
  readonly rightRow: Int32Array;
  /** Place in `patterns`, 0-based. */
  readonly pattern: Int32Array;
  /** Bits, prior included. */
  readonly weight: Float32Array;
  /** By column: how rare the left record's value is, in bits; null where values of the kind weigh alike. */
  readonly rarity: readonly (Float32Array | null)[];
}

export interface LinkedRecords {
  readonly records: number;
  readonly model: LinkageModel;
  readonly patterns: readonly PatternCount[];
  /** Pairs that were compared. */
  readonly compared: number;
  readonly pairs: LinkedPairs;
}

/** What is to be linked: records by their rows, and what binds them. */
export interface PeopleTask {
  readonly columns: readonly LinkColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Share of the true pairs that fully agreeing records are held to find, 0 to 1. */
  readonly recall: number;
  /** By row: the record that it spells, 0-based, rows of one record one after another. */
  readonly recordOf: readonly number[];
  readonly lists: ListsOfRecords;
  readonly bindings: Bindings;
  /** Whole number, 0 or more. */
  readonly seed: number;
  /** Linkages to keep whole. */
  readonly kept: number;
}

/** How far it is: pairs are compared first, then linkages are drawn group by group. */
export type LinkingProgress =
  | { readonly stage: 'comparing' }
  | { readonly stage: 'drawing'; readonly done: number; readonly of: number };

/** Who watches the work. */
export interface LinkingWork {
  /** Ends the work when it is raised. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LinkingProgress) => void;
}

/** Pairs with their weights, and what was drawn from them. */
export interface LinkedOutcome<P extends PosteriorReading> {
  readonly linked: LinkedRecords;
  readonly outcome: PosteriorOutcome<P>;
}

/**
 * Learns a model without labels, weighs pairs, and draws linkages.
 *
 * @throws the reason of `signal` when it is raised; OnRecordError `too-large`
 */
export type PeopleEngine<P extends PosteriorReading = PosteriorLinkage> = (
  task: PeopleTask,
  work?: LinkingWork,
) => Promise<LinkedOutcome<P>>;

/** An engine in a process of its own: what is told comes back, the linkages kept whole do not. */
export type PeopleBeside = PeopleEngine<PosteriorReading>;
