/**
 * Vaults that the programs of their time wrote, one of every released schema (`test/fixtures/schemas`), opened by this one: what
 * they held is read as it was, the log proves the tables that were added, and what came later can be written.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import type { RecordStore } from '../../desk/ports/record-store.ts';
import { linkedRecord } from '../contract/sample-links.ts';
import { listImported, sampleList } from '../contract/sample-lists.ts';
import { captured } from '../contract/sample-record.ts';
import { openVault } from '../vault.ts';
import { SCHEMA_VERSION } from './all-migrations.ts';

const FIXTURES = new URL('../../../test/fixtures/schemas/', import.meta.url);
const VERSIONS = readdirSync(FIXTURES)
  .flatMap((name) => /^schema-(\d+)\.zip$/u.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);

async function unpacked(version: number) {
  const dir = await mkdtemp(join(tmpdir(), `onrecord-schema-${version}-`));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const files = unzipSync(readFileSync(new URL(`schema-${version}.zip`, FIXTURES)));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), bytes);
  }
  const told = JSON.parse(readFileSync(join(dir, 'told.json'), 'utf8')) as Record<string, unknown[]>;
  return { dir: join(dir, 'vault'), told };
}

function schemaOf(dir: string): number {
  const db = new Database(join(dir, 'data-1', 'record.sqlite'), { readonly: true });
  const version = db.prepare('SELECT max(version) FROM schema_version').pluck().get();
  db.close();
  return Number(version);
}

async function read(store: RecordStore, name: string): Promise<unknown> {
  switch (name) {
    case 'listings': {
      const listings = [];
      for await (const one of store.listings()) listings.push(one);
      return listings;
    }
    case 'sources':
    case 'captures':
    case 'actors':
    case 'propositions':
    case 'claims':
    case 'links':
    case 'findings':
    case 'lists':
    case 'decisions':
      return store[name]();
    default:
      throw new Error(`the old program told of ${name}, which is read nowhere`);
  }
}

test('every schema before the present one has a vault of its time', () => {
  const before = Array.from({ length: SCHEMA_VERSION - 1 }, (_, at) => at + 1);
  expect(VERSIONS).toEqual(expect.arrayContaining(before));
});

test.each(VERSIONS)('schema %i: everything it held is there, proves itself, and grows', async (version) => {
  const { dir, told } = await unpacked(version);
  expect(schemaOf(dir)).toBe(version);
  if (version < SCHEMA_VERSION)
    await expect(openVault(dir, { readOnly: true })).rejects.toMatchObject({ code: 'read-only' });
  expect(schemaOf(dir), 'a vault that was only looked at stays as it was').toBe(version);
  const { store, close } = await openVault(dir);
  try {
    expect(schemaOf(dir)).toBe(SCHEMA_VERSION);
    expect(Object.keys(told)).toEqual(expect.arrayContaining(['sources', 'captures', 'claims']));
    for (const [name, all] of Object.entries(told)) {
      expect(all.length, name).toBeGreaterThan(0);
      expect(await read(store, name), name).toEqual(all);
    }
    expect(await store.check()).toEqual([]);
    expect((await store.search('ёлка', 5)).hits).toHaveLength(1);
    await store.append(linkedRecord());
    const links = (await store.links()).length;
    expect(links).toBe((told.links?.length ?? 0) + 3);
    await store.append([captured(90, null), listImported(90, { list: sampleList(), listings: [] })]);
    expect(await store.lists()).toHaveLength((told.lists?.length ?? 0) + 1);
    expect(await store.check()).toEqual([]);
  } finally {
    await close();
  }
});

test.each(VERSIONS)('schema %i: its bytes are all there', async (version) => {
  const { dir } = await unpacked(version);
  const { store, blobs, close } = await openVault(dir);
  try {
    for (const { sha256 } of await store.captures())
      expect((await blobs.get(sha256))?.length).toBeGreaterThan(0);
  } finally {
    await close();
  }
});
