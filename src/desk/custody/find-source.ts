/** Finds a source by its id or the beginning of it, also one that was erased: its tombstone must stay findable. */

import type { SourceErased } from '../../record/changes/of-sources.ts';
import type { SourceId } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { findOne } from '../find-by-id.ts';
import type { RecordStore } from '../ports/record-store.ts';

/** A tombstone with the entry that holds it. */
export interface Tombstone {
  readonly entry: LogEntry;
  readonly erased: SourceErased;
}

/**
 * All erasures that can still be read, oldest first.
 *
 * @example
 * (await tombstonesOf(desk.store)).length; // 0
 */
export async function tombstonesOf(store: RecordStore): Promise<readonly Tombstone[]> {
  return (await store.entriesWith('source-erased')).flatMap((entry) =>
    entry.body?.action === 'source-erased' ? [{ entry, erased: entry.body }] : [],
  );
}

/**
 * Finds a source that is in the record, or was.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await findSourceEver(desk.store, 'src_7d2'); // 'src_7d2kq…'
 */
export async function findSourceEver(store: RecordStore, text: string): Promise<SourceId> {
  try {
    return await findOne(store, text, 'src');
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code !== 'not-found') throw error;
    const [only, second] = await erasedBeginning(store, text);
    if (only === undefined) throw error;
    if (second !== undefined)
      throw new OnRecordError('bad-usage', `${text.trim()} fits several erased sources. Give more letters.`);
    return only;
  }
}

async function erasedBeginning(store: RecordStore, text: string): Promise<readonly SourceId[]> {
  const letters = text.trim().toLowerCase().replace(/^src_/u, '');
  const ids = (await tombstonesOf(store)).map(({ erased }) => erased.source);
  return [...new Set(ids)].filter((id) => id.startsWith(`src_${letters}`));
}
