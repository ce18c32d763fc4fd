/** Which claims a query is about. */
import type { ClaimFilter } from '../../desk/ports/record-store.ts';

/** A filter with the speaker spelt out as all actors shown as one. */
export interface ClaimConditions extends Omit<ClaimFilter, 'speaker'> {
  readonly speakers?: readonly string[];
}
