/** What is proposed of shared words, in which direction, for which proposition; and what is not. */
import { expect, test } from 'vitest';
import {
  type MemoryDesk,
  memoryDesk,
  memoryFiles,
  plainReader,
} from '../../../test/fixtures/desk/memory-desk.ts';
import { type MemoryBlocks, memoryBlocks } from '../../../test/fixtures/reuse/memory-blocks.ts';
import { openReuseIndex } from '../../engine/reuse/open-reuse-index.ts';
import { sliceCodePoints } from '../../record/code-points.ts';
import type { CaptureId } from '../../record/id.ts';
import { captureSources } from '../capture-sources.ts';
import type { StatedMetadata } from '../ports/document-reader.ts';
import { proposeClaims } from '../propose-claims.ts';
import { reviewClaims } from '../review-claim.ts';
import { REUSE_TRACER } from './links-of-reuse.ts';
import { reuseTracer } from './trace-reuse.ts';
import { runTracers } from './tracer.ts';

const RAID =
  'Soldiers of the Interior Guard entered the mill at Sorev before dawn on Tuesday and led away forty weavers, whose families have heard nothing since then.';
const MARKET =
  'Shells that hit the covered market of Velin at noon killed nine traders and two porters, and the roof came down over the stalls of the cloth row.';
const OWN: readonly string[] = [
  'Our reporter spoke with people in the street.',
  'The weather had been cold for days.',
  'Nobody at the barracks would open the gate to us.',
];

type Report = readonly [text: string, stated: Partial<StatedMetadata>];
const MIRROR = { publisher: 'The Mirror of Dol', title: 'Mirror', publishedAt: '2031-04-01' };
const POST = { publisher: 'The Kessar Post', title: 'Post', publishedAt: '2031-04-03' };

async function take(desk: MemoryDesk, ...reports: readonly Report[]): Promise<void> {
  for (const [text, stated] of reports) {
    const files = memoryFiles(new Map([['a.txt', text]]));
    for await (const _event of captureSources(desk, ['a.txt'], { files, reader: plainReader(stated) }));
  }
}

/** Every sentence with "led away" or "killed" is a claim, each about another thing. */
async function propose(desk: MemoryDesk, extractor = 'test-1'): Promise<void> {
  const read = ({ text }: { text: string }) => ({
    extractor,
    language: 'en',
    claims: [...text.matchAll(/[^.\n]*\b(led away|killed)\b[^.]*\./g)].map(([sentence, act], at) => ({
      stance: 'alleges' as const,
      chain: [],
      content: [spanOf(text, sentence)] as const,
      evidence: null,
      draft: {
        kind: 'count' as const,
        measure: act === 'killed' ? ('killed' as const) : ('detained' as const),
        answer: null,
        scope: { group: act ?? null, place: null, by: null, actor: null },
        text: `${act} ${at}`,
        sameAs: null,
      },
      quantity: null,
      when: null,
      where: null,
      confidence: 0.9,
      reason: 'for this test',
    })),
  });
  for await (const _event of proposeClaims(desk, { extractor, read }));
}

function spanOf(text: string, sentence: string) {
  const start = text.indexOf(sentence) + sentence.length - sentence.trimStart().length;
  return {
    start: [...text.slice(0, start)].length,
    end: [...text.slice(0, start)].length + [...sentence.trimStart()].length,
  };
}

interface Traced {
  readonly links: readonly string[];
  readonly hints: number;
  readonly waiting: number;
}

async function trace(desk: MemoryDesk, blocks: MemoryBlocks = memoryBlocks()): Promise<Traced> {
  const links: string[] = [];
  let [hints, waiting] = [0, 0];
  const tracer = reuseTracer(async () => openReuseIndex(blocks));
  for await (const step of runTracers(desk, [tracer])) {
    hints += step.hints ?? 0;
    waiting += step.waiting ?? 0;
    for (const { from, to, type, certainty, proposition } of step.found.flatMap((one) => one.links)) {
      const title = async (source: typeof from.source) => (await desk.store.source(source))?.title;
      const about = proposition === null ? 'all' : (await desk.store.proposition(proposition))?.text;
      const target = to.kind === 'report' ? await title(to.source) : to.kind;
      links.push(`${await title(from.source)} ${type} ${target} (${certainty}): ${about}`);
    }
  }
  return { links, hints, waiting };
}

async function deskWith(...reports: readonly Report[]): Promise<MemoryDesk> {
  const desk = memoryDesk();
  await take(desk, ...reports);
  await propose(desk);
  return desk;
}

