/**
 * Takes an erased source out of a vault: salts and bodies of its entries, its texts, the keys of its bytes; then all
 * tables are made anew from what is left of the log, so that nothing of it stays in a row or an index. Runs inside the
 * append of the tombstone. Freed pages are overwritten (`secure_delete`).
 */
import type { SourceErased } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { erasuresOf, replayRow } from '../append/rebuild.ts';
import { type LogRow, VIEW_TABLES } from '../tables.ts';
import type { AppendContext } from './append-context.ts';
import type { Statements } from './statements.ts';
import { setGate } from './write-log.ts';
import { writeRows } from './write-rows.ts';

/**
 * Destroys what a tombstone names; the tombstone is in the log already. Call `rebuildTables` after the last one.
 *
 * @throws OnRecordError `invalid-record` when the plan names an entry that is not there
 * @example
 * destroyErased(context, change);
 */
export function destroyErased({ statements }: AppendContext, change: SourceErased): void {
  statements('UPDATE append_gate SET erasing = 1').run();
  destroyKeys(statements, change);
  destroyBodies(statements, change);
  statements('UPDATE append_gate SET erasing = 0').run();
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
  const { db, statements } = context;
  statements('UPDATE append_gate SET erasing = 1').run();
  for (const table of Object.keys(VIEW_TABLES).toReversed())
    if (table !== 'texts') statements(`DELETE FROM ${table}`).run();
  db.exec('CREATE TEMP TABLE texts_before AS SELECT sha256, content FROM texts');
  statements('DELETE FROM texts').run();
  const content = db
    .prepare<unknown[], string>('SELECT content FROM texts_before WHERE sha256 = ?')
    .pluck(true);
  replayAll(context, last, (sha256) => content.get(sha256) ?? null);
  db.exec('DROP TABLE texts_before');
  statements('UPDATE append_gate SET erasing = 0').run();
  setGate(statements, last);
}

/** Keys of bytes that no other source has. */
function destroyKeys(statements: Statements, { source }: SourceErased): void {
  statements(
    `DELETE FROM blob_keys WHERE sha256 IN (
       SELECT captures.sha256 FROM captures JOIN sources ON sources.place = captures.source WHERE sources.id = ?)
     AND sha256 NOT IN (
       SELECT captures.sha256 FROM captures JOIN sources ON sources.place = captures.source WHERE sources.id <> ?)`,
  ).run(source, source);
}

/** A tombstone that is written anew names again what the one before it destroyed. */
function destroyBodies(statements: Statements, { entries, source }: SourceErased): void {
  const sql = `UPDATE log SET agent = '', subject = ?, salt = NULL, body = NULL WHERE seq = ? AND body IS NOT NULL`;
  for (const entry of entries) {
    if (statements(sql).run(source, entry).changes === 1) continue;
    if (statements('SELECT 1 FROM log WHERE seq = ?').get(entry) !== undefined) continue;
    throw new OnRecordError(
      'invalid-record',
      `Nothing was erased: entry ${entry} is not in the log. Plan the erasure again.`,
      { subject: source },
    );
  }
}

function replayAll(context: AppendContext, last: number, textOf: (sha256: string) => string | null): void {
  const { statements, lookup, groupKey } = context;
  const tombstones = statements<{ body: string }>(
    "SELECT body FROM log WHERE action = 'source-erased' AND body IS NOT NULL ORDER BY seq",
  ).all();
  const erasures = erasuresOf(tombstones.map(({ body }) => JSON.parse(body) as SourceErased));
  for (let seq = 1; seq <= last; seq += 1) {
    const row = statements<LogRow>('SELECT * FROM log WHERE seq = ?').get(seq);
    if (row === undefined) throw new OnRecordError('damaged', `Entry ${seq} is missing from the log.`);
    const rows = replayRow({ row, lookup, groupKey, erasures, textOf });
    if (typeof rows === 'string')
      throw new OnRecordError('invalid-record', `Nothing was erased: ${rows} Plan the erasure again.`);
    setGate(statements, seq);
    writeRows(statements, rows);
  }
}
