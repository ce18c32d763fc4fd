/** The gates of a release that a command line reaches only on long ways: names, clearances, redactions, and counts of sealed cases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeVault, type OpenDesk, openDesk, openReader } from '../../src/compose.ts';
import { addCosignature } from '../../src/crypto/cosignature.ts';
import { formatVkey } from '../../src/crypto/note-key.ts';
import { loggedSettings } from '../../src/desk/change-settings.ts';
import { clearPerson } from '../../src/desk/names/clear-person.ts';
import { redactSource } from '../../src/desk/redaction/redact-source.ts';
import { approveRelease } from '../../src/desk/release/approve-release.ts';
import { handOutRelease } from '../../src/desk/release/hand-out-release.ts';
import { heldReleases } from '../../src/desk/release/held-releases.ts';
import { contentOf, makeRelease } from '../../src/desk/release/make-release.ts';
import { openCardPainter } from '../../src/engine/card/paint-card.ts';
import { bagFilesInMemory } from '../../src/exchange/bagit/bag-files.ts';
import { WITNESS } from '../../src/exchange/custody-package/release/sample-release.cases.ts';
import { verifyPackage } from '../../src/exchange/custody-package/verify-package.ts';
import { makeAxis } from '../../src/reckon/disclosure/axis.ts';
import { disclosureRule } from '../../src/reckon/disclosure/disclosure-rule.ts';
import type { CountsId } from '../../src/record/id.ts';
import type { OnRecordError } from '../../src/record/onrecord-error.ts';
import { type ReleaseProfile, releaseProfile } from '../../src/record/release/release-profile.ts';
import { openApp, pageHeaders } from '../../src/server/fixtures/open-app.ts';
import {
  captured,
  proposed,
  sampleActor,
  sampleClaim,
  sampleId,
  sampleProposition,
} from '../../src/storage/contract/sample-record.ts';
import { released, sealedRecords } from '../../src/storage/contract/sample-sealed.ts';
import { readPaperFonts } from '../../src/storage/paper-fonts.ts';
import { GATES } from '../../src/web/words/en/gates.ts';
import { memoryPackages } from '../fixtures/desk/memory-packages.ts';

const A = 'A. Archivist';
const TEXT = 'Twelve fishermen were killed near the old mill, Oren Tasch said.';
const MAKING = {
  version: '0.0.0',
  assets: [],
  painter: openCardPainter(await readPaperFonts()),
  shapes: () => Promise.reject(new TypeError('no map is drawn')),
};
const COUNTS = sampleId('counts', 1);
const TABLE = {
  name: 'Cases by state',
  population: 'people with a case',
  asOf: '2031-04-30',
  grows: false,
  axes: [makeAxis({ name: 'state', values: ['Aldland', 'Borland'], total: 'all' })],
  cells: [null, null, 40],
  impossible: [false, false, false],
};
const LET_GO = {
  id: COUNTS,
  compartment: sampleId('compartment', 1),
  at: '2031-05-01T08:00:00Z',
  tables: [TABLE],
  rule: disclosureRule(),
  preparedBy: 'lena-of-the-north',
  signedOffBy: 'omar-of-the-north',
  signedOffAt: '2031-05-01T09:00:00Z',
};

let dir: string;
let desk: OpenDesk;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'onrecord-gates-'));
  const made = await makeVault(join(dir, 'vault'), { kind: 'none' });
  desk = await openDesk(made.dir, { readOnly: false });
  const outlet = sampleActor(1, 'Harbour Daily');
  const person = sampleActor(2, 'Oren Tasch', 'person');
  await desk.store.append([
    captured(1, TEXT, { actors: [outlet, person], source: { handling: 'public' } }),
    proposed({
      propositions: [sampleProposition(1)],
      claims: [sampleClaim(1, { voices: [outlet.id, person.id] })],
    }),
    ...sealedRecords(),
  ]);
  const claim = sampleId('claim', 1);
  const body = { action: 'claim-reviewed', claim, decision: 'accepted', reason: null } as const;
  await desk.store.append([{ at: '2031-05-01T08:00:00Z', agent: A, subject: claim, body }]);
}, 60_000);
afterAll(async () => {
  await desk.close();
  rmSync(dir, { recursive: true });
});

function profileOf(fields: Partial<ReleaseProfile>): ReleaseProfile {
  const notes = [{ lang: 'en', text: 'One outlet was read.' }];
  return releaseProfile({ licence: { name: 'CC0', url: null }, methodNotes: notes, ...fields });
}

async function closed(fields: Partial<ReleaseProfile>): Promise<readonly string[]> {
  try {
    await makeRelease(desk, { profile: profileOf(fields), by: A, corrects: null }, MAKING);
    return [];
  } catch (error) {
    const { faults } = error as OnRecordError;
    for (const { message } of faults) expect(isKnown(message), message).toBe(true);
    return faults.map(({ path, message }) => `${path}: ${message}`);
  }
}

/** Whether the pages know the sentence, and so can say it in another language. */
function isKnown(sentence: string): boolean {
  return Object.values(GATES).some((pattern) => {
    const parts = pattern.split(/\{\w+(?:\|([^}]*))?\}/u).map((part, index) => {
      if (index % 2 === 0) return part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
      return part === undefined ? '.+' : `\\d+ (?:${part})`;
    });
    return new RegExp(`^${parts.join('')}$`, 'su').test(sentence);
  });
}

