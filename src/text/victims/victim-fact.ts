/** What a text says befell people: one fact for each group or person and each kind of harm. */

/** The harms that are counted here. */
export type VictimKind = 'killed' | 'injured' | 'abducted';

/** All kinds, in the order in which they are told. */
export const VICTIM_KINDS: readonly VictimKind[] = ['killed', 'injured', 'abducted'];

/** Where a fact is said. UTF-16 code units, 0-based, end exclusive. */
export interface VictimSpan {
  readonly start: number;
  readonly end: number;
}

/** One fact of a text. */
export interface VictimFact {
  readonly kind: VictimKind;
  /** Lowest number claimed; null: not bounded. */
  readonly low: number | null;
  /** The figure itself; null when only bounds are given. */
  readonly best: number | null;
  /** Highest number claimed; null: not bounded. */
  readonly high: number | null;
  /** The figure as the words name it, comparator apart: 100 in "more than 100". */
  readonly figure: number;
  /** The words for the people without their number ("peasants", "a Jesuit priest"); null when there are none. */
  readonly group: string | null;
  /** The name by which a single victim is known, the longest; null when unnamed. */
  readonly name: string | null;
  /** Every mention of these people, in order; the first is the fullest place to look. */
  readonly spans: readonly VictimSpan[];
  /** How sure the model is, from 0 to 1. */
  readonly confidence: number;
}
