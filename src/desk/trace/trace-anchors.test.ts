import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { takeReport } from '../../../test/fixtures/trace/take-report.ts';
import { createLink, type Link } from '../../record/link.ts';
import { addOutlet } from '../outlet-list.ts';
import { ANCHORS } from './trace-anchors.ts';
import type { Tracer } from './tracer.ts';

type Desk = ReturnType<typeof memoryDesk>;

async function traced(desk: Desk, tracer: Tracer = ANCHORS): Promise<readonly Link[]> {
  const found: Link[] = [];
  for await (const step of tracer.trace(desk, {})) found.push(...step.found.flatMap(({ links }) => links));
  return found;
}

const EN =
  'Police detained at least 26 people in Dvinsk on 5 March 2031. Repairs will cost 31 million dollars, Ivan Turov said. About 45 percent of the families have left.';
const EN_AGAIN =
  'Some 45 percent of the families are gone. On 5 March 2031 in Dvinsk the police detained at least 26 people; according to Ivan Turov the repairs will cost 31 million dollars.';
const RU =
  'Полиция задержала не менее 26 человек, это было в Двинске 5 марта 2031 года. Ремонт обойдется в 31 миллион долларов, сообщил Иван Туров. Уехали около 45 процентов семей.';
const OTHER =
  'Police detained at least 26 people in Orsk on 9 March 2031. The road will cost 12 million dollars, said Anna Kelm. About 30 percent of the fields are dry.';

const POST = { publisher: 'The Valley Post', title: 'Post', publishedAt: '2031-04-01', language: 'en' };
const MIRROR = { publisher: 'Зеркало', title: 'Mirror', publishedAt: '2031-04-02', language: 'ru' };
const ECHO = { publisher: 'The Echo', title: 'Echo', publishedAt: '2031-04-03', language: 'en' };

test('a translation is proposed, doubtful, with the details of both sides', async () => {
  const desk = memoryDesk();
  await takeReport(desk, [EN, POST]);
  await takeReport(desk, [RU, MIRROR]);
  await takeReport(desk, [OTHER, ECHO]);
  const [link, ...rest] = await traced(desk);
  expect(rest).toEqual([]);
  expect(link).toMatchObject({
    type: 'translates',
    certainty: 'possible',
    status: 'proposed',
    proposition: null,
    proposal: { by: 'anchors' },
  });
  const titleOf = async (id: Link['from']['source'] | undefined) =>
    id === undefined ? null : (await desk.store.source(id))?.title;
  expect(await titleOf(link?.from.source)).toBe('Mirror');
  expect(await titleOf(link?.to.kind === 'report' ? link.to.source : undefined)).toBe('Post');
  expect(link?.anchors).toContainEqual({ kind: 'name', from: 'Двинске', to: 'Dvinsk' });
  expect(link?.anchors).toContainEqual({ kind: 'number', from: 'не менее 26', to: 'at least 26' });
  expect(link?.evidence.from.map(({ exact }) => exact)).toContain('5 марта 2031');
  expect(link?.evidence.to.map(({ exact }) => exact)).toContain('5 March 2031');
  expect(await desk.store.links()).toEqual([link]);
});

test('in one language it may be a rewrite', async () => {
  const desk = memoryDesk();
  await takeReport(desk, [EN, POST]);
  await takeReport(desk, [EN_AGAIN, ECHO]);
  expect((await traced(desk)).map(({ type }) => type)).toEqual(['copies']);
});

test('one that names the other outlet as its source rests on it, when both came out on one day', async () => {
  const desk = memoryDesk();
  const post = {
    code: 'post',
    name: 'The Valley Post',
    kind: 'newspaper',
    domains: ['post.example'],
  } as const;
  await addOutlet(desk, { state: null, aliases: [], careful: [], short: [], ...post }, 'A');
  const citing = `${EN_AGAIN} The Valley Post reported the arrests first.`;
  await takeReport(desk, [citing, { ...ECHO, publishedAt: POST.publishedAt }]);
  await takeReport(desk, [EN, POST]);
  const [link] = await traced(desk);
  const from = link === undefined ? null : await desk.store.source(link.from.source);
  expect(from?.title).toBe('Echo');
  expect(link?.proposal.reason).toContain('names the other outlet');
  expect(link?.certainty).toBe('possible');
});

