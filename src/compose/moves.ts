/** Moving of records over the storage. */
import type { Moving } from '../desk/ports/moving.ts';

/**
 * Loads what the command needs.
 *
 * @example
 * const { move } = await loadMoving();
 */
export async function loadMoving(): Promise<Moving> {
  const [{ moveVault }, { groupKey }] = await Promise.all([
    import('../storage/move/move-vault.ts'),
    import('../reckon/group-claims.ts'),
  ]);
  return { move: (dir, work) => moveVault(dir, { ...work, groupKey }) };
}
