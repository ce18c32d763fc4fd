/** What is judged: each group or person of a text with each kind of harm told of near them, made into numbers. */
import { type Tokens, tokensOf } from '../acts/reading.ts';
import { featuresOf, type Ground, groundOf, isNear } from './fact-features.ts';
import { signalsOf, topicsOf } from './fact-signals.ts';
import { bucketOf, hashOf } from './feature-hash.ts';
import { mentionsIn, sentencesOf } from './mentions.ts';
import { withoutAsides } from './plain-ground.ts';
import { type People, samePeople } from './same-people.ts';
import { VICTIM_KINDS, type VictimKind } from './victim-fact.ts';
import { registerOf, wordingSignals } from './wording-signals.ts';

/** People and a kind of harm, ready to be judged. */
export interface Candidate {
  readonly people: People;
  readonly kind: VictimKind;
  /** Buckets of the weight table. */
  readonly buckets: Int32Array;
  readonly signals: readonly number[];
}

/** The candidates of a text with its tokens. */
export interface Candidates {
  readonly tokens: Tokens;
  /** All groups and persons, also those with no harm near. */
  readonly all: readonly People[];
  readonly list: readonly Candidate[];
}

const TYPES = ['count', 'name', 'one'] as const;

function bucketsOf(ground: Ground, people: People, kind: VictimKind): Int32Array {
  const features = featuresOf(ground, people, kind);
  const buckets = new Int32Array(features.size * 3);
  const ofKind = 1 + VICTIM_KINDS.indexOf(kind);
  const ofType = 4 + TYPES.indexOf(people.type);
  let at = 0;
  for (const feature of features) {
    const hash = hashOf(feature);
    buckets[at++] = bucketOf(hash, 0);
    buckets[at++] = bucketOf(hash, ofKind);
    buckets[at++] = bucketOf(hash, ofType);
  }
  return buckets;
}

/**
 * The candidates of a text.
 *
 * @example
 * candidatesIn('Two farmers were killed.').list.length; // 1
 */
export function candidatesIn(text: string): Candidates {
  const tokens = tokensOf(withoutAsides(text));
  const sentences = sentencesOf(tokens);
  const mentions = mentionsIn(tokens, sentences);
  const all = samePeople(tokens.words, mentions);
  const ground = groundOf(tokens, sentences, mentions);
  if (ground.hits.killed + ground.hits.injured + ground.hits.abducted === 0) return { tokens, all, list: [] };
  const topics = topicsOf(ground);
  const register = registerOf(ground);
  const list = all.flatMap((people) =>
    VICTIM_KINDS.filter((kind) => people.mentions.some((mention) => isNear(ground, mention, kind))).map(
      (kind): Candidate => ({
        people,
        kind,
        buckets: bucketsOf(ground, people, kind),
        signals: [
          ...signalsOf(ground, topics, { people, kind }),
          ...wordingSignals(ground, register, { people, kind }),
        ],
      }),
    ),
  );
  return { tokens, all, list };
}
