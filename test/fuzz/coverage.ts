/**
 * Which branches an input reached: the block coverage of the engine itself (V8, by the runtime's own inspector). A feature is
 * a stretch of a function and whether it ran.
 */
import { Session } from 'node:inspector';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

export interface Coverage {
  /** How many features were reached since the last call that no call before reached. */
  fresh(): number;
  /** Features reached so far. */
  reached(): number;
  close(): void;
}

/**
 * Begins to watch. Code of the runtime itself is left out.
 *
 * @example
 * const coverage = watchCoverage();
 */
export function watchCoverage(): Coverage {
  const session = new Session();
  session.connect();
  const ask = (method: string, params?: object): unknown => {
    let answer: unknown = null;
    // The callback of a session in this thread is called before `post` returns.
    session.post(method, params, (_, result) => {
      answer = result;
    });
    return answer;
  };
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  const seen = new Set<string>();
  return {
    fresh: () => {
      const { result } = ask('Profiler.takePreciseCoverage') as {
        result: { url: string; functions: { ranges: Range[] }[] }[];
      };
      const before = seen.size;
      for (const { url, functions } of result) {
        if (!url.startsWith('file:') || url.includes('/test/fuzz/')) continue;
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges)
            seen.add(`${url}:${startOffset}:${endOffset}:${count > 0}`);
      }
      return seen.size - before;
    },
    reached: () => seen.size,
    close: () => session.disconnect(),
  };
}
