/**
 * A released package, tampered with in every way that can be tried one by one: a byte changed in each file and in places at random, a
 * file taken away or put in, a byte changed in each file with all checksums written anew, and logs that whoever has the key signed anew.
 * Missed is what `verify` does not name by the file in which it is.
 */
import { readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleReports, makeVault, openDesk, releaseTools } from '../../src/compose.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { handleSource } from '../../src/desk/handle-source.ts';
import { approveRelease } from '../../src/desk/release/approve-release.ts';
import { type HandingOut, handOutRelease } from '../../src/desk/release/hand-out-release.ts';
import { makeRelease } from '../../src/desk/release/make-release.ts';
import { releaseProfile } from '../../src/desk/release/read-profile.ts';
import { reviewClaims } from '../../src/desk/review-claim.ts';
import { bagFilesInMemory } from '../../src/exchange/bagit/bag-files.ts';
import { rebagged } from '../../src/exchange/custody-package/forgeries.cases.ts';
import type { PackageTrust } from '../../src/exchange/custody-package/package-report.ts';
import { releasePackage } from '../../src/exchange/custody-package/release/release-package.ts';
import {
  BEFORE,
  sampleLog,
  sampleRelease,
} from '../../src/exchange/custody-package/release/sample-release.cases.ts';
import { verifyPackage } from '../../src/exchange/custody-package/verify-package.ts';
import { seededUniform } from '../../src/reckon/estimate/seeded-chance.ts';
import { memoryPackages } from '../../test/fixtures/desk/memory-packages.ts';
import type { PublishPart } from '../publish.ts';
import { takeIn } from '../take-in.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Bytes changed at random places, besides one in each file. */
const FLIPS = 300;
const BY = 'A. Archivist';
const NOTHING: PackageTrust = { logKey: null, rootsPem: null };
/** Only checksums cover these: what they say can be checked by whoever reads them, and the script is compared with ours. */
const COVERED_BY_SUMS = new Set(['verify/README.txt', 'verify/verify.sh']);

interface Tally {
  tampered: number;
  readonly missed: string[];
}

