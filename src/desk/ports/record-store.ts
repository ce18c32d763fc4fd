/**
 * What the desk needs of a store. There is one way to write: append changes to the log; the store updates
 * its tables from them in the same transaction. Every engine passes src/storage/contract.ts.
 */
import type { Actor } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim, ClaimStatus } from '../../record/claim.ts';
import type {
  ActorId,
  CaptureId,
  ClaimId,
  DecisionId,
  FindingId,
  LinkId,
  ListId,
  ListingId,
  PropositionId,
  Sha256,
  SourceId,
} from '../../record/id.ts';
import type { Link, LinkStatus } from '../../record/link.ts';
import type { HeldListing } from '../../record/listing.ts';
import type { Action, Change, LogEntry, Subject } from '../../record/log-entry.ts';
import type { PeopleDecision } from '../../record/people-decision.ts';
import type { Measure, Proposition, PropositionKind } from '../../record/proposition.ts';
import type { RecordSettings } from '../../record/record-settings.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import type { Source } from '../../record/source.ts';
import type { Stance } from '../../record/stance.ts';
import type { Utterance } from '../../record/utterance.ts';
import type { VictimList } from '../../record/victim-list.ts';
import type { VoiceFinding } from '../../record/voice-finding.ts';
import type { NewRecordKey, SealedReadings } from './sealed-store.ts';

/** A change waiting to be logged. The store gives it its number, hashes and place. */
export interface NewEntry {
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly agent: string;
  readonly subject: Subject;
  readonly body: Change;
  /** Texts named by hash in the body and not yet stored; kept and indexed in the same transaction. */
  readonly texts?: ReadonlyMap<Sha256, string>;
  /** The bytes that came in, for `source-captured`, `copy-stored` and a sealed document: the entry commits to them. */
  readonly bytes?: Uint8Array;
  /**
   * Refuses everything with `invalid-record` when bytes of this hash are a source of the record by then: another
   * process may have stored the same file since it was asked for.
   */
  readonly unlessStored?: Sha256;
  /**
   * Refuses everything with `vault-busy` when this reader has read one of these captures by then: another process did the
   * same work meanwhile.
   */
  readonly unlessRead?: { readonly captures: readonly CaptureId[]; readonly extractor: string };
  /**
   * Entries that the log had when the actors and propositions of this one were chosen. Refuses everything with
   * `vault-busy` and a fault at `madeSince` when an actor of the same name as one that is new here, or a proposition under
   * the same blocking key, came into the record after them: another process made it meanwhile. Choose again.
   */
  readonly madeSince?: number;
  /**
   * Refuses everything with `vault-busy` unless the log has exactly so many entries before this one: what was planned
   * on them may not fit later ones.
   */
  readonly onHead?: number;
  /**
   * Refuses everything with `changed-meanwhile` when one of these stands otherwise just before this entry: somebody decided on it, or
   * replaced it, since it was looked at. Its faults bear the ids as paths.
   */
  readonly whileStanding?: readonly Standing[];
  /** Keys of sealed records: of the one that is sealed, or of all of a compartment when a new epoch begins. */
  readonly recordKeys?: readonly NewRecordKey[];
}

/** How a claim or a link stood when somebody looked at it. */
export type Standing =
  | { readonly id: ClaimId; readonly status: ClaimStatus }
  | { readonly id: LinkId; readonly status: LinkStatus };

/** All given conditions hold together; an absent one does not filter. */
export interface ClaimFilter {
  readonly source?: SourceId;
  /** Any of these; none of them fits when the list is empty. */
  readonly sources?: readonly SourceId[];
  readonly proposition?: PropositionId;
  /** Any of these; none of them fits when the list is empty. */
  readonly propositions?: readonly PropositionId[];
  /** Of claims on these propositions those of these stances alone: what is said against a thing bears on others. */
  readonly besides?: { readonly propositions: readonly PropositionId[]; readonly stances: readonly Stance[] };
  /** Any of these; none of them fits when the list is empty. */
  readonly ids?: readonly ClaimId[];
  readonly statuses?: readonly ClaimStatus[];
  readonly stance?: Stance;
  readonly measure?: Measure;
  /** Anywhere in the chain. */
  readonly speaker?: ActorId;
  /** Rows; all when absent. */
  readonly limit?: number;
  /** The claim after which to go on, in the store's order (log order). */
  readonly after?: ClaimId;
}

/** How many claims of one stance stand on one proposition. */
export interface ClaimTally {
  readonly proposition: PropositionId;
  readonly stance: Stance;
  /** Whether they state a number: a low, a best or a high. */
  readonly numbered: boolean;
  readonly claims: number;
}

/** How many claims of one status and stance stand on one proposition; 0 where there were some. */
export interface StatusTally extends ClaimTally {
  readonly status: ClaimStatus;
}

