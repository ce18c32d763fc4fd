/**
 * Finds where a backup can be continued: after its last complete run of entries. What stands behind it, notes of the desk, a team's things or an
 * interrupted run, is cut off by the next run; what stands behind damage only when nothing there can be read: after damage in the
 * middle the file is left alone.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { after, type BackupFile, lookAt, nextSegment, openSegment, type Segment } from './backup-file.ts';
import type { EndOfRun } from './segment-records.ts';
import type { WritePosition } from './segment-writer.ts';

/** The last complete run of a file, and where the next is written. */
export interface LastRun {
  /** Null: the file holds no complete run. */
  readonly end: EndOfRun | null;
  readonly position: WritePosition;
  /** Bytes of the file that belong to no complete run. */
  readonly unfinished: number;
  /** Whether any segment opened with the key; null: there is none. */
  readonly opens: boolean | null;
}

/**
 * Looks from the end of the file backwards.
 *
 * @param key 32 bytes
 * @throws OnRecordError `damaged` when segments that still open stand behind damage
 * @example
 * (await lastRun(backup, key)).end?.entries; // 812
 */
export async function lastRun(backup: BackupFile, key: Uint8Array): Promise<LastRun> {
  const segments: Segment[] = [];
  let at = backup.start;
  let found = await lookAt(backup, at);
  while (found.what === 'segment' && found.segment.number === segments.length + 1) {
    segments.push(found.segment);
    at = after(found.segment);
    found = await lookAt(backup, at);
  }
  if (found.what === 'damage' || found.what === 'segment')
    await refuseReadable(backup, key, { number: segments.length + 1, position: at });
  return backwards(backup, segments, key);
}

async function backwards(
  backup: BackupFile,
  segments: readonly Segment[],
  key: Uint8Array,
): Promise<LastRun> {
  let opens: boolean | null = segments.length === 0 ? null : false;
  let unfinished: number | null = null;
  for (const segment of segments.toReversed()) {
    const { hash, content } = await openSegment(backup, segment, key);
    if (content === null) continue;
    opens = true;
    const end = content.parts.at(-1)?.name;
    if (end?.kind !== 'end') continue;
    const position = after(segment);
    unfinished ??= backup.size - position;
    // Notes, and a team's things, are put anew by every run.
    if ((end.notes ?? 0) + (end.team ?? 0) > 0) continue;
    return { end, position: { position, segment: segment.number, previous: hash }, unfinished, opens };
  }
  const position = { position: backup.start, segment: 0, previous: backup.startHash };
  return { end: null, position, unfinished: unfinished ?? backup.size - backup.start, opens };
}

async function refuseReadable(
  backup: BackupFile,
  key: Uint8Array,
  broken: { readonly number: number; readonly position: number },
): Promise<void> {
  let segment = await nextSegment(backup, broken.position);
  while (segment !== null) {
    if ((await openSegment(backup, segment, key)).content !== null) {
      throw new OnRecordError(
        'damaged',
        `${backup.path} was changed or damaged at segment ${broken.number} (byte ${broken.position}); what stands behind it can still be read, so nothing was written to it. Keep it as it is and make a new backup under another name.`,
        { subject: backup.path },
      );
    }
    segment = await nextSegment(backup, after(segment));
  }
}
