/** A small encrypted vault, closed cleanly: what is flipped and torn. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeIn } from '../take-in.ts';
import { reportsIn } from './capturing.ts';
import { newFolderPlace, openPlace, type Place } from './places.ts';

/**
 * Makes it anew: some sources, their claims, a review, a setting.
 *
 * @example
 * const place = await smallVault('/tmp/flips', 3);
 */
export async function smallVault(folder: string, sources: number): Promise<Place> {
  rmSync(folder, { recursive: true, force: true });
  const reports = reportsIn(join(folder, 'reports'), sources, 11);
  const place = await newFolderPlace(join(folder, 'vault'), 'encrypted');
  const desk = await openPlace(place);
  await takeIn(desk, reports, sources);
  const at = desk.clock().toISOString();
  const [claim] = await desk.store.claims({ limit: 1 });
  if (claim !== undefined) {
    const body = {
      action: 'claim-reviewed',
      claim: claim.id,
      decision: 'rejected',
      reason: 'another year',
    } as const;
    await desk.store.append([{ at, agent: 'Reader One', subject: claim.id, body }]);
  }
  await desk.close();
  return place;
}
