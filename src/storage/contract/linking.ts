/** Contract: links between reports and findings about voices, from proposal to erasure. */
import { expect, test } from 'vitest';
import type { NewEntry, RecordStore } from '../../desk/ports/record-store.ts';
import { eraseSampleSource } from './erasing.ts';
import {
  findingUndone,
  LINK_WORDS,
  linkedRecord,
  linkReviewed,
  linksProposed,
  sampleLink,
  voicesJudged,
} from './sample-links.ts';
import { joined, sampleId } from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

const link = (number: number) => sampleId('link', number);
const finding = sampleId('finding', 1);
const source = (number: number) => sampleId('source', number);
const ids = async (found: Promise<readonly { readonly id: string }[]>) => (await found).map(({ id }) => id);

/**
 * Declares the tests.
 *
 * @example
 * describeLinking(withFreshStore(open));
 */
export function describeLinking(withStore: WithStore): void {
  describeReadings(withStore);
  describeDecisions(withStore);
  describeErasures(withStore);
  test.each(REFUSED)('refuses %s', (_, entries, path) =>
    withStore(async ({ store }) => {
      await store.append(linkedRecord());
      const faults = await faultsOf(store, entries);
      expect(faults).toContain(path);
      expect(await store.check()).toEqual([]);
    })(),
  );
}

async function faultsOf(store: RecordStore, entries: readonly NewEntry[]): Promise<readonly string[]> {
  const error = await store.append(entries).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'invalid-record' });
  return (error as { faults: readonly { path: string }[] }).faults.map(({ path }) => path);
}

const REFUSED: readonly (readonly [string, readonly NewEntry[], string])[] = [
  ['a link that is there', [linksProposed([sampleLink(1)])], 'links[0].id'],
  [
    'a link to nothing',
    [linksProposed([sampleLink(7, { to: { kind: 'actor', actor: sampleId('actor', 77) } })])],
    'links[0].to',
  ],
  [
    'a passage of another report',
    [linksProposed([sampleLink(7, { evidence: { from: sampleLink(7).evidence.to, to: [] } })])],
    'links[0].evidence.from[0].capture',
  ],
  [
    'a version of another report',
    [linksProposed([sampleLink(7, { from: { source: source(3), capture: sampleId('capture', 1) } })])],
    'links[0].from.capture',
  ],
  ['a link decided on before', [linksProposed([sampleLink(7, { status: 'confirmed' })])], 'links[0].status'],
  ['a decision without a reason', [linkReviewed(1, 'cut', ' ')], 'reason'],
  ['the same decision twice', [linkReviewed(1, 'cut'), linkReviewed(1, 'cut')], 'decision'],
  ['undoing nothing', [linkReviewed(1, 'undone')], 'decision'],
  ['a decision on no link', [linkReviewed(7, 'cut')], 'link'],
  [
    'one voice found to be itself',
    [voicesJudged(7, { relation: 'same', a: source(1), b: source(1) })],
    'finding.b',
  ],
  [
    'a finding about nobody',
    [voicesJudged(7, { relation: 'distinct', a: source(1), b: sampleId('claim', 77) })],
    'finding.b',
  ],
  ['a finding undone twice', [findingUndone(1), findingUndone(1)], 'finding'],
];

