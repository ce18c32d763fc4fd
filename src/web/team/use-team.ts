/** An answer about the team as a page's state: asked when the page opens, and when it is asked for again. */
import { useEffect, useState } from 'preact/hooks';
import { DeskFault, noAnswer } from '../api/desk-fault.ts';

interface Asked<T> {
  readonly answer: T | null;
  readonly fault: DeskFault | null;
  again(): void;
}

/**
 * Asks.
 *
 * @param changes asked anew when one of them is another
 * @example
 * const { answer, again } = useTeam(() => call('GET /api/team/members', {}), []);
 */
export function useTeam<T>(ask: () => Promise<T>, changes: readonly unknown[]): Asked<T> {
  const [times, setTimes] = useState(0);
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ answer: null, fault: null });
  useEffect(() => {
    let left = false;
    ask().then(
      (answer) => {
        if (!left) setState({ answer, fault: null });
      },
      (error: unknown) => {
        const fault = error instanceof DeskFault ? error : noAnswer();
        if (!left) setState((before) => ({ ...before, fault }));
      },
    );
    return () => {
      left = true;
    };
  }, [...changes, times]);
  return { ...state, again: () => setTimes((n) => n + 1) };
}
