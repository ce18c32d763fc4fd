/**
 * One change to the record. Tables are a view of these, in order. What proves that an entry was not changed (salt,
 * commitment, leaf) is explained in docs/methods/proof-log.md.
 */

import type { Actor } from './actor.ts';
import type { Capture } from './capture.ts';
import type { Claim, ClaimDecision } from './claim.ts';
import type { ClearedPerson } from './clearance.ts';
import type { CustodyEvent } from './custody.ts';
import type { LoggedEstimate } from './estimate.ts';
import type {
  ActorId,
  CaptureId,
  ClaimId,
  CompartmentId,
  CountsId,
  DecisionId,
  FindingId,
  IncidentId,
  LinkId,
  ListId,
  ListingId,
  MemberId,
  PlaceId,
  PropositionId,
  Sha256,
  SourceId,
} from './id.ts';
import type { Incident } from './incident.ts';
import type { Link, LinkDecision } from './link.ts';
import type { Listing } from './listing.ts';
import type { Outlet } from './outlet.ts';
import type { PeopleStatement } from './people-decision.ts';
import type { Place } from './place.ts';
import type { Proposition } from './proposition.ts';
import type { MemberCard, MemberWrap } from './sealed/held-compartment.ts';
import type { SealedId } from './sealed/sealed-record.ts';
import type { Source } from './source.ts';
import type { VictimList } from './victim-list.ts';
import type { VoiceStatement } from './voice-finding.ts';

/** A source came in. `text` content is stored by hash beside the log, as the bytes are. */
export interface SourceCaptured {
  readonly action: 'source-captured';
  readonly source: Source;
  readonly capture: Capture;
  /** Actors first seen here (publisher, authors). */
  readonly actors: readonly Actor[];
}

/** Metadata of a source changed: a new version, the old one stays in the log. */
export interface SourceDescribed {
  readonly action: 'source-described';
  readonly source: Source;
  readonly actors: readonly Actor[];
  /** Why, where a person decided what of it may leave the vault. */
  readonly reason?: string;
}

/** An extractor read a capture, or a person marked words in it. One entry for the whole batch; claims have status `proposed`. */
export interface ClaimsProposed {
  readonly action: 'claims-proposed';
  readonly capture: CaptureId;
  /** Name and version of the program; null when a person makes the claims. */
  readonly extractor: string | null;
  readonly actors: readonly Actor[];
  readonly propositions: readonly Proposition[];
  readonly claims: readonly Claim[];
}

/** A person accepted or rejected a claim, or took the last decision on it back. */
export interface ClaimReviewed {
  readonly action: 'claim-reviewed';
  readonly claim: ClaimId;
  readonly decision: ClaimDecision;
  readonly reason: string | null;
}

/** A person put claims to another proposition (join, split or undo). */
export interface ClaimsRegrouped {
  readonly action: 'claims-regrouped';
  readonly claims: readonly ClaimId[];
  readonly to: PropositionId;
  /** Propositions first seen here (a split makes one). */
  readonly propositions: readonly Proposition[];
  readonly reason: string;
}

/** The neutral sentence of a proposition with its language (BCP 47). */
export interface Wording {
  readonly text: string;
  readonly lang: string;
}

/** A person worded a proposition anew: what it is about stays, and so does every claim on it. */
export interface PropositionReworded {
  readonly action: 'proposition-reworded';
  readonly proposition: PropositionId;
  readonly before: Wording;
  readonly after: Wording;
  readonly reason: string;
}

/** A person looked at two propositions: they are two and are suggested as one no more, or may be again. */
export interface PropositionsHeldApart {
  readonly action: 'propositions-held-apart';
  /** In the order of their ids. */
  readonly pair: readonly [PropositionId, PropositionId];
  /** False: an earlier decision is taken back. */
  readonly apart: boolean;
  readonly reason: string;
}

/** Two actors are one: `absorbed` is shown as `kept` from now on. */
export interface ActorsJoined {
  readonly action: 'actors-joined';
  readonly kept: ActorId;
  readonly absorbed: ActorId;
  readonly reason: string;
}

/** What reports rest on was traced. One entry for the whole batch; links have status `proposed`. */
export interface LinksProposed {
  readonly action: 'links-proposed';
  /** Name and version of the program; null when a person names the links. */
  readonly extractor: string | null;
  /** Captures that the program has traced now, those without a link too; empty by hand. */
  readonly captures: readonly CaptureId[];
  /** Actors first seen here. */
  readonly actors: readonly Actor[];
  readonly links: readonly Link[];
}

/** A person confirmed or cut a link, or took the last decision on it back. */
export interface LinkReviewed {
  readonly action: 'link-reviewed';
  readonly link: LinkId;
  readonly decision: LinkDecision;
  readonly reason: string;
}

/** A person found two voices to be one, or to be two. */
export interface VoicesJudged {
  readonly action: 'voices-judged';
  readonly finding: VoiceStatement;
}

