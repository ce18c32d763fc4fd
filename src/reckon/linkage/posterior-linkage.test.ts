/** Posterior linkages: decisions, seeds, chains that must agree, and the number of people on lists of known truth. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededUniform } from '../estimate/seeded-chance.ts';
import { listHistories } from './list-histories.ts';
import { type PosteriorInput, type PosteriorLinkage, posteriorLinkage } from './posterior-linkage.ts';
import { simulatePairs } from './simulated-pairs.ts';

const pairs = (...given: readonly (readonly [number, number, number])[]) => ({
  left: Int32Array.from(given, ([a]) => a),
  right: Int32Array.from(given, ([, b]) => b),
  weight: Float32Array.from(given, ([, , bits]) => bits),
});

function drawn(input: PosteriorInput, options = {}): PosteriorLinkage {
  const outcome = posteriorLinkage(input, options);
  if (outcome.status !== 'drawn') throw new Error('contradicted');
  return outcome;
}

test('two records: the chance is that of their weight', () => {
  for (const [bits, chance] of [
    [0, 0.5],
    [3, 8 / 9],
    [-3, 1 / 9],
  ] as const) {
    const { together } = drawn({ records: 3, pairs: pairs([0, 2, bits]), priorBits: -12, lists: null });
    expect(together[0]).toBeCloseTo(chance, 6);
  }
});

test('certain pairs give a certain number, even odds an interval', () => {
  const certain = drawn({ records: 5, pairs: pairs([0, 1, 30], [2, 3, 30]), priorBits: -12, lists: null });
  expect(certain.people).toEqual({ status: 'told', people: 3, low: 3, high: 3 });
  expect([...certain.point]).toEqual([0, 0, 2, 2, 4]);
  const even = drawn({ records: 4, pairs: pairs([0, 1, 0], [2, 3, 0]), priorBits: -12, lists: null });
  expect(even.people).toEqual({ status: 'told', people: 3, low: 2, high: 4 });
});

test('decisions hold in every linkage, and lists free of duplicates stay so', () => {
  const input = {
    records: 6,
    pairs: pairs([0, 1, 15], [1, 2, 15], [0, 2, 15], [3, 4, -5], [4, 5, 15]),
    priorBits: -12,
    lists: { listOf: [0, 1, 0, 0, 1, 1], free: [true, false] },
    bindings: { same: [[3, 4]], different: [[4, 5]] },
  } as const;
  const { linkage, kept, point, together } = drawn(input);
  for (const persons of [point, ...Array.from({ length: kept }, (_, draw) => linkage(draw))]) {
    expect(persons[0]).not.toBe(persons[2]);
    expect(persons[3]).toBe(persons[4]);
    expect(persons[4]).not.toBe(persons[5]);
  }
  expect(together[3]).toBe(1);
  expect(together[4]).toBe(0);
});

test('contradictions are told with the decisions that make them, and nothing is drawn', () => {
  const none = { records: 5, pairs: pairs([0, 1, 3]), priorBits: -12 };
  expect(
    posteriorLinkage({
      ...none,
      lists: null,
      bindings: {
        same: [
          [0, 1],
          [1, 2],
        ],
        different: [[2, 0]],
      },
    }),
  ).toEqual({
    status: 'contradicted',
    contradictions: [{ kind: 'different', between: [2, 0], chain: [2, 1, 0] }],
  });
  expect(
    posteriorLinkage({
      ...none,
      lists: { listOf: [0, 1, 0, 1, 1], free: [true, false] },
      bindings: {
        same: [
          [0, 1],
          [1, 2],
        ],
        different: [],
      },
    }),
  ).toEqual({
    status: 'contradicted',
    contradictions: [{ kind: 'list', between: [0, 2], chain: [0, 1, 2] }],
  });
});

const tie = fc.tuple(fc.nat(24), fc.nat(24), fc.integer({ min: -9, max: 18 }));

test('the same seed gives the same linkages; records of one person carry its lowest record', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(tie, { minLength: 20, maxLength: 60, selector: ([a, b]) => a * 25 + b }),
      fc.nat(50),
      (given, seed) => {
        const input = {
          records: 25,
          pairs: pairs(...given.filter(([a, b]) => a < b)),
          priorBits: -9,
          lists: null,
        };
        const options = { seed, draws: 40, kept: 4, chains: 4 };
        const [one, again] = [drawn(input, options), drawn(input, options)];
        expect(one.people).toEqual(again.people);
        expect([...one.together]).toEqual([...again.together]);
        for (let draw = 0; draw < one.kept; draw += 1) {
          const persons = one.linkage(draw);
          expect([...persons]).toEqual([...again.linkage(draw)]);
          for (const [record, person] of persons.entries()) {
            expect(person).toBeLessThanOrEqual(record);
            expect(persons[person]).toBe(person);
          }
        }
      },
    ),
    { numRuns: 15 },
  );
});

/** A ring of 40 records: far too many partitions to sum. */
const ring = (bits: number) => ({
  records: 40,
  pairs: pairs(
    ...Array.from({ length: 39 }, (_, at) => [at, at + 1, bits] as const),
    ...Array.from({ length: 38 }, (_, at) => [at, at + 2, bits - 3] as const),
  ),
  priorBits: -9,
  lists: null,
});

test('a large component is sampled by chains that agree', { timeout: 60_000 }, () => {
  const { people, diagnostics } = drawn(ring(0));
  expect(diagnostics.sampled).toBe(1);
  expect(diagnostics.rHat).toBeLessThan(1.05);
  expect(diagnostics.effective).toBeGreaterThan(100);
  expect(people.status).toBe('told');
});

test('chains that were not run long enough give no number', () => {
  const { people, diagnostics } = drawn(ring(0), { draws: 40, kept: 4 });
  expect(diagnostics.unsettled).toHaveLength(1);
  expect(people).toMatchObject({ status: 'refused', refusals: [{ rule: 'not-converged' }] });
  expect(JSON.stringify(people)).not.toMatch(/"(low|high)"/);
});

test('a component over the limit is cut where its pairs are weakest, and that is told', {
  timeout: 60_000,
}, () => {
  const { diagnostics } = drawn(ring(0), { mostUnits: 39 });
  expect(diagnostics.cut.length).toBeGreaterThan(0);
  expect(diagnostics.largest).toBeLessThan(40);
});

test('on records of known truth the interval holds the number of people as often as it says', {
  timeout: 120_000,
}, () => {
  const worlds = 40;
  let held = 0;
  for (let world = 0; world < worlds; world += 1) {
    const truth = simulatePairs(120, { theta: 300, distance: 5.5 }, seededUniform(world, 99));
    const { people } = drawn({ ...truth, lists: null }, { seed: world, draws: 400, kept: 4 });
    if (people.status === 'told' && people.low <= truth.people && truth.people <= people.high) held += 1;
  }
  expect(held / worlds).toBeGreaterThan(0.85);
});

test('a linkage becomes a table of who stands on which lists', () => {
  const table = listHistories(Int32Array.of(0, 0, 2, 3, 3, 3), [0, 1, 1, 0, 2, 2], ['A', 'B', 'C']);
  expect(table.counts).toEqual([0, 0, 1, 1, 0, 1, 0, 0]);
});
