/** What a stretch of text claims, before it gets a span. */
import type { Answer, Measure, PropositionKind } from '../../record/proposition.ts';
import type { Quantity } from '../../record/quantity.ts';

/** One thing that a stretch of text claims. Token indexes, end exclusive. */
export interface Item {
  readonly kind: Extract<PropositionKind, 'count' | 'occurrence' | 'response' | 'process'>;
  /** Null: people are counted of whom something is said that has no measure ("26 reporters have left"). */
  readonly measure: Measure | null;
  readonly answer: Answer | null;
  readonly quantity: Quantity | null;
  readonly group: string | null;
  readonly by: string | null;
  /** The grammatical actor of an answer, as worded; null when not said. */
  readonly actor: string | null;
  readonly negated: boolean;
  readonly first: number;
  readonly next: number;
  /** The span is the phrase itself, not its clause ("six secret prisons"). */
  readonly phrase: boolean;
  /** What the number counts is told by the trained judge alone. */
  readonly judged?: true;
  /** A toll so far ("bringing the toll to 29"), not what is new; absent: not said to be one. */
  readonly cumulative?: true;
}
