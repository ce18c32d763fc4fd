/**
 * The acts that a text speaks of, with their measure: killed, detained, fled …, and whether they are affirmed and
 * meant as having happened. Whom an act befell is in `acts/bind.ts`.
 */
import type { Measure } from '../record/proposition.ts';
import { bindActs } from './acts/bind.ts';
import type { Modality } from './acts/predicate.ts';
import { tokensOf } from './acts/reading.ts';

/** An act word as it stands in a text. */
export interface ActMention {
  readonly measure: Measure;
  /** UTF-16 code units, 0-based. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  readonly polarity: 'affirmed' | 'negated';
  readonly modality: Modality;
}

/**
 * The acts in a text, in order.
 *
 * @example
 * actsIn('they threatened to kill 26 men')[0]?.modality; // 'intended'
 */
export function actsIn(text: string): ActMention[] {
  const tokens = tokensOf(text);
  return bindActs(tokens).flatMap((act) => {
    const first = tokens.words[act.first];
    const last = tokens.words[act.next - 1];
    if (first === undefined || last === undefined) return [];
    return [
      {
        measure: act.entry.measure,
        start: first.start,
        end: last.end,
        polarity: act.polarity,
        modality: act.modality,
      },
    ];
  });
}
