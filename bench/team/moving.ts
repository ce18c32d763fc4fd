/** A record moves from its file into PostgreSQL and back: how long it takes, and that nothing differs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupKey, inventedBytes, inventedSource } from '../../src/storage/backup/fixtures/invented-vault.ts';
import { moveVault } from '../../src/storage/move/move-vault.ts';
import { createVault, openVault } from '../../src/storage/vault.ts';
import { startLocalPostgres } from '../../test/fixtures/local-postgres.ts';
import { type Part, rounded } from './part.ts';

/** Sources in one append. */
const TOGETHER = 500;

/** The part. */
export const MOVING: Part = {
  name: 'moving',
  uses: ['moved'],
  about:
    'An invented record, three entries a source, in an unencrypted vault, moves into a PostgreSQL that waits for the disk, and back. Each move compares heads, every row, every byte and the counts before it ends.',
  run: async ({ moved }, say) => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-moving-'));
    const server = await startLocalPostgres({ durable: true });
    try {
      const dir = join(folder, 'vault');
      await createVault(dir, { keys: { kind: 'none' } });
      const vault = await openVault(dir, { groupKey });
      await vault.blobs.put(inventedBytes(1));
      for (let from = 1; from <= moved; from += TOGETHER) {
        const numbers = Array.from({ length: Math.min(TOGETHER, moved - from + 1) }, (_, at) => from + at);
        await vault.store.append(numbers.flatMap((number) => inventedSource(number, inventedBytes(1))));
      }
      await vault.close();
      const to = await server.createDatabase();
      const timed = async (places: { from: string | null; to: string | null }) => {
        const began = performance.now();
        const report = await moveVault(dir, { master: null, groupKey, ...places });
        return { report, took: (performance.now() - began) / 1000 };
      };
      const there = await timed({ from: null, to });
      const back = await timed({ from: to, to: null });
      const differs = there.report.checkpoint === back.report.checkpoint ? 0 : 1;
      say(
        `${there.report.entries} entries: there ${there.took.toFixed(1)} s, back ${back.took.toFixed(1)} s`,
      );
      return {
        move_entries: there.report.entries,
        move_there_s: rounded(there.took),
        move_back_s: rounded(back.took),
        move_heads_that_differ: differs,
      };
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
