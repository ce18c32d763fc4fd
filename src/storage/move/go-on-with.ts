/** Whether what an interrupted move left may be gone on with. */
import type { NoteSigner } from '../../crypto/note-key.ts';
import type { Checkpoint } from '../../desk/ports/record-store.ts';
import { growTree } from '../append/grow-tree.ts';
import type { RecordSource } from '../backup/record-source.ts';

/** `differs`: it is not the beginning of this log. `outlived`: something in it was destroyed since and must not stay. */
export type Left = 'nothing' | 'beginning' | 'outlived' | 'differs';

/**
 * Compares the signed head that was left with the log.
 *
 * @param left null: nothing was written
 * @example
 * await leftBehind(source, await target.head(), keys.signer); // 'beginning'
 */
export async function leftBehind(
  source: RecordSource,
  left: Checkpoint | null,
  signer: NoteSigner,
): Promise<Left> {
  if (left === null || left.size === 0) return 'nothing';
  const tree = growTree(null, signer);
  for await (const { leaf } of source.log(0)) {
    tree.push(leaf);
    if (tree.size() === left.size) break;
  }
  // Ed25519 gives the same signature for the same tree.
  if (tree.size() !== left.size || tree.head().checkpoint !== left.note) return 'differs';
  const erased = (await source.tombstones()).some(({ seq }) => seq > left.size);
  return erased || (await source.rewrapped(left.size)) ? 'outlived' : 'beginning';
}
