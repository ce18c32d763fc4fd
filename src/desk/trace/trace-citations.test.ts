import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { type Report, takeReport } from '../../../test/fixtures/trace/take-report.ts';
import type { Link } from '../../record/link.ts';
import { addOutlet } from '../outlet-list.ts';
import { proposeClaims } from '../propose-claims.ts';
import { addressKey } from './held-reports.ts';
import { CITATIONS } from './trace-citations.ts';
import { runTracers } from './tracer.ts';

type Desk = ReturnType<typeof memoryDesk>;

async function deskWith(...reports: readonly Report[]): Promise<Desk> {
  const desk = memoryDesk();
  const row = { state: null, aliases: [], careful: [], short: [] } as const;
  await addOutlet(desk, { ...row, code: 'mwz', name: 'MWZ', kind: 'agency', domains: ['mwz.example'] }, 'A');
  const post = {
    code: 'post',
    name: 'The Valley Post',
    kind: 'newspaper',
    domains: ['post.example'],
  } as const;
  await addOutlet(desk, { ...row, ...post }, 'A');
  for (const report of reports) await takeReport(desk, report);
  return desk;
}

async function traced(desk: Desk): Promise<readonly Link[]> {
  const found: Link[] = [];
  for await (const step of runTracers(desk, [CITATIONS]))
    found.push(...step.found.flatMap(({ links }) => links));
  return found;
}

/** What a link says, without ids. */
async function told(desk: Desk, links: readonly Link[]) {
  return Promise.all(
    links.map(async ({ type, certainty, to, evidence }) => {
      const held = to.kind === 'report' ? ((await desk.store.source(to.source))?.title ?? null) : null;
      const publisher =
        to.kind === 'not-held' && to.publisher !== null ? await desk.store.actor(to.publisher) : null;
      const target = to.kind === 'not-held' ? (publisher?.names[0]?.text ?? to.url) : held;
      return [type, certainty, target, evidence.from.map(({ exact }) => exact).join('|')];
    }),
  );
}

const BODY = 'Six people died on Monday.\n\nThe ministry denied it.\n\nNobody was held.';
const MIRROR = { publisher: 'The Mirror of Dvinsk', title: 'Mirror', publishedAt: '2031-04-02' };
const POST = { publisher: 'The Valley Post', title: 'Post', publishedAt: '2031-04-01' };

test.each<readonly [string, Report, readonly unknown[]]>([
  ['a credit line', [`Six dead\n\nDVINSK (MWZ) – ${BODY}`, MIRROR], ['syndicates', 'certain', 'MWZ', 'MWZ']],
  [
    'a contribution',
    [`Six dead\n\n${BODY}\n\nMWZ contributed to this report.`, MIRROR],
    ['syndicates', 'possible', 'MWZ', 'MWZ'],
  ],
  ['an agency as author', [BODY, { ...MIRROR, authors: ['MWZ'] }], ['syndicates', 'certain', 'MWZ', '']],
  ['a stated credit', [BODY, MIRROR, { credits: ['MWZ'] }], ['syndicates', 'certain', 'MWZ', '']],
  [
    'a credit of an unlisted agency',
    [BODY, MIRROR, { credits: ['Orr'] }],
    ['syndicates', 'certain', 'Orr', ''],
  ],
  [
    'a canonical address elsewhere',
    [BODY, { ...POST, url: 'https://mwz.example/7' }, { canonical: 'https://mwz.example/7' }],
    ['syndicates', 'certain', 'MWZ', ''],
  ],
  [
    'an embedded post',
    [BODY, MIRROR, { embeds: [{ platform: 'x', url: 'https://x.com/m/status/1' }] }],
    ['cites', 'possible', 'https://x.com/m/status/1', ''],
  ],
])('%s becomes a proposed link', async (_, report, expected) => {
  const desk = await deskWith(report);
  const links = await traced(desk);
  expect(await told(desk, links)).toEqual([expected]);
  expect(links.every(({ status, reviews }) => status === 'proposed' && reviews.length === 0)).toBe(true);
  expect((await desk.store.links()).map(({ id }) => id)).toEqual(links.map(({ id }) => id));
});

