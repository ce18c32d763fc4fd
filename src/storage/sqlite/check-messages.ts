/** What is handed to the thread that checks a record, and what comes back. Keys are handed over in memory alone. */
import type { LogIdentity, StoreFault } from '../../desk/ports/record-store.ts';

/** One check. */
export interface CheckTask {
  /** Path of `record.sqlite`. */
  readonly file: string;
  /** 32 bytes, overwritten when they were used; null: not encrypted. */
  readonly key: Uint8Array | null;
  readonly readOnly: boolean;
  /** Milliseconds to wait for another writer. */
  readonly busyTimeout: number;
  readonly identity: LogIdentity;
  /** A folder in which a file can be made and removed again. */
  readonly scratchDir: string;
  /** The blocking key of each stored proposition, made of its stored body. */
  readonly groupKeys: ReadonlyMap<string, string>;
}

/** What came of it. `house`: an error of onrecord's own; otherwise one of the engine or the file system. */
export type CheckOutcome =
  | { readonly kind: 'checked'; readonly faults: readonly StoreFault[] }
  | {
      readonly kind: 'failed';
      readonly house: boolean;
      readonly code: string;
      readonly message: string;
      readonly subject: string | null;
    };