export const tamperingPart: PublishPart = async ({ folder }) => {
  const work = join(folder, 'tampering');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const files = await examplePackage(work);
  const bytes = [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  console.log(`  a release of the example reports: ${files.size} files, ${bytes} bytes`);
  const tally: Tally = { tampered: 0, missed: [] };
  await flips(files, tally);
  await filesMoved(files, tally);
  const forged = await forgeries(files, tally);
  const older = await olderLogs(tally);
  for (const one of tally.missed.slice(0, 10)) console.log(`  MISSED: ${one}`);
  console.log(
    `  ${tally.tampered} tamperings, ${tally.missed.length} missed; ${forged} of them with checksums written anew, ${older} logs signed anew`,
  );
  return {
    tampered: tally.tampered,
    tampering_missed: tally.missed.length,
    tampered_with_checksums: forged,
    logs_signed_anew: older,
    tampered_files: files.size,
  };
};

/** The example reports, all claims accepted, every source public: released, approved, packed. */
async function examplePackage(work: string): Promise<Files> {
  const { dir } = await makeVault(join(work, 'vault'), { kind: 'none' });
  const desk = await openDesk(dir, { readOnly: false });
  try {
    const reports = await exampleReports();
    await takeIn(desk, reports, readdirSync(reports).length);
    await everythingOpen(desk);
    const making = await (await releaseTools()).making();
    const note = { lang: 'en', text: 'The example reports.' };
    const licence = { name: 'CC0', url: null };
    const profile = releaseProfile({ licence, methodNotes: [note], address: 'https://example.org/kessar/' });
    await makeRelease(desk, { profile, by: BY, corrects: null }, making);
    await approveRelease(desk, { release: '1', by: BY, note: null }, making);
    const folder = memoryPackages();
    const tools: HandingOut = { ...making, folder };
    await handOutRelease(desk, { release: '1', out: work, again: false }, tools);
    return folder.written.get(work) ?? new Map();
  } finally {
    await desk.close();
  }
}

async function everythingOpen(desk: Desk): Promise<void> {
  const because = 'fictional';
  for (const { id } of await desk.store.sources())
    await handleSource(desk, { source: id, handling: 'public', reason: because, by: BY });
  const claims = (await desk.store.claims()).map(({ id }) => id);
  await reviewClaims(desk, { claims, decision: 'accepted', allThatFit: null, reason: null, by: BY });
}

async function ask(
  tally: Tally,
  files: Files,
  expected: { readonly what: string; readonly named: string; readonly trust?: PackageTrust },
): Promise<void> {
  const { faults } = await verifyPackage(bagFilesInMemory(files), expected.trust ?? NOTHING);
  tally.tampered += 1;
  const isNamed = faults.some(({ path, message }) => `${path} ${message}`.includes(expected.named));
  if (!isNamed) tally.missed.push(`${expected.what}: ${expected.named}`);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

async function flips(files: Files, tally: Tally): Promise<void> {
  const random = seededUniform(5, 1);
  const paths = [...files.keys()];
  const chosen = [
    ...paths,
    ...Array.from({ length: FLIPS }, () => paths[Math.floor(random() * paths.length)] ?? ''),
  ];
  for (const path of chosen) {
    const bytes = files.get(path) ?? new Uint8Array();
    const at = Math.floor(random() * bytes.length);
    const changed = new Map([...files, [path, flipped(bytes, at)]]);
    await ask(tally, changed, { what: `byte ${at} changed`, named: path });
  }
  console.log(`  ${chosen.length} bytes changed`);
}

async function filesMoved(files: Files, tally: Tally): Promise<void> {
  for (const path of files.keys()) {
    const without = new Map(files);
    without.delete(path);
    await ask(tally, without, { what: 'taken away', named: path });
  }
  for (const path of ['data/dossier/more.html', 'data/more.json', 'verify/more.leaf', 'more.txt']) {
    const more = new Map([...files, [path, new Uint8Array(8)]]);
    await ask(tally, more, { what: 'put in', named: path });
  }
  console.log(`  ${files.size} files taken away, 4 put in`);
}

/** Whoever changes a file can write the checksums anew. */
async function forgeries(files: Files, tally: Tally): Promise<number> {
  const random = seededUniform(6, 1);
  let tried = 0;
  for (const [path, bytes] of files) {
    if (!/^(data|verify)\//u.test(path) || COVERED_BY_SUMS.has(path)) continue;
    const changed = flipped(bytes, Math.floor(random() * bytes.length));
    const again = await rebagged(files, { [path]: changed });
    // A changed key or head is told by what no longer agrees with it, wherever that lies.
    const named = /^verify\/(checkpoint|log)/u.test(path) ? 'verify/' : subjectOf(path);
    await ask(tally, again, { what: 'changed, with checksums written anew', named });
    tried += 1;
  }
  console.log(
    `  ${tried} files changed with all checksums written anew; not tried, for only checksums cover them: bag-info.txt, ${[...COVERED_BY_SUMS].join(', ')}`,
  );
  return tried;
}

/** The entry or the file that a fault names. */
function subjectOf(path: string): string {
  const entry = /^verify\/(?:sources\/)?([^/]+)\.(?:leaf|opening\.json|tlog-proof)$/u.exec(path)?.[1];
  return entry ?? path;
}

/** Each entry of a past changed or left out, and the log signed anew: held against heads that a reader kept. */
async function olderLogs(tally: Tally): Promise<number> {
  const real = sampleLog([...BEFORE, ...BEFORE]);
  let tried = 0;
  for (const [index] of BEFORE.entries()) {
    const other = ['fixity-checked', null] as const;
    const pasts = [
      BEFORE.map((entry, at) => (at === index ? other : entry)),
      [...BEFORE.slice(0, index), other, ...BEFORE.slice(index)],
    ];
    for (const before of pasts) {
      // Sources stand at their places in the invented log; where they moved there is no package to make.
      if (index === 0 || index === 2) continue;
      if (before.length !== BEFORE.length && index < 3) continue;
      const files = await releasePackage((await sampleRelease({ before })).parts);
      for (const size of [5, 10]) {
        const trust = { ...NOTHING, known: [await real.head(size)] };
        await ask(tally, files, {
          what: `past changed at ${index}, known ${size}`,
          named: 'verify/checkpoint',
          trust,
        });
        tried += 1;
      }
    }
  }
  console.log(`  ${tried} packages of logs that were signed anew`);
  return tried;
}
