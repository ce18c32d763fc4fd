/** From one source to the next that waits, without a way back to the inbox. */
import { call } from '../api/call.ts';
import { go } from '../shell/location.ts';

/**
 * Goes to the source with most to read apart from the one at hand; to the inbox when nothing else waits.
 *
 * @param current the id of the source at hand
 * @throws DeskFault when the desk does not answer
 * @example
 * await goToNextSource('src_1');
 */
export async function goToNextSource(current: string): Promise<void> {
  // Two: what was decided here a moment ago may not be in the log yet.
  const { sources } = await call('GET /api/sources', {
    query: { order: 'to-read', waiting: 'some', limit: 2 },
  });
  const next = sources.find(({ id }) => id !== current);
  go(next === undefined ? '/' : `/read/${next.id}`);
}
