import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatVkey, noteSigner } from '../../../crypto/note-key.ts';
import { sha256Hex } from '../../../crypto/sha256.ts';
import { bagFilesInMemory } from '../../bagit/bag-files.ts';
import { HAS_PROGRAMS, type LimitedShell, limitedShell, writeFolder } from '../limited-shell.cases.ts';
import type { PackageTrust } from '../package-report.ts';
import { verifyPackage } from '../verify-package.ts';
import { VERIFY_SCRIPT } from '../verify-script/verify-script.ts';
import { RELEASE_FORGERIES } from './release-forgeries.cases.ts';
import { releasePackage } from './release-package.ts';
import { ARCHIVED, BEFORE, DOSSIER, LOG, sampleLog, sampleRelease, WITNESS } from './sample-release.cases.ts';

const NOTHING: PackageTrust = { logKey: null, rootsPem: null };
let files: ReadonlyMap<string, Uint8Array>;
let witnessed: ReadonlyMap<string, Uint8Array>;
let shell: LimitedShell | null = null;

beforeAll(async () => {
  files = await releasePackage((await sampleRelease({})).parts);
  witnessed = await releasePackage((await sampleRelease({ witnessed: 1_935_400_000 })).parts);
  if (!HAS_PROGRAMS) return;
  shell = limitedShell();
  writeFileSync(path.join(shell.folder, 'trusted.sh'), VERIFY_SCRIPT);
});
afterAll(() => shell?.remove());

async function faultsOf(changed: ReadonlyMap<string, Uint8Array>, trust = NOTHING): Promise<string[]> {
  const { faults } = await verifyPackage(bagFilesInMemory(changed), trust);
  return faults.map(({ path: at, message }) => `${at} ${message}`);
}

test('a release agrees, and the report says what it is', async () => {
  const report = await verifyPackage(bagFilesInMemory(files), { ...NOTHING, logKey: formatVkey(LOG) });
  expect([report.faults, report.notes]).toEqual([[], []]);
  expect(report.release).toMatchObject({ number: 1, position: 5, files: DOSSIER.size });
  expect(report.sources).toEqual([ARCHIVED]);
  expect(report.entries.map(({ name, action }) => [name, action])).toEqual([
    ['approval', 'release-approved'],
    [ARCHIVED, 'source-captured'],
    ['release', 'release-made'],
  ]);
});

test('the description is a crate: every part has its entity, with size and hash; who publishes, when, under which licence', () => {
  const crate = JSON.parse(Buffer.from(files.get('data/ro-crate-metadata.json') ?? []).toString());
  expect(crate['@context']).toBe('https://w3id.org/ro/crate/1.2/context');
  const graph: Record<string, unknown>[] = crate['@graph'];
  const byId = new Map(graph.map((one) => [one['@id'] as string, one]));
  expect(byId.size).toBe(graph.length);
  const root = byId.get('./') as { hasPart: { '@id': string }[] } & Record<string, { '@id': string }>;
  expect(byId.get('ro-crate-metadata.json')).toMatchObject({
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  });
  expect(root).toMatchObject({ '@type': 'Dataset', datePublished: '2031-05-01T11:00:00Z' });
  expect(byId.get(root.license?.['@id'] ?? '')).toMatchObject({ '@type': 'CreativeWork', name: 'CC BY 4.0' });
  expect(byId.get(root.publisher?.['@id'] ?? '')).toMatchObject({ '@type': 'Organization' });
  const payload = [...files.keys()].filter(
    (at) => at.startsWith('data/') && !at.endsWith('ro-crate-metadata.json'),
  );
  expect(root.hasPart.map((one) => `data/${one['@id']}`).toSorted()).toEqual(payload.toSorted());
  for (const at of payload) {
    const bytes = files.get(at) ?? new Uint8Array();
    expect(byId.get(at.slice('data/'.length)), at).toMatchObject({
      '@type': 'File',
      contentSize: String(bytes.byteLength),
      sha256: sha256Hex(bytes),
    });
  }
});

