/** What a record store stands on, whichever engine holds its tables. */
import type { NoteSigner } from '../crypto/note-key.ts';
import type { LogIdentity } from '../desk/ports/record-store.ts';
import type { RandomBytes } from './append/prepare-entry.ts';
import type { PendingBlobKeys } from './keys/blob-key-ring.ts';
import type { GroupKey } from './projection/projection.ts';

export interface StoreGround {
  readonly readOnly: boolean;
  readonly groupKey: GroupKey;
  readonly signer: NoteSigner;
  readonly identity: LogIdentity;
  readonly random: RandomBytes;
  /** Null in a vault without encryption. */
  readonly blobKeys: PendingBlobKeys | null;
  /** A folder in which a file can be made and removed again. */
  readonly scratchDir: string;
}
