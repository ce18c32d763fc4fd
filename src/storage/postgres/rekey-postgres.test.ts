import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWithRecoveryKey } from '../../crypto/key-envelope.ts';
import { filledVault, masterBy } from '../backup/fixtures/filled-vault.ts';
import {
  addSources,
  CHEAP,
  eraseSource,
  everythingOf,
  filesUnder,
  groupKey,
  inventedBytes,
  KEYS,
  PASSPHRASE,
  RECOVERY,
} from '../backup/fixtures/invented-vault.ts';
import { backupVault } from '../backup/write-backup.ts';
import type { NewVaultKeys } from '../keys/new-vault-file.ts';
import { layNextDescription, NEXT_DESCRIPTION } from '../rekey/next-description.ts';
import { rekeyVault } from '../rekey/rekey-vault.ts';
import { openVault } from '../vault.ts';
import { readVaultFile } from '../vault-file.ts';
import { cuttingProxy } from './fixtures/cutting-proxy.ts';
import { startTestServer, type TestServer } from './fixtures/test-server.ts';

let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer();
});
afterAll(() => tests.stop());

const FRESH = Uint8Array.from({ length: 32 }, (_, n) => 255 - n);
const NEXT = 'a new one for the herons';
const keys = { kind: 'encrypted', passphrase: NEXT, recoveryKey: FRESH, cost: CHEAP } as const;
const FAULTLESS = { faults: [[], []] };

async function vaultWith(sources: number, keys: NewVaultKeys = KEYS) {
  const database = await tests.emptyDatabase();
  return { database, ...(await filledVault(sources, { database, keys })) };
}

const run = (sql: string, database: string) => tests.server.run(sql, new URL(database).pathname.slice(1));

async function wrappedIn(database: string): Promise<readonly string[]> {
  return (await run('SELECT wrapped FROM onrecord.blob_keys', database)).map(({ wrapped }) =>
    String(wrapped),
  );
}

test('new keys: the same record and bytes under another master key; the old one opens nothing; twice', async () => {
  const { folder, dir, database, master, vault } = await vaultWith(4);
  await eraseSource(vault, 3);
  const { id, log } = vault.file;
  await backupVault(vault, join(folder, 'old.backup'));
  await vault.close();
  const before = await everythingOf(dir, master, database);
  const wrapped = await wrappedIn(database);
  const old = new Set([...(await filesUnder(dir)).keys()].map((path) => path.slice(-62)));
  expect(await rekeyVault(dir, { master, keys, groupKey, database })).toMatchObject({
    entries: 13,
    wasUnencrypted: false,
  });
  expect((await readdir(dir)).toSorted()).toEqual(['data-2', 'vault.json']);
  expect(await readdir(join(dir, 'data-2'))).toEqual(['blobs']);
  expect(await masterBy(dir, PASSPHRASE)).toBeNull();
  const fresh = await masterBy(dir, NEXT);
  expect(await everythingOf(dir, fresh, database)).toEqual(before);
  const now = await wrappedIn(database);
  expect(now).toHaveLength(3);
  expect(now.some((each) => each.includes(' ') || wrapped.includes(each))).toBe(false);
  for (const path of (await filesUnder(join(dir, 'data-2'))).keys())
    expect(old.has(path.slice(-62))).toBe(false);
  const file = await readVaultFile(dir);
  expect(file).toMatchObject({ id, record: 'postgres', log: { origin: log.origin, vkey: log.vkey } });
  if (file.protection.kind === 'encrypted') {
    expect(openWithRecoveryKey(file.protection.envelope, RECOVERY)).toBeNull();
    expect(openWithRecoveryKey(file.protection.envelope, FRESH)).toEqual(fresh);
  }
  await expect(openVault(dir, { master, database })).rejects.toMatchObject({ code: 'damaged' });
  const again = await openVault(dir, { master: fresh, groupKey, database });
  await addSources(again, 5, 5);
  await expect(backupVault(again, join(folder, 'old.backup'))).rejects.toMatchObject({ code: 'bad-usage' });
  expect(await backupVault(again, join(folder, 'new.backup'))).toMatchObject({ entries: 16, missing: [] });
  await again.close();
  const later = await everythingOf(dir, fresh, database);
  await rekeyVault(dir, { master: fresh, keys: { ...keys, passphrase: PASSPHRASE }, groupKey, database });
  expect((await readdir(dir)).toSorted()).toEqual(['data-3', 'vault.json']);
  expect(await everythingOf(dir, await masterBy(dir, PASSPHRASE), database)).toEqual(later);
});

