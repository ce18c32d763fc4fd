/** The request that a silence leaves open, as a draft of its own. */
import type { When } from '../../record/when.ts';
import type { PropositionDraft } from '../proposed-claim.ts';
import { type ActorContext, actorOfSpeaker, contextMeasure } from './actors.ts';
import { askedFor } from './asked-for.ts';
import { presumedState } from './presumed-state.ts';
import { wordResponse } from './wording.ts';

/** UTF-16 code units in the text, end exclusive. */
export interface LeftOpen {
  readonly start: number;
  readonly end: number;
  readonly draft: PropositionDraft;
  /** The day of asking; null when none is told. */
  readonly when: When | null;
}

/**
 * What the one who keeps silent was asked for, when the sentence says so.
 *
 * @param silence the sentence, and the speaker who did not answer
 * @returns null when the sentence tells of no request, or the one asked is no state or body
 * @example
 * leftOpen({ text, start: 0, end: 57, publishedAt: '2031-05-20', documentPlace: null, speaker })?.when?.edtf; // '2031-05-02'
 */
export function leftOpen(silence: ActorContext): LeftOpen | null {
  const { text, start, end, publishedAt, speaker } = silence;
  const found = askedFor(text.slice(start, end), publishedAt, contextMeasure(silence));
  if (found === null) return null;
  const answers = speaker?.kind === 'state' || speaker?.kind === 'public-body';
  const actor = answers ? actorOfSpeaker(silence) : presumedState(speaker, 'silent');
  if (actor === null) return null;
  const scope = { group: null, place: null, by: null, actor };
  const draft: PropositionDraft = {
    kind: 'process',
    measure: found.measure,
    answer: null,
    scope,
    text: wordResponse(found.measure, null, scope),
    sameAs: null,
  };
  return { start: start + found.start, end: start + found.end, draft, when: found.when };
}
