/** An answer as a page's state, asked when the page opens and when it is asked for again; not when the record grows. */
import { useEffect, useState } from 'preact/hooks';
import { DeskFault, noAnswer } from './desk-fault.ts';

interface Asked<T> {
  readonly answer: T | null;
  readonly fault: DeskFault | null;
  again(): void;
}

/**
 * Asks.
 *
 * @param changes asked anew when one of them is another
 * @param faultOf what went wrong, of what was thrown; it may do what follows from it
 * @example
 * const { answer, again } = useOnce(() => call('GET /api/team/members', {}), []);
 */
export function useOnce<T>(
  ask: () => Promise<T>,
  changes: readonly unknown[],
  faultOf: (error: unknown) => DeskFault = (error) => (error instanceof DeskFault ? error : noAnswer()),
): Asked<T> {
  const [times, setTimes] = useState(0);
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ answer: null, fault: null });
  useEffect(() => {
    let left = false;
    ask().then(
      (answer) => {
        if (!left) setState({ answer, fault: null });
      },
      (error: unknown) => {
        if (left) return;
        const fault = faultOf(error);
        setState((before) => ({ ...before, fault }));
      },
    );
    return () => {
      left = true;
    };
  }, [...changes, times]);
  return { ...state, again: () => setTimes((n) => n + 1) };
}
