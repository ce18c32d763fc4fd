/** The order of the review queue, and that answers move the number of people as it says. */
import { expect, test } from 'vitest';
import { expectedChange } from './expected-change.ts';
import { posteriorLinkage } from './posterior-linkage.ts';
import type { Bindings } from './resolve.ts';
import { reviewQueue } from './review-queue.ts';

const GIVEN = [
  // A pair at even odds, one nearly certain, and a pair at even odds that brings two more records with it.
  [0, 1, 0],
  [2, 3, 12],
  [4, 5, 14],
  [6, 7, 14],
  [4, 6, -2],
  [5, 7, -2],
  [4, 7, -2],
  [5, 6, -2],
] as const;
const pairs = {
  left: Int32Array.from(GIVEN, ([a]) => a),
  right: Int32Array.from(GIVEN, ([, b]) => b),
  weight: Float32Array.from(GIVEN, ([, , bits]) => bits),
};

function drawn(bindings: Bindings) {
  const outcome = posteriorLinkage(
    { records: 8, pairs, priorBits: -3, lists: null, bindings },
    { draws: 4000, kept: 4000 },
  );
  if (outcome.status !== 'drawn') throw new Error('contradicted');
  return outcome;
}

const meanOf = (linkage: ReturnType<typeof drawn>): number => {
  let sum = 0;
  for (let draw = 0; draw < linkage.kept; draw += 1) sum += new Set(linkage.linkage(draw)).size;
  return sum / linkage.kept;
};

const open = drawn({ same: [], different: [] });

test('pairs whose answer moves the number most come first; certain pairs wait', () => {
  const { first, waiting } = reviewQueue({ pairs, together: open.together, change: open.change });
  expect(first[0]).toMatchObject({ left: 0, right: 1 });
  expect(first[0]?.change).toBeCloseTo(0.5, 1);
  expect(first.map(({ change }) => change)).toEqual(
    [...first].map(({ change }) => change).sort((a, b) => b - a),
  );
  expect(first.map(({ pair }) => pair)).not.toContain(1);
  expect(waiting).toBe(first.length);
  expect(
    reviewQueue({ pairs, together: open.together, change: open.change }, { most: 1, least: 0 }).first,
  ).toHaveLength(1);
});

test('the expected move is the mean of what both answers do', () => {
  const before = meanOf(open);
  for (const at of [0, 4]) {
    const [a, b] = GIVEN[at] ?? [0, 0];
    const p = open.together[at] ?? 0;
    const same = Math.abs(meanOf(drawn({ same: [[a, b]], different: [] })) - before);
    const different = Math.abs(meanOf(drawn({ same: [], different: [[a, b]] })) - before);
    expect(Math.abs((open.change[at] ?? 0) - (p * same + (1 - p) * different)), `pair ${at}`).toBeLessThan(
      0.06,
    );
  }
});

test('a decided pair moves nothing', () => {
  expect(drawn({ same: [[0, 1]], different: [] }).change[0]).toBe(0);
  expect(expectedChange([0, 1], 1, [])).toBe(0);
});
