/** Work that nobody waits for. */

/** Milliseconds after which it is done where a browser does not say when it is idle. */
const WITHOUT_WORD = 500;

/**
 * Does something when the browser has nothing else to do; the returned function calls it off.
 *
 * @example
 * useEffect(() => whenIdle(() => void import('../reading/reading-page.tsx')), []);
 */
export function whenIdle(work: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(work, WITHOUT_WORD);
    return () => clearTimeout(timer);
  }
  const asked = window.requestIdleCallback(work);
  return () => window.cancelIdleCallback(asked);
}