test('a report that is taken in later and came out earlier is found', async () => {
  const desk = memoryDesk();
  await takeReport(desk, [RU, MIRROR]);
  expect(await traced(desk)).toEqual([]);
  await takeReport(desk, [EN, POST]);
  const [link] = await traced(desk);
  const from = link === undefined ? null : await desk.store.source(link.from.source);
  expect(from?.title).toBe('Mirror');
});

test('shared links and pictures count, those of the own site do not', async () => {
  const desk = memoryDesk();
  const trail = {
    links: ['https://court.example/file/7', 'https://lists.example/a'].map((url) => ({
      url,
      words: 'x',
      before: '',
    })),
    images: ['https://pictures.example/1.jpg'],
  };
  await takeReport(desk, ['Ten words about it.', { ...POST, url: 'https://post.example/1' }, trail]);
  await takeReport(desk, ['Несколько слов об этом.', { ...MIRROR, url: 'https://zerkalo.example/1' }, trail]);
  const [link] = await traced(desk);
  expect(link?.anchors.map(({ kind }) => kind).sort()).toEqual(['address', 'address', 'image']);
  const apart = memoryDesk();
  const own = {
    links: trail.links.map((one) => ({ ...one, url: one.url.replace('court', 'post') })),
    images: trail.images,
  };
  await takeReport(apart, ['Ten words about it.', { ...POST, url: 'https://post.example/1' }, own]);
  await takeReport(apart, ['Несколько слов об этом.', { ...MIRROR, url: 'https://zerkalo.example/1' }, own]);
  expect(await traced(apart)).toEqual([]);
});

test('nothing between one outlet’s own reports, and nothing beyond a month', async () => {
  const desk = memoryDesk();
  await takeReport(desk, [EN, { ...POST, publishedAt: '2031-03-08' }]);
  await takeReport(desk, [EN_AGAIN, { ...ECHO, publisher: POST.publisher, publishedAt: '2031-03-09' }]);
  await takeReport(desk, [RU, { ...MIRROR, publishedAt: '2031-04-30' }]);
  expect(await traced(desk)).toEqual([]);
});

test('nothing where a link stands already, also one that was cut', async () => {
  const first = memoryDesk();
  await takeReport(first, [EN, POST]);
  await takeReport(first, [RU, MIRROR]);
  const [link] = await traced(first);
  if (link === undefined) throw new Error('no link was proposed');
  const desk = memoryDesk();
  await takeReport(desk, [EN, POST]);
  await takeReport(desk, [RU, MIRROR]);
  const byHand = createLink({
    ...link,
    evidence: { from: [], to: [] },
    proposal: { by: 'Reader One', version: null, confidence: null, reason: 'One agency.' },
  });
  expect((await desk.store.sources()).map(({ id }) => id)).toContain(byHand.from.source);
  const entry = { at: '2031-05-01T08:00:00.000Z', agent: 'Reader One', subject: byHand.id };
  const proposed = {
    action: 'links-proposed',
    extractor: null,
    captures: [],
    actors: [],
    links: [byHand],
  } as const;
  const cut = {
    action: 'link-reviewed',
    link: byHand.id,
    decision: 'cut',
    reason: 'Two own reports.',
  } as const;
  await desk.store.append([
    { ...entry, body: proposed },
    { ...entry, body: cut },
  ]);
  expect(await traced(desk)).toEqual([]);
});

test('nothing is traced twice, and a stop keeps what is stored', async () => {
  const desk = memoryDesk();
  await takeReport(desk, [EN, POST]);
  await takeReport(desk, [RU, MIRROR]);
  const stopped: unknown[] = [];
  for await (const step of ANCHORS.trace(desk, { signal: AbortSignal.abort() })) stopped.push(step);
  expect(stopped).toEqual([]);
  expect(await traced(desk)).toHaveLength(1);
  const before = desk.entries.length;
  expect(await traced(desk)).toEqual([]);
  expect(desk.entries).toHaveLength(before);
});
