/**
 * The tables of a vault, typed for the query builder. Both engines have the same columns: booleans are 0 or 1,
 * JSON and dates are text. `place` is log order: one counter over all things in the record.
 * `entry` is the log entry that last changed the row; triggers refuse any other way of writing.
 */
import type { ClaimStatus } from '../record/claim.ts';
import type { LinkStatus } from '../record/link.ts';
import type { Action } from '../record/log-entry.ts';
import type { Measure, PropositionKind } from '../record/proposition.ts';
import type { Stance } from '../record/stance.ts';

/**
 * One log entry. `body` is canonical JSON; null, as `salt`, once erased. `commitment`, `bytes_commitment` and `leaf` stay
 * for ever.
 */
export interface LogRow {
  seq: number;
  at: string;
  agent: string;
  action: Action;
  subject: string;
  salt: string | null;
  commitment: string;
  bytes_commitment: string | null;
  leaf: string;
  body: string | null;
}

/** Root of a complete subtree of 256^level leaves, hexadecimal; `place` counts such subtrees from 0. */
export interface LogTileRow {
  level: number;
  place: number;
  hash: string;
}

/** The head of the log: one row. `peaks`: the tree's peaks, hexadecimal; `checkpoint`: the signed note. */
export interface LogHeadRow {
  only: number;
  size: number;
  peaks: string;
  checkpoint: string;
}

/**
 * The gate that guards all tables: one row. `entry`: the entry that is being written, null while none is; `erasing` 1: an
 * erasure is at work; `moved`: the keys in force, 0 until they were changed for the first time.
 */
export interface AppendGateRow {
  only: number;
  entry: number | null;
  erasing: number;
  moved: number;
}

/** The key of one blob, wrapped; destroyed with an erasure. */
export interface BlobKeyRow {
  sha256: string;
  wrapped: string;
  entry: number;
}

/** Which entries concern a source; also one that is erased. */
export interface EntrySourceRow {
  source: string;
  entry: number;
}

/** One normalised text, by its hash. */
export interface TextRow {
  sha256: string;
  content: string;
  entry: number;
}

/** `body`: the source as JSON. */
export interface SourceRow {
  place: number;
  id: string;
  body: string;
  entry: number;
}

/** `source`: place of its source; `working` 1: made from another capture, so nothing is proposed from it. */
export interface CaptureRow {
  place: number;
  id: string;
  source: number;
  sha256: string;
  warc_record: string | null;
  text_sha256: string | null;
  working: number;
  body: string;
  entry: number;
}

/** Which extractor has read which capture. */
export interface ReadingRow {
  capture: number;
  extractor: string;
  entry: number;
}

/** `joined_to`: place of the actor that it is shown as; null when it stands for itself. */
export interface ActorRow {
  place: number;
  id: string;
  joined_to: number | null;
  body: string;
  entry: number;
}

/** One spelling of one actor's name, as `foldName` gives it. */
export interface ActorNameRow {
  folded: string;
  actor: number;
  entry: number;
}

/** `group_key`: the blocking key that reckon gave it when it was written. */
export interface PropositionRow {
  place: number;
  id: string;
  kind: PropositionKind;
  measure: Measure | null;
  group_key: string;
  body: string;
  entry: number;
}

/** One distinct chain of mouths: actor ids outermost first, joined by spaces, `?` for somebody unnamed. */
export interface ChainRow {
  place: number;
  voices: string;
  entry: number;
}

/** Who stands anywhere in a chain. */
export interface ChainSpeakerRow {
  actor: number;
  chain: number;
  entry: number;
}

/**
 * Where a claim stands written. Its JSON is a part of the body of the entry `logged`, from the code point `start`
 * (0-based), `length` code points long, and is not kept twice. `changed`: the JSON as it stands now, when a
 * review or a regrouping changed it since; null otherwise.
 */
export interface ClaimRow {
  place: number;
  id: string;
  logged: number;
  start: number;
  length: number;
  changed: string | null;
  entry: number;
}

/** The narrow side of a claim, kept apart so that counting never reads the wide one. */
export interface UtteranceRow {
  place: number;
  claim: string;
  source: number;
  proposition: number;
  measure: Measure | null;
  stance: Stance;
  status: ClaimStatus;
  chain: number;
  low: number | null;
  best: number | null;
  high: number | null;
  vague: number;
  said_at: string | null;
  entry: number;
}

/** How many claims of one status and stance stand on a proposition, with (`numbered` 1) or without a number. */
export interface TallyRow {
  proposition: number;
  status: ClaimStatus;
  stance: Stance;
  numbered: number;
  claims: number;
  entry: number;
}

