/** The neutral sentence that claims are about. It holds no speaker, no cue and no number: the number is each claim's. */
import type { PropositionId } from './id.ts';

export const PROPOSITION_KINDS = [
  'occurrence',
  'count',
  'responsibility',
  'place',
  'identity',
  'status',
  'policy',
  'process',
  'response',
] as const;
/** `response` is what a state or institution answered; the others as in shared standards §4. */
export type PropositionKind = (typeof PROPOSITION_KINDS)[number];

/** What is counted or done. */
export const MEASURES = [
  'killed',
  'injured',
  'detained',
  'abducted',
  'disappeared',
  'tortured',
  'sexual-violence',
  'displaced',
  'released',
  'detention-sites',
  'visa',
  'asylum',
  'relocation',
  'evacuation',
  'investigation',
  'statement',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What a state or institution can answer. `silent` and `declined` are different things. */
export const ANSWERS = ['granted', 'refused', 'partly', 'pending', 'declined', 'silent'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Who, where, by whom: as worded by the sources, lower case where it is no name. Null: not said. */
export interface Scope {
  /** "gay and bisexual men", "villagers": the source's words for the people, never inferred. */
  readonly group: string | null;
  readonly place: string | null;
  /** Alleged perpetrator. */
  readonly by: string | null;
  /** The state or institution that answers, for responses and policies. */
  readonly actor: string | null;
}

export interface Proposition {
  readonly id: PropositionId;
  readonly kind: PropositionKind;
  readonly measure: Measure | null;
  readonly answer: Answer | null;
  readonly scope: Scope;
  /** Neutral wording, one sentence without a full stop. */
  readonly text: string;
  /** BCP 47 of `text`. */
  readonly lang: string;
  readonly narrowerThan: PropositionId | null;
}