test('a claim in the words of an earlier report: the later one may copy it, for that proposition', async () => {
  const desk = await deskWith(
    [`${OWN[0]} ${RAID}`, MIRROR],
    [`👩 ${OWN[1]} ${RAID} ${OWN[2]} In Dol a bomb killed two drivers.`, POST],
  );
  expect(await trace(desk)).toEqual({
    links: ['Post copies Mirror (possible): led away 0'],
    hints: 0,
    waiting: 0,
  });
  const [link] = await desk.store.links();
  expect(link).toMatchObject({
    status: 'proposed',
    reviews: [],
    proposal: {
      by: REUSE_TRACER.name,
      version: REUSE_TRACER.version,
      reason: 'Shares 26 words outside quotation marks; the other was published before it.',
    },
  });
  for (const side of ['from', 'to'] as const) {
    const [passage] = link?.evidence[side] ?? [];
    const capture = await desk.store.capture(passage?.capture ?? ('' as CaptureId));
    const text = (capture?.text && (await desk.store.text(capture.text.sha256))) ?? '';
    expect(passage?.exact).toBe(RAID.slice(0, -1));
    expect(sliceCodePoints(text, passage?.start ?? 0, passage?.end ?? 0)).toBe(passage?.exact);
  }
});

test('the order of capture does not matter, only the days of publication', async () => {
  const desk = await deskWith(
    [`${RAID} ${OWN[1]} A bomb killed two drivers.`, POST],
    [`${RAID} ${OWN[0]}`, MIRROR],
  );
  expect((await trace(desk)).links).toEqual(['Post copies Mirror (possible): led away 0']);
});

test('of one day, or without days, it may be either way round, and the reason says so', async () => {
  const desk = await deskWith(
    [`${RAID} ${OWN[0]} A bomb killed two drivers.`, { ...MIRROR, publishedAt: null }],
    [`${RAID} ${OWN[1]} A bomb killed six sailors.`, POST],
  );
  expect((await trace(desk)).links).toEqual(['Post copies Mirror (possible): led away 0']);
  expect((await desk.store.links())[0]?.proposal.reason).toContain('may be the other way round');
});

test('a report of which every claim is held by shared words is linked once, for everything', async () => {
  const desk = await deskWith([`${RAID}\n\n${OWN[0]}\n\n${MARKET}`, MIRROR], [`${RAID}\n\n${MARKET}`, POST]);
  expect((await trace(desk)).links).toEqual(['Post copies Mirror (possible): all']);
});

test.each<readonly [string, readonly [Report, Report], Partial<Traced>]>([
  [
    'two reports of one outlet',
    [
      [`${RAID} ${OWN[0]}`, MIRROR],
      [`${RAID} ${OWN[1]}`, { ...POST, publisher: MIRROR.publisher }],
    ],
    {},
  ],
  [
    'two reports of one listed outlet, one by its address alone',
    [
      [`${RAID} ${OWN[0]}`, { ...MIRROR, publisher: 'Reuters' }],
      [`${RAID} ${OWN[1]}`, { ...POST, publisher: null, url: 'https://www.reuters.com/a/7' }],
    ],
    {},
  ],
  [
    'one quotation in two reports',
    [
      [`“${RAID}” said a weaver. ${OWN[0]}`, MIRROR],
      [`${OWN[1]} The weaver told us: “${RAID}”`, POST],
    ],
    {},
  ],
  [
    'shared words without a claim in them: site chrome, a closing formula',
    [
      [`${OWN.join(' ')} ${OWN[0]}\n\nA bomb killed two drivers in Dol.`, MIRROR],
      [`${OWN.join(' ')} ${OWN[0]}\n\nA mine near Velin killed six sailors.`, POST],
    ],
    {},
  ],
  [
    'twelve to nineteen shared words: a hint',
    [
      [`${OWN[0]} ${RAID.split(' ').slice(4).slice(0, 15).join(' ')} the weavers.`, MIRROR],
      [`${OWN[1]} ${RAID.split(' ').slice(4).slice(0, 15).join(' ')} a smith.`, POST],
    ],
    { hints: 1 },
  ],
  [
    'fewer than twelve shared words',
    [
      [`${OWN[0]} Guards led away forty weavers of the mill at Sorev.`, MIRROR],
      [`${OWN[1]} Guards led away forty weavers of the mill by night.`, POST],
    ],
    {},
  ],
])('no link between %s', async (_, reports, expected) => {
  const desk = await deskWith(...reports);
  expect(await trace(desk)).toEqual({ links: [], hints: 0, waiting: 0, ...expected });
});

