/**
 * Measures backup, incremental backup, proof, restore and change of keys on a vault of invented sources.
 *
 *   node bench/backup.ts [SOURCES] [BYTES-PER-SOURCE]
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupKey } from '../src/reckon/group-claims.ts';
import { addSources, CHEAP, encryptedVault } from '../src/storage/backup/fixtures/invented-vault.ts';
import { backupVault } from '../src/storage/backup/write-backup.ts';
import { rekeyVault } from '../src/storage/rekey/rekey-vault.ts';
import { restoreBackup, surveyBackup } from '../src/storage/restore/restore-vault.ts';
import { openVault } from '../src/storage/vault.ts';

const sources = Number(process.argv[2] ?? 2000);
const size = Number(process.argv[3] ?? 100_000);

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-backup-'));
try {
  const { dir, master } = await encryptedVault(join(folder, 'vault'));
  const file = join(folder, 'bench.backup');
  const vault = await openVault(dir, { master, groupKey });
  await addSources(vault, 1, sources, size);
  const { entries } = await vault.store.counts();
  const backup = await seconds(() => backupVault(vault, file));
  const again = await seconds(() => backupVault(vault, file));
  const { size: bytes } = await stat(file);
  await vault.close();
  const opening = { master: async () => Uint8Array.from(master) };
  const survey = await seconds(() => surveyBackup(file, opening));
  const restore = await seconds(() => restoreBackup(file, join(folder, 'again'), { ...opening, groupKey }));
  const keys = {
    kind: 'encrypted',
    passphrase: 'other words',
    recoveryKey: new Uint8Array(32),
    cost: CHEAP,
  } as const;
  const rekey = await seconds(() => rekeyVault(dir, { master, keys, groupKey }));
  const rate = (time: number) => ({
    s: Number(time.toFixed(2)),
    mb_per_second: Number((bytes / 1e6 / time).toFixed(1)),
    entries_per_second: Math.round(entries / time),
  });
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    JSON.stringify({
      sources,
      entries,
      mb: Math.round(bytes / 1e6),
      backup: rate(backup),
      nothing_new_s: Number(again.toFixed(2)),
      check: rate(survey),
      restore: rate(restore),
      rekey: rate(rekey),
      rss_mb: rssMb,
    }),
  );
} finally {
  await rm(folder, { recursive: true });
}
