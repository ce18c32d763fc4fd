import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import {
  proposed,
  sampleClaim,
  sampleId,
  sampleProposition,
  sampleRecord,
} from '../storage/contract/sample-record.ts';
import { listPositions } from './list-positions.ts';

const MANY = 130;

/** The sample, and very many propositions that one outlet alone puts forward. */
async function manyDesk() {
  const desk = memoryDesk();
  const numbers = Array.from({ length: MANY }, (_, index) => index + 100);
  const outlet = sampleId('actor', 1);
  await desk.store.append([
    ...sampleRecord(),
    proposed({
      propositions: numbers.map((number) => sampleProposition(number, 'injured')),
      claims: numbers.map((number) =>
        sampleClaim(number, { voices: [outlet], proposition: sampleId('proposition', number) }),
      ),
    }),
  ]);
  return desk;
}

test('a standing, or what stands beside one, narrows the list; how far was looked is told', async () => {
  const desk = await manyDesk();
  const all = await listPositions(desk, { includeProposed: true });
  expect(all).not.toHaveProperty('looked');
  const denied = await listPositions(desk, { includeProposed: true, standing: 'denied' });
  expect(denied.propositions.map(({ proposition }) => proposition.id)).toEqual([sampleId('proposition', 1)]);
  expect(denied).toMatchObject({ fitting: MANY + 2, looked: MANY + 2, goOn: null });
  const byHand = all.propositions.filter(({ standing }) => standing.word === 'single-origin');
  const single = await listPositions(desk, { includeProposed: true, standing: 'single-origin' });
  expect(single.propositions).toEqual(byHand);
  expect(byHand.length).toBeGreaterThan(50);
});

test('one page goes on where the one before ended; together they are the whole', async () => {
  const desk = await manyDesk();
  const query = { includeProposed: true, standing: 'single-origin' } as const;
  const whole = await listPositions(desk, query);
  const pages = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const page: Awaited<ReturnType<typeof listPositions>> = await listPositions(desk, {
      ...query,
      offset,
      limit: 30,
    });
    pages.push(...page.propositions);
    offset = page.goOn ?? null;
  }
  expect(pages).toEqual(whole.propositions);
});