test.each<readonly [string, Report]>([
  ['itself as credit', [BODY, POST, { credits: ['The Valley Post'], canonical: 'https://post.example/1' }]],
  [
    'an agency’s own dateline, its name spelled with what it is',
    [`Six dead\n\nDVINSK (MWZ) – ${BODY}`, { ...MIRROR, publisher: 'MWZ News Agency' }],
  ],
  [
    'a video frame that is not held',
    [BODY, MIRROR, { embeds: [{ platform: 'other', url: 'https://maps.example/7' }] }],
  ],
  [
    'a link without a claim beside it',
    [BODY, MIRROR, { links: [{ url: 'https://post.example/1', words: 'Monday', before: 'died on ' }] }],
  ],
])('no link: %s', async (_, report) => {
  expect(await traced(await deskWith(report))).toEqual([]);
});

test('what is held is named: a credit by its address, a post, and the same text that came out earlier', async () => {
  const long = `${BODY}\n\n${'The road between Dvinsk and the harbour stayed closed for nine days. '.repeat(5)}`;
  const desk = await deskWith(
    [long, { ...POST, url: 'https://www.post.example/1' }],
    ['Another text of another day.', MIRROR, { credits: ['https://post.example/1?utm_source=m'] }],
    // The same words in other bytes: a file of its own.
    [`${long}\n\n`, { ...MIRROR, title: 'Copy' }],
  );
  expect(await told(desk, await traced(desk))).toEqual([
    ['syndicates', 'certain', 'Post', ''],
    ['syndicates', 'certain', 'Post', ''],
  ]);
});

test('a link in the paragraph of a claim holds for its proposition', async () => {
  const text = 'Six weavers were killed, the Post wrote.\n\nThe road is closed.';
  const desk = await deskWith(['Killed: six weavers.', { ...POST, url: 'https://post.example/1' }]);
  const links = [
    { url: 'https://post.example/1', words: 'the Post wrote', before: 'Six weavers were killed, ' },
    { url: 'https://post.example/1', words: 'road', before: 'The ' },
  ];
  await takeReport(desk, [text, MIRROR, { links }]);
  const scope = { group: 'weavers', place: null, by: null, actor: null };
  const draft = {
    kind: 'count',
    measure: 'killed',
    answer: null,
    scope,
    text: 'weavers killed',
    sameAs: null,
  } as const;
  const claim = {
    stance: 'alleges',
    chain: [],
    content: [{ start: 0, end: 23 }],
    evidence: null,
    draft,
    quantity: null,
    when: null,
    where: null,
    confidence: 0.9,
    reason: 'for this test',
  } as const;
  const read = ({ text: given }: { text: string }) => ({
    extractor: 'test-1',
    language: 'en',
    claims: given === text ? [claim] : [],
  });
  for await (const _event of proposeClaims(desk, { extractor: 'test-1', read }));
  const found = await traced(desk);
  const [only] = await desk.store.claims();
  expect(found.map(({ type, certainty, proposition }) => [type, certainty, proposition])).toEqual([
    ['cites', 'possible', only?.proposition],
  ]);
});

test('nothing is traced twice', async () => {
  const desk = await deskWith([`Six dead\n\nDVINSK (MWZ) – ${BODY}`, MIRROR]);
  expect(await traced(desk)).toHaveLength(1);
  const before = desk.entries.length;
  expect(await traced(desk)).toEqual([]);
  expect(desk.entries).toHaveLength(before);
});

test.each([
  ['https://www.Courier.example/a/?utm_source=x&b=2#top', 'courier.example/a?b=2'],
  ['http://m.courier.example/a', 'courier.example/a'],
  ['https://mobile.twitter.com/m/status/1?s=20', 'x.com/m/status/1'],
  ['https://twitter.com/m/status/1', 'x.com/m/status/1'],
  ['courier.example', null],
])('%s is compared as %s', (address, key) => expect(addressKey(address)).toBe(key));
