/**
 * An answer over sealed cases as a page's state. It is asked once and not again when the record grows: each asking is a read, which
 * is logged, which makes the record grow.
 */
import { useEffect, useState } from 'preact/hooks';
import { DeskFault, noAnswer } from '../api/desk-fault.ts';
import { lockNow } from './sealed-state.ts';

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
 * const { answer } = useSealed(() => call('GET /api/sealed/cases', {}), []);
 */
export function useSealed<T>(ask: () => Promise<T>, changes: readonly unknown[]): Asked<T> {
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

/**
 * What went wrong; when the cases were locked meanwhile, the page goes.
 *
 * @example
 * setFault(faultOf(error).message);
 */
export function faultOf(error: unknown): DeskFault {
  const fault = error instanceof DeskFault ? error : noAnswer();
  if (fault.code === 'locked') lockNow();
  return fault;
}
