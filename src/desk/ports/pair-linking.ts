/** What the desk needs to compare records pair by pair: heavy work, done by an engine. */
import type { LinkColumn } from '../../reckon/linkage/columns.ts';
import type { PatternCount } from '../../reckon/linkage/patterns.ts';
import type { LinkageModel } from '../../reckon/linkage/train-model.ts';

/** Pairs that may be one person, side by side; records are 0-based in the order given. */
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
  /** By column: how rare the value is, in bits; null where values of the kind weigh alike. */
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

/** Learns a model without labels and weighs pairs. */
export type LinkRecords = (
  columns: readonly LinkColumn[],
  rows: readonly (readonly (string | null)[])[],
  options: {
    /** Share of the true pairs that fully agreeing records are held to find, 0 to 1. */
    readonly recall: number;
    /** By row: the record that it spells, 0-based, rows of one record one after another. */
    readonly recordOf: readonly number[];
  },
) => Promise<LinkedRecords>;
