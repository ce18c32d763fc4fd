/**
 * One attribution in a text: cue, speaker, addressee and content, as token ranges and before anything is resolved.
 * This is what is scored against PolNeAR; claims are made from it in `read-text.ts`.
 */
import type { Cue } from './cues/cue.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** A found attribution; all ranges are token indexes. */
export interface RawAttribution {
  readonly cue: Cue;
  /** The speaker's words; null when unnamed ("it was reported") or not found. */
  readonly source: Range | null;
  /** Somebody who is told ("told *Reuters* that"); null when nobody is. */
  readonly addressee: Range | null;
  /** Never empty for anything but refusals and silences. */
  readonly content: readonly Range[];
  /** The content is nothing but quotation: a quotation standing alone next to it may go on. */
  readonly quoted: boolean;
  /** Nobody is named and nobody can be ("it was reported", "reportedly"). */
  readonly impersonal: boolean;
  /** Whom the speaker cites ("X, *citing Y*, said"): stands behind the speaker; null when nobody is cited. */
  readonly via: { readonly cue: Cue; readonly source: Range } | null;
  /** Who hands the words on, in front of the speaker ("answered, *according to the priest*, that"); absent: nobody told here. */
  readonly through?: {
    readonly cue: Cue;
    readonly source: Range;
    /** All that it hands on, where an aside does: the sentence without the aside. */
    readonly around?: readonly Range[];
  };
  /** Sentence index. */
  readonly sentence: number;
  /** The rule in words. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** What the trained model makes of it; absent: it was not asked, or the attribution lies inside another. */
  readonly model?: ModelView;
}

/**
 * The outermost speaker of an attribution that an aside hands on, with all of the sentence as its words: what a corpus without
 * nesting marks, and what the trained model is told of the rules. Others as they are.
 *
 * @example
 * outermost(attribution).cue.lemma; // 'according to' for "Colonel Orr, according to three soldiers, ordered that …"
 */
export function outermost(attribution: RawAttribution): RawAttribution {
  const { through, ...rest } = attribution;
  if (through?.around === undefined) return attribution;
  const { cue, source, around } = through;
  return { ...rest, cue, source, addressee: null, content: around, quoted: false };
}

/** The trained model's view of an attribution. */
export interface ModelView {
  /** 0 to 1: share of such relations that people marked; null: the model finds none here. */
  readonly confidence: number | null;
  /** 0 to 1: how far its words for speaker and content are the rules'; null when only the model found it. */
  readonly agrees: number | null;
}

/** What is being read: a range of tokens, and whether it lies inside a quotation. */
export interface Scope {
  readonly parsed: ParsedText;
  readonly range: Range;
  readonly inside: boolean;
  readonly sentence: number;
}
