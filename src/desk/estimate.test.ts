/** From tables to records and back: the same digits again, other threads, stopped runs, the log and the dossier. */
import { afterEach, expect, test } from 'vitest';
import { coverOf } from '../../test/fixtures/cover-of.ts';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { RecordBuilder } from '../../test/fixtures/record-builder.ts';
import { renderDossier } from '../dossier/render-dossier.ts';
import { openEstimateThreads } from '../engine/estimate/open-estimate-threads.ts';
import { type CaptureTable, captureTable } from '../reckon/estimate/capture-table.ts';
import { ESTIMATE_OPTIONS, type EstimateOptions } from '../reckon/estimate/estimate-options.ts';
import { artificial3, kosovo } from '../reckon/estimate/published-tables.cases.ts';
import { openDraws } from '../reckon/estimate/random-draws.ts';
import { seededUniform } from '../reckon/estimate/seeded-chance.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { readEstimateRecord } from './estimate-record.ts';
import type { EstimateThreads } from './ports/estimate-threads.ts';
import { methodsOf, recordEstimate } from './record-estimate.ts';
import { differences, runEstimate } from './run-estimate.ts';

const QUICK: EstimateOptions = {
  ...ESTIMATE_OPTIONS,
  latentClass: { ...ESTIMATE_OPTIONS.latentClass, warmUp: 200, steps: 1000, kept: 100 },
};

const opened: EstimateThreads[] = [];
afterEach(async () => {
  for (const threads of opened.splice(0)) await threads.close();
});

function runWith(count: number, tables: readonly CaptureTable[], signal?: AbortSignal) {
  const threads = openEstimateThreads(count);
  opened.push(threads);
  const run = {
    threads,
    program: 'onrecord 0',
    runtime: 'node 0',
    ...(signal === undefined ? {} : { signal }),
  };
  return runEstimate({ tables, options: QUICK }, run);
}

test('a record read back gives the same digits, on one thread and on two', async () => {
  const before = await runWith(2, [kosovo]);
  const written: unknown = JSON.parse(JSON.stringify(before));
  const { tables, record } = readEstimateRecord(written, 'estimate.json');
  expect(tables).toEqual([kosovo]);
  const after = await runWith(1, tables);
  expect(differences(record.results, JSON.parse(JSON.stringify(after.results)))).toEqual([]);
  expect(after.tableSha256).toBe(before.tableSha256);
});

test('a changed table, changed options and another format are refused', async () => {
  const record = JSON.parse(JSON.stringify(await runWith(2, [artificial3]))) as Record<string, unknown>;
  const changed = [
    { ...record, tables: [{ lists: ['A', 'B', 'C'], cells: [['100', 41]] }] },
    { ...record, options: { ...(record.options as object), chains: -1 } },
    { ...record, tables: [{ lists: ['A'], cells: [['1', 2.5]] }] },
    { ...record, format: 'other' },
    null,
  ];
  for (const value of changed) expect(() => readEstimateRecord(value, 'x.json')).toThrow(OnRecordError);
});

test('a difference is told by its place', () => {
  expect(differences({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }], c: 1 })).toEqual(['a.1.b', 'c']);
});

test('a raised signal ends the run', async () => {
  const controller = new AbortController();
  const running = runWith(2, [kosovo], controller.signal);
  controller.abort(new Error('stopped'));
  await expect(running).rejects.toThrow('stopped');
});

/** Kosovo as if one in twenty of those on several lists had been linked wrongly, differently in each draw. */
function linkages(many: number): readonly CaptureTable[] {
  return Array.from({ length: many }, (_, draw) => {
    const draws = openDraws(seededUniform(3, draw));
    const moved = kosovo.counts.map((count, history) => {
      const split = (history & (history - 1)) === 0 ? 0 : draws.binomial(count, 0.05);
      return { history, count, split };
    });
    const cells = moved.flatMap(({ history, count, split }) => {
      const lowest = history & -history;
      return [
        [history, count - split] as const,
        [lowest, split] as const,
        [history ^ lowest, split] as const,
      ];
    });
    return captureTable(kosovo.lists, cells);
  });
}

