/** Ctrl-C: the first stops after the current step, a second one a second later ends the process at once. */

/** Milliseconds within which two signals are one: a terminal and a parent process may both pass it on. */
const ONE_SIGNAL = 1000;

export interface StopSignal {
  readonly signal: AbortSignal;
  /** Gives the signal back to the process. */
  release(): void;
}

/**
 * Listens for an interruption.
 *
 * @param onFirst called once, to say that the current step is being finished
 * @example
 * const stop = listenForStop(() => progress.keep('Stopping after this file …'));
 */
export function listenForStop(onFirst: () => void): StopSignal {
  const controller = new AbortController();
  let first = 0;
  const listener = (): void => {
    if (controller.signal.aborted) {
      if (performance.now() - first > ONE_SIGNAL) process.exit(130);
      return;
    }
    first = performance.now();
    controller.abort();
    onFirst();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    },
  };
}