/** A finding about two voices is taken back. */
export interface FindingUndone {
  readonly action: 'finding-undone';
  readonly finding: FindingId;
  readonly reason: string;
}

/** A person may be named in what is published from now on. */
export interface PersonCleared {
  readonly action: 'person-cleared';
  readonly person: ClearedPerson;
  readonly reason: string;
}

/** A person is no longer named in what is published from now on. What was published is not called back by it. */
export interface ClearanceWithdrawn {
  readonly action: 'clearance-withdrawn';
  readonly person: ClearedPerson;
  readonly reason: string;
}

/** Another copy of a source that is in the record: redacted, converted, or handed in again. */
export interface CopyStored {
  readonly action: 'copy-stored';
  /** `of` an existing source, `copy: 'working'`, `derivedFrom` one of its captures. */
  readonly capture: Capture;
  /** What was done to make it. */
  readonly event: CustodyEvent;
}

/** A step of a source's custody that no other entry tells. */
export interface CustodyRecorded {
  readonly action: 'custody-recorded';
  readonly source: SourceId;
  readonly event: CustodyEvent;
}

/** The head of the log left the vault, so that a later change of what it covers can be shown. */
export interface CheckpointAnchored {
  readonly action: 'checkpoint-anchored';
  readonly how: 'exported' | 'witnessed' | 'timestamped';
  /** Entries that the checkpoint covers. */
  readonly size: number;
  /** The signed note, with the lines of witnesses if there are any. */
  readonly checkpoint: string;
  /** RFC 3161 token, base64; null unless time-stamped. */
  readonly token: string | null;
  /** Address of the time-stamp authority, or name of the witness; null for an export. */
  readonly authority: string | null;
  /** Instant that the authority or the witness states, ISO 8601 UTC; null for an export. */
  readonly anchoredAt: string | null;
  /** For whom it was exported; null: not said, or not an export. */
  readonly to: string | null;
}

/** All bytes and the whole log were checked. */
export interface FixityChecked {
  readonly action: 'fixity-checked';
  readonly captures: number;
  readonly entries: number;
  /** 0: nothing differed. */
  readonly faults: number;
  /** The first items that differed: ids, entry numbers, hashes; never content. */
  readonly items: readonly string[];
}

/** As a witness: this vault cosigned the checkpoint of another organisation's log. */
export interface CheckpointCosigned {
  readonly action: 'checkpoint-cosigned';
  /** Name of that log: the first line of its checkpoints. */
  readonly origin: string;
  /** Verifier key of that log, as it was pinned when it was first witnessed. */
  readonly vkey: string;
  /** Entries that the checkpoint covers. */
  readonly size: number;
  /** The signed note with the cosignature of this vault. */
  readonly checkpoint: string;
  /**
   * Number of the entry it was checked against, 1-based; null: the first of that log. An entry that another process
   * overtook does not count: its cosignature was never given out.
   */
  readonly previous: number | null;
}

/** What later entries still need of an erased one. */
export interface ErasureRemainder {
  /** The erased entry. */
  readonly seq: number;
  readonly actors: readonly Actor[];
  readonly propositions: readonly Proposition[];
  /** What it traced in sources that stay; absent when nothing. */
  readonly tracing?: Pick<LinksProposed, 'extractor' | 'captures' | 'links'>;
}

/**
 * A source is erased: its bytes, texts and claims, and the bodies of the entries that held them. Their leaves stay in
 * the proof tree; without salt and body they say nothing.
 */
export interface SourceErased {
  readonly action: 'source-erased';
  readonly source: SourceId;
  /** In a person's words; it stays, so it must not repeat what is erased. */
  readonly reason: string;
  /** Entries whose salt and body are destroyed with this one. */
  readonly entries: readonly number[];
  /** Ids that existed until now: captures, claims, links, findings, propositions, actors. */
  readonly gone: readonly string[];
  readonly remainders: readonly ErasureRemainder[];
}

/** A time-stamp authority as a person entered it. */
export interface TimeAuthority {
  readonly url: string;
  /** Its root certificates, PEM. */
  readonly rootsPem: string;
}

/** A partner organisation that signs checkpoints. */
export interface Witness {
  readonly name: string;
  /** C2SP verifier key. */
  readonly vkey: string;
}

/** How this record is kept. */
export interface RecordSettings {
  readonly authorities: readonly TimeAuthority[];
  readonly witnesses: readonly Witness[];
  /** Whether opening a source is written to its custody. */
  readonly logViews: boolean;
  /** Outlets that people added, or corrected: one with the code of a shipped outlet stands in its place. Absent: none. */
  readonly outlets?: readonly Outlet[];
  /**
   * 32 random bytes, hexadecimal: under it pseudonyms of persons are made, so that they stay the same and say nothing. Absent until the
   * first publication.
   */
  readonly pseudonymKey?: string;
}

