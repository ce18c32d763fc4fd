/**
 * An answer over sealed cases as a page's state. It is asked once and not again when the record grows: each asking is a read, which
 * is logged, which makes the record grow.
 */
import { DeskFault, noAnswer } from '../api/desk-fault.ts';
import { useOnce } from '../api/use-once.ts';
import { lockNow } from './sealed-state.ts';

/**
 * Asks.
 *
 * @param changes asked anew when one of them is another
 * @example
 * const { answer } = useSealed(() => call('GET /api/sealed/cases', {}), []);
 */
export const useSealed = <T>(ask: () => Promise<T>, changes: readonly unknown[]) =>
  useOnce(ask, changes, faultOf);

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
