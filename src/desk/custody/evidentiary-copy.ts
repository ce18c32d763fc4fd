/** The copy of a source that is evidence: its bytes as they came in, which nothing touches. */
import type { Capture } from '../../record/capture.ts';
import type { SourceId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';

/**
 * Finds the first evidentiary copy of a source.
 *
 * @throws OnRecordError `not-found`
 * @example
 * (await evidentiaryCopy(desk, source)).sha256;
 */
export async function evidentiaryCopy(desk: Desk, source: SourceId): Promise<Capture> {
  const found = (await desk.store.captures({ source })).find(({ copy }) => copy === 'evidentiary');
  if (found !== undefined) return found;
  throw new OnRecordError('not-found', 'No original bytes of this source are in the vault.', {
    subject: source,
  });
}
