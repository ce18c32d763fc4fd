/** One step of a chain of mouths: who speaks, with which words they are introduced, and where that stands. */
import { type Field, idOf, language, object, oneOf, optional, orNull, text, whole } from './fields.ts';
import type { ActorId } from './id.ts';
import { type Passage, passageField } from './passage.ts';

/** `distancing` when the words keep the claim at arm's length ("alleged"), `endorsing` when they vouch ("revealed"). */
export const CUE_FORCES = ['neutral', 'distancing', 'endorsing'] as const;
export type CueForce = (typeof CUE_FORCES)[number];

/** `named` person or body; `role` ("a spokesperson for X"); `anonymous` ("sources", "it was reported"). */
export const ANONYMITIES = ['named', 'role', 'anonymous'] as const;
export type Anonymity = (typeof ANONYMITIES)[number];

/** HURIDOCS list 19 with our labels: how the speaker knows. `unknown` unless the text says so. */
export const CONNECTIONS = [
  'victim',
  'witness',
  'perpetrator',
  'relative',
  'third-party',
  'reporter',
  'lawyer',
  'medical',
  'ngo',
  'own-act',
  'unknown',
] as const;
export type Connection = (typeof CONNECTIONS)[number];

/** The words that attribute. */
export interface Cue {
  /** As written, for example "has alleged". */
  readonly text: string;
  /** Dictionary form, for example "allege". */
  readonly lemma: string;
  /** BCP 47. */
  readonly lang: string;
  readonly force: CueForce;
}

/** How many unnamed speakers there are, as the text states: "two people" 2 and 2, "sources" 1 and open. */
export interface StatedNumber {
  /** From 1 on. */
  readonly min: number;
  /** Not below `min`; null: open. */
  readonly max: number | null;
}

/** One speaker in a chain, outermost first. */
export interface Attribution {
  /** The resolved actor; null when anonymous or not resolved. */
  readonly speaker: ActorId | null;
  /** The mention as written ("the newspaper"); for the outlet of the source itself, its name. */
  readonly named: string;
  /** Null for the implicit outermost step: the outlet that publishes the source. */
  readonly cue: Cue | null;
  /** Where the mention stands; null when implicit. */
  readonly passage: Passage | null;
  readonly connection: Connection;
  readonly anonymity: Anonymity;
  /** Absent: one, or not stated; always absent where the speaker is resolved. */
  readonly stated?: StatedNumber;
}

const cueField = object<Cue>({ text, lemma: text, lang: language, force: oneOf(CUE_FORCES) });

const statedField = object<StatedNumber>({ min: whole, max: orNull(whole) }, ({ min, max }, fault) => {
  if (min < 1) fault('min', 'must be 1 or more: somebody speaks');
  if (max !== null && max < min) fault('max', 'must not be below min');
});

/** Reads one step of a chain. */
export const attributionField: Field<Attribution> = object<Attribution>(
  {
    speaker: orNull(idOf('actor')),
    named: text,
    cue: orNull(cueField),
    passage: orNull(passageField),
    connection: oneOf(CONNECTIONS),
    anonymity: oneOf(ANONYMITIES),
    stated: optional(statedField),
  },
  (step, fault) => {
    if (step.anonymity === 'anonymous' && step.speaker !== null)
      fault('speaker', 'must be null when anonymous');
    if (step.stated !== undefined && step.speaker !== null)
      fault('stated', 'must be absent where the speaker is known: a number is stated of unnamed people');
  },
);
