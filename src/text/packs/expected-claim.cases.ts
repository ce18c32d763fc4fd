/** One expected claim of a pack's cases, written short. */
import type { ExpectedClaim } from './score.cases.ts';

type Rest = Omit<ExpectedClaim, 'by' | 'stance' | 'says'>;

/**
 * An expected claim.
 *
 * @param by several speakers are parted by ">"; '' for none
 * @example
 * claim('ministry > mayor', 'denies', 'nobody is held').by; // ['ministry', 'mayor']
 */
export function claim(
  by: string,
  stance: ExpectedClaim['stance'],
  says: string,
  rest: Rest = {},
): ExpectedClaim {
  return { by: by === '' ? [] : by.split('>').map((who) => who.trim()), stance, says, ...rest };
}