const sizeNow = async (): Promise<number> => (await desk.store.checkpoint())?.size ?? 0;

test('whoever is not cleared may not be named in the words of the profile, their address included', async () => {
  const note = [{ lang: 'en', text: 'We thank Oren Tasch.' }];
  for (const fields of [
    { title: 'What Oren Tasch said' },
    { methodNotes: note },
    { publisher: 'The friends of Oren Tasch' },
    { address: 'https://example.org/oren-tasch/' },
  ])
    expect(await closed(fields)).toEqual([expect.stringMatching(/^names: .*not cleared.*clear the person/)]);
});

test('a clearance that was withdrawn since closes the way to the earlier position', async () => {
  await clearPerson(desk, { person: 'Oren Tasch', cleared: true, reason: 'speaks in office', by: A });
  const position = await sizeNow();
  expect(await closed({ title: 'What Oren Tasch said' })).toEqual([]);
  await clearPerson(desk, { person: 'Oren Tasch', cleared: false, reason: 'left office', by: A });
  expect(await closed({ position })).toEqual([expect.stringMatching(/^people: 1 person was cleared/)]);
  expect(await closed({})).toEqual([]);
});

test('a redaction since closes it, too; from now on the copy stands for the original', async () => {
  const position = await sizeNow();
  const reader = await openReader();
  const order = {
    source: sampleId('source', 1),
    passages: [{ start: 31, end: 46 }],
    words: [],
    boxes: [],
    reason: 'place',
    by: A,
  };
  await redactSource(desk, order, {
    reader,
    version: '0.0.0',
    pictures: () => Promise.reject(new TypeError('no pictures')),
  });
  await reader.close();
  expect(await closed({ position })).toEqual(
    expect.arrayContaining([expect.stringMatching(/^redaction: Redacted since that position: src_/)]),
  );
  expect(await closed({})).toEqual([]);
});

test('counts of cases leave when a second person signed them, without anybody’s name', async () => {
  const counts: readonly CountsId[] = [COUNTS];
  expect(await closed({ counts })).toEqual([expect.stringMatching(/^counts: Not signed by a second person/)]);
  const before = await sizeNow();
  await desk.store.append([released(1, { release: JSON.stringify(LET_GO) })]);
  expect(await closed({ counts, position: before })).toEqual([expect.stringMatching(/^counts: /)]);
  expect(await closed({ counts })).toEqual([]);
  const held = (await heldReleases(desk)).at(-1);
  if (held === undefined) throw new Error('A release was made.');
  const files: { path: string; content: string }[] = [];
  await contentOf(desk, held, {
    making: MAKING,
    take: async (path, bytes) => void files.push({ path, content: new TextDecoder().decode(bytes) }),
  });
  const text = String(files.find(({ path }) => path === `counts/${COUNTS}.json`)?.content);
  expect(JSON.parse(text)).toMatchObject({
    format: 'onrecord-counts-1',
    id: COUNTS,
    tables: [{ cells: [null, null, 40] }],
  });
  for (const { path, content } of files) {
    expect(String(content), path).not.toMatch(/of-the-north|Oren Tasch|cmp_/);
    expect(String(content), path).not.toContain(A);
  }
});