/** Before anybody changed them. */
export const DEFAULT_SETTINGS: RecordSettings = Object.freeze({
  authorities: [],
  witnesses: [],
  logViews: false,
});

/** The settings as a whole, from now on. */
export interface SettingsChanged {
  readonly action: 'settings-changed';
  readonly settings: RecordSettings;
}

/** Everything after this entry was brought over from a record of an older format, each with its own time and name. */
export interface RecordImported {
  readonly action: 'record-imported';
  /** Name and version of the old format, for example "onrecord-vault 1". */
  readonly format: string;
  /** Hash of the last entry of the old log; 64 zeros for an empty one. */
  readonly head: Sha256;
  /** Of the old log. */
  readonly entries: number;
}

/** A person put an estimate of the undocumented on record. */
export interface EstimateRecorded {
  readonly action: 'estimate-recorded';
  readonly estimate: LoggedEstimate;
}

/**
 * A file was taken in as a list of people, or a newer file of the same list. One import is one entry or a few, logged in one
 * step; each tells the list as it is from now on. Rows that did not change are not logged again.
 */
export interface ListImported {
  readonly action: 'list-imported';
  readonly list: VictimList;
  /** The file that the rows stand in. */
  readonly capture: CaptureId;
  /** 1-based, of `parts`. */
  readonly part: number;
  readonly parts: number;
  /** Rows that are new, and rows that say something else than before: whole, in the order of the file. */
  readonly listings: readonly Listing[];
  /** Listings that this file no longer has. They are marked, not deleted. */
  readonly gone: readonly ListingId[];
}

/** A person decided that two listings are one person, or two. */
export interface PeopleDecided {
  readonly action: 'people-decided';
  readonly decision: PeopleStatement;
}

/** A decision on two listings is taken back. */
export interface PeopleDecisionUndone {
  readonly action: 'people-decision-undone';
  readonly decision: DecisionId;
  readonly reason: string;
}

/** A person says what is known of a place and which words of sources mean it: the place as it is from now on. */
export interface PlaceRecorded {
  readonly action: 'place-recorded';
  readonly place: Place;
  /** As sources word it; never empty. A wording belongs to the place that named it last. */
  readonly wordings: readonly string[];
  readonly reason: string;
  /** True: the place is taken back, and its words mean no recorded place any more. */
  readonly withdrawn: boolean;
}

/** A person says what happened, in neutral words, and which propositions speak of it: the incident as it is from now on. */
export interface IncidentRecorded {
  readonly action: 'incident-recorded';
  readonly incident: Incident;
  readonly propositions: readonly PropositionId[];
  readonly reason: string;
  /** True: it is taken back. Its propositions stay. */
  readonly withdrawn: boolean;
}

/** Somebody made keys and shows the public ones, to be taken into compartments. */
export interface MemberIntroduced {
  readonly action: 'member-introduced';
  readonly member: MemberCard;
}

/**
 * A compartment was made, or its members changed. When one leaves a new epoch begins: the keys of all its records come with
 * the entry, wrapped anew, and stand beside the log in place of the old ones.
 */
export interface CompartmentChanged {
  readonly action: 'compartment-changed';
  readonly compartment: CompartmentId;
  /** 1-based. */
  readonly epoch: number;
  /** The signed head, JSON. */
  readonly head: string;
  /** Of the members who are new to this epoch. */
  readonly wraps: readonly MemberWrap[];
}

/** A version of a sealed record. Its key comes with the entry and stands beside the log, so that it can be destroyed. */
export interface RecordSealed {
  readonly action: 'record-sealed';
  readonly compartment: CompartmentId;
  readonly record: SealedId;
  /** 1-based. */
  readonly version: number;
  /** Ciphertext, base64; null where it lies among the blobs. */
  readonly sealed: string | null;
  /** SHA-256 of the ciphertext among the blobs; null where it stands here. */
  readonly blob: Sha256 | null;
}

/** A sealed record is erased with all its versions: their keys, salts and bodies. The log keeps that it was, not what. */
export interface RecordErased {
  readonly action: 'record-erased';
  readonly compartment: CompartmentId;
  readonly record: SealedId;
  /** Entries whose salt and body are destroyed with this one: all that held it. */
  readonly entries: readonly number[];
}

/**
 * Counts from cases that two members of a compartment let go: the one who prepared them and a second one who signed them off.
 * They may be published. No count of a withheld cell is in it.
 */
export interface CountsReleased {
  readonly action: 'counts-released';
  readonly compartment: CompartmentId;
  /** The sealed record in which the same release stands. */
  readonly record: CountsId;
  /** JSON, as `readRelease` of reckon/disclosure reads it. */
  readonly release: string;
  /** Ed25519 signatures in base64; over what each of the two saw (crypto/compartment/counts-signature.ts). */
  readonly signatures: { readonly prepared: string; readonly signedOff: string };
}

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
  | CountsReleased;
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
