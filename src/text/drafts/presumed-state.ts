/**
 * A name in no list that grants or refuses visas, or was asked for them, stands for a state or one of its bodies: nobody else
 * has them to give. Only a guess, so what rests on it is proposed with less confidence.
 */
import type { ActorKind } from '../../record/actor.ts';
import type { Answer } from '../../record/proposition.ts';

interface Speaker {
  readonly resolved: string | null;
  readonly named?: string;
  readonly kind?: ActorKind;
}

/** What is left of the confidence of a proposal that rests on the guess. */
export const PRESUMED = 0.7;

/**
 * The state that an unlisted speaker may stand for: one capital word, called by it. Null: nothing speaks for it.
 *
 * @example
 * presumedState({ resolved: 'Orlund', named: 'Orlund', kind: 'person' }, 'granted'); // 'Orlund'
 */
export function presumedState(speaker: Speaker | null | undefined, answer: Answer | null): string | null {
  if (speaker == null || answer === null || !/^(?:person|unnamed)$/.test(speaker.kind ?? '')) return null;
  const { resolved, named = resolved } = speaker;
  if (resolved === null || named?.trim() !== resolved) return null;
  return /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(resolved) ? resolved : null;
}
