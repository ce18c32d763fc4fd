/** What the append and the erasure inside it stand on. */
import type { NoteSigner } from '../../crypto/note-key.ts';
import type { RandomBytes } from '../append/prepare-entry.ts';
import type { PendingBlobKeys } from '../keys/blob-key-ring.ts';
import type { Lookup } from '../projection/lookup.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { SqliteDatabase } from './engine.ts';
import type { PreparedQueries } from './prepared-queries.ts';

/** What appending needs. */
export interface AppendContext {
  readonly db: SqliteDatabase;
  readonly prepared: PreparedQueries;
  readonly lookup: Lookup;
  readonly groupKey: GroupKey;
  readonly signer: NoteSigner;
  readonly random: RandomBytes;
  /** Null in a vault without encryption. */
  readonly blobKeys: PendingBlobKeys | null;
}
