/** An answer about what members work on together: asked when it is shown, and again when the desk tells of something new. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { DeskFault, noAnswer } from '../api/desk-fault.ts';
import { newsOf } from '../shell/live.ts';

interface Told<T> {
  readonly answer: T | null;
  readonly fault: DeskFault | null;
  again(): void;
}

/**
 * Asks. The last answer stays while a new one is awaited.
 *
 * @param about of what news ask anew: "comment clm_…"; and another question by another name
 * @example
 * const { answer } = useTold(() => call('GET /api/mentions', {}), ['mention']);
 */
export function useTold<T>(ask: () => Promise<T>, about: readonly string[]): Told<T> {
  const [times, setTimes] = useState(0);
  const [state, setState] = useState<Omit<Told<T>, 'again'>>({ answer: null, fault: null });
  const news = newsOf(...about);
  const name = about.join();
  useLayoutEffect(() => {
    let left = false;
    ask().then(
      (answer) => !left && setState({ answer, fault: null }),
      (error: unknown) => {
        const fault = error instanceof DeskFault ? error : noAnswer();
        if (!left) setState((before) => ({ ...before, fault }));
      },
    );
    return () => {
      left = true;
    };
  }, [name, news, times]);
  return { ...state, again: () => setTimes((n) => n + 1) };
}