/**
 * That one report rests on something. `source`: place of the report; `to_source`: of the held report or document that it
 * rests on; `proposition`: place of the one it holds for. Null: none.
 */
export interface LinkRow {
  place: number;
  id: string;
  source: number;
  to_source: number | null;
  proposition: number | null;
  status: LinkStatus;
  body: string;
  entry: number;
}

/** A finding about two voices; `a` and `b` are the ids that it names. */
export interface FindingRow {
  place: number;
  id: string;
  a: string;
  b: string;
  body: string;
  entry: number;
}

/** A list of people. `capture`: place of its newest file; `body`: the list as JSON. */
export interface ListRow {
  place: number;
  id: string;
  capture: number;
  body: string;
  entry: number;
}

/**
 * Where a listing stands written: in the body of the entry `logged`, as its `nth` (0-based). It is not kept twice.
 * `capture`: place of the file in which it stands so; `gone` 1: the newest file of its list no longer has it.
 */
export interface ListingRow {
  place: number;
  id: string;
  list: number;
  capture: number;
  logged: number;
  nth: number;
  gone: number;
  entry: number;
}

/** A decision on who is one person; `a` and `b` are the ids of listings. */
export interface DecisionRow {
  place: number;
  id: string;
  a: string;
  b: string;
  body: string;
  entry: number;
}

/**
 * A compartment. `place`: number of the entry that made it, and of no counter, so that what is erased beside it moves
 * nothing. `body`: the compartment as JSON.
 */
export interface CompartmentRow {
  place: number;
  id: string;
  body: string;
  entry: number;
}

/**
 * A sealed record. `place`: number of its first entry; `logged`: of the entry that holds its newest version; `blob`:
 * SHA-256 of the ciphertext among the blobs, null where it stands in the log.
 */
export interface SealedRecordRow {
  place: number;
  id: string;
  compartment: string;
  kind: string;
  version: number;
  logged: number;
  blob: string | null;
  body: string;
  entry: number;
}

/** The wrapped key of one version of a sealed record; `sealed`: the entry that holds the version. Destroyed with an erasure. */
export interface RecordKeyRow {
  sealed: number;
  compartment: string;
  record: string;
  version: number;
  epoch: number;
  wrapped: string;
  entry: number;
}

/** What is searched in one capture: folded words, joined by single spaces. `place` is the capture's. */
export interface SearchDocumentRow {
  place: number;
  title: string;
  content: string;
  entry: number;
}

/** Every table that a query may name. */
export interface Tables {
  log: LogRow;
  log_tiles: LogTileRow;
  log_head: LogHeadRow;
  append_gate: AppendGateRow;
  blob_keys: BlobKeyRow;
  entry_sources: EntrySourceRow;
  texts: TextRow;
  sources: SourceRow;
  captures: CaptureRow;
  readings: ReadingRow;
  actors: ActorRow;
  actor_names: ActorNameRow;
  propositions: PropositionRow;
  chains: ChainRow;
  chain_speakers: ChainSpeakerRow;
  claims: ClaimRow;
  utterances: UtteranceRow;
  tallies: TallyRow;
  search_documents: SearchDocumentRow;
  links: LinkRow;
  findings: FindingRow;
  lists: ListRow;
  listings: ListingRow;
  decisions: DecisionRow;
  compartments: CompartmentRow;
  sealed_records: SealedRecordRow;
  record_keys: RecordKeyRow;
}

/** A table that is a view of the log: all but the log, its tree, the gate and the keys. */
export type ViewTable = Exclude<
  keyof Tables,
  'log' | 'log_tiles' | 'log_head' | 'append_gate' | 'blob_keys' | 'record_keys'
>;

/** The key of every table that is a view of the log, in the order in which rows must be written. */
export const VIEW_TABLES = {
  texts: ['sha256'],
  sources: ['place'],
  captures: ['place'],
  readings: ['capture', 'extractor'],
  actors: ['place'],
  actor_names: ['folded', 'actor'],
  propositions: ['place'],
  chains: ['place'],
  chain_speakers: ['actor', 'chain'],
  claims: ['place'],
  utterances: ['place'],
  tallies: ['proposition', 'status', 'stance', 'numbered'],
  search_documents: ['place'],
  entry_sources: ['source', 'entry'],
  links: ['place'],
  findings: ['place'],
  lists: ['place'],
  listings: ['place'],
  decisions: ['place'],
  compartments: ['place'],
  sealed_records: ['place'],
} as const satisfies Readonly<Record<ViewTable, readonly string[]>>;
