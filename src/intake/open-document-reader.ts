/**
 * The door of the room: bytes of any format in, documents out. Text formats are read in this process by linear
 * code; PDF, DOCX, zip and web archives in a thread with limits. Never throws for bad input, never drops bytes,
 * never touches the network.
 */
import type { Clock } from '../desk/ports/clock.ts';
import type { DocumentReader, ReadDocument } from '../desk/ports/document-reader.ts';
import { openHostileReader } from './hostile/hostile-reader.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { readAny } from './read-any.ts';
import { withoutText } from './reading.ts';

/**
 * Opens a reader. Close it to end its thread.
 *
 * @param options limits other than the usual ones; a clock to note dates in the future
 * @example
 * const reader = openDocumentReader();
 * const [document] = await reader.read(new TextEncoder().encode('<p>Two detained'), 'a.html');
 * await reader.close();
 */
export function openDocumentReader(
  options: { readonly limits?: Partial<Limits>; readonly clock?: Clock } = {},
): DocumentReader {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const clock: Clock = options.clock ?? (() => new Date());
  const hostile = openHostileReader(limits);
  return {
    read: async (bytes, fileName): Promise<readonly ReadDocument[]> => {
      try {
        return await readAny({ bytes, fileName, charset: null, depth: 0 }, { limits, now: clock(), hostile });
      } catch (error) {
        // The reader promises never to throw: one file must not end a batch.
        const cause = error instanceof Error ? error.message.slice(0, 200) : 'unknown cause';
        const failed = withoutText('application/octet-stream', `The file could not be read (${cause}).`);
        return [{ ...failed, bytes, warc: null, innerName: null }];
      }
    },
    close: () => hostile.close(),
  };
}
