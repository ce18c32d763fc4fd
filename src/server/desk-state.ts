/** What every handler shares: the room, a memory by log head, and the name of who decides. */
import { OnRecordError } from '../desk/desk.ts';
import { reviewerName } from '../desk/reviewer.ts';
import { type MemoByHead, memoByHead } from './memo-by-head.ts';
import type { ServerRoom } from './server-room.ts';

export interface DeskState {
  readonly room: ServerRoom;
  readonly remember: MemoByHead;
  /** The name that stands in the log; null: not given yet. */
  by: string | null;
  /** A member of a team writes; absent: whoever opened the desk. */
  readonly team?: true;
}

/**
 * Begins.
 *
 * @param by the name given on the command line; null: asked for in the page
 * @throws OnRecordError `bad-usage` for a name that the log does not take
 * @example
 * const state = deskState(room, 'A. Archivist');
 */
export function deskState(room: ServerRoom, by: string | null): DeskState {
  return { room, remember: memoByHead(room.desk), by: by === null ? null : reviewerName(by) };
}

/**
 * The name under which something is written now.
 *
 * @throws OnRecordError `read-only` when nothing can be written; `bad-usage` when nobody has said who they are
 * @example
 * await reviewClaims(desk, { ...order, by: writerOf(state) });
 */
export function writerOf(state: DeskState): string {
  if (state.room.readOnly)
    throw new OnRecordError('read-only', 'This vault can be read but not written: nothing was stored.');
  if (state.by === null)
    throw new OnRecordError(
      'bad-usage',
      'Say first who you are: the name stands in the log beside what you decide.',
    );
  return state.by;
}
