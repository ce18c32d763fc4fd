/** What an append and the pieces of it stand on. */
import type { NoteSigner } from '../../crypto/note-key.ts';
import type { GrowingTree } from '../append/grow-tree.ts';
import type { RandomBytes } from '../append/prepare-entry.ts';
import type { PendingBlobKeys } from '../keys/blob-key-ring.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { RecordQueries } from '../reading/reading-port.ts';
import type { Connection, Connections } from './connection.ts';
import type { Ask } from './prefetched-lookup.ts';

/** What appending needs. */
export interface AppendContext {
  readonly connections: Connections;
  readonly queries: RecordQueries;
  readonly groupKey: GroupKey;
  readonly signer: NoteSigner;
  readonly random: RandomBytes;
  /** Null in a vault without encryption. */
  readonly blobKeys: PendingBlobKeys | null;
  /** A folder in which a file can be made and removed again. */
  readonly scratchDir: string;
  /** The data folder whose keys this process has. */
  readonly dataNumber: number;
}

/** What one append works with inside its transaction. */
export interface Writing extends AppendContext {
  readonly connection: Connection;
  readonly ask: Ask;
  readonly tree: GrowingTree;
}
