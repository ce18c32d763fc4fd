/** People counted once on lists of a record: the number, the queue, decisions that bind, contradictions, tables for the estimate. */
import { describe, expect, test } from 'vitest';
import { generatePeople, type InventedRecord } from '../../../bench/count/generate-people.ts';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { peopleEngine } from '../../compose.ts';
import { recorded } from '../../reckon/estimate/capture-table.ts';
import type { ListingId } from '../../record/id.ts';
import type { MappedColumn } from '../../record/victim-list.ts';
import { listImported, sampleList } from '../../storage/contract/sample-lists.ts';
import { captured, sampleId } from '../../storage/contract/sample-record.ts';
import { decidePeople, undoPeople } from './decide-people.ts';
import { historiesOfPeople, linkPeople, PEOPLE_DEFAULTS } from './link-people.ts';
import { peopleQueue } from './people-queue.ts';
import { peopleReport } from './people-report.ts';

const BY = { by: 'A. Archivist', reason: 'the same mother' };
const PROPERTIES = ['given', 'family', 'born', 'sex', 'lived-at', 'died'] as const;
const COLUMNS = PROPERTIES.map(
  (property): MappedColumn => ({ header: property, property, lang: null, dates: null }),
);
const link = peopleEngine(2);

/** Three lists of invented people, a third of the records each. */
async function listedDesk(records: readonly InventedRecord[]) {
  const desk = memoryDesk();
  for (const list of [1, 2, 3])
    await desk.store.append([
      captured(list, null),
      listImported(list, {
        list: sampleList({ id: sampleId('list', list), name: `List ${list}`, columns: COLUMNS }),
        listings: records.flatMap(({ values }, at) =>
          at % 3 === list - 1
            ? [{ id: sampleId('listing', at), key: `${at}`, row: at + 2, values: [...values], written: {} }]
            : [],
        ),
      }),
    ]);
  return desk;
}

const invented = generatePeople(240, 0.4, 3);
const truth = new Set(invented.map(({ person }) => person)).size;

describe('on three lists of invented people', () => {
  test('link tells a number near the truth; the queue shows both sides and weights that add up', {
    timeout: 120_000,
  }, async () => {
    const desk = await listedDesk(invented);
    const linked = await linkPeople(desk, link, PEOPLE_DEFAULTS);
    const report = peopleReport(linked, PEOPLE_DEFAULTS);
    if (report.people.status !== 'told') throw new Error('withheld');
    expect(Math.abs(report.people.people - truth)).toBeLessThan(0.05 * truth);
    expect(report).toMatchObject({
      listings: 240,
      lists: [{ listings: 80 }, { listings: 80 }, { listings: 80 }],
      decisions: { same: 0, different: 0 },
    });
    const { pairs, waiting } = peopleQueue(linked, 5);
    expect(waiting).toBe(report.queue);
    for (const { a, b, steps, weight } of pairs) {
      expect(a.name).toMatch(/^List [123]$/);
      expect(a.listing).not.toBe(b.listing);
      expect(steps.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(weight, 1);
    }
    const tables = historiesOfPeople(linked);
    expect(tables).toHaveLength(PEOPLE_DEFAULTS.kept);
    for (const table of tables) {
      expect(table.lists).toEqual(['List 1', 'List 2', 'List 3']);
      expect(Math.abs(recorded(table) - truth)).toBeLessThan(0.05 * truth);
    }
  });

  test('decisions bind the count, and undoing them gives back what stood before', {
    timeout: 120_000,
  }, async () => {
    const desk = await listedDesk(invented);
    const before = await linkPeople(desk, link, PEOPLE_DEFAULTS);
    const at = before.posterior.together.findIndex((p) => p > 0.999);
    const listingAt = (record: number): ListingId =>
      before.table.records[record]?.listing ?? sampleId('listing', 0);
    const [left, right] = [before.linked.pairs.left[at] ?? 0, before.linked.pairs.right[at] ?? 0];
    const decision = await decidePeople(desk, {
      relation: 'different',
      a: listingAt(left),
      b: listingAt(right),
      ...BY,
    });
    const bound = await linkPeople(desk, link, PEOPLE_DEFAULTS);
    for (let draw = 0; draw < bound.posterior.kept; draw += 1) {
      const persons = bound.posterior.linkage(draw);
      expect(persons[left]).not.toBe(persons[right]);
    }
    expect(peopleReport(bound, PEOPLE_DEFAULTS).decisions).toEqual({
      same: 0,
      different: 1,
      undone: 0,
      waiting: 0,
    });
    await undoPeople(desk, { decision: decision.id, ...BY });
    const after = await linkPeople(desk, link, PEOPLE_DEFAULTS);
    expect(after.posterior.people).toEqual(before.posterior.people);
    expect(await desk.store.decisions()).toMatchObject([{ undone: { by: 'A. Archivist' } }]);
  });
});

test('a decision that contradicts others is refused with the chain that it breaks; nothing is logged', async () => {
  const desk = await listedDesk(invented.slice(0, 9));
  const [a, b, c] = [sampleId('listing', 0), sampleId('listing', 1), sampleId('listing', 2)];
  const first = await decidePeople(desk, { relation: 'same', a, b, ...BY });
  const second = await decidePeople(desk, { relation: 'same', a: b, b: c, ...BY });
  const entries = (await desk.store.counts()).entries;
  await expect(decidePeople(desk, { relation: 'different', a: c, b: a, ...BY })).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringMatching(
      new RegExp(`${c} = ${b} \\(${second.id}\\), ${b} = ${a} \\(${first.id}\\), yet ${c} ≠ ${a}`),
    ),
  });
  expect((await desk.store.counts()).entries).toBe(entries);
  await expect(decidePeople(desk, { relation: 'same', a: b, b: a, ...BY })).rejects.toThrow(
    /decided so already/,
  );
  await expect(decidePeople(desk, { relation: 'same', a, b: a, ...BY })).rejects.toThrow(/one and the same/);
  await expect(
    decidePeople(desk, { relation: 'same', a, b: c, by: 'A. Archivist', reason: ' ' }),
  ).rejects.toThrow(/reason/);
  await undoPeople(desk, { decision: second.id, ...BY });
  await expect(undoPeople(desk, { decision: second.id, ...BY })).rejects.toThrow(/taken back before/);
  await decidePeople(desk, { relation: 'different', a: c, b: a, ...BY });
});

test('a list declared free of duplicates contradicts a decision on two of its listings', {
  timeout: 60_000,
}, async () => {
  const desk = await listedDesk(invented.slice(0, 9));
  await decidePeople(desk, { relation: 'same', a: sampleId('listing', 0), b: sampleId('listing', 3), ...BY });
  await expect(linkPeople(desk, link, { ...PEOPLE_DEFAULTS, free: ['List 1'] })).rejects.toThrow(
    /declared free of duplicates/,
  );
  await expect(linkPeople(desk, link, { ...PEOPLE_DEFAULTS, free: ['List 7'] })).rejects.toThrow(
    /No list is called List 7/,
  );
});

test('without listings there is nothing to link', async () => {
  await expect(linkPeople(memoryDesk(), link, PEOPLE_DEFAULTS)).rejects.toMatchObject({ code: 'not-found' });
});
