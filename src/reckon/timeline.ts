/**
 * What was said, in the order in which it was said: one event for each day, voice, proposition, stance and
 * figure, with every claim that carries it. Days are days of saying, not days on which something happened.
 */
import type { ClaimId, PropositionId } from '../record/id.ts';
import type { Stance } from '../record/stance.ts';
import type { Utterance, Voice } from '../record/utterance.ts';
import { earliestDay, FIRST_DAY, LAST_DAY } from './day-span.ts';
import { type Figure, figureKey } from './figure.ts';
import { isLive, polarityOf } from './polarity.ts';

export interface TimelineEvent {
  /** EDTF as the claims state it; null when unknown. */
  readonly day: string | null;
  /** `claimed` puts forward; `denied` denies or disputes; `answered` declines, keeps silent, asks or undertakes. */
  readonly kind: 'claimed' | 'denied' | 'answered';
  readonly stance: Stance;
  /** Whose speech act it is: the innermost voice. */
  readonly voice: Voice;
  readonly proposition: PropositionId;
  /** Null when no number is stated. */
  readonly figure: Figure | null;
  /** All claims that carry it, in the order given. Never empty. */
  readonly claims: readonly ClaimId[];
}

/**
 * Puts claims in the order of their saying, those of unknown day last. Rejected and superseded ones are left out.
 *
 * @example
 * timelineOf(utterances)[0]; // { day: '2031-04-02', kind: 'claimed', … }
 */
export function timelineOf(utterances: readonly Utterance[]): readonly TimelineEvent[] {
  const events = new Map<string, TimelineEvent & { readonly claims: ClaimId[] }>();
  for (const utterance of utterances) {
    const voice = utterance.voices[utterance.voices.length - 1];
    if (voice === undefined || !isLive(utterance)) continue;
    const { saidAt, stance, proposition, claim } = utterance;
    const key = [saidAt ?? '', voice, proposition, stance, figureKey(utterance)].join(' ');
    const known = events.get(key);
    if (known === undefined) {
      const kind = kindOf(stance);
      events.set(key, {
        day: saidAt,
        kind,
        stance,
        voice,
        proposition,
        figure: figureOf(utterance),
        claims: [claim],
      });
    } else known.claims.push(claim);
  }
  return [...events.values()].toSorted((a, b) => orderOf(a.day) - orderOf(b.day));
}

function kindOf(stance: Stance): TimelineEvent['kind'] {
  switch (polarityOf(stance)) {
    case 'for':
      return 'claimed';
    case 'against':
      return 'denied';
    default:
      return 'answered';
  }
}

function figureOf({ low, best, high }: Utterance): Figure | null {
  return low === null && best === null && high === null ? null : { low, best, high };
}

function orderOf(day: string | null): number {
  const first = earliestDay(day);
  return first === FIRST_DAY ? LAST_DAY : first;
}