test('a head that a witness signed later stands for the release, and the dossier stays as it was', async () => {
  const profile = profileOf({ address: 'https://lowland.example/' });
  const made = await makeRelease(desk, { profile, by: A, corrects: null }, MAKING);
  const release = made.release.id;
  await approveRelease(desk, { release, by: 'B. Second', note: null }, MAKING);
  const before = await handedOut(release);
  const kept = textAt(before, 'verify/checkpoint');
  const signed = await desk.store.checkpoint();
  const seen = addCosignature(signed?.note ?? '', WITNESS, 1_935_400_000);
  if (signed === null || !seen.ok) throw new Error('The head could not be cosigned.');
  const at = '2031-05-02T08:00:00Z';
  await loggedSettings(desk, { witnesses: [{ name: WITNESS.name, vkey: formatVkey(WITNESS) }] }, A);
  const anchored = {
    action: 'checkpoint-anchored',
    how: 'witnessed',
    size: signed.size,
    checkpoint: seen.note,
    token: null,
    authority: WITNESS.name,
    anchoredAt: at,
    to: null,
  } as const;
  await desk.store.append([{ at, agent: A, subject: 'log', body: anchored }]);
  const after = await handedOut(release);
  expect(textAt(after, 'verify/checkpoint')).toBe(seen.note);
  const pages = (files: Files) => [...files].filter(([path]) => path.startsWith('data/'));
  expect(pages(after)).toEqual(pages(before));
  const pictures = [...after.keys()].filter((path) => path.endsWith('.png'));
  expect(pictures).toEqual([
    'data/dossier/cards/dossier.png',
    'data/dossier/cards/prp_00000000000000000000000001.png',
  ]);
  for (const path of pictures) {
    const changed = Uint8Array.from(after.get(path) ?? []);
    changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1;
    const { faults } = await verifyPackage(bagFilesInMemory(new Map([...after, [path, changed]])), {
      logKey: null,
      rootsPem: null,
    });
    expect(faults.map((fault) => fault.path)).toContain(path);
  }
  const trust = { logKey: desk.store.identity.vkey, rootsPem: null, witnessKeys: [formatVkey(WITNESS)] };
  const asked = async (files: Files, known: readonly string[]) =>
    (await verifyPackage(bagFilesInMemory(files), { ...trust, known })).faults.map(({ message }) => message);
  expect(await asked(after, [kept, made.release.checkpoint])).toEqual([]);
  expect(await asked(before, [])).toEqual([expect.stringMatching(/no witness you named has seen/)]);
});

test('the same over the door of the desk: gates of a draft, one made, approved by somebody else, corrected, its files', async () => {
  await loggedSettings(desk, { secondPerson: true }, A);
  const door = (by: string) => {
    const { app, cookie } = openApp({ desk, by, releasing: async () => MAKING });
    return async (method: 'GET' | 'POST', path: string, body: object = {}) => {
      const response = await app.request(`/api/releases${path}`, {
        method,
        headers: pageHeaders(cookie, method),
        ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
      });
      return (await response.json()) as Told;
    };
  };
  const [ask, second] = [door(A), door('B. Second')];
  const before = await sizeNow();
  const bare = await ask('POST', '/drafts', { profile: {} });
  expect(bare.gates.filter(({ open }) => !open).map(({ gate }) => gate)).toEqual(['method', 'licence']);
  // Each sentence of a gate is known to the pages, which say it in their language.
  for (const { words } of bare.gates) expect(isKnown(words), words).toBe(true);
  expect(
    (await ask('POST', '', { profile: {}, corrects: null })).error.faults.map(({ path }) => path),
  ).toEqual(['method', 'licence']);
  expect(await sizeNow(), 'asking and refusing log nothing').toBe(before);
  const profile = profileOf({ embargo: '2999-01-01' });
  const { id } = await ask('POST', '', { profile, corrects: null });
  expect((await ask('POST', `/${id}/approvals`, { note: null })).error.message).toMatch(/somebody else/);
  expect(await second('POST', `/${id}/approvals`, { note: 'read' })).toMatchObject({ id });
  const { releases, secondPerson } = await ask('GET', '');
  expect(secondPerson).toBe(true);
  expect(releases[0]).toMatchObject({
    id,
    state: 'under-embargo',
    by: A,
    approval: { by: 'B. Second', note: 'read' },
  });
  const { files } = await ask('GET', `/${id}/files`);
  expect(files.length).toBe(releases[0]?.files);
  const fixed = await ask('POST', '', {
    profile: null,
    corrects: { release: id, reason: 'a date was wrong' },
  });
  const told = await second('GET', `/${fixed.id}`);
  expect(told).toMatchObject({
    release: { corrects: { reason: 'a date was wrong' }, state: 'waits-for-approval' },
  });
  expect((await ask('GET', `/${fixed.id}/gates`)).gates.every(({ open }) => open)).toBe(true);
});

interface Told {
  readonly id: string;
  readonly gates: readonly { readonly gate: string; readonly open: boolean; readonly words: string }[];
  readonly releases: readonly { readonly files: number }[];
  readonly files: readonly object[];
  readonly secondPerson: boolean;
  readonly error: { readonly message: string; readonly faults: readonly { readonly path: string }[] };
}

type Files = ReadonlyMap<string, Uint8Array>;

const textAt = (files: Files, path: string): string => Buffer.from(files.get(path) ?? []).toString();

async function handedOut(release: string): Promise<Files> {
  const folder = memoryPackages();
  const order = { release, out: dir, again: false };
  await handOutRelease(desk, order, { ...MAKING, publicRoots: [], folder });
  return folder.written.get(dir) ?? new Map();
}
