import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SpooledBatch } from '../../desk/ports/spool.ts';
import { fileSpool } from './file-spool.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'onrecord-spool-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const given = { title: null } as unknown as SpooledBatch['given'];
const BATCH: SpooledBatch = {
  given,
  agent: 'Reader One',
  files: ['twelve fishermen', '', 'é 北京'].map((text, at) => ({
    bytes: Uint8Array.from(Buffer.from(text)),
    fileName: `${at}.txt`,
    shownAs: `reports/${at}.txt`,
    sidecar: at === 0 ? { name: '0.yaml', text: 'title: x' } : null,
  })),
};

test.each([
  ['in clear', null],
  ['encrypted', new Uint8Array(randomBytes(32))],
])('files handed in together wait together, %s, and come back as they were', async (_how, key) => {
  const spool = fileSpool(dir, key);
  const name = await spool.put(BATCH);
  expect(await spool.names()).toEqual([name]);
  expect(await spool.get(name)).toEqual(BATCH);
  expect(readFileSync(join(dir, name)).includes('fishermen')).toBe(key === null);
  // Put again under its name: it waits once.
  await spool.put({ ...BATCH, files: [] }, name);
  expect((await spool.get(name))?.files).toEqual([]);
  await spool.remove(name);
  expect([await spool.names(), await spool.get(name)]).toEqual([[], null]);
});

test('what an older program has left waiting is read: one file, whose bytes are the rest', async () => {
  const head = Buffer.from(
    JSON.stringify({ fileName: 'a.txt', shownAs: 'a.txt', sidecar: null, given, agent: null }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const name = '0b1f9a52-8c3d-4f7e-9a61-2d5c8e7f4a10';
  writeFileSync(join(dir, name), Buffer.concat([length, head, Buffer.from('twelve fishermen')]));
  const batch = await fileSpool(dir, null).get(name);
  expect(batch).toMatchObject({ given, agent: null, files: [{ fileName: 'a.txt', shownAs: 'a.txt' }] });
  expect(Buffer.from(batch?.files[0]?.bytes ?? []).toString()).toBe('twelve fishermen');
});

test('a batch that was cut short is damaged, and no file of it is taken for whole', async () => {
  const spool = fileSpool(dir, null);
  const name = await spool.put(BATCH);
  const whole = readFileSync(join(dir, name));
  writeFileSync(join(dir, name), whole.subarray(0, whole.length - 3));
  await expect(spool.get(name)).rejects.toMatchObject({ code: 'damaged' });
});
