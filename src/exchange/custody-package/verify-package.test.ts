import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatVkey, noteSigner } from '../../crypto/note-key.ts';
import { signNote } from '../../crypto/signed-note.ts';
import { bagFilesInMemory } from '../bagit/bag-files.ts';
import { custodyPackage } from './custody-package.ts';
import { FORGERIES } from './forgeries.cases.ts';
import { HAS_PROGRAMS } from './limited-shell.cases.ts';
import { localAuthority } from './local-authority.cases.ts';
import type { PackageParts } from './package-parts.ts';
import type { PackageTrust } from './package-report.ts';
import { FIRST, LOG, SECOND, sampleParts, stampedParts } from './sample-package.cases.ts';
import { verifyPackage } from './verify-package.ts';

const NOTHING: PackageTrust = { logKey: null, rootsPem: null };
let files: Map<string, Uint8Array>;
let parts: PackageParts;
let authority: ReturnType<typeof localAuthority> | null = null;

beforeAll(async () => {
  authority = HAS_PROGRAMS ? localAuthority() : null;
  parts = authority === null ? await sampleParts() : stampedParts(await sampleParts(), authority);
  files = new Map(await custodyPackage(parts));
});
afterAll(() => authority?.remove());

async function faultsOf(changed: ReadonlyMap<string, Uint8Array>, trust = NOTHING): Promise<string[]> {
  const report = await verifyPackage(bagFilesInMemory(changed), trust);
  return report.faults.map(({ path, message }) => `${path} ${message}`);
}

test('a package agrees, and the report says what it proves', async () => {
  const report = await verifyPackage(bagFilesInMemory(files), NOTHING);
  expect(report.faults).toEqual([]);
  expect(report.sources).toEqual([FIRST, SECOND]);
  expect(report.heads.map(({ folder, size }) => [folder, size])).toEqual([
    ['verify', 21],
    ['verify/anchors/1', 10],
  ]);
  expect(report.entries.find(({ name }) => name === FIRST)).toEqual({
    name: FIRST,
    seq: 3,
    action: 'source-captured',
    at: '2021-04-03T08:00:00Z',
    file: `data/sources/${FIRST}/original/original.txt`,
    isOpen: true,
    notLaterThan: '2021-05-03T00:00:00.000Z',
  });
  expect(report.entries.find(({ name }) => name === SECOND)).toMatchObject({ isOpen: false });
  expect(report.notes.join()).toContain('The log’s key comes from the package itself');
});

test('with the key and the roots that a reader brings, no note is left', async () => {
  const trust = { logKey: formatVkey(LOG), rootsPem: authority?.rootPem ?? '' };
  const report = await verifyPackage(bagFilesInMemory(files), trust);
  expect([report.faults, report.notes]).toEqual([[], []]);
  const other = { ...trust, logKey: formatVkey(noteSigner(LOG.name, new Uint8Array(32))) };
  expect(await faultsOf(files, other)).toEqual(['verify/log.vkey is not the key that you gave']);
});

test.runIf(HAS_PROGRAMS)(
  'a time-stamp of an authority that the reader does not trust is refused',
  async () => {
    const stranger = localAuthority();
    const told = await faultsOf(files, { logKey: null, rootsPem: stranger.rootPem });
    stranger.remove();
    expect(told.join('\n')).toMatch(/verify\/timestamps\/1\.tst does not hold/);
  },
);

