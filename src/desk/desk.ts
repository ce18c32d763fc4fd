/**
 * What every use case is handed: the record, the bytes, the time and new ids. Put together by compose.ts
 * alone; tests put one together from memory. Refuses nothing itself.
 */
import type { NewId } from '../record/id.ts';
import type { BlobStore } from './ports/blob-store.ts';
import type { Clock } from './ports/clock.ts';
import type { DeskNotes } from './ports/desk-notes.ts';
import type { RecordStore } from './ports/record-store.ts';

export { type ErrorCode, type Fault, OnRecordError } from '../record/onrecord-error.ts';

export interface Desk {
  readonly store: RecordStore;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /** What the desk keeps beside the record; absent: it keeps nothing. */
  readonly notes?: DeskNotes;
  /** What the members of a team keep, all together: an erasure looks through it, too. Absent: there is no team. */
  readonly memberNotes?: Pick<DeskNotes, 'all' | 'drop' | 'forget'>;
  /** Takes away what was made from texts and lies beside the record; it can be made again. Absent: nothing does. */
  readonly dropDerived?: () => Promise<void>;
  /** Awaited between long pieces of work, for what else waits on this thread, such as other people's questions. Absent: nothing does. */
  readonly rest?: () => Promise<void>;
}

/** The name under which the program itself writes to the log. */
export const MACHINE = 'machine';
