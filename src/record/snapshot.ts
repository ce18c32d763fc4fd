/** The record at one log position, whole, in memory: what pages and exports are made from. */
import type { Actor } from './actor.ts';
import type { Capture } from './capture.ts';
import type { Claim } from './claim.ts';
import type { ActorId, CaptureId, ClaimId, FindingId, LinkId, PropositionId, SourceId } from './id.ts';
import type { Link } from './link.ts';
import type { Proposition } from './proposition.ts';
import type { Source } from './source.ts';
import type { VoiceFinding } from './voice-finding.ts';

export interface RecordSnapshot {
  /** `seq` of the last entry that is in it. */
  readonly logPosition: number;
  /** ISO 8601 instant of that entry; null for an empty record. */
  readonly asOf: string | null;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly captures: ReadonlyMap<CaptureId, Capture>;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly propositions: ReadonlyMap<PropositionId, Proposition>;
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly links: ReadonlyMap<LinkId, Link>;
  readonly findings: ReadonlyMap<FindingId, VoiceFinding>;
}
