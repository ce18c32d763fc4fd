import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordStore } from '../../desk/ports/record-store.ts';
import { captured, SAMPLE_ACTORS } from '../contract/sample-record.ts';
import { startTestServer } from './fixtures/test-server.ts';

/** A folder on a disk of its own of 80 MB; null where this user may not mount one. */
function smallDisk(): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-pg-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=80m,mode=0711', 'tmpfs', dir]).status === 0;
  if (!mounted) rmSync(dir, { recursive: true });
  else chmodSync(dir, 0o711);
  return mounted ? dir : null;
}

async function fill(
  store: RecordStore,
  first: number,
): Promise<{ readonly stored: number; readonly code: string }> {
  for (let number = first; number < first + 10_000; number += 1) {
    const text = Array.from(
      { length: 2000 },
      (_, n) => `w${(number * 7919 + n * 104_729).toString(36)}`,
    ).join(' ');
    try {
      await store.append([captured(number, text, { actors: SAMPLE_ACTORS })]);
    } catch (error) {
      return { stored: number - first, code: String((error as { code?: unknown }).code) };
    }
  }
  return { stored: 10_000, code: 'never full' };
}

test('a full disk under the server: a clear error, the record readable, and writing goes on when there is room', {
  timeout: 120_000,
}, async (context) => {
  const disk = smallDisk();
  if (disk === null) return context.skip('this user may not mount a small disk');
  const ballast = join(disk, 'ballast');
  const tests = await startTestServer({ dir: disk, settings: ['autovacuum=off'] });
  try {
    const { store } = await tests.open(await tests.freshRecord());
    writeFileSync(ballast, Buffer.alloc(8_000_000));
    const { stored, code } = await fill(store, 1);
    expect(code).toBe('disk-full');
    expect(stored).toBeGreaterThan(3);
    expect((await store.counts()).captures).toBe(stored);
    rmSync(ballast);
    const { store: again } = await tests.open(tests.server.url('t2'));
    expect(await again.append([captured(50_000, 'room again', { actors: SAMPLE_ACTORS })])).toHaveLength(1);
    expect((await again.counts()).captures).toBe(stored + 1);
    expect(await again.check()).toEqual([]);
  } finally {
    await tests.stop();
    execFileSync('umount', ['-l', disk]);
    if (existsSync(disk)) rmSync(disk, { recursive: true });
  }
});
