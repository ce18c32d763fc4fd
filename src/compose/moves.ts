/** Moving of records over the storage. */
import type { Moving } from '../desk/ports/moving.ts';

/**
 * Loads what the command needs.
 *
 * @example
 * const { move } = await loadMoving();
 */
export async function loadMoving(): Promise<Moving> {
  const [{ moveVault }, { groupKey }, { accountsIn, teamItems }] = await Promise.all([
    import('../storage/move/move-vault.ts'),
    import('../reckon/group-claims.ts'),
    import('../storage/team/team-backup.ts'),
  ]);
  return {
    move: async (dir, work) => {
      const { from } = work;
      const accounts = from === null ? 0 : accountsIn((await teamItems(from)) ?? []);
      return { ...(await moveVault(dir, { ...work, groupKey })), accounts };
    },
  };
}
