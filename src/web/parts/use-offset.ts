/** Where one is in a list that is cut into pages: back at its beginning as soon as something else is asked. */
import { useState } from 'preact/hooks';

/**
 * The offset and how to change it.
 *
 * @param asked what the list answers, as text
 * @example
 * const [offset, go] = useOffset(JSON.stringify(filters));
 */
export function useOffset(asked: string): readonly [offset: number, go: (offset: number) => void] {
  const [page, setPage] = useState({ asked, offset: 0 });
  return [page.asked === asked ? page.offset : 0, (offset) => setPage({ asked, offset })];
}