test('the same parts give the same bytes', async () => {
  expect(await releasePackage((await sampleRelease({})).parts)).toEqual(files);
});

test('one changed byte in any file is named', async () => {
  const missed: string[] = [];
  for (const [at, bytes] of files)
    for (const place of new Set([0, Math.floor(bytes.length / 2), bytes.length - 1])) {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ 1 : byte));
      const faults = await faultsOf(new Map([...files, [at, changed]]));
      if (!faults.some((fault) => fault.includes(at))) missed.push(`${at} ${place}`);
    }
  expect(missed).toEqual([]);
});

test('any change of any file is named', async () => {
  const paths = [...files.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.nat(paths.length - 1),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (which, where, by) => {
        const at = paths[which] ?? '';
        const bytes = files.get(at) ?? new Uint8Array();
        const changed = Uint8Array.from(bytes, (byte, index) =>
          index === where % bytes.length ? byte ^ by : byte,
        );
        const faults = await faultsOf(new Map([...files, [at, changed]]));
        expect(faults.some((fault) => fault.includes(at))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('a file that is missing, and one that is there too many, are named', async () => {
  for (const at of files.keys()) {
    const without = new Map(files);
    without.delete(at);
    expect(
      (await faultsOf(without)).some((fault) => fault.includes(at)),
      at,
    ).toBe(true);
  }
  const more = new Map([...files, ['verify/extra.txt', new Uint8Array(3)]]);
  expect((await faultsOf(more)).join()).toContain('verify/extra.txt');
});

test.each(RELEASE_FORGERIES.map((one) => [one.what, one] as const))(
  'checksums written anew do not help: %s',
  async (_, { forge, verifier }) => {
    expect(await faultsOf(await forge(files))).toEqual(
      expect.arrayContaining([expect.stringMatching(verifier)]),
    );
  },
);

describe('against a head that the reader kept', () => {
  const kept = async (size: number, brought: Parameters<typeof sampleLog>[0] = BEFORE): Promise<string> =>
    sampleLog(brought).head(size);
  const asking = async (known: string, trust: Partial<PackageTrust> = {}) =>
    faultsOf(files, { ...NOTHING, known: [known], ...trust });

  test('an earlier head of the same log is proved to be its beginning', async () => {
    for (const size of [3, 5]) expect(await asking(await kept(size))).toEqual([]);
    const { log } = await sampleRelease({});
    expect(await asking(await log.head(log.entries.length))).toEqual([]);
  });

  test('an older log, signed anew by whoever has its key, is refused', async () => {
    const later = sampleLog([...BEFORE, ...BEFORE]);
    expect(await asking(await later.head(10))).toEqual([
      expect.stringMatching(
        /verify\/checkpoint covers 7 entries, the head that you kept covers 10: .*older log/,
      ),
    ]);
    // The same size with other entries, and a rewritten past.
    const other = BEFORE.map(([action, bytes], index) =>
      index === 1 ? (['claim-reviewed', null] as const) : ([action, bytes] as const),
    );
    expect(await asking(await kept(3, other))).toEqual([expect.stringMatching(/contradicts.*forked/)]);
    const forged = await releasePackage((await sampleRelease({ before: other })).parts);
    expect(await faultsOf(forged)).toEqual([]);
    expect(await faultsOf(forged, { ...NOTHING, known: [await kept(5)] })).toEqual([
      expect.stringMatching(/contradicts the head that you kept: the first 5 entries are other ones/),
    ]);
  });

  test('a head of which the package proves nothing, of another log, and what is none, are refused', async () => {
    expect(await asking(await kept(4))).toEqual([expect.stringMatching(/nothing in the package proves/)]);
    const stranger = noteSigner(LOG.name, new Uint8Array(32).fill(1));
    expect(await asking(await sampleLog(BEFORE).head(3, { signer: stranger }))).toEqual([
      expect.stringMatching(/is not of the log that signed/),
    ]);
    expect(await asking('no checkpoint')).toEqual([expect.stringMatching(/it is no checkpoint/)]);
  });

  test('a witness whom the reader knows must have seen the entries', async () => {
    const witnessKeys = [formatVkey(WITNESS)];
    expect(await faultsOf(witnessed, { ...NOTHING, witnessKeys })).toEqual([]);
    expect(await faultsOf(files, { ...NOTHING, witnessKeys })).toEqual([
      expect.stringMatching(/holds 3 entries that no witness you named has seen/),
    ]);
    expect(await faultsOf(files, { ...NOTHING, witnessKeys: [formatVkey(LOG)] })).toEqual(
      expect.arrayContaining([expect.stringMatching(/is not the key of one/)]),
    );
  });
});

const withPrograms = test.runIf(HAS_PROGRAMS || process.env.CI === 'true');
test.skipIf(HAS_PROGRAMS)('sh, sha256sum or openssl is absent: the printed steps were not run', () => {
  expect(process.env.CI).not.toBe('true');
});

withPrograms(
  'a reader with a shell, sha256sum and openssl checks a release, and every printed command works',
  () => {
    if (shell === null) throw new Error('The programs are absent.');
    const folder = path.join(shell.folder, 'whole');
    writeFolder(folder, files);
    const { code, said } = shell.run('sh verify/verify.sh', folder);
    expect(said).toContain(
      `RESULT: everything in this package agrees: a release with ${DOSSIER.size} pages and files.`,
    );
    expect(said).not.toMatch(/DIFFERS|not found|[Ss]yntax/);
    expect(code).toBe(0);
    const readMe = Buffer.from(files.get('verify/README.txt') ?? []).toString();
    const commands = [...readMe.matchAll(/^ {4}\$ (.+)$/gm)].map(([, command = '']) => command);
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) expect(shell.run(command, folder), command).toMatchObject({ code: 0 });
  },
);

withPrograms(
  'of many files the script names each that differs, is missing or is too many, wherever it stands',
  async () => {
    if (shell === null) throw new Error('The programs are absent.');
    // More than two of the lots in which sums are taken.
    const name = (index: number): string => `propositions/p ${String(index).padStart(3, '0')} “ж”.html`;
    const dossier = new Map(DOSSIER);
    for (let index = 0; index < 420; index += 1) dossier.set(name(index), Buffer.from(`page ${index}`));
    const whole = new Map(await releasePackage((await sampleRelease({ dossier })).parts));
    const folder = path.join(shell.folder, 'many');
    writeFolder(folder, whole);
    expect(shell.run('sh ../trusted.sh .', folder)).toMatchObject({
      code: 0,
      said: expect.stringContaining(`a release with ${dossier.size} pages and files`),
    });
    for (const index of [0, 199, 200, 201, 419])
      writeFileSync(path.join(folder, 'data/dossier', name(index)), 'another page');
    rmSync(path.join(folder, 'data/dossier', name(300)));
    writeFileSync(path.join(folder, 'data/dossier', name(500)), 'one more');
    const { code, said } = shell.run('sh ../trusted.sh .', folder);
    expect(code).toBe(1);
    for (const index of [0, 199, 200, 201, 419])
      for (const list of ['sha256', 'sha512'])
        expect(said).toContain(
          `data/dossier/${name(index)} differs from its checksum in manifest-${list}.txt`,
        );
    expect(said).toContain(`DIFFERS: data/dossier/${name(300)} is missing`);
    expect(said).toContain(`data/dossier/${name(500)} is in the package, but in no list of sha256 checksums`);
    expect(said).not.toContain(name(198));
  },
  30_000,
);

withPrograms.each(
  RELEASE_FORGERIES.flatMap((one) => (one.script === null ? [] : [[one.what, one] as const])),
)('the script names it, too: %s', async (what, { forge, script }) => {
  if (shell === null || script === null) throw new Error('The programs are absent.');
  const folder = path.join(shell.folder, `forged ${what.replaceAll(/\W+/g, '-')}`);
  mkdirSync(folder);
  writeFolder(folder, await forge(files));
  const { code, said } = shell.run('sh ../trusted.sh .', folder);
  expect(said).toMatch(script);
  expect(code).toBe(1);
});
