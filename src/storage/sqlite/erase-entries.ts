/**
 * Takes an erased source out of a vault: salts and bodies of its entries, its texts, the keys of its bytes; then all
 * tables are made anew from what is left of the log, so that nothing of it stays in a row or an index. Runs inside the
 * append of the tombstone. Freed pages are overwritten (`secure_delete`).
 */
import type { RecordErased } from '../../record/changes/of-compartments.ts';
import type { SourceErased } from '../../record/changes/of-sources.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { erasuresOf, replayRow, type Tombstone } from '../append/rebuild.ts';
import { VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { AppendContext } from './append-context.ts';
import type { PreparedQueries } from './prepared-queries.ts';
import { setGate } from './write-log.ts';
import { writeRows } from './write-rows.ts';

const VIEWS = Object.keys(VIEW_TABLES) as readonly ViewTable[];

/**
 * Destroys what a tombstone names; the tombstone is in the log already. Call `rebuildTables` after the last one.
 *
 * @throws OnRecordError `invalid-record` when the plan names an entry that is not there
 * @example
 * destroyErased(context, change);
 */
export function destroyErased({ prepared }: AppendContext, change: SourceErased): void {
  const { kept, write } = prepared;
  write(kept.erasing, 1);
  write(kept.destroyKeys, change.source);
  destroyBodies(prepared, change);
  write(kept.erasing, 0);
}

/**
 * Destroys a sealed record: the keys of all its versions, their salts and bodies, and its row. Nothing else refers to it, so
 * the other tables stay as they are.
 *
 * @throws OnRecordError `invalid-record` when the plan names an entry that is not there
 * @example
 * destroySealed(context, change);
 */
export function destroySealed({ prepared, lookup }: AppendContext, change: RecordErased): void {
  const { kept, write } = prepared;
  const blob = lookup.sealedRecord(change.record)?.blob ?? null;
  write(kept.erasing, 1);
  if (blob !== null) write(kept.dropKeyOf, blob);
  write(kept.dropRecordKeys, change.record);
  write(kept.dropSealed, change.record);
  destroyBodies(prepared, { entries: change.entries, source: change.record });
  write(kept.erasing, 0);
}

/**
 * Makes all tables anew from what is left of the log.
 *
 * @param last number of the last entry; the gate is left open for it
 * @throws OnRecordError `invalid-record` when an erasure left a reference nowhere
 * @example
 * rebuildTables(context, 412);
 */
export function rebuildTables(context: AppendContext, last: number): void {
  const { db, prepared } = context;
  const { kept, one, write } = prepared;
  write(kept.erasing, 1);
  for (const table of VIEWS.toReversed()) if (table !== 'texts') write(kept.empty[table]);
  db.exec('CREATE TEMP TABLE texts_before AS SELECT sha256, content FROM texts');
  write(kept.empty.texts);
  replayAll(context, last, (sha256) => one(kept.textBefore, sha256)?.content ?? null);
  db.exec('DROP TABLE texts_before');
  write(kept.erasing, 0);
  setGate(prepared, last);
}

/** A tombstone that is written anew names again what the one before it destroyed. */
function destroyBodies(
  { kept, one, write }: PreparedQueries,
  { entries, source }: { readonly entries: readonly number[]; readonly source: string },
): void {
  for (const entry of entries) {
    if (write(kept.destroyBody, source, entry) === 1) continue;
    if (one(kept.logRow, entry) !== null) continue;
    throw new OnRecordError(
      'invalid-record',
      `Nothing was erased: entry ${entry} is not in the log. Plan the erasure again.`,
      { subject: source },
    );
  }
}

function replayAll(context: AppendContext, last: number, textOf: (sha256: string) => string | null): void {
  const { prepared, lookup, groupKey } = context;
  const { kept, one, all } = prepared;
  const tombstones = all(kept.tombstones).flatMap(({ body }) => (body === null ? [] : [body]));
  const erasures = erasuresOf(tombstones.map((body) => JSON.parse(body) as Tombstone));
  for (let seq = 1; seq <= last; seq += 1) {
    const row = one(kept.logRow, seq);
    if (row === null)
      throw new OnRecordError(
        'damaged',
        `Entry ${seq} is missing from the log. Keep a copy of the vault as it is, then restore a backup.`,
      );
    const rows = replayRow({ row, lookup, groupKey, erasures, textOf });
    if (typeof rows === 'string')
      throw new OnRecordError('invalid-record', `Nothing was erased: ${rows} Plan the erasure again.`);
    setGate(prepared, seq);
    writeRows(prepared, rows);
  }
}
