/** What the gates say of a release that is not made yet: nothing is rendered, logged or fixed. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { ReleaseProfile } from '../../record/release/release-profile.ts';
import type { Desk } from '../desk.ts';
import { type ReleaseMaking, releasedState } from './release-content.ts';
import { askGates, type GateAnswer } from './release-gates.ts';

/**
 * Asks them.
 *
 * @throws OnRecordError `not-found` for an empty record, or a position that the log has not reached
 * @example
 * (await draftGates(desk, profile, making)).filter(({ open }) => !open);
 */
export async function draftGates(
  desk: Desk,
  profile: ReleaseProfile,
  making: ReleaseMaking,
): Promise<readonly GateAnswer[]> {
  const size = (await desk.store.checkpoint())?.size ?? 0;
  if (size === 0)
    throw new OnRecordError(
      'not-found',
      'The record is empty: there is nothing to release. Take reports in first: onrecord capture FILE',
    );
  const position = profile.position ?? size;
  const state = await releasedState(desk, { position, profile, madeAt: desk.clock().toISOString() }, making);
  try {
    return await askGates({ desk, state, release: { profile, position, corrects: null } });
  } finally {
    await state.close();
  }
}
