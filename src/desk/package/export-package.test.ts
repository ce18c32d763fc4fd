import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { memoryPackages } from '../../../test/fixtures/desk/memory-packages.ts';
import { bagFilesInMemory } from '../../exchange/bagit/bag-files.ts';
import { HAS_PROGRAMS } from '../../exchange/custody-package/limited-shell.cases.ts';
import { localAuthority } from '../../exchange/custody-package/local-authority.cases.ts';
import { verifyPackage } from '../../exchange/custody-package/verify-package.ts';
import { captureSources } from '../capture-sources.ts';
import { recordReceipt } from '../custody/record-custody.ts';
import { handleSource } from '../handle-source.ts';
import { redactSource } from '../redaction/redact-source.ts';
import { type ExportOrder, type ExportTools, exportPackage } from './export-package.ts';

const FILES = new Map([
  ['a.txt', 'Two villages were emptied.'],
  ['b.txt', 'The ministry denied it.'],
]);
const ORDER: ExportOrder = {
  sources: [],
  out: './package',
  by: 'A. Archivist',
  to: 'The prosecutor',
  title: null,
  note: null,
  openBodies: true,
  originals: false,
  includeSealed: false,
};

async function filledDesk() {
  const desk = memoryDesk();
  for await (const _ of captureSources(desk, [...FILES.keys()], {
    files: memoryFiles(FILES),
    reader: plainReader(),
  }));
  return desk;
}

function tools(): ExportTools & { readonly written: Map<string, ReadonlyMap<string, Uint8Array>> } {
  const folder = memoryPackages();
  return {
    written: folder.written,
    software: 'onrecord 0.0.0',
    publicRoots: [],
    custody: async (source) => ({ txt: `${source}\n`, html: '<!doctype html>\n', json: '{}\n' }),
    folder,
  };
}

const idsOf = async (desk: ReturnType<typeof memoryDesk>) => (await desk.store.sources()).map(({ id }) => id);

test('a package of two sources proves the bytes, their custody and its own export', async () => {
  const desk = await filledDesk();
  const [first = '', second = ''] = await idsOf(desk);
  await recordReceipt(desk, {
    source: first,
    from: 'A courier',
    on: '2031-03-04',
    note: null,
    by: 'A. Archivist',
  });
  const kept = tools();
  const { report, folder, files } = await exportPackage(desk, { ...ORDER, sources: [first, second] }, kept);
  const written = kept.written.get('./package') ?? new Map();
  expect([folder, files]).toEqual(['/./package', written.size]);
  const trust = { logKey: desk.store.identity.vkey, rootsPem: null };
  expect(await verifyPackage(bagFilesInMemory(written), trust)).toEqual(report);
  expect(report).toMatchObject({ faults: [], notes: [], sources: [first, second].sort() });
  expect(report.entries.map(({ action }) => action).sort()).toEqual([
    'custody-recorded',
    'custody-recorded',
    'custody-recorded',
    'source-captured',
    'source-captured',
  ]);
  const body = [...written].find(([name]) => name.endsWith('.body.json') && !name.includes(`${first}.body`));
  expect(Buffer.from(body?.[1] ?? []).toString()).toContain('"agent":');
});

test('the export is in the log before it, and the head that left after it', async () => {
  const desk = await filledDesk();
  const [first = ''] = await idsOf(desk);
  await exportPackage(desk, { ...ORDER, sources: [first] }, tools());
  const [recorded, anchored] = desk.entries.slice(-2);
  expect(recorded?.body).toMatchObject({ event: { kind: 'exported', to: 'The prosecutor' } });
  expect(anchored?.body).toMatchObject({
    action: 'checkpoint-anchored',
    how: 'exported',
    size: 3,
    to: 'The prosecutor',
  });
});

test('bodies stay closed when asked, and the entries are proved all the same', async () => {
  const desk = await filledDesk();
  const [first = ''] = await idsOf(desk);
  const kept = tools();
  const { report } = await exportPackage(desk, { ...ORDER, sources: [first], openBodies: false }, kept);
  expect(report.entries.every(({ isOpen }) => !isOpen)).toBe(true);
  expect([...(kept.written.get('./package')?.keys() ?? [])].some((name) => name.endsWith('.body.json'))).toBe(
    false,
  );
});

