/**
 * `onrecord verify`, `checkpoint` and `witness` on real vaults: a copy that was carried on, an older copy put back, a
 * changed byte, a partner who refuses, a check that repeats itself.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE, newPlace, type Place, type Ran } from './cli-fixture.ts';

// Each test runs the real command many times.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let place: Place;
beforeEach(() => {
  place = newPlace();
  place.write('a.html', ARTICLE);
  made('own');
  done(['capture', 'a.html', '--vault', 'own']);
  done(['propose', '--vault', 'own']);
});
afterEach(() => place.remove());

/** Runs a command that must succeed. */
function done(args: readonly string[]): Ran {
  const ran = place.run(args);
  if (ran.code !== 0)
    throw new Error(`onrecord ${args.join(' ')} ended with ${ran.code}: ${ran.err}${ran.out}`);
  return ran;
}

function made(vault: string): void {
  done(['init', '--no-encryption', '--vault', vault]);
}

/** One line, so that a sentence may be searched for. */
function flat(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function handOut(vault: string, file: string): void {
  done(['checkpoint', '--out', file, '--vault', vault]);
}

function logKey(vault: string): string {
  const { log } = JSON.parse(readFileSync(join(place.dir, vault, 'vault.json'), 'utf8')) as {
    log: { vkey: string };
  };
  return log.vkey;
}

/** Heads are dated to the second. */
async function nextSecond(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

function copyVault(from: string, to: string): void {
  rmSync(join(place.dir, to), { recursive: true, force: true });
  cpSync(join(place.dir, from), join(place.dir, to), { recursive: true });
}

function sourceOf(vault: string): string {
  const { out } = done(['show', '--sources', '--json', '--vault', vault]);
  return /src_[0-9a-z]{26}/u.exec(out)?.[0] ?? '';
}

describe('two copies of one vault that were both carried on', () => {
  beforeEach(() => {
    copyVault('own', 'copy');
    for (const vault of ['own', 'copy']) {
      place.write(`${vault}.txt`, `What was taken in by ${vault} alone.`);
      done(['capture', `${vault}.txt`, '--vault', vault]);
      handOut(vault, `${vault}-checkpoint.txt`);
    }
  });

  test('their checkpoints name the fork, with the vault, and with the key of the log alone', () => {
    const both = ['verify', 'own-checkpoint.txt', 'copy-checkpoint.txt'];
    for (const how of [
      ['--vault', 'own'],
      ['--log-key', logKey('own')],
    ]) {
      const { code, out } = place.run([...both, ...how]);
      expect(code).toBe(6);
      expect(flat(out)).toMatch(/FORK: two valid heads\. .*both cover 3 entries, and not the same ones/u);
      expect(flat(out)).toMatch(/Keep every copy of the vault and both checkpoints as they are/u);
    }
    const { code, out } = place.run(['verify', 'copy-checkpoint.txt', '--vault', 'own', '--json']);
    expect(code).toBe(6);
    expect(JSON.parse(out)).toMatchObject({ ok: false, verdict: 'fork', vaultSize: 4 });
  });

  test('a partner vouches for the first that comes and refuses the second', () => {
    made('partner');
    const key = ['--log-key', logKey('own')];
    const vouch = ['--vault', 'partner', '--by', 'W. Witness'];
    expect(place.run(['witness', 'own-checkpoint.txt', ...vouch]).err).toMatch(/give it once:\s+--log-key/u);
    done(['witness', 'own-checkpoint.txt', ...vouch, ...key]);
    const { code, err } = place.run(['witness', 'copy-checkpoint.txt', ...vouch]);
    expect(code).toBe(6);
    expect(flat(err)).toMatch(/FORK: two valid heads.*Nothing was cosigned/u);
    expect(readdirSync(place.dir)).not.toContain('copy-checkpoint.cosigned.txt');
    expect(done(['verify', '--vault', 'partner']).out).toMatch(/1\s+log entry checked: nothing differs/u);
  });
});

test('an older copy put back is found through a checkpoint that was kept', () => {
  copyVault('own', 'old');
  place.write('b.txt', 'A second report.');
  done(['capture', 'b.txt', '--vault', 'own']);
  handOut('own', 'kept.txt');
  expect(flat(done(['verify', 'kept.txt', '--vault', 'own']).out)).toContain('its first 3 of 4 entries');
  copyVault('old', 'own');
  expect(place.run(['verify', '--vault', 'own']).code).toBe(0);
  const { code, out } = place.run(['verify', 'kept.txt', '--vault', 'own']);
  expect(code).toBe(6);
  expect(flat(out)).toContain(
    'covers 3 entries, and this vault has 2: the vault was put back to an older state',
  );
});

test('witnesses: named, asked, refused when strange, taken in, and counted by verify', async () => {
  made('partner');
  const { key } = JSON.parse(done(['witness', '--json', '--vault', 'partner']).out) as { key: string };
  expect(place.run(['checkpoint', '--witness', logKey('own'), '--name', 'P', '--vault', 'own']).code).toBe(2);
  handOut('own', 'one.txt');
  done(['witness', 'one.txt', '--log-key', logKey('own'), '--by', 'W', '--vault', 'partner']);
  const take = ['checkpoint', '--import', 'one.cosigned.txt', '--vault', 'own'];
  expect(place.run(take)).toMatchObject({ code: 2 });
  done(['checkpoint', '--witness', key, '--name', 'Partner Archive', '--vault', 'own']);
  expect(flat(done(take).out)).toMatch(/Partner Archive vouches for the first 2 entries at .* is entry 5/u);
  expect(flat(done(take).out)).toContain('stood in the log already (entry 5)');
  handOut('own', 'two.txt');
  await nextSecond();
  expect(readFileSync(join(place.dir, 'two.txt'), 'utf8')).toMatch(
    /^old 2\n(?:[A-Za-z0-9+/]{43}=\n)+\nonrecord/u,
  );
  done(['witness', 'two.txt', '--by', 'W', '--vault', 'partner']);
  done(['checkpoint', '--import', 'two.cosigned.txt', '--vault', 'own']);
  const { out } = done(['verify', '--vault', 'own']);
  expect(flat(out)).toContain('4 checkpoints left this vault (2 exported, 0 time-stamped, 2 witnessed)');
  expect(flat(out)).toMatch(/entries 1–2: claimed .*; proved not after .*\(Partner Archive\)/u);
  const text = readFileSync(join(place.dir, 'two.cosigned.txt'), 'utf8');
  writeFileSync(
    join(place.dir, 'bent.txt'),
    text.replace(/^(— \S+\/witness .{40}).(.)/mu, '$1A$2').replace(/\n\d+\n/u, '\n5\n'),
  );
  expect(place.run(['checkpoint', '--import', 'bent.txt', '--vault', 'own']).code).toBe(6);
});

test('one source: its bytes, its entries in the signed tree, and a package of it without a vault', () => {
  const source = sourceOf('own');
  const { out } = done(['verify', source.slice(0, 9), '--vault', 'own']);
  expect(flat(out)).toMatch(/a\.html: \d+ bytes, SHA-256 [0-9a-f]{64}, entry 1/u);
  expect(flat(out)).toContain('Every entry is in the proof tree of 2 entries');
  done(['export', source, '--out', 'handed', '--to', 'A court', '--by', 'A', '--vault', 'own']);
  const good = done(['verify', 'handed', '--log-key', logKey('own')]);
  expect(flat(good.out)).toMatch(/nothing differs\. It proves:.*It does not prove:/u);
  made('other');
  expect(place.run(['verify', 'handed', '--log-key', logKey('other')]).code).toBe(6);
  const [name = ''] = readdirSync(join(place.dir, 'handed/data/sources', source, 'original'));
  writeFileSync(
    join(place.dir, 'handed/data/sources', source, 'original', name),
    ARTICLE.replace('11', '12'),
  );
  const bad = place.run(['verify', 'handed']);
  expect(bad.code).toBe(6);
  expect(bad.out).toContain(`✗ data/sources/${source}/original/`);
  expect(place.run(['verify', 'nowhere-at-all']).code).toBe(4);
  expect(place.run(['verify', 'own']).err).toMatch(/is a vault/u);
});

test('a changed byte of a stored file is named by a check of all and of that source', () => {
  const source = sourceOf('own');
  const blobs = join(place.dir, 'own/data-1/blobs');
  const [path] = readdirSync(blobs, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [join(one.parentPath, one.name)] : [],
  );
  const bytes = readFileSync(path ?? '');
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  writeFileSync(path ?? '', bytes);
  for (const args of [['verify'], ['verify', source]]) {
    const { code, out } = place.run([...args, '--vault', 'own']);
    expect(code).toBe(6);
    expect(flat(out)).toMatch(/✗ bytes [0-9a-f]{64}: The stored bytes of a\.html have changed/u);
  }
  const logged = place.run(['verify', '--log', '--vault', 'own', '--json']);
  expect(logged.code).toBe(6);
  expect(JSON.parse(logged.out)).toMatchObject({ ok: false, logged: 3 });
});

test.each([
  ['text', "UPDATE texts SET content = content || ' '", /text [0-9a-f]{64}: The text .* was changed/u, 6],
  ['a table', "UPDATE sources SET body = replace(body, 'Eleven', 'Twelve')", /✗ log [^:]*src_|sources/u, 6],
  [
    'the body of an entry',
    "UPDATE log SET body = replace(body, 'Courier', 'Herald') WHERE seq = 2",
    /✗ log entry 2: The body of entry 2 was changed/u,
    6,
  ],
  [
    'the head of an entry',
    "UPDATE log SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1",
    /✗ log entry 1: The head of entry 1 was changed/u,
    6,
  ],
  [
    'the head of the log',
    "UPDATE log_head SET checkpoint = replace(checkpoint, char(10) || '2' || char(10), char(10) || '3' || char(10))",
    /✗ log log head: The signed head of the log cannot be trusted/u,
    7,
  ],
])('%s changed behind its back is named', (_, statement, named, alone) => {
  const source = sourceOf('own');
  const db = new Database(join(place.dir, 'own/data-1/record.sqlite'));
  const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(statement);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
  const { code, out, err } = place.run(['verify', '--vault', 'own']);
  expect([code, err]).toEqual([6, '']);
  expect(flat(out)).toMatch(named);
  expect(place.run(['verify', source, '--vault', 'own']).code).toBe(alone);
});

test('--watch repeats and logs each check; --once-if-due rests until it is time', async () => {
  const watch = place.start(['verify', '--watch', '0.0002', '--vault', 'own']);
  await new Promise((resolve) => setTimeout(resolve, 9000));
  watch.interrupt();
  const { code, out } = await watch.ended;
  expect(code).toBe(0);
  const entries = [...out.matchAll(/This check is entry (\d+) of the log/gu)].map(([, seq]) => Number(seq));
  expect(entries.length).toBeGreaterThan(1);
  expect(entries).toEqual(entries.map((_, index) => index + 3));
  expect(done(['verify', '--once-if-due', '24', '--vault', 'own']).out).toMatch(/^Not due/u);
  expect(done(['verify', '--once-if-due', '0.00001', '--vault', 'own']).out).toContain('This check is entry');
  expect(place.run(['verify', '--watch', 'often', '--vault', 'own']).code).toBe(2);
});