test('over linkages: doubt of linkage widens the limits, its share is told', async () => {
  const { results } = await runWith(2, linkages(24));
  if (results.kind !== 'linkages') return expect.unreachable();
  const { recorded, average, logLinear } = results.pooled;
  expect(recorded.low).toBeGreaterThan(4400);
  expect(recorded.high).toBeGreaterThan(recorded.low);
  if (average.status !== 'estimated' || logLinear.status !== 'estimated') return expect.unreachable();
  expect(average.detail).toMatchObject({ draws: 24, refusedDraws: 0 });
  expect(average.detail.linkageShare).toBeGreaterThan(0);
  expect(average.detail.linkageShare).toBeLessThan(1);
  // Links torn apart make lists look less dependent on shared people: more unseen than in the table itself.
  expect(logLinear.figure.people).toBeGreaterThan(10_357);
});

test('equal linkages pool to the estimate of one', async () => {
  const [pooled, single] = [await runWith(2, [kosovo, kosovo, kosovo]), await runWith(2, [kosovo])];
  const [over] = methodsOf(pooled);
  const [alone] = methodsOf(single);
  if (over?.outcome.status !== 'estimated' || alone?.outcome.status !== 'estimated')
    return expect.unreachable();
  for (const part of ['people', 'low', 'high'] as const) {
    const [a, b] = [over.outcome.figure[part], alone.outcome.figure[part]];
    expect(Math.abs(a - b) / b).toBeLessThan(0.005);
  }
  expect(over.outcome.detail).toMatchObject({ linkageShare: 0 });
});

test('with refused draws nothing is pooled', async () => {
  const { results } = await runWith(1, [artificial3, kosovo, kosovo]);
  if (results.kind !== 'linkages') return expect.unreachable();
  expect(results.pooled.average).toMatchObject({
    status: 'refused',
    refusals: [{ rule: 'missing-overlap' }],
  });
});

test('on record: an entry of the log with a name, and a box in the dossier without the table', async () => {
  const desk = memoryDesk();
  const record = await runWith(2, [kosovo]);
  await expect(recordEstimate(desk, record, { by: null, about: 'x' })).rejects.toThrow(/--by/);
  await expect(recordEstimate(desk, record, { by: 'A. Archivist', about: ' ' })).rejects.toThrow(/--record/);
  const about = 'killed in <Kessar>, spring 2021';
  const logged = await recordEstimate(desk, record, { by: 'A. Archivist', about });
  const [entry] = await desk.store.entriesWith('estimate-recorded');
  expect(entry).toMatchObject({ agent: 'A. Archivist', body: { estimate: { recorded: 4400 } } });
  expect(
    differences(JSON.parse(logged.document).results, JSON.parse(JSON.stringify(record.results))),
  ).toEqual([]);
  const files = renderDossier({
    snapshot: new RecordBuilder().snapshot(),
    cover: coverOf(new RecordBuilder()),
    redactions: new Map(),
    texts: new Map(),
    assets: [],
    options: {
      title: null,
      includeProposed: false,
      generatedAt: '2021-05-18T14:10:00Z',
      version: '0',
      head: null,
    },
    estimates: [{ ...logged, recorded: 1 }, logged],
  });
  const front = String(files.find(({ path }) => path === 'index.html')?.content);
  const box = /<section aria-labelledby="estimates">.*?<\/section>/s.exec(front)?.[0] ?? '';
  expect(box).toContain('killed in &lt;Kessar&gt;, spring 2021');
  expect(box).toContain('10,357');
  expect(box).toContain('4,400 people recorded on 4 lists');
  expect(box).toContain('They are no toll and are added to none.');
  expect(box).not.toContain('OSCE');
  expect(front.replace(box, '')).not.toContain('10,357');
});