/** Takes what entries changed, one thing after the other. */
export interface ChangeTaker {
  /** What was taken before holds no more: everything follows. */
  clear(): void;
  proposition(proposition: Proposition): void;
  tally(tally: StatusTally): void;
  /** An actor as it is shown now, and who is shown as it and no more as itself. */
  actor(shown: Actor, absorbed: readonly ActorId[]): void;
}

/** How many claims of one status stand in one source. */
export interface SourceTally {
  readonly source: SourceId;
  readonly status: ClaimStatus;
  readonly claims: number;
}

/** Between which days something was said of a proposition: EDTF as the claims have it, first and last in the order of letters. */
export interface SaidSpan {
  readonly proposition: PropositionId;
  readonly first: string;
  readonly last: string;
}

export interface PropositionFilter {
  readonly kind?: PropositionKind;
  readonly measure?: Measure;
  /** The blocking key that reckon gives a draft or proposition. */
  readonly groupKey?: string;
}

/** All given conditions hold together; an absent one does not filter. */
export interface LinkFilter {
  /** Links that lead from any of these reports. */
  readonly from?: readonly SourceId[];
  /** Links that lead to any of these held reports or documents. */
  readonly to?: readonly SourceId[];
  readonly statuses?: readonly LinkStatus[];
}

/** A list of people as it is now. */
export interface HeldList {
  readonly list: VictimList;
  /** Its newest file. */
  readonly capture: CaptureId;
  /** Listings that the newest file has. */
  readonly listings: number;
  /** Listings that only earlier files have. */
  readonly gone: number;
}

/** One place in one text. */
export interface SearchHit {
  readonly source: SourceId;
  readonly capture: CaptureId;
  readonly title: string | null;
  /** Words around the hit; the hits themselves between ⟦ and ⟧. */
  readonly snippet: string;
}

/** What a search found. */
export interface SearchHits {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** False: the words stand together in so many texts that the latest alone were weighed. */
  readonly whole: boolean;
}

export interface RecordCounts {
  readonly sources: number;
  readonly captures: number;
  readonly withoutText: number;
  readonly actors: number;
  readonly propositions: number;
  readonly claims: Readonly<Record<ClaimStatus, number>>;
  readonly entries: number;
}

/** The head of the proof tree, signed. */
export interface Checkpoint {
  /** Entries covered. */
  readonly size: number;
  /** C2SP signed note, Ed25519. */
  readonly note: string;
}

/** Whose log it is. */
export interface LogIdentity {
  /** First line of every checkpoint. */
  readonly origin: string;
  /** C2SP verifier key. */
  readonly vkey: string;
}

/** The first difference found by a check of the tables against the log. */
export interface StoreFault {
  /** What differs: an entry number, an id or a table. */
  readonly item: string;
  readonly message: string;
}

/** The record as it was after some of its entries. */
export interface PastRecord {
  /** For reading; close it. */
  readonly store: RecordStore;
  /** Root of the proof tree over those entries, hexadecimal. */
  readonly root: Sha256;
  /** ISO 8601 instant of the last of them, UTC. */
  readonly asOf: string;
}

export interface RecordStore extends SealedReadings {
  /**
   * Appends entries in order, in one transaction with the tables they change. All or nothing.
   *
   * @throws OnRecordError `vault-busy`, `read-only`, `disk-full`, `invalid-record`
   */
  append(entries: readonly NewEntry[]): Promise<readonly LogEntry[]>;

  source(id: SourceId): Promise<Source | null>;
  /** In log order; with ids, these alone. */
  sources(ids?: readonly SourceId[]): Promise<readonly Source[]>;
  capture(id: CaptureId): Promise<Capture | null>;
  captures(filter?: { readonly source?: SourceId }): Promise<readonly Capture[]>;
  /** Whether these bytes are stored already; null when not. With a WARC record id, that record of them. */
  captureOfBytes(sha256: Sha256, warcRecordId?: string): Promise<Capture | null>;
  /** Of which of these bytes there is a capture: `captureOfBytes` for hundreds at once. */
  storedAmong(hashes: readonly Sha256[]): Promise<ReadonlySet<Sha256>>;
  /**
   * Captures with text that the extractor has not read yet, in log order: ids only, for there may be very many.
   *
   * @param among these alone; absent: all
   */
  unreadCaptures(extractor: string, among?: readonly CaptureId[]): Promise<readonly CaptureId[]>;
  /** The normalised text by its hash; null when not stored. */
  text(sha256: Sha256): Promise<string | null>;

  actor(id: ActorId): Promise<Actor | null>;
  actors(): Promise<readonly Actor[]>;
  /** Actors that bear this name in some spelling, compared by `foldName`. */
  actorsNamed(name: string): Promise<readonly Actor[]>;

