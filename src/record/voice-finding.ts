/**
 * A person's finding that two voices are one, or that they are two, with the reason. It is what raises or lowers a count
 * of origins beyond what the texts say, so it is made by persons only, logged, and can be taken back. Different names,
 * outlets or wordings prove no difference.
 */
import { construct, type Field, idOf, idOfAny, instant, object, oneOf, orNull, text } from './fields.ts';
import type { ActorId, ClaimId, FindingId, LinkId, PropositionId, SourceId } from './id.ts';

/**
 * Who or what is meant: an actor; a report in its own voice (a source); the unnamed speaker of a claim (a claim); the
 * cited text that a link names and the record does not hold (a link).
 */
export type FoundVoice = ActorId | SourceId | ClaimId | LinkId;

export interface VoiceStatement {
  readonly id: FindingId;
  readonly relation: 'same' | 'distinct';
  readonly a: FoundVoice;
  readonly b: FoundVoice;
  /** The proposition for which it holds; null: for all. */
  readonly proposition: PropositionId | null;
  readonly reason: string;
}

export interface VoiceFinding extends VoiceStatement {
  /** Whose finding it is. */
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Null while it stands. */
  readonly undone: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

const voiceField: Field<FoundVoice> = idOfAny(['actor', 'source', 'claim', 'link']);

const findingField = object<VoiceFinding>(
  {
    id: idOf('finding'),
    relation: oneOf(['same', 'distinct']),
    a: voiceField,
    b: voiceField,
    proposition: orNull(idOf('proposition')),
    reason: text,
    by: text,
    at: instant,
    undone: orNull(object({ by: text, at: instant, reason: text })),
  },
  (finding, fault) => {
    if (finding.a === finding.b) fault('b', 'must name another voice than a');
  },
);

/**
 * Checks a finding's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createVoiceFinding({ id, relation: 'same', a: actor, b: other, proposition: null, reason: 'One press office.', by: 'A reviewer', at, undone: null });
 */
export function createVoiceFinding(fields: VoiceFinding): VoiceFinding {
  return construct('finding', findingField, fields);
}

const KIND_OF_PREFIX = { act: 'actor', src: 'source', clm: 'claim', lnk: 'link' } as const;

/**
 * What is meant by a voice that a finding names.
 *
 * @example
 * foundKind('clm_…'); // 'claim': the unnamed speaker of that claim
 */
export function foundKind(voice: FoundVoice): 'actor' | 'source' | 'claim' | 'link' {
  return KIND_OF_PREFIX[voice.slice(0, 3) as keyof typeof KIND_OF_PREFIX];
}