test('a bit changed anywhere is found, and the member named', async () => {
  const names = [...files.keys()].filter((name) => (files.get(name)?.length ?? 0) > 0);
  const flip = fc.record({ name: fc.constantFrom(...names), at: fc.nat(), bit: fc.nat({ max: 7 }) });
  await fc.assert(
    fc.asyncProperty(flip, async ({ name, at, bit }) => {
      const changed = (files.get(name) ?? new Uint8Array()).slice();
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ (1 << bit);
      const told = await faultsOf(new Map([...files, [name, changed]]));
      expect(told.length).toBeGreaterThan(0);
      if (!/manifest-/.test(name)) expect(told.join('\n')).toContain(name);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('every byte of the lists that no list covers is held', async () => {
  for (const name of ['tagmanifest-sha256.txt', 'tagmanifest-sha512.txt', 'bagit.txt']) {
    const bytes = files.get(name) ?? new Uint8Array();
    const missed: number[] = [];
    for (let at = name === 'bagit.txt' ? 0 : bytes.length - 40; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x20;
      if ((await faultsOf(new Map([...files, [name, changed]]))).length === 0) missed.push(at);
    }
    expect([name, missed]).toEqual([name, []]);
  }
}, 120_000);

test.each([...['', 'verify/'].map((at) => [at])])(
  'a member taken away or added below "%s" is named',
  async (at) => {
    for (const name of files.keys()) {
      const less = new Map(files);
      less.delete(name);
      expect((await faultsOf(less)).join('\n'), name).toContain(name);
    }
    expect((await faultsOf(new Map([...files, [`${at}more.txt`, Uint8Array.of(1)]]))).join()).toContain(
      `${at}more.txt`,
    );
  },
  60_000,
);

test.runIf(HAS_PROGRAMS).each(FORGERIES)('with new checksums: $what', async ({ forge, verifier }) => {
  expect((await faultsOf(await forge(files, parts))).join('\n')).toMatch(verifier);
});

test.each(['../outside', '/etc/passwd', 'verify/../../x', 'C:\\x', '~/x'])(
  'the path %s is refused',
  async (name) => {
    const told = await faultsOf(new Map([...files, [name, Uint8Array.of(1)]]));
    expect(told.join('\n')).toMatch(/is a path outside the package/);
  },
);

test('no package at all is told, never thrown', async () => {
  expect(await faultsOf(new Map())).toContain('bagit.txt is missing: this is not a bag');
  expect((await faultsOf(new Map([['bagit.txt', Uint8Array.of(0xff)]]))).length).toBeGreaterThan(1);
});

test('a log that forked is told', async () => {
  const root = Buffer.alloc(32, 5).toString('base64');
  const checkpoint = signNote(`${LOG.name}\n21\n${root}\n`, LOG);
  const forked = { ...parts, anchors: [{ checkpoint, tokens: [], proofs: new Map() }] };
  const told = await faultsOf(await custodyPackage(forked));
  expect(told).toEqual(['verify/anchors/1/checkpoint contradicts verify/checkpoint: the log was forked']);
});

test('parts that do not fit are refused', async () => {
  const [first, ...rest] = parts.sources;
  if (first === undefined) throw new TypeError('The sample has no source.');
  const refuse = (changed: Partial<PackageParts>, why: RegExp) =>
    expect(custodyPackage({ ...parts, ...changed })).rejects.toThrow(why);
  await refuse({ sources: [] }, /one source or more/);
  await refuse({ sources: [{ ...first, id: '../x' }, ...rest] }, /no id of a source/);
  await refuse({ sources: [{ ...first, originals: [] }, ...rest] }, /no bytes/);
  await refuse({ sources: [first, first] }, /the same|Two|twice/);
  await refuse({ head: { ...parts.head, proofs: new Map() } }, /no proof that entry 3/);
  await refuse({ exportedAt: 'yesterday' }, /ISO 8601/);
});

test('the description of the payload is RO-Crate 1.2 and names each file with its size', () => {
  const crate = JSON.parse(Buffer.from(files.get('data/ro-crate-metadata.json') ?? []).toString());
  expect(crate['@context']).toBe('https://w3id.org/ro/crate/1.2/context');
  const byId = new Map<string, Record<string, unknown>>(
    crate['@graph'].map((one: Record<string, unknown>) => [one['@id'], one]),
  );
  expect(byId.size).toBe(crate['@graph'].length);
  expect(byId.get('ro-crate-metadata.json')).toMatchObject({ about: { '@id': './' } });
  for (const property of ['name', 'description', 'datePublished', 'license'])
    expect(byId.get('./')).toHaveProperty(property);
  for (const [name, bytes] of files)
    if (name.startsWith('data/sources/'))
      expect(byId.get(name.slice('data/'.length))).toMatchObject({ contentSize: String(bytes.length) });
  const ids = JSON.stringify(crate).matchAll(/\{"@id":"([^"]+)"\}/g);
  for (const [, id] of ids) if (!id?.startsWith('https://')) expect(byId.has(id ?? ''), id).toBe(true);
});
