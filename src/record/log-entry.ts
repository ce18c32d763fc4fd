/**
 * One change to the record. Tables are a view of these, in order. What proves that an entry was not changed (salt,
 * commitment, leaf) is explained in docs/methods/proof-log.md.
 */

import type { AccessesLogged } from './changes/of-accesses.ts';
import type {
  ActorsJoined,
  ClaimReviewed,
  ClaimsProposed,
  ClaimsRegrouped,
  EstimateRecorded,
  PropositionReworded,
  PropositionsHeldApart,
} from './changes/of-claims.ts';
import type {
  CompartmentChanged,
  CountsReleased,
  MemberIntroduced,
  RecordErased,
  RecordSealed,
} from './changes/of-compartments.ts';
import type {
  CheckpointAnchored,
  CheckpointCosigned,
  CustodyRecorded,
  FixityChecked,
  RecordImported,
} from './changes/of-custody.ts';
import type { FindingUndone, LinkReviewed, LinksProposed, VoicesJudged } from './changes/of-links.ts';
import type {
  ClearanceWithdrawn,
  ListImported,
  PeopleDecided,
  PeopleDecisionUndone,
  PersonCleared,
} from './changes/of-people.ts';
import type { IncidentRecorded, PlaceRecorded } from './changes/of-places.ts';
import type { CopyStored, SourceCaptured, SourceDescribed, SourceErased } from './changes/of-sources.ts';
import type {
  ActorId,
  CaptureId,
  ClaimId,
  CompartmentId,
  DecisionId,
  FindingId,
  IncidentId,
  LinkId,
  ListId,
  MemberId,
  PlaceId,
  PropositionId,
  ReleaseId,
  Sha256,
  SourceId,
} from './id.ts';
import type { SettingsChanged } from './record-settings.ts';
import type { ReleaseApproved, ReleaseMade } from './release/release.ts';
import type { SealedId } from './sealed/sealed-record.ts';

export type Change =
  | SourceCaptured
  | SourceDescribed
  | ClaimsProposed
  | ClaimReviewed
  | ClaimsRegrouped
  | PropositionReworded
  | PropositionsHeldApart
  | ActorsJoined
  | LinksProposed
  | LinkReviewed
  | VoicesJudged
  | FindingUndone
  | PersonCleared
  | ClearanceWithdrawn
  | CopyStored
  | CustodyRecorded
  | CheckpointAnchored
  | FixityChecked
  | CheckpointCosigned
  | SourceErased
  | SettingsChanged
  | RecordImported
  | EstimateRecorded
  | ListImported
  | PeopleDecided
  | PeopleDecisionUndone
  | PlaceRecorded
  | IncidentRecorded
  | MemberIntroduced
  | CompartmentChanged
  | RecordSealed
  | RecordErased
  | CountsReleased
  | AccessesLogged
  | ReleaseMade
  | ReleaseApproved;
export type Action = Change['action'];

/** Every action by its name in the log, in the order in which they are told to people. */
export const ACTIONS = [
  'source-captured',
  'source-described',
  'claims-proposed',
  'claim-reviewed',
  'claims-regrouped',
  'proposition-reworded',
  'propositions-held-apart',
  'actors-joined',
  'links-proposed',
  'link-reviewed',
  'voices-judged',
  'finding-undone',
  'person-cleared',
  'clearance-withdrawn',
  'copy-stored',
  'custody-recorded',
  'checkpoint-anchored',
  'fixity-checked',
  'checkpoint-cosigned',
  'source-erased',
  'settings-changed',
  'record-imported',
  'estimate-recorded',
  'list-imported',
  'people-decided',
  'people-decision-undone',
  'place-recorded',
  'incident-recorded',
  'member-introduced',
  'compartment-changed',
  'record-sealed',
  'record-erased',
  'counts-released',
  'accesses-logged',
  'release-made',
  'release-approved',
] as const satisfies readonly Action[];

/** The first id that a change is about; "log" for what concerns all of it. */
export type Subject =
  | SourceId
  | CaptureId
  | ClaimId
  | PropositionId
  | ActorId
  | LinkId
  | FindingId
  | ListId
  | DecisionId
  | PlaceId
  | IncidentId
  | ReleaseId
  | MemberId
  | CompartmentId
  | SealedId
  | 'log';

/** An entry as it was logged, and what commits to it. */
export interface LogEntry {
  /** 1-based, no gaps. Its leaf has the index `seq - 1` in the proof tree. */
  readonly seq: number;
  /** ISO 8601 instant, UTC, as the clock of this machine claimed. */
  readonly at: string;
  /** Who did it: a person's name as configured, or "machine"; '' when erased. */
  readonly agent: string;
  readonly action: Action;
  readonly subject: Subject;
  /** 32 random bytes in hexadecimal; null when erased. */
  readonly salt: string | null;
  /** What the leaf says of agent, subject and body: HMAC under a salt of its own, hexadecimal. */
  readonly commitment: Sha256;
  /** What the leaf says of the bytes of the source that came in; null where none did. */
  readonly bytesCommitment: Sha256 | null;
  /** Hash of the leaf (RFC 6962 §2.1), hexadecimal. */
  readonly leaf: Sha256;
  /** Null when erased. */
  readonly body: Change | null;
}
