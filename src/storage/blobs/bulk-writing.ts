/** Very many blobs written into a place that nobody reads yet: made safe together at the end. */
import type { Sha256 } from '../../record/id.ts';

export interface BulkBlobs {
  put(bytes: Uint8Array): Promise<Sha256>;
  /** Every blob put so far survives a power cut when this returns. */
  settle(): Promise<void>;
}
