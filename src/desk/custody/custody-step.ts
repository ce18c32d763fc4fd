/**
 * The chain of custody of one source as data (Berkeley Protocol §167): each step with the log entry that proves it. Holds what
 * was logged and what follows from it; says nothing about whether a source is right.
 */
import type { Capture } from '../../record/capture.ts';
import type { CustodyTool } from '../../record/custody.ts';
import type { Handling } from '../../record/handling.ts';
import type { CaptureId, Sha256, SourceId } from '../../record/id.ts';
import type { Action } from '../../record/log-entry.ts';
import type { SourceKind } from '../../record/source.ts';
import type { TimeBound } from '../anchored-time.ts';

/** What happened. */
export type StepDetail =
  | { readonly kind: 'received'; readonly from: string | null; readonly note: string | null }
  | { readonly kind: 'captured'; readonly capture: Capture }
  /** Something was made out of something: text, proposals, a conversion. */
  | {
      readonly kind: 'derived';
      readonly tool: CustodyTool;
      readonly input: Sha256 | null;
      readonly output: Sha256 | null;
      /** What came out, in words: "text of 900 characters", "3 proposed claims". */
      readonly made: string;
      /** The working copy that came out; null when it is none. */
      readonly copy: Capture | null;
      readonly note: string | null;
    }
  | {
      readonly kind: 'redacted';
      readonly tool: CustodyTool | null;
      readonly input: Sha256 | null;
      readonly output: Sha256 | null;
      readonly copy: Capture | null;
      readonly note: string | null;
    }
  | {
      readonly kind: 'copied';
      readonly to: string | null;
      readonly output: Sha256 | null;
      readonly note: string | null;
    }
  | {
      readonly kind: 'transferred';
      readonly from: string | null;
      readonly to: string | null;
      /** The signed note, to be printed whole. */
      readonly statement: string;
      /** Both signatures are good, under these keys. */
      readonly signedBy: readonly SignedBy[];
      /** Null: nothing is wrong; else why the signatures do not prove the transfer. */
      readonly fault: string | null;
    }
  /** One side of a transfer has signed. `completedIn`: number of the entry with both signatures; null: it waits. */
  | {
      readonly kind: 'transfer-offered';
      readonly to: string | null;
      readonly statement: string;
      readonly completedIn: number | null;
    }
  | {
      readonly kind: 'exported';
      readonly to: string | null;
      /** Entries that the exported checkpoint covers; null: no export of a checkpoint stands beside it. */
      readonly checkpointSize: number | null;
      readonly note: string | null;
    }
  | { readonly kind: 'viewed'; readonly note: string | null }
  | { readonly kind: 'described'; readonly fields: readonly string[]; readonly reason: string | null }
  | {
      readonly kind: 'noted';
      readonly from: string | null;
      readonly to: string | null;
      readonly note: string | null;
    }
  | { readonly kind: 'erased'; readonly reason: string; readonly entries: readonly number[] }
  /** An entry whose content was erased: only its leaf is left. */
  | { readonly kind: 'gone'; readonly action: Action };

export interface SignedBy {
  readonly name: string;
  /** C2SP verifier key. */
  readonly vkey: string;
}

export interface CustodyStep {
  /** Entry number, 1-based; two steps of one entry share it. */
  readonly seq: number;
  readonly leaf: Sha256;
  /** As logged; null when erased. */
  readonly agent: string | null;
  /** When the entry was written, by this computer's clock; ISO 8601 UTC. */
  readonly loggedAt: string;
  /** When it happened, as a person says; null: when it was logged. */
  readonly on: string | null;
  /** Null: no token stands ahead of the entry. */
  readonly notBefore: TimeBound | null;
  /** Null: no stamped or witnessed checkpoint covers the entry. */
  readonly notAfter: TimeBound | null;
  /** What does not fit between claimed and proved time; null: nothing. */
  readonly timeFault: string | null;
  /** Which capture; null: the source as a whole. */
  readonly capture: CaptureId | null;
  readonly detail: StepDetail;
}

/** One capture with what can be said of its bytes now. */
export interface CustodyCapture {
  readonly capture: Capture;
  /** Null: the bytes are not at hand, or no longer have the hash they came in with. */
  readonly sha512: string | null;
  /** Whether the stored bytes gave their SHA-256 when this was made; null: they are not at hand. */
  readonly unchanged: boolean | null;
}

/** Who the source is. Null: erased. */
export interface CustodyIdentity {
  readonly kind: SourceKind;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly handling: Handling;
}

export interface CustodyChain {
  readonly source: SourceId;
  readonly identity: CustodyIdentity | null;
  /** The evidentiary copies first, then the working ones. */
  readonly captures: readonly CustodyCapture[];
  /** In the order of the log. */
  readonly steps: readonly CustodyStep[];
  /** Entries about claims read from it, which are no steps of custody: their numbers. */
  readonly decisions: readonly number[];
  readonly log: {
    readonly origin: string;
    readonly vkey: string;
    /** SHA-256 of the verifier key's text. */
    readonly fingerprint: string;
    /** Entries covered by the checkpoint. */
    readonly size: number;
    /** The signed note; null while the log is empty. */
    readonly checkpoint: string | null;
  };
  /** What nobody recorded, or what cannot be shown, in sentences. */
  readonly unknown: readonly string[];
  /** When this was put together, ISO 8601 UTC. */
  readonly madeAt: string;
}
