/** Real agent processes on real sockets, in folders of their own. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AgentPlace,
  agentAddress,
  agentFolder,
  folderFault,
  makeAgentFolder,
  vaultDigest,
} from './agent-folder.ts';
import { agentKey, lockAgent, startAgent } from './key-agent.ts';

const uid = process.getuid?.() ?? null;
const master = new Uint8Array(randomBytes(32));
let base = '';
let place: AgentPlace;
const started: number[] = [];

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'oa-'));
  place = { runtimeDir: base, tempDir: base, uid, userName: 'tester' };
});

afterEach(async () => {
  for (const pid of started.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  await rm(base, { recursive: true, force: true });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function start(vaultId: string, minutes = 1): Promise<number> {
  const pid = await startAgent({ vaultId, master, minutes }, place);
  started.push(pid);
  return pid;
}

async function until(fits: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fits()) return;
    await wait(50);
  }
  expect.unreachable('waited five seconds');
}

const socketOf = (vaultId: string): string => agentAddress(place, vaultDigest(vaultId));

if (uid === null) test.skip('SKIPPED: sockets and their rights are tested on Unix', () => undefined);
else {
  describe('an agent', () => {
    test('gives the key to its user for its vault only, and goes when it is locked', async () => {
      expect(await agentKey('vault-a', place)).toBeNull();
      const pid = await start('vault-a');
      expect(await agentKey('vault-a', place)).toEqual(master);
      expect(await agentKey('vault-a', place)).toEqual(master);
      expect(await agentKey('vault-b', place)).toBeNull();
      expect(await lockAgent('vault-a', place)).toBe(1);
      expect(await agentKey('vault-a', place)).toBeNull();
      expect(existsSync(socketOf('vault-a'))).toBe(false);
      await until(() => !isAlive(pid));
      expect(await lockAgent('vault-a', place)).toBe(0);
    });

    test('the folder is 0700, the socket 0600, and nothing else is written', async () => {
      await start('vault-a');
      const folder = agentFolder(place) ?? '';
      expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
      expect((statSync(socketOf('vault-a')).mode & 0o777).toString(8)).toBe('600');
      expect(statSync(socketOf('vault-a')).isSocket()).toBe(true);
      expect(readdirSync(folder)).toHaveLength(1);
      expect(readdirSync(base)).toEqual(['onrecord']);
    });

    test('nothing of the key stands in its arguments or environment', async () => {
      const pid = await start('vault-a');
      if (!existsSync(`/proc/${pid}/cmdline`)) return;
      const seen = Buffer.concat([
        readFileSync(`/proc/${pid}/cmdline`),
        readFileSync(`/proc/${pid}/environ`),
      ]);
      for (const form of ['hex', 'base64'] as const)
        expect(seen.toString('latin1')).not.toContain(Buffer.from(master).toString(form));
      expect(seen.includes(Buffer.from(master))).toBe(false);
      expect(readFileSync(`/proc/${pid}/environ`).toString()).toBe('');
    });

    test('locks itself after the idle time; each use starts it anew', async () => {
      const pid = await start('vault-a', 1.2 / 60);
      for (let use = 0; use < 4; use += 1) {
        await wait(600);
        expect(await agentKey('vault-a', place)).toEqual(master);
      }
      await until(() => !isAlive(pid));
      expect(await agentKey('vault-a', place)).toBeNull();
      expect(existsSync(socketOf('vault-a'))).toBe(false);
    });

    test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('locks itself on %s', async (signal) => {
      const pid = await start('vault-a');
      process.kill(pid, signal);
      await until(() => !isAlive(pid));
      expect(await agentKey('vault-a', place)).toBeNull();
    });

    test('lock without a vault locks all; with one, that one', async () => {
      const [a, b, c] = [await start('vault-a'), await start('vault-b'), await start('vault-c')];
      expect(await lockAgent('vault-b', place)).toBe(1);
      expect(await agentKey('vault-a', place)).toEqual(master);
      expect(await lockAgent(null, place)).toBe(2);
      await until(() => ![a, b, c].some(isAlive));
      expect(readdirSync(agentFolder(place) ?? '')).toEqual([]);
    });

    test('unlocking again replaces the agent, and the old one does not take the new socket away', async () => {
      const first = await start('vault-a');
      const second = await start('vault-a');
      await until(() => !isAlive(first));
      await wait(300);
      expect(await agentKey('vault-a', place)).toEqual(master);
      expect(isAlive(second)).toBe(true);
    });

    test('a socket left by a killed agent gives no key and does not stand in the way', async () => {
      const pid = await start('vault-a');
      process.kill(pid, 'SIGKILL');
      await until(() => !isAlive(pid));
      expect(existsSync(socketOf('vault-a'))).toBe(true);
      expect(await agentKey('vault-a', place)).toBeNull();
      expect(await lockAgent(null, place)).toBe(0);
      expect(existsSync(socketOf('vault-a'))).toBe(false);
      await start('vault-a');
      expect(await agentKey('vault-a', place)).toEqual(master);
    });

    test('an agent that does not answer is reported, not passed over', async () => {
      const pid = await start('vault-a');
      process.kill(pid, 'SIGSTOP');
      await expect(lockAgent(null, place)).rejects.toThrow(/does not answer.*may still be in memory/);
      process.kill(pid, 'SIGCONT');
      expect(await agentKey('vault-a', place)).toBeNull();
    });

    test('garbage, half a question and too long a question are cut off; the agent goes on', async () => {
      await start('vault-a');
      for (const bytes of [Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'), randomBytes(100_000)])
        expect(await sent(socketOf('vault-a'), bytes)).toHaveLength(0);
      const half = connect(socketOf('vault-a'));
      half.on('error', () => undefined);
      half.write(Buffer.from([1]));
      expect(await agentKey('vault-a', place)).toEqual(master);
      half.destroy();
    });

    test('the key stands in the memory of the agent once, however often it was asked for', async () => {
      const pid = await start('vault-a');
      const before = countInMemory(pid, master);
      if (before === null) return;
      for (let use = 0; use < 20; use += 1) (await agentKey('vault-a', place))?.fill(0);
      // The last answer is overwritten when the system has taken it.
      await wait(200);
      expect([before, countInMemory(pid, master)]).toEqual([1, 1]);
    });
  });

  describe('the folder', () => {
    test('of another user is refused', async () => {
      await makeAgentFolder(place);
      if (uid === 0) chownSync(join(base, 'onrecord'), 12_345, 12_345);
      else place = { ...place, uid: uid + 1 };
      await expectRefused(/another user/);
    });

    test.each([0o750, 0o701, 0o777])('that others may enter (%o) is refused', async (mode) => {
      mkdirSync(join(base, 'onrecord'));
      chmodSync(join(base, 'onrecord'), mode);
      await expectRefused(/other users may enter/);
    });

    test('that is a link is refused', async () => {
      mkdirSync(join(base, 'elsewhere'), { mode: 0o700 });
      symlinkSync(join(base, 'elsewhere'), join(base, 'onrecord'));
      await expectRefused(/not a folder/);
    });

    test('that is a file is refused', async () => {
      await writeFile(join(base, 'onrecord'), '');
      await expectRefused(/not a folder/);
    });

    test('without XDG_RUNTIME_DIR stands among temporary files and carries the number of the user', () => {
      expect(agentFolder({ ...place, runtimeDir: null, uid: 1234 })).toBe(join(base, 'onrecord-1234'));
    });

    test('with too long a path is refused in words', async () => {
      place = { ...place, runtimeDir: join(base, 'x'.repeat(100)) };
      mkdirSync(place.runtimeDir ?? '');
      await expect(start('vault-a')).rejects.toThrow(/too long for a socket/);
    });

    test('misuse is refused', async () => {
      await expect(
        startAgent({ vaultId: 'a', master: master.subarray(1), minutes: 1 }, place),
      ).rejects.toThrow(/32 bytes/);
      for (const minutes of [0, -1, 1441, Number.NaN])
        await expect(startAgent({ vaultId: 'a', master, minutes }, place)).rejects.toThrow(/Minutes/);
    });
  });
}

async function expectRefused(why: RegExp): Promise<void> {
  expect(await folderFault(place)).toMatch(why);
  await expect(start('vault-a')).rejects.toThrow(why);
  expect(await agentKey('vault-a', place)).toBeNull();
  expect(await lockAgent(null, place)).toBe(0);
}

/** What the agent answers to bytes; it may cut the connection. */
function sent(path: string, bytes: Uint8Array): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(path);
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(parts)));
    socket.write(bytes);
  });
}

