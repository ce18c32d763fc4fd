/** Writes the proof tree of the log, and opens and closes the gate that guards all tables. */
import type { GrowingTree } from '../append/grow-tree.ts';
import type { PreparedQueries } from './prepared-queries.ts';

/**
 * Opens the gate for one entry, or closes it.
 *
 * @example
 * setGate(prepared, null);
 */
export function setGate({ kept, write }: PreparedQueries, entry: number | null): void {
  write(kept.openFor, entry);
}

/**
 * Writes what a batch has added to the tree. The gate must still be open.
 *
 * @example
 * writeTree(prepared, tree);
 */
export function writeTree({ insert }: PreparedQueries, tree: GrowingTree): void {
  for (const tile of tree.tiles()) insert('log_tiles', tile);
  insert('log_head', tree.head());
}
