/** What an act in a text looks like once those it befell are bound to it. */
import type { ActEntry } from './lexicon.ts';
import type { PeoplePhrase } from './phrases.ts';
import type { Modality } from './predicate.ts';

/** An act in a text with those it befell. Token indexes, end exclusive. */
export interface BoundAct {
  readonly entry: ActEntry;
  readonly first: number;
  readonly next: number;
  readonly patients: readonly PeoplePhrase[];
  /** Those said to have done it; null when not said. */
  readonly agent: { readonly first: number; readonly next: number } | null;
  readonly polarity: 'affirmed' | 'negated';
  readonly modality: Modality;
  /** "passed 26", "more than 26" said by the verb of a toll. */
  readonly exceeds: boolean;
}

/** What binding finds out about an act. */
export type Bound = Omit<BoundAct, 'entry' | 'first' | 'next'>;

/** An act that is simply said to have happened. */
export const PLAIN = { agent: null, polarity: 'affirmed', modality: 'asserted', exceeds: false } as const;