/** How often bytes stand in the writable memory of a process; null where the system does not show it. */
function countInMemory(pid: number, bytes: Uint8Array): number | null {
  const memory = openMemory(pid);
  if (memory === null) return null;
  const maps = readFileSync(`/proc/${pid}/maps`, 'utf8').matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gmu);
  let count = 0;
  for (const [, from = '', to = ''] of maps) {
    const start = Number.parseInt(from, 16);
    for (let at = start; at < Number.parseInt(to, 16); at += BLOCK) {
      const length = Math.min(BLOCK, Number.parseInt(to, 16) - at);
      count += countIn(readMemory(memory, at, length), bytes);
    }
  }
  closeSync(memory);
  return count;
}

const BLOCK = 1_048_576;

function openMemory(pid: number): number | null {
  try {
    return openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return null;
  }
}

function readMemory(memory: number, at: number, length: number): Buffer {
  const block = Buffer.alloc(length);
  try {
    readSync(memory, block, 0, length, at);
  } catch {
    // Reserved and never used, or gone meanwhile.
  }
  return block;
}

function countIn(block: Buffer, bytes: Uint8Array): number {
  let count = 0;
  for (let at = block.indexOf(bytes); at !== -1; at = block.indexOf(bytes, at + 1)) count += 1;
  return count;
}
