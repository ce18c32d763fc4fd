import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import {
  LOCAL_KEYS,
  type LocalObjectStore,
  startLocalObjectStore,
} from '../../../test/fixtures/local-object-store.ts';
import { describeBlobStore } from '../contract/blob-contract.ts';
import { captured, SAMPLE_ACTORS } from '../contract/sample-record.ts';
import { createVault, openVault } from '../vault.ts';
import { PLAIN_COVER } from './blob-cover.ts';
import { objectBlobStore } from './object-blob-store.ts';
import { parseS3Address } from './s3-address.ts';
import { s3Objects } from './s3-objects.ts';

let server: LocalObjectStore;
beforeAll(async () => {
  server = await startLocalObjectStore();
});
afterAll(() => server.stop());
afterEach(() => vi.unstubAllEnvs());

const open = (address: string, tries = 3) =>
  s3Objects(parseS3Address(address), LOCAL_KEYS, { tries, wait: 1 });

describeBlobStore('S3-compatible store', async () => {
  const address = server.freshAddress();
  const { prefix } = parseS3Address(address);
  return {
    blobs: objectBlobStore(open(address), { readOnly: false, cover: PLAIN_COVER }),
    damage: async (sha256) => server.damage(`${prefix}${sha256}`),
    cleanUp: async () => undefined,
  };
});

test('requests are signed as Amazon publishes it', async () => {
  // "Authenticating Requests (AWS Signature Version 4)", examples GET Object, PUT Object and List Objects.
  const keys = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    service: 's3',
    region: 'us-east-1',
    datetime: '20130524T000000Z',
  };
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const get = new AwsV4Signer({
    ...keys,
    method: 'GET',
    url: 'https://examplebucket.s3.amazonaws.com/test.txt',
    headers: { Range: 'bytes=0-9', 'X-Amz-Content-Sha256': empty },
    allHeaders: true,
  });
  expect(await get.signature()).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  const list = new AwsV4Signer({
    ...keys,
    method: 'GET',
    url: 'https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J',
    headers: { 'X-Amz-Content-Sha256': empty },
  });
  expect(await list.signature()).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7');
});

test('what breaks on the way is asked for again; what goes on breaking is told without a key', async () => {
  const objects = open(server.freshAddress());
  server.breakNext('error', 'cut');
  await objects.put('a'.repeat(64), Buffer.from('twelve fishermen'));
  server.breakNext('half', 'error');
  expect(Buffer.from((await objects.get('a'.repeat(64))) ?? []).toString()).toBe('twelve fishermen');
  server.breakNext('error', 'error', 'cut');
  const fault = await objects.get('a'.repeat(64)).catch((error: unknown) => error);
  expect(fault).toMatchObject({ code: 'unreachable' });
  expect(JSON.stringify([fault, String(fault)])).not.toMatch(/S3RVER|Please reduce|Signature/u);
});

test('whoever is not let in, or asks for no bucket, is told so at once', async () => {
  const address = parseS3Address(server.freshAddress());
  const other = s3Objects(address, { ...LOCAL_KEYS, secretAccessKey: 'another' }, { tries: 3, wait: 1 });
  const before = server.asked();
  await expect(other.put('b'.repeat(64), Buffer.from('x'))).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/does not let this program in.*403 SignatureDoesNotMatch/su),
  });
  expect(server.asked()).toBe(before + 1);
  const nowhere = s3Objects({ ...address, bucket: 'no-such-bucket' }, LOCAL_KEYS, { tries: 1 });
  await expect(nowhere.put('b'.repeat(64), Buffer.from('x'))).rejects.toThrow(/no such bucket/u);
});

test('more objects than one answer lists are all listed, page by page', async () => {
  // The server of the other tests cannot give a second page; this one answers as Amazon documents it.
  const asked: (string | null)[] = [];
  const pages = createServer((incoming, answer) => {
    const token = new URL(incoming.url ?? '', 'http://x').searchParams.get('continuation-token');
    asked.push(token);
    const key = (name: string) => `<Contents><Key>v/${name}</Key><Size>1</Size></Contents>`;
    answer.end(
      token === null
        ? `<ListBucketResult><IsTruncated>true</IsTruncated>${key('a')}${key('b')}<NextContinuationToken>1&amp;+/=</NextContinuationToken></ListBucketResult>`
        : `<ListBucketResult><IsTruncated>false</IsTruncated>${key('c')}</ListBucketResult>`,
    );
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const { port } = pages.address() as AddressInfo;
  const objects = open(`s3://kessar/v?endpoint=http://127.0.0.1:${port}`);
  const listed: string[] = [];
  for await (const name of objects.names()) listed.push(name);
  expect([listed, asked]).toEqual([
    ['a', 'b', 'c'],
    [null, '1&+/='],
  ]);
  await new Promise((resolve) => pages.close(resolve));
});

test.each([
  ['s3://AKIA:secret@kessar/x', /never stands in an address/u],
  ['s3://kessar/x?endpoint=http://s3.example.org', /https/u],
  ['s3://kessar/x?endpoint=https://me:pass@s3.example.org', /without a name/u],
  ['s3://Kessar_1/x?other=1', /nothing else/u],
  ['https://s3.example.org/kessar', /must read s3/u],
  ['s3://kessar/../other%20x', /prefix/u],
])('%s is refused', (address, message) => {
  expect(() => parseS3Address(address)).toThrow(message);
});

test('a vault with its bytes elsewhere: ciphertext under names that say nothing, healed and erased there', {
  timeout: 60_000,
}, async () => {
  const dir = join(mkdtempSync(join(tmpdir(), 'onrecord-elsewhere-')), 'vault');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
  const cost = { memoryKib: 65_536, passes: 1, lanes: 1 };
  const address = server.freshAddress();
  const { prefix } = parseS3Address(address);
  const recoveryKey = new Uint8Array(32).fill(7);
  const master = new Uint8Array(
    await createVault(dir, {
      keys: { kind: 'encrypted', passphrase: 'seven quiet herons by the mill', recoveryKey, cost },
      blobs: address,
    }),
  );
  const vault = await openVault(dir, { master });
  const bytes = Buffer.from('bytes 1');
  await vault.blobs.putAll([bytes]);
  await vault.store.append([captured(1, 'Twelve fishermen', { actors: SAMPLE_ACTORS })]);
  const hashes: string[] = [];
  for await (const sha256 of vault.blobs.list()) hashes.push(sha256);
  expect(hashes).toHaveLength(1);
  const own = () => server.names().filter((name) => name.startsWith(prefix));
  expect(own()).toHaveLength(1);
  expect(own()[0]).not.toContain(hashes[0]);
  expect(server.content(prefix).includes(bytes)).toBe(false);
  await vault.close();

  const again = await openVault(dir, { master });
  expect(Buffer.from((await again.blobs.get(hashes[0] as never)) ?? [])).toEqual(bytes);
  server.damage(own()[0] ?? '');
  expect(await again.blobs.check()).toEqual(hashes);
  await again.blobs.put(bytes);
  expect(await again.blobs.check()).toEqual([]);
  await (await again.blobs.remove(hashes[0] as never))();
  expect(own()).toEqual([]);
  await again.close();

  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '');
  await expect(openVault(dir, { master })).rejects.toThrow(/its keys are missing/u);
  rmSync(join(dir, '..'), { recursive: true });
});
