/** The page of one toll: every claim with its words and its part in the figure, on both axes; and estimates beside it. */
import { expect, test } from 'vitest';
import { countedDesk } from '../../test/fixtures/desk/counted-desk.ts';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import type { LoggedEstimate } from '../record/estimate.ts';
import { listEstimates } from './list-estimates.ts';
import { tollPage } from './toll-page.ts';

test('every claim stands with its words, its source and its part', async () => {
  const { desk, of } = await countedDesk();
  const page = await tollPage(desk, { proposition: of, includeProposed: false, asOf: null, axis: 'known' });
  expect(page.toll.low?.value).toBe(26);
  expect(page.notShown).toBe(0);
  const told = page.claims.map(({ who, part, words, outlet, value, day }) => [
    who,
    part,
    words,
    outlet,
    value,
    day,
  ]);
  expect(told).toEqual([
    ['The Courier', 'used', '26 weavers were killed in Kessar', 'The Mirror', 26, '2031-04-02'],
    ['The Harbour Post', 'used', 'at least 30 were killed', 'The Mirror', 30, '2031-04-02'],
    ['The Guard', 'beside', 'denied that anybody was killed', 'The Mirror', null, '2031-04-02'],
  ]);
  expect(page.claims.every(({ source, reason }) => source.startsWith('src_') && reason === null)).toBe(true);
});

test('along the days of the event a claim stands on the day it happened, or on none', async () => {
  const { desk, of } = await countedDesk();
  const page = await tollPage(desk, { proposition: of, includeProposed: false, asOf: null, axis: 'event' });
  expect(page.claims.map(({ day }) => day)).toEqual(['2031-04-01', null, null]);
  expect(page.claims.map(({ saidAt }) => saidAt)).toEqual(['2031-04-02', '2031-04-02', '2031-04-02']);
  expect(page.toll.events?.steps.map(({ day, low }) => [day, low])).toEqual([['2031-04-01', 26]]);
});

test('a day before anybody spoke has no toll', async () => {
  const { desk, of } = await countedDesk();
  const page = await tollPage(desk, {
    proposition: of,
    includeProposed: false,
    asOf: '2031-04-02',
    axis: 'known',
  });
  expect(page.toll.used).toHaveLength(2);
  await expect(
    tollPage(desk, { proposition: of, includeProposed: false, asOf: '2031-04-01', axis: 'known' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

const ESTIMATE = {
  about: 'Killed in Kessar, April 2031',
  recorded: 40,
  lists: ['Harbour list', 'Clinic list'],
  methods: [{ method: 'at least (Chao)', refused: ['Two lists allow no figure.'] }],
  tableSha256: 'a'.repeat(64),
  documentSha256: 'b'.repeat(64),
  program: 'onrecord 0',
  document: '{}',
} as unknown as LoggedEstimate;

test('estimates come the latest first, and one that was made anew replaces the older of its subject', async () => {
  const desk = memoryDesk();
  for (const [recorded, about] of [
    [40, ESTIMATE.about],
    [12, 'Detained in Orsa'],
    [44, ESTIMATE.about],
  ] as const)
    await desk.store.append([
      {
        at: '2031-05-01T12:00:00.000Z',
        agent: 'A. Archivist',
        subject: 'log',
        body: { action: 'estimate-recorded', estimate: { ...ESTIMATE, recorded, about } },
      },
    ]);
  const estimates = await listEstimates(desk);
  expect(estimates.map(({ recorded, replaced }) => [recorded, replaced])).toEqual([
    [44, false],
    [12, false],
    [40, true],
  ]);
  expect(estimates[0]).not.toHaveProperty('document');
  expect(estimates[0]?.by).toBe('A. Archivist');
});
