/**
 * What the bounds on origins are computed from: a graph "this report rests on that" with doubtful links and
 * findings about who is who (shared provenance §4). Plain data; it computes nothing.
 */
import type { StatedNumber } from '../../record/attribution.ts';

/** A report, somebody, a group of unnamed people, or a document. */
export interface OriginNode {
  readonly id: string;
  readonly kind: 'report' | 'actor' | 'anonymous' | 'document';
  /** Nodes of one entity are one voice: an outlet, an institution with all who speak for it. */
  readonly entity?: string;
  /** Direct nodes of one kin are not proved to be different voices; the entity when absent. */
  readonly kin?: string;
  /** Identified, and speaks of its own observation, act or decision. */
  readonly direct?: boolean;
  /** For unnamed people: how many the outlet states; `max` null when open. One when absent. */
  readonly stated?: StatedNumber;
  /** ISO day or any string that sorts by time; a link to a later text is dropped. */
  readonly day?: string;
  /** Whether a report makes the claim (it does when absent) or is only cited. */
  readonly asserts?: boolean;
}

/** `from` rests on `to`. `possible`: found by a machine or in doubt. */
export interface OriginLink {
  readonly from: string;
  readonly to: string;
  readonly certainty: 'certain' | 'possible';
}

/** A finding about two nodes: one voice, two voices, or not to be told although both are direct. */
export interface OriginIdentity {
  readonly a: string;
  readonly b: string;
  readonly relation: 'same' | 'distinct' | 'unknown';
}

export interface OriginGraph {
  readonly nodes: readonly OriginNode[];
  readonly links: readonly OriginLink[];
  readonly identities: readonly OriginIdentity[];
}

/** An interval of origins. */
export interface OriginInterval {
  readonly atLeast: number;
  /** Null: open. */
  readonly atMost: number | null;
}
