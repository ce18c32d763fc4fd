/**
 * Back to a moment, with the very settings and commands of docs/guide/team.md: write-ahead log kept, a base backup, a server that is gone,
 * another one laid down from both. Where PostgreSQL's own pg_basebackup is not installed, its low-level interface makes the base backup.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captured, SAMPLE_ACTORS } from '../../src/storage/contract/sample-record.ts';
import { startTestServer, type TestServer } from '../../src/storage/postgres/fixtures/test-server.ts';

const GUIDE = readFileSync(new URL('../../docs/guide/team.md', import.meta.url), 'utf8');
const MOUNT = '/mnt/archive';
/** Settings of the guide that begin so, with the folder of the archive put in. */
const settingsOf = (archive: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => {
    const line = new RegExp(`^ {4}(${name} = .+)$`, 'mu').exec(GUIDE)?.[1];
    if (line === undefined) throw new Error(`the guide sets no ${name}`);
    return line.replaceAll(MOUNT, archive);
  });

/** Debian's programs, where they are; null: pg_basebackup is not installed. */
function installed(): string | null {
  const all = '/usr/lib/postgresql';
  const bins = existsSync(all) ? readdirSync(all).map((version) => join(all, version, 'bin')) : [];
  return (
    bins.find((bin) => ['pg_basebackup', 'postgres'].every((name) => existsSync(join(bin, name)))) ?? null
  );
}

const BIN = installed();
const OWN_BIN = process.env.ONRECORD_POSTGRES_BIN;
let folder: string;
let archive: string;
let tests: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-moment-'));
  chmodSync(folder, 0o711);
  archive = join(folder, 'archive');
  mkdirSync(archive);
  // The server runs as an ordinary user.
  chmodSync(archive, 0o777);
  if (BIN !== null) process.env.ONRECORD_POSTGRES_BIN = BIN;
  const settings = settingsOf(archive, 'wal_level', 'archive_mode', 'archive_command').map((line) =>
    line.replace(/^(\w+) = '?(.*?)'?$/u, '$1=$2'),
  );
  tests = await startTestServer({ dir: folder, settings });
}, 120_000);
afterAll(async () => {
  if (OWN_BIN === undefined) delete process.env.ONRECORD_POSTGRES_BIN;
  else process.env.ONRECORD_POSTGRES_BIN = OWN_BIN;
  await tests.stop();
  rmSync(folder, { recursive: true });
});

/** A base backup by the guide's own line; gives its folder. */
async function baseBackup(): Promise<string> {
  const { server } = tests;
  await server.run("CREATE ROLE replicator REPLICATION LOGIN PASSWORD 'replica-test-only'");
  if (BIN === null) return lowLevelBackup();
  const line = /^ {4}\$ (pg_basebackup .+)$/mu.exec(GUIDE)?.[1] ?? '';
  expect(line).toContain('-h db.example -U replicator ');
  const run = line.replace('-h db.example', `-h 127.0.0.1 -p ${server.port}`).replaceAll(MOUNT, archive);
  const env = { PATH: `${BIN}:${process.env.PATH}`, PGPASSWORD: 'replica-test-only' };
  execFileSync('/bin/sh', ['-c', run], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const made = readdirSync(archive).find((name) => name.startsWith('base-'));
  return join(archive, made ?? 'none');
}

async function lowLevelBackup(): Promise<string> {
  const base = join(archive, 'base');
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: tests.server.url('postgres') });
  await client.connect();
  await client.query("SELECT pg_backup_start('base', true)");
  cpSync(join(folder, 'data'), base, {
    recursive: true,
    filter: (path) => !/\/(postmaster\.(pid|opts)|pg_wal|pg_replslot\/.+|pgsql_tmp.*)$/u.test(path),
  });
  const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(true)');
  await client.end();
  mkdirSync(join(base, 'pg_wal'));
  writeFileSync(join(base, 'backup_label'), rows[0]?.labelfile ?? '');
  return base;
}

test('a record goes back to a moment: what was written later is gone, everything else is whole', {
  timeout: 180_000,
}, async () => {
  const { server } = tests;
  const url = await tests.freshRecord();
  const database = new URL(url).pathname.slice(1);
  const { store } = await tests.open(url);
  const write = async (from: number) => {
    for (let number = from; number < from + 3; number += 1)
      await store.append([captured(number, `text ${number}`, number === 1 ? { actors: SAMPLE_ACTORS } : {})]);
  };
  await write(1);
  const base = await baseBackup();
  await write(101);
  const then = await store.checkpoint();
  const [row] = await server.run(
    "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' AS now",
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  await write(201);
  const [wal] = await server.run('SELECT pg_walfile_name(pg_switch_wal()) AS name');
  await expect.poll(() => existsSync(join(archive, String(wal?.name))), { timeout: 60_000 }).toBe(true);
  await store.close();

  // The server is gone, with its disk.
  await server.kill();
  const data = join(folder, 'data');
  const { uid, gid } = statSync(data);
  rmSync(data, { recursive: true });
  cpSync(base, data, { recursive: true, verbatimSymlinks: true });
  const lines = settingsOf(archive, 'restore_command', 'recovery_target_time', 'recovery_target_action').map(
    (line) => line.replace(/^(recovery_target_time = ).*/u, `$1'${String(row?.now)}'`),
  );
  writeFileSync(join(data, 'postgresql.conf'), `${lines.join('\n')}\n`, { flag: 'a' });
  writeFileSync(join(data, 'recovery.signal'), '');
  execFileSync('chown', ['-R', `${uid}:${gid}`, data]);
  chmodSync(data, 0o700);
  await server.restart();
  const inRecovery = async () =>
    (await server.run('SELECT pg_is_in_recovery() AS still', database))[0]?.still;
  await expect.poll(inRecovery, { timeout: 60_000 }).toBe(false);

  const { store: again } = await tests.open(url);
  expect((await again.counts()).captures).toBe(6);
  expect(await again.checkpoint()).toEqual(then);
  expect(await again.check()).toEqual([]);
  expect(await again.append([captured(301, 'written again')])).toHaveLength(1);
});