function describeReadings(withStore: WithStore): void {
  test(
    'gives links and findings back as they were appended, and finds them by their ends',
    withStore(async ({ store, reopen }) => {
      await store.append(linkedRecord());
      expect(await store.link(link(1))).toEqual(sampleLink(1));
      expect(await store.link(link(9))).toBeNull();
      expect(await ids(store.links())).toEqual([link(1), link(2), link(3)]);
      expect(await ids(store.links({ from: [source(3)] }))).toEqual([link(1), link(2)]);
      expect(await ids(store.links({ from: [source(2), source(3)], to: [source(1)] }))).toEqual([link(1)]);
      expect(await store.links({ from: [] })).toEqual([]);
      expect(await store.links({ statuses: [] })).toEqual([]);
      expect(await ids((await reopen()).links({ statuses: ['proposed'] }))).toHaveLength(3);
      expect(await store.finding(finding)).toEqual({
        id: finding,
        relation: 'same',
        a: source(1),
        b: sampleId('actor', 2),
        proposition: null,
        reason: 'One desk writes for both.',
        by: 'Reader One',
        at: '2031-04-03T08:00:00Z',
        undone: null,
      });
      const whole = await store.snapshot();
      expect([...whole.links.values()]).toEqual(await store.links());
      expect([...whole.findings.values()]).toEqual(await store.findings());
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'remembers which captures a program has traced, with links or without',
    withStore(async ({ store }) => {
      await store.append(linkedRecord());
      expect(await store.unreadCaptures('reuse-1')).toEqual([]);
      expect(await store.unreadCaptures('reuse-2')).toHaveLength(2);
      expect((await store.entriesOf(source(2))).map(({ action }) => action)).toContain('links-proposed');
    }),
  );
  test(
    'shows actors that were joined since as the kept one',
    withStore(async ({ store }) => {
      await store.append([...linkedRecord(), joined(1, 4), joined(9, 2)]);
      expect(await store.link(link(2))).toMatchObject({ to: { actor: sampleId('actor', 1) } });
      expect(await store.link(link(3))).toMatchObject({ to: { publisher: sampleId('actor', 9) } });
      expect(await store.finding(finding)).toMatchObject({ b: sampleId('actor', 9) });
      expect(await store.check()).toEqual([]);
    }),
  );
}

function describeDecisions(withStore: WithStore): void {
  test(
    'keeps every decision on a link with its reason; undoing gives back what stood before',
    withStore(async ({ store }) => {
      await store.append(linkedRecord());
      await store.append([linkReviewed(1, 'confirmed', 'The same sentence.'), linkReviewed(1, 'cut')]);
      expect(await store.link(link(1))).toMatchObject({ status: 'cut' });
      expect(await ids(store.links({ statuses: ['cut'] }))).toEqual([link(1)]);
      await store.append([linkReviewed(1, 'undone')]);
      expect(await store.link(link(1))).toMatchObject({
        status: 'confirmed',
        reviews: [
          { decision: 'confirmed', by: 'Reader One', reason: 'The same sentence.' },
          { decision: 'cut' },
          { decision: 'undone' },
        ],
      });
      await store.append([linkReviewed(1, 'undone'), findingUndone(1)]);
      expect(await store.link(link(1))).toMatchObject({ status: 'proposed' });
      expect(await store.finding(finding)).toMatchObject({
        undone: { by: 'Reader One', reason: 'Mistaken for a namesake.' },
      });
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'a changed link or finding is found by the check',
    withStore(async ({ store, damage }) => {
      await store.append(linkedRecord());
      await damage(
        `UPDATE links SET status = 'confirmed' WHERE id = '${link(1)}'`,
        `UPDATE findings SET a = '${source(2)}'`,
      );
      const faults = await store.check();
      expect(faults.map(({ item }) => item.split(' ')[0])).toEqual(['links', 'findings']);
    }),
  );
}

function describeErasures(withStore: WithStore): void {
  test(
    'an erased source takes its links, the words in them and findings about it; links of others stay',
    withStore(async ({ store }) => {
      await store.append([...linkedRecord(), linkReviewed(1, 'confirmed'), linkReviewed(3, 'cut')]);
      await eraseSampleSource(store, 1);
      expect(await ids(store.links())).toEqual([link(2), link(3)]);
      expect(await store.link(link(3))).toMatchObject({ status: 'cut' });
      expect(await store.findings()).toEqual([]);
      expect(await store.unreadCaptures('reuse-1')).toEqual([]);
      expect(await store.check()).toEqual([]);
      const bodies = JSON.stringify(await entriesOf(store));
      expect(bodies).not.toContain(LINK_WORDS);
      expect(bodies).not.toContain('One desk writes for both.');
      await eraseSampleSource(store, 3);
      expect(await ids(store.links())).toEqual([link(3)]);
      expect(await store.check()).toEqual([]);
      await store.append([linkReviewed(3, 'undone')]);
      await eraseSampleSource(store, 2);
      expect(await store.links()).toEqual([]);
      expect(JSON.stringify(await entriesOf(store))).not.toContain('a dispatch of 1 April');
      expect(await store.actors()).toEqual([]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'an actor that only a link names stays until the link goes',
    withStore(async ({ store }) => {
      await store.append(linkedRecord());
      await eraseSampleSource(store, 1);
      expect(await ids(store.actors())).toContain(sampleId('actor', 4));
      await eraseSampleSource(store, 3);
      expect(await ids(store.actors())).not.toContain(sampleId('actor', 4));
      expect(await store.check()).toEqual([]);
    }),
  );
}

async function entriesOf(store: RecordStore): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const { body } of store.log()) all.push(body);
  return all;
}