test('before claims are proposed a capture waits, and is traced when they are', async () => {
  const desk = memoryDesk();
  const blocks = memoryBlocks();
  await take(desk, [`${RAID} ${OWN[0]}`, MIRROR], [`${OWN[1]} ${RAID} A bomb killed two drivers.`, POST]);
  expect(await trace(desk, blocks)).toEqual({ links: [], hints: 0, waiting: 1 });
  await propose(desk);
  expect(await trace(desk, blocks)).toEqual({
    links: ['Post copies Mirror (possible): led away 0'],
    hints: 0,
    waiting: 0,
  });
});

test('claims that people rejected hold nothing up and get no link', async () => {
  const desk = await deskWith([`${RAID} ${OWN[0]}`, MIRROR], [`${OWN[1]} ${RAID}`, POST]);
  const claims = (await desk.store.claims()).map(({ id }) => id);
  const by = { by: 'A. Archivist', reason: 'no claim' };
  await reviewClaims(desk, { decision: 'rejected', claims, allThatFit: null, ...by });
  expect(await trace(desk)).toEqual({ links: [], hints: 0, waiting: 0 });
});

test('nothing is compared or proposed twice, also when the index was lost or what was logged was not', async () => {
  const desk = await deskWith(
    [`${RAID} ${OWN[0]}`, MIRROR],
    [`${OWN[1]} ${RAID} A bomb killed two drivers.`, POST],
  );
  const blocks = memoryBlocks();
  await trace(desk, blocks);
  const before = desk.entries.length;
  expect(await trace(desk, blocks)).toEqual({ links: [], hints: 0, waiting: 0 });
  expect(desk.entries).toHaveLength(before);
  // A third report comes when the index is gone: it is compared with the two that were traced.
  const third = { publisher: 'The Velin Herald', title: 'Herald', publishedAt: '2031-04-05' };
  await take(desk, [`${OWN[2]} ${RAID} A mine killed six sailors.`, third]);
  await propose(desk);
  expect((await trace(desk, memoryBlocks())).links).toEqual([
    'Herald copies Mirror (possible): led away 0',
    'Herald copies Post (possible): led away 0',
  ]);
  // As if the log had lost what was traced, but not the links.
  const forgetful = {
    ...desk,
    store: { ...desk.store, unreadCaptures: async () => desk.store.unreadCaptures('x') },
  };
  expect(await trace(forgetful as MemoryDesk, blocks)).toMatchObject({ links: [] });
});

test('an index that knows a capture which is no more is emptied and filled again', async () => {
  const desk = await deskWith([`${RAID} ${OWN[0]}`, MIRROR]);
  const blocks = memoryBlocks();
  openReuseIndex(blocks).add({ capture: 'cap_gone' as CaptureId, outlet: 'another', text: RAID });
  await trace(desk, blocks);
  expect([...blocks.captures(0)].map(({ capture }) => capture)).toEqual(
    (await desk.store.captures()).map(({ id }) => id),
  );
});

test('very many reports at once give the links of one after the other', async () => {
  const reports = Array.from({ length: 520 }, (_, i): Report => {
    const own = Array.from({ length: 30 }, (_, at) => `own${i}x${at}`).join(' ');
    const shared = i % 100 === 7 ? RAID : '';
    return [
      `${shared} ${own}. A bomb killed ${i} drivers.`,
      { publisher: `Outlet ${i}`, title: `R${i}`, publishedAt: `2031-04-0${1 + Math.floor(i / 100)}` },
    ];
  });
  const desk = await deskWith(...reports);
  const { links } = await trace(desk);
  expect(links.toSorted()).toEqual(
    [7, 107, 207, 307, 407, 507]
      .flatMap((a, i, all) => all.slice(i + 1).map((b) => `R${b} copies R${a} (possible): led away 0`))
      .toSorted(),
  );
}, 120_000);

test('it ends early when told to, and goes on where it stopped', async () => {
  const reports = Array.from(
    { length: 150 },
    (_, i): Report => [`own${i} A bomb killed ${i} drivers.`, { title: `R${i}` }],
  );
  const desk = await deskWith(...reports);
  const stop = new AbortController();
  const blocks = memoryBlocks();
  const tracer = reuseTracer(async () => openReuseIndex(blocks));
  for await (const { done } of tracer.trace(desk, { signal: stop.signal })) {
    expect(done).toBe(100);
    stop.abort();
  }
  expect(await desk.store.unreadCaptures(`${REUSE_TRACER.name}-${REUSE_TRACER.version}`)).toHaveLength(50);
  await trace(desk, blocks);
  expect(await desk.store.unreadCaptures(`${REUSE_TRACER.name}-${REUSE_TRACER.version}`)).toEqual([]);
}, 60_000);