test.runIf(HAS_PROGRAMS)(
  'a time-stamped earlier head goes along and says by when the bytes were there',
  async () => {
    const authority = localAuthority();
    const desk = await filledDesk();
    const [first = ''] = await idsOf(desk);
    const head = await desk.store.checkpoint();
    const url = 'https://stamp.example/';
    const settings = { authorities: [{ url, rootsPem: authority.rootPem }], witnesses: [], logViews: false };
    const log = { at: '2031-05-01T12:00:00.000Z', agent: 'machine', subject: 'log' } as const;
    const anchored = (token: Uint8Array) =>
      ({
        action: 'checkpoint-anchored',
        how: 'timestamped',
        size: head?.size ?? 0,
        checkpoint: head?.note ?? '',
        token: Buffer.from(token).toString('base64'),
        authority: url,
        anchoredAt: '2031-05-01T12:00:00.000Z',
        to: null,
      }) as const;
    await desk.store.append([
      { ...log, body: { action: 'settings-changed', settings } },
      { ...log, body: anchored(authority.stamp(head?.note ?? '')) },
      { ...log, body: anchored(authority.stamp('other bytes')) },
    ]);
    const { report } = await exportPackage(desk, { ...ORDER, sources: [first] }, tools());
    authority.remove();
    expect(report.heads.map(({ folder, size, stamps }) => [folder, size, stamps.length])).toEqual([
      ['verify', 6, 0],
      ['verify/anchors/1', 2, 1],
    ]);
    expect(report.entries.find(({ file }) => file !== null)?.notLaterThan).not.toBeNull();
  },
);

test('nothing is written when bytes are gone, nothing is asked for, or nobody signs', async () => {
  const desk = await filledDesk();
  const [first = ''] = await idsOf(desk);
  const kept = tools();
  await expect(exportPackage(desk, ORDER, kept)).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(exportPackage(desk, { ...ORDER, sources: ['src_zz'] }, kept)).rejects.toMatchObject({
    code: 'not-found',
  });
  const without = { ...desk, blobs: { ...desk.blobs, get: async () => new Uint8Array([1]) } };
  await expect(exportPackage(without, { ...ORDER, sources: [first] }, kept)).rejects.toMatchObject({
    code: 'damaged',
  });
  expect(kept.written.size).toBe(0);
});

test('of a redacted source its redacted copy is handed over, and nothing of the original', async () => {
  const desk = await filledDesk();
  const [first] = await desk.store.sources();
  if (first === undefined) throw new Error('nothing was captured');
  const [before] = await desk.store.captures({ source: first.id });
  await redactSource(
    desk,
    { source: first.id, passages: [], words: ['villages'], boxes: [], reason: 'place', by: 'A. Archivist' },
    {
      reader: plainReader(),
      version: '0.0.0',
      pictures: async () => {
        throw new TypeError('not needed');
      },
    },
  );
  const kept = tools();
  const { report } = await exportPackage(desk, { ...ORDER, sources: [first.id] }, kept);
  expect(report.faults).toEqual([]);
  const files = [...(kept.written.get('./package') ?? new Map<string, Uint8Array>())];
  const all = files.map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`);
  expect(all.filter((file) => file.includes('Two ████████ were emptied.')).length).toBeGreaterThan(0);
  for (const hidden of ['villages', before?.sha256 ?? '?', before?.fileName ?? '?'])
    expect(
      all.filter((file) => file.includes(hidden)).map((file) => file.split('\n')[0]),
      hidden,
    ).toEqual([]);
  const whole = tools();
  await exportPackage(desk, { ...ORDER, out: './whole', sources: [first.id], originals: true }, whole);
  const told = [...(whole.written.get('./whole') ?? new Map<string, Uint8Array>()).values()];
  expect(told.some((bytes) => new TextDecoder().decode(bytes).includes('villages'))).toBe(true);
});

test.each([
  ['internal', null, false, /--to/],
  ['sealed', 'A court', false, /--include-sealed/],
] as const)('a source that is %s does not leave by itself', async (handling, to, includeSealed, says) => {
  const desk = await filledDesk();
  const [first] = await desk.store.sources();
  if (first === undefined) throw new Error('nothing was captured');
  if (handling !== first.handling)
    await handleSource(desk, { source: first.id, handling, reason: 'x', by: 'A. Archivist' });
  const before = desk.entries.length;
  await expect(
    exportPackage(desk, { ...ORDER, to, includeSealed, sources: [first.id] }, tools()),
  ).rejects.toMatchObject({ code: 'bad-usage', message: expect.stringMatching(says) });
  expect(desk.entries).toHaveLength(before);
});
