/** The check that repeats itself: waits, checks, logs, until Ctrl-C. */

/** Hours that may lie between two checks. */
const MOST_HOURS = 24 * 366;
/** Milliseconds of one sleep: a computer that slept through a check takes it up soon after. */
const NAP = 60_000;

/**
 * A number of hours from a flag.
 *
 * @returns null when it is none between 0 (exclusive) and a year
 * @example
 * hoursOf('24'); // 24
 */
export function hoursOf(text: string): number | null {
  const hours = Number(text);
  return text.trim() !== '' && Number.isFinite(hours) && hours > 0 && hours <= MOST_HOURS ? hours : null;
}

/**
 * Repeats a check until it is told to stop.
 *
 * @param check done at once, then every so many hours, counted from the beginning of the one before
 * @param options.now milliseconds since the epoch
 * @example
 * await repeatEvery(24, async () => check(), { signal: stop.signal, now: Date.now });
 */
export async function repeatEvery(
  hours: number,
  check: () => Promise<void>,
  { signal, now }: { readonly signal: AbortSignal; readonly now: () => number },
): Promise<void> {
  while (!signal.aborted) {
    const next = now() + hours * 3_600_000;
    await check();
    while (!signal.aborted && now() < next) await nap(Math.min(NAP, next - now()), signal);
  }
}

function nap(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(1, milliseconds));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