test('all is ready before the keys change: who is stopped there keeps the old ones', async () => {
  const { dir, database, master, vault } = await vaultWith(2);
  await vault.close();
  const before = await everythingOf(dir, master, database);
  const onReady = () => {
    throw new Error('stopped');
  };
  await expect(rekeyVault(dir, { master, keys, groupKey, database, onReady })).rejects.toThrow('stopped');
  expect((await readdir(dir)).toSorted()).toEqual(['data-1', 'vault.json']);
  expect(await everythingOf(dir, await masterBy(dir, PASSPHRASE), database)).toEqual(before);
  await rekeyVault(dir, { master, keys, groupKey, database });
  expect(await everythingOf(dir, await masterBy(dir, NEXT), database)).toEqual(before);
});

test('a vault without encryption becomes an encrypted one: no word of its sources lies in the folder any more', async () => {
  const { dir, database, vault } = await vaultWith(3, { kind: 'none' });
  await vault.close();
  const before = await everythingOf(dir, null, database);
  expect(await rekeyVault(dir, { master: null, keys, groupKey, database })).toMatchObject({
    wasUnencrypted: true,
  });
  expect(await everythingOf(dir, await masterBy(dir, NEXT), database)).toEqual(before);
  for (const [path, bytes] of await filesUnder(dir)) expect(bytes.includes('fishermen'), path).toBe(false);
});

describe('while others have the vault open', () => {
  test('a writer waits or is refused, a reader is told that the keys were changed; nothing is lost', async () => {
    const { dir, database, master, vault } = await vaultWith(3);
    const reader = await openVault(dir, { master, groupKey, database, readOnly: true });
    const impatient = await openVault(dir, { master, groupKey, database, busyTimeout: 50 });
    const tried: Promise<unknown>[] = [];
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    const onProgress = ({ step }: { step: string }) => {
      if (step !== 'checking') return;
      tried.push(codeOf(addSources(impatient, 7, 7)));
      tried.push(codeOf(openVault(dir, { master, groupKey, database })));
    };
    await rekeyVault(dir, { master, keys, groupKey, database, onProgress });
    expect(await Promise.all(tried)).toEqual(['vault-busy', expect.stringMatching(/^(vault-busy|damaged)$/)]);
    expect(await codeOf(addSources(vault, 8, 8))).toBe('vault-busy');
    const [sha256] = (await reader.store.captures()).map((capture) => capture.sha256);
    if (sha256 !== undefined) expect(await codeOf(reader.blobs.get(sha256))).toBe('vault-busy');
    expect(await codeOf(reader.blobs.check())).toBe('vault-busy');
    for (const open of [vault, reader, impatient]) await open.close();
    const fresh = await masterBy(dir, NEXT);
    expect(await everythingOf(dir, fresh, database)).toMatchObject({ ...FAULTLESS, counts: { entries: 9 } });
    expect((await readdir(dir)).toSorted()).toEqual(['data-2', 'vault.json']);
  });

  test('of two changes at once one is refused', async () => {
    const { dir, database, master, vault } = await vaultWith(2);
    await vault.close();
    let second: Promise<unknown> | null = null;
    const onProgress = () => {
      second ??= rekeyVault(dir, { master, keys, groupKey, database }).catch((error: unknown) => error);
    };
    await rekeyVault(dir, { master, keys, groupKey, database, onProgress });
    expect(await second).toMatchObject({ code: 'vault-busy' });
    expect(await everythingOf(dir, await masterBy(dir, NEXT), database)).toMatchObject(FAULTLESS);
  });
});

