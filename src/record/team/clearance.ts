/** Which sources somebody sees, by their handling: everything up to their clearance. What is not known is not seen. */
import { HANDLINGS, type Handling } from '../handling.ts';

/**
 * Whether somebody of this clearance sees a source of this handling.
 *
 * @param handling one that is not known is seen by nobody
 * @example
 * sees('internal', 'sealed'); // false
 */
export function sees(clearance: Handling, handling: string): boolean {
  const at = (HANDLINGS as readonly string[]).indexOf(handling);
  return at >= 0 && at <= HANDLINGS.indexOf(clearance);
}
