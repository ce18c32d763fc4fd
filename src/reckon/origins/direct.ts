/**
 * Who knows at first hand (rule `direct-1`). Kept narrow, because two direct origins raise "at least":
 * - somebody whose words say so: victim, witness, perpetrator, own act (`Attribution.connection`);
 * - somebody who denies, declines, stays silent, asks or undertakes: that is its own position;
 * - a state, body or organisation on an answer, policy or process that the proposition gives to it.
 * A named person or group that only "says" is untraced. An outlet in its own voice is never direct.
 */
import type { Connection } from '../../record/attribution.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Utterance } from '../../record/utterance.ts';
import { foldWords } from '../fold-words.ts';
import { isAnonymous, type Speaker, type SpeakerOf } from '../speakers.ts';

const FIRST_HAND: ReadonlySet<Connection> = new Set<Connection>([
  'victim',
  'witness',
  'perpetrator',
  'own-act',
]);

/** Whether a speaker is the actor that a proposition is about. */
export type DirectRule = (speaker: Speaker, proposition: Proposition) => boolean;

export interface DirectOptions {
  readonly speakerOf: SpeakerOf;
  readonly proposition?: Proposition | null;
  readonly ownAct?: DirectRule;
  readonly connectionOf?: (utterance: Utterance) => Connection;
}

/**
 * Whether the innermost speaker of a claim is identified and speaks of what it knows or does itself.
 *
 * @example
 * isDirect({ ...utterance, connection: 'witness' }, { speakerOf }); // true for a named speaker
 */
export function isDirect(utterance: Utterance, options: DirectOptions): boolean {
  const innermost = utterance.voices[utterance.voices.length - 1];
  if (innermost === undefined || isAnonymous(innermost)) return false;
  const connection = options.connectionOf?.(utterance) ?? utterance.connection;
  if (connection !== undefined && FIRST_HAND.has(connection)) return true;
  const speaker = options.speakerOf(innermost);
  if (speaker.kind === 'media' || speaker.kind === 'unnamed') return false;
  if (utterance.stance !== 'alleges' && utterance.stance !== 'confirms') return true;
  const { proposition, ownAct } = options;
  if (proposition === undefined || proposition === null || ownAct === undefined) return false;
  return OWN_KINDS.has(proposition.kind) && ownAct(speaker, proposition);
}

const OWN_KINDS: ReadonlySet<Proposition['kind']> = new Set<Proposition['kind']>([
  'response',
  'policy',
  'process',
]);

/**
 * Builds the rule from names: the speaker, its institution or the whole it is part of bears the name that the
 * proposition gives as `scope.actor`.
 *
 * @example
 * ownActByName((voice) => namesOf(voice))(minister, twoVisasGranted); // true
 */
export function ownActByName(namesOf: (voice: Speaker['voice']) => readonly string[]): DirectRule {
  return (speaker, proposition) => {
    const actor = proposition.scope.actor;
    if (actor === null) return false;
    const wanted = foldWords(actor).join(' ');
    return [speaker.voice, speaker.entity, speaker.kin].some((voice) =>
      namesOf(voice).some((name) => foldWords(name).join(' ') === wanted),
    );
  };
}
