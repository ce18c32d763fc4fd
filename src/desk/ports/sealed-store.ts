/** What the desk needs of a store for compartments: ciphertext in, ciphertext out. The store opens nothing. */
import type { CompartmentId, Sha256 } from '../../record/id.ts';
import type { HeldCompartment } from '../../record/sealed/held-compartment.ts';
import type {
  SealedId,
  SealedKind,
  SealedRecordState,
  WrappedKey,
} from '../../record/sealed/sealed-record.ts';

/** The key of a version of a sealed record, as it goes into the store with an entry. */
export interface NewRecordKey extends WrappedKey {
  /** The entry that holds the version; null: the one it comes with. */
  readonly entry: number | null;
  readonly record: SealedId;
  /** 1-based. */
  readonly version: number;
}

/** The key of one version, as stored. */
export interface StoredRecordKey extends NewRecordKey {
  readonly entry: number;
}

/** The newest version of a sealed record. */
export interface StoredSealed {
  readonly id: SealedId;
  readonly version: number;
  /** Ciphertext, base64; null where it lies among the blobs. */
  readonly sealed: string | null;
  readonly blob: Sha256 | null;
  /** Null: its key is gone, which `check` tells. */
  readonly key: WrappedKey | null;
}

/** The part of a store that reads compartments. */
export interface SealedReadings {
  compartment(id: CompartmentId): Promise<HeldCompartment | null>;
  /** In log order. */
  compartments(): Promise<readonly HeldCompartment[]>;
  /** Where a record stands; null: there is none, or it was erased. */
  sealedState(id: SealedId): Promise<SealedRecordState | null>;
  /** The newest version; null: there is none, or it was erased. */
  sealedRecord(id: SealedId): Promise<StoredSealed | null>;
  /** The newest versions of one kind, in log order, handed over one by one as of one moment; documents without their bytes. */
  eachSealed(
    compartment: CompartmentId,
    kind: SealedKind,
    each: (record: StoredSealed) => void,
  ): Promise<void>;
  /** The keys of all versions of all records of a compartment, in log order. */
  recordKeys(compartment: CompartmentId): Promise<readonly StoredRecordKey[]>;
  /** Hashes of all ciphertexts among the blobs. */
  sealedBlobs(): Promise<readonly Sha256[]>;
}
