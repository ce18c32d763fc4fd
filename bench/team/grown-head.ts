/**
 * The proof tree of a record that was grown by copies: made over the leaves that lie in its log, so that a new entry is appended as
 * to any other record. The leaves themselves are copies and prove no body; the head is signed with the next entry.
 */
import { EMPTY_PEAKS, encodePeaks, pushLeaf } from '../../src/crypto/tree-peaks.ts';

/** Leaves read at once. */
const TOGETHER = 50_000;

type Rows = (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, string>[]>;

/**
 * Stores the subtrees and the peaks of a log without gaps.
 *
 * @param rows answers of the database, where no guard is looked at
 * @throws Error when an entry is missing
 * @example
 * await growHead(rows);
 */
export async function growHead(rows: Rows): Promise<void> {
  await rows('DELETE FROM log_tiles');
  let tree = EMPTY_PEAKS;
  for (;;) {
    const leaves = await rows('SELECT seq, leaf FROM log WHERE seq > $1 ORDER BY seq LIMIT $2', [
      tree.size,
      TOGETHER,
    ]);
    if (leaves.length === 0) break;
    const tiles: { level: number; place: number; hash: string }[] = [];
    for (const { seq, leaf = '' } of leaves) {
      if (Number(seq) !== tree.size + 1) throw new Error(`Entry ${tree.size + 1} is missing in the log.`);
      const grown = pushLeaf(tree, Buffer.from(leaf, 'hex'));
      tree = grown.peaks;
      for (const { level, index, hash } of grown.completed)
        tiles.push({ level, place: index, hash: Buffer.from(hash).toString('hex') });
    }
    await rows(
      'INSERT INTO log_tiles (level, place, hash) SELECT level, place, hash FROM json_to_recordset($1) AS t(level int, place bigint, hash text)',
      [JSON.stringify(tiles)],
    );
  }
  await rows('UPDATE log_head SET size = $1, peaks = $2', [tree.size, encodePeaks(tree)]);
}