  proposition(id: PropositionId): Promise<Proposition | null>;
  propositions(filter?: PropositionFilter): Promise<readonly Proposition[]>;

  /**
   * Hands over what entries after one wrote of propositions, of the counts of their claims and of actors, each as it is now, as
   * of one moment; propositions in log order. Costs what was written. After an erasure everything is told anew.
   *
   * @param entry number of the last entry that is known; 0: everything
   * @returns the number of the last entry of that moment; 0 for an empty log
   */
  changedSince(entry: number, to: ChangeTaker): Promise<number>;

  claim(id: ClaimId): Promise<Claim | null>;
  /** In log order. */
  claims(filter?: ClaimFilter): Promise<readonly Claim[]>;
  /** The narrow view for counting, in log order; far cheaper than `claims`. */
  utterances(filter?: ClaimFilter): Promise<readonly Utterance[]>;

  link(id: LinkId): Promise<Link | null>;
  /** In log order. */
  links(filter?: LinkFilter): Promise<readonly Link[]>;
  finding(id: FindingId): Promise<VoiceFinding | null>;
  /** All of them, also those taken back, in log order: persons make them one by one, so there are few. */
  findings(): Promise<readonly VoiceFinding[]>;

  /** In log order. */
  lists(): Promise<readonly HeldList[]>;
  listing(id: ListingId): Promise<HeldListing | null>;
  /**
   * Listings of one list or of all, also those that are gone: list by list in log order, each list in the order in which its
   * listings were written down. As of the moment when it is asked; what is erased meanwhile is left out.
   */
  listings(list?: ListId): AsyncIterable<HeldListing>;
  decision(id: DecisionId): Promise<PeopleDecision | null>;
  /** Decisions on who is one person, also those taken back, in log order: persons make them one by one, so there are few. */
  decisions(): Promise<readonly PeopleDecision[]>;

  /** Ids of claims that begin with these letters, in the order of ids. */
  claimIdsBeginning(letters: string, limit: number): Promise<readonly ClaimId[]>;
  /** How many claims fit, by status; `limit` and `after` do not count. */
  countClaims(filter: ClaimFilter): Promise<Readonly<Record<ClaimStatus, number>>>;
  /** How many claims of these statuses stand on each proposition; told without reading the claims. */
  tallies(statuses: readonly ClaimStatus[]): Promise<readonly ClaimTally[]>;

  /** How many claims of each status stand in each source that has any; told without reading the claims. */
  sourceTallies(): Promise<readonly SourceTally[]>;

  /** For every proposition of which claims of these statuses say when they were said; told without reading the claims. */
  saidSpans(statuses: readonly ClaimStatus[]): Promise<readonly SaidSpan[]>;

  /** Full text; terms are joined by AND, "quoted words" are a phrase. Case and accents do not matter. */
  search(query: string, limit: number): Promise<SearchHits>;

  /** Entries from `from` (1-based, inclusive), oldest first. */
  log(from?: number, limit?: number): AsyncIterable<LogEntry>;
  head(): Promise<LogEntry | null>;
  /** What entries after one are about, without their bodies, oldest first. */
  heads(after: number): Promise<readonly Pick<LogEntry, 'seq' | 'action' | 'subject'>[]>;
  /** Entries that concern a source, also an erased one, oldest first. */
  entriesOf(source: SourceId): Promise<readonly LogEntry[]>;
  /** Entries of one kind, oldest first. */
  entriesWith(action: Action): Promise<readonly LogEntry[]>;
  settings(): Promise<RecordSettings>;

  readonly identity: LogIdentity;
  /** Null while the log is empty. */
  checkpoint(): Promise<Checkpoint | null>;
  /**
   * Hashes that prove that entry `seq` is in the first `size` entries (RFC 6962 §2.1.1), hexadecimal.
   *
   * @throws OnRecordError `not-found` when there is no such entry or size
   */
  inclusion(seq: number, size: number): Promise<readonly Sha256[]>;
  /**
   * Hashes that prove that the first `from` entries are a beginning of the first `to` (RFC 6962 §2.1.2), hexadecimal.
   *
   * @throws OnRecordError `not-found` when there is no such size
   */
  consistency(from: number, to: number): Promise<readonly Sha256[]>;
  counts(): Promise<RecordCounts>;
  /**
   * The record as it was after its first `position` entries, without what was erased since; close its store.
   *
   * @throws OnRecordError `not-found` when the log has fewer entries
   */
  past(position: number): Promise<PastRecord>;
  /** Everything, for pages and exports. */
  snapshot(): Promise<RecordSnapshot>;
  /** Proves the log and plays it into fresh tables, and compares. Empty: nothing differs. */
  check(): Promise<readonly StoreFault[]>;
  /** True: `check` runs on a thread of its own, so that other things may be asked meanwhile. */
  readonly checksBeside?: boolean;
  close(): Promise<void>;
}