test('a vault that lost bytes keeps its keys; so does one whose change was stopped; the wrong address is refused', async () => {
  const { dir, database, master, vault } = await vaultWith(2);
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const stopped = rekeyVault(dir, { master, keys, groupKey, database, signal: stop.signal, onProgress });
  await expect(stopped).rejects.toThrow(/Stopped/);
  await expect(rekeyVault(dir, { master, keys, groupKey })).rejects.toMatchObject({ code: 'bad-usage' });
  const whole = await everythingOf(dir, master, database);
  expect(whole).toMatchObject(FAULTLESS);
  await addSources(vault, 3, 3);
  for await (const sha256 of vault.blobs.list()) await (await vault.blobs.remove(sha256))();
  await expect(rekeyVault(dir, { master, keys, groupKey, database })).rejects.toMatchObject({
    code: 'damaged',
  });
  expect((await readdir(dir)).toSorted()).toEqual(['data-1', 'vault.json']);
  await addSources(vault, 4, 4);
  await vault.close();
});

describe('what a killed change left', () => {
  /** As it is between the two steps: everything ready, vault.json not yet exchanged. */
  test('before vault.json: opening with the old keys sets it right', async () => {
    const { dir, database, master, vault } = await vaultWith(2);
    const before = await everythingOf(dir, master, database);
    await mkdir(join(dir, 'data-2', 'blobs'), { recursive: true });
    await layNextDescription(dir, await readVaultFile(dir));
    await run('UPDATE onrecord.append_gate SET moved = 2', database);
    await run(
      `UPDATE onrecord.append_gate SET erasing = 1;
       UPDATE onrecord.blob_keys SET wrapped = wrapped || ' ' || wrapped;
       UPDATE onrecord.append_gate SET erasing = 0`,
      database,
    );
    await expect(addSources(vault, 3, 3)).rejects.toMatchObject({ code: 'vault-busy' });
    const reader = await openVault(dir, { master, groupKey, database, readOnly: true });
    expect(await reader.blobs.check()).toEqual([]);
    await reader.close();
    expect(await readdir(dir)).toContain(NEXT_DESCRIPTION);
    expect(await everythingOf(dir, master, database)).toEqual(before);
    expect((await readdir(dir)).toSorted()).toEqual(['data-1', 'vault.json']);
    expect((await wrappedIn(database)).some((each) => each.includes(' '))).toBe(false);
    await addSources(vault, 3, 3);
    await vault.close();
  });

  test('a change whose hold was lost is stopped by whoever opens the vault, and its folder goes', async () => {
    const { dir, database, master, vault } = await vaultWith(2);
    await vault.close();
    let opened: Promise<unknown> | null = null;
    const onProgress = ({ step }: { step: string }) => {
      if (step !== 'checking') return;
      opened ??= run(
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        database,
      ).then(() =>
        openVault(dir, { master, groupKey, database }).then(
          (open) => open.close(),
          () => undefined,
        ),
      );
    };
    await rekeyVault(dir, { master, keys, groupKey, database, onProgress }).catch(() => undefined);
    await opened;
    const now = (await masterBy(dir, PASSPHRASE)) ?? (await masterBy(dir, NEXT));
    expect(await everythingOf(dir, now, database)).toMatchObject({ ...FAULTLESS, counts: { entries: 6 } });
    expect(await readdir(dir)).toHaveLength(2);
  });

  test('killed at many moments: one of the two passphrases opens everything, and the next change goes through', {
    timeout: 300_000,
  }, async () => {
    const { dir, database, master: first, vault } = await vaultWith(3);
    await addSources(vault, 4, 9, 40_000);
    await vault.close();
    const before = await everythingOf(dir, first, database);
    const passphrases = [PASSPHRASE, NEXT];
    let current = 0;
    const seen = new Set<string>();
    for (let round = 0; round < KILLS; round += 1) {
      const master = await masterBy(dir, passphrases[current] ?? '');
      const how = round % 4;
      const killed = await killedRekey(
        { dir, database, master, passphrase: passphrases[1 - current] ?? '' },
        how,
      );
      if ((await masterBy(dir, passphrases[current] ?? '')) === null) current = 1 - current;
      seen.add(await stateOf(dir, killed));
      const now = await masterBy(dir, passphrases[current] ?? '');
      expect(now, `round ${round}`).not.toBeNull();
      expect(await everythingOf(dir, now, database), `round ${round}, ${killed}`).toEqual(before);
      expect(await readdir(dir), `round ${round}`).toHaveLength(2);
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});

const KILLS = process.env.SLOW === '1' ? 16 : 8;

/** The last it said. */
async function killedRekey(
  {
    dir,
    database,
    master,
    passphrase,
  }: { dir: string; database: string; master: Uint8Array | null; passphrase: string },
  how: number,
): Promise<string> {
  const script = join(import.meta.dirname, 'fixtures', 'rekey-once.ts');
  const hex = master === null ? '' : Buffer.from(master).toString('hex');
  const child = spawn(process.execPath, [script, dir, database, hex, passphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    const line = said.trimEnd().split('\n').at(-1) ?? '';
    if (how === 0 && line.startsWith('writing')) setTimeout(() => child.kill('SIGKILL'), Math.random() * 30);
    if (how === 1 && line.startsWith('checking'))
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 200);
  });
  if (how === 2) await untilThere(dir, (names) => names.includes(NEXT_DESCRIPTION), child);
  if (how === 3) await untilThere(dir, (names, laid) => laid && !names.includes(NEXT_DESCRIPTION), child);
  if (how > 1) child.kill('SIGKILL');
  await ended;
  return said.trimEnd().split('\n').at(-1)?.split(' ')[0] ?? '';
}

async function untilThere(
  dir: string,
  isTime: (names: readonly string[], laid: boolean) => boolean,
  child: { readonly exitCode: number | null },
): Promise<void> {
  let laid = false;
  for (;;) {
    const names = await readdir(dir);
    if (isTime(names, laid) || child.exitCode !== null) return;
    laid ||= names.includes(NEXT_DESCRIPTION);
  }
}

async function stateOf(dir: string, said: string): Promise<string> {
  const names = await readdir(dir);
  const { data } = await readVaultFile(dir);
  const next = names.includes(NEXT_DESCRIPTION) ? ', next description there' : '';
  const other = names
    .filter((name) => name.startsWith('data-') && name !== data)
    .map((name) => (name > data ? 'newer' : 'older'));
  return `${said}${next}, ${other.join('') || 'no'} other folder`;
}

test.each(['before', 'after'] as const)(
  'the line is cut %s the COMMIT: the keys stay, and the next change goes through',
  async (cut) => {
    const { dir, database, master, vault } = await vaultWith(2);
    await vault.close();
    const before = await everythingOf(dir, master, database);
    const proxy = await cuttingProxy(database);
    try {
      const onProgress = ({ step }: { step: string }) => {
        if (step === 'checking') setTimeout(() => proxy.arm(cut), 5);
      };
      const outcome = await rekeyVault(dir, {
        master,
        keys,
        groupKey,
        database: proxy.url,
        onProgress,
      }).catch(() => null);
      const now = await masterBy(dir, outcome === null ? PASSPHRASE : NEXT);
      expect(await everythingOf(dir, now, database)).toEqual(before);
      await writeFile(join(dir, 'unrelated.txt'), inventedBytes(1));
      await rekeyVault(dir, {
        master: now,
        keys: { ...keys, passphrase: 'a third one for the herons' },
        groupKey,
        database,
      });
      expect(await everythingOf(dir, await masterBy(dir, 'a third one for the herons'), database)).toEqual(
        before,
      );
    } finally {
      await proxy.stop();
    }
  },
);
