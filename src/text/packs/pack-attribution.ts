/** One attribution as found in a stretch: who, with which words, what. */
import type { FoundCue } from './pack-cues.ts';
import type { SourcePhrase } from './pack-noun-phrase.ts';
import type { TokenRange } from './pack-text.ts';

/** A further mouth behind the speaker: "со ссылкой на источник". */
export interface Via {
  readonly cue: FoundCue;
  readonly source: SourcePhrase;
}

/** See the file head; ranges are token indexes. */
export interface PackAttribution {
  readonly cue: FoundCue;
  /** Null: nobody is named ("сообщается", "якобы"). */
  readonly source: SourcePhrase | null;
  /** Who was told ("сказал газете «Мост»"); null when nobody is named. */
  readonly told: TokenRange | null;
  readonly via: Via | null;
  /** What is said; empty when the sentence before is what is said. */
  readonly content: readonly TokenRange[];
  readonly quoted: boolean;
  /** "Об этом сообщил мэр", "это опровергли": it speaks of what stands before. */
  readonly pointsBack: boolean;
  /** The content demands something ("сказал, чтобы"). */
  readonly demands: boolean;
  /** Taken from the cue before it ("и добавил, что"). */
  readonly shared: boolean;
  /** The verb has no subject of its own: whoever spoke last goes on speaking. */
  readonly tacit: boolean;
  /** The rule in words. */
  readonly rule: string;
}

/** An attribution with what is not given left out. */
export function attribution(
  parts: Pick<PackAttribution, 'cue' | 'source' | 'content' | 'rule'> & Partial<PackAttribution>,
): PackAttribution {
  return {
    told: null,
    via: null,
    quoted: false,
    pointsBack: false,
    demands: false,
    shared: false,
    tacit: false,
    ...parts,
  };
}
