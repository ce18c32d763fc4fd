import { expect, test } from 'vitest';
import { plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { BYTES, heldSource, TEXT } from '../custody/custody-fixture.cases.ts';
import { recordRemark } from '../custody/record-custody.ts';
import { eraseSource } from '../erase-source.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import { verifySource } from './verify-source.ts';

/** Reads the fixture as it was read when it came in. */
const reader: DocumentReader = {
  ...plainReader(),
  read: async (bytes) => {
    const [document] = await plainReader().read(bytes, null);
    if (document === undefined) throw new TypeError('one document');
    return [{ ...document, text: { content: TEXT, normaliser: 'html-3' } }];
  },
};
const OPTIONS = { reader, publicRoots: [] };

test('a whole source: its copy, its text, its entries in the signed tree', async () => {
  const { desk, source } = await heldSource();
  await recordRemark(desk, { source, on: null, note: 'seen', by: 'A. Archivist' });
  const report = await verifySource(desk, source.slice(0, 8), OPTIONS);
  expect(report).toMatchObject({
    source,
    erased: false,
    faults: [],
    checked: { entries: 2, texts: 1, claims: 0 },
    captures: [{ fileName: 'letter.html', size: BYTES.length, entry: 1 }],
    head: { size: 2 },
  });
  expect(report.times.map(({ seq }) => seq)).toEqual([1, 2]);
});

test('what was changed is named: bytes, text, reading, a body, a leaf', async () => {
  const { desk, source } = await heldSource();
  await recordRemark(desk, { source, on: null, note: 'seen', by: 'A. Archivist' });
  const faultsOf = async (change: Partial<typeof desk>, options = OPTIONS): Promise<readonly string[]> =>
    (await verifySource({ ...desk, ...change }, source, options)).faults.map(
      ({ check, item }) => `${check} ${item.slice(0, 7)}`,
    );
  const blobs = (get: () => Promise<Uint8Array | null>) => ({ blobs: { ...desk.blobs, get } });
  expect(await faultsOf(blobs(async () => new TextEncoder().encode('other')))).toContainEqual(
    expect.stringMatching(/^bytes /),
  );
  const gone = { blobs: { ...desk.blobs, get: async () => null, has: async () => false } };
  expect(await faultsOf(gone)).toEqual([expect.stringMatching(/^bytes /)]);
  const store = (change: Partial<typeof desk.store>) => ({ store: { ...desk.store, ...change } });
  expect(await faultsOf(store({ text: async () => 'other' }))).toEqual([expect.stringMatching(/^text cap_/)]);
  const elsewhere = { ...reader, read: plainReader().read };
  expect(await faultsOf({}, { ...OPTIONS, reader: elsewhere })).toEqual([]);
  const entries = await desk.store.entriesOf(source);
  const bent = (seq: number, change: object) =>
    store({ entriesOf: async () => entries.map((one) => (one.seq === seq ? { ...one, ...change } : one)) });
  expect(await faultsOf(bent(2, { agent: 'Somebody' }))).toEqual(['log entry 2']);
  expect(await faultsOf(bent(1, { at: '2030-01-01T00:00:00.000Z' }))).toEqual(['log entry 1']);
  expect(await faultsOf(bent(2, { leaf: 'ab'.repeat(32) }))).toEqual(['log entry 2', 'log entry 2']);
  expect(await faultsOf(bent(1, { bytesCommitment: 'ab'.repeat(32) }))).toEqual([
    'log entry 1',
    expect.stringMatching(/^bytes /),
  ]);
  const extra = async () =>
    [...(await desk.store.captures()), ...(await desk.store.captures())].map((capture, index) =>
      index === 0 ? capture : { ...capture, id: desk.newId('capture') },
    );
  expect(await faultsOf(store({ captures: extra }))).toContainEqual(expect.stringMatching(/^log cap_/));
});

test('of an erased source the leaves are checked, and that is said', async () => {
  const { desk, source } = await heldSource();
  await eraseSource(desk, { source, reason: 'asked for', by: 'A. Archivist', withParts: false });
  const report = await verifySource(desk, source, OPTIONS);
  expect(report).toMatchObject({ erased: true, faults: [], captures: [] });
  expect(report.checked.entries).toBe(2);
});
