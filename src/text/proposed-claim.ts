/**
 * The narrow door of the room: text in, proposals out. Nothing else of `text/` is imported from outside
 * (test/architecture.test.ts). Positions are code points, 0-based, end exclusive.
 */

import type { ActorKind } from '../record/actor.ts';
import type { Anonymity, Connection, CueForce, StatedNumber } from '../record/attribution.ts';
import type { Span } from '../record/passage.ts';
import type { Answer, Measure, PropositionKind, Scope } from '../record/proposition.ts';
import type { Quantity } from '../record/quantity.ts';
import type { Stance } from '../record/stance.ts';
import type { When } from '../record/when.ts';
import type { LocatedName } from './gazetteer/located-place.ts';

/** What the extractor is told. */
export interface ReadInput {
  /** Normalised text of one capture. */
  readonly text: string;
  /** EDTF day of publication for "last week"; null when unknown: relative dates then stay unresolved. */
  readonly publishedAt: string | null;
  /** Name of the outlet or body that publishes; null when unknown. */
  readonly outlet: string | null;
  /** BCP 47 when stated in the file; null when not. */
  readonly language: string | null;
}

/** A speaker as the text gives it. The outlet itself is not among them: the desk puts it in front. */
export interface ProposedSpeaker {
  /** The mention as written: "the newspaper", "It", "A spokesperson for Russia LGBT Network". */
  readonly named: string;
  readonly span: Span | null;
  /** The name the mention stands for ("Novaya Gazeta"); null when anonymous or not to be told. */
  readonly resolved: string | null;
  /** Other spellings of that name in this text, without titles ("OHRC", "Kaur"). Absent: none. */
  readonly aliases?: readonly string[];
  /** Why that name: a sentence for the reviewer; null when written out in full. */
  readonly resolvedBecause: string | null;
  readonly kind: ActorKind;
  readonly anonymity: Anonymity;
  readonly connection: Connection;
  /** How many unnamed people speak. Absent: one, not stated, or named. */
  readonly stated?: StatedNumber;
  readonly cue: {
    readonly text: string;
    readonly lemma: string;
    readonly span: Span;
    readonly force: CueForce;
  };
}

/** What the claim is about, before it is grouped with other claims. */
export interface PropositionDraft {
  readonly kind: PropositionKind;
  readonly measure: Measure | null;
  readonly answer: Answer | null;
  readonly scope: Scope;
  /** Neutral wording without speaker, cue and number. */
  readonly text: string;
  /** Index of the proposed claim that this one speaks about ("they denied this"); null when none. */
  readonly sameAs: number | null;
  /** The words say that it did not happen ("nobody has died"); kind, scope and text are those of the act itself. */
  readonly negated?: true;
}

/** Why a claim is proposed, for who asks. */
export interface Explanation {
  /** What decided: a rule, the trained model, or a program asked over an endpoint. */
  readonly by: 'rule' | 'model' | 'endpoint';
  /** The rule or the decision in words a reviewer understands. */
  readonly rule: string;
  /** 0 to 1, as on the claim. */
  readonly confidence: number;
  /** What spoke for it (positive) and against it (negative), strongest first; absent where nothing was weighed. */
  readonly features?: readonly { readonly what: string; readonly weight: number }[];
}

export interface ProposedClaim {
  readonly stance: Stance;
  /** Outermost first, without the outlet; empty when the outlet says it itself. */
  readonly chain: readonly ProposedSpeaker[];
  /** The words claimed; several when interrupted by the cue. Never empty. */
  readonly content: readonly Span[];
  /** In the speaker's own words (quoted), in the writer's, or in both. Absent: not told. */
  readonly manner?: 'direct' | 'indirect' | 'mixed';
  /** The speaker's own words in support, such as a denial's explanation; null when none. */
  readonly evidence: Span | null;
  readonly draft: PropositionDraft;
  readonly quantity: Quantity | null;
  readonly when: When | null;
  readonly where: string | null;
  /** 0 to 1: an order for the review queue, no probability of truth. */
  readonly confidence: number;
  /** The rule in words a reviewer understands. */
  readonly reason: string;
  /** Absent: a rule, `reason`, with `confidence`. */
  readonly explanation?: Explanation;
}

/** All that was read out of one text. */
export interface Reading {
  /** Name and version of the extractor, for example "reader-5.6". */
  readonly extractor: string;
  /** BCP 47 of the language that was read; null when it cannot be read, and `claims` is then empty. */
  readonly language: string | null;
  readonly claims: readonly ProposedClaim[];
  /** Places that the text says to lie in another ("Dol, a town in Kessar"), as named there. Absent: none. */
  readonly places?: readonly { readonly name: string; readonly within: string }[];
  /** Place names with what the gazetteer makes of them, in order of the text. Absent: read without one, or none named. */
  readonly located?: readonly LocatedPlace[];
}

/** A place name as written, and the place of the gazetteer that it means. */
export interface LocatedPlace extends Omit<LocatedName, 'start' | 'end'> {
  readonly span: Span;
}
