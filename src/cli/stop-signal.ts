/** Ctrl-C: the first stops after the current step, the second ends the process at once. */

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
  const listener = (): void => {
    if (controller.signal.aborted) process.exit(130);
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
