/** The samplers of one component against all of its partitions, written out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededUniform } from '../estimate/seeded-chance.ts';
import { exactPartitions } from './exact-partitions.ts';
import { type EvidencePair, type LinkageComponent, linkageComponent, logBlock } from './linkage-blocks.ts';
import { openPartitionChain } from './partition-chain.ts';

/** Every partition of so many units, as the block of each. */
function partitionsOf(units: number): readonly (readonly number[])[] {
  let made: readonly (readonly number[])[] = [[]];
  for (let unit = 0; unit < units; unit += 1)
    made = made.flatMap((blocks) =>
      Array.from({ length: Math.max(-1, ...blocks) + 2 }, (_, block) => [...blocks, block]),
    );
  return made;
}

/** The posterior over all partitions by their written form. */
function allChances(component: LinkageComponent): ReadonlyMap<string, number> {
  const logs = partitionsOf(component.units.length).map((blocks) => {
    const members = new Map<number, number[]>();
    for (const [unit, block] of blocks.entries()) members.set(block, [...(members.get(block) ?? []), unit]);
    return [
      blocks.join(''),
      [...members.values()].reduce((sum, one) => sum + logBlock(component, one), 0),
    ] as const;
  });
  const most = Math.max(...logs.map(([, log]) => log));
  const total = logs.reduce((sum, [, log]) => sum + Math.exp(log - most), 0);
  return new Map(logs.map(([name, log]) => [name, Math.exp(log - most) / total]));
}

/** Blocks numbered in the order of their lowest unit. */
function written(blocks: ArrayLike<number>): string {
  const names = new Map<number, number>();
  return Array.from(blocks, (block) => {
    if (!names.has(block)) names.set(block, names.size);
    return names.get(block);
  }).join('');
}

const RULES = { logTheta: 3, unseen: -4 };

function component(
  units: readonly (readonly number[])[],
  pairs: readonly (readonly [number, number, number])[],
  different: readonly (readonly [number, number])[] = [],
  lists: readonly (number | null)[] = [],
): LinkageComponent {
  return linkageComponent(
    {
      units,
      pairs: pairs.map(
        ([left, right, evidence]): EvidencePair => ({ left, right, evidence, possible: evidence > -2 }),
      ),
      different,
      freeListOf: (record) => lists[record] ?? null,
    },
    RULES,
  );
}

const single = (units: number): readonly (readonly number[])[] =>
  Array.from({ length: units }, (_, at) => [at]);

/** Six records where pairs change sides together: two close pairs, tied to each other and to two more. */
const TWO_PAIRS = component(single(6), [
  [0, 1, 7],
  [2, 3, 7],
  [0, 2, 1],
  [1, 3, 0.5],
  [0, 3, 0],
  [1, 2, -0.5],
  [3, 4, 4],
  [4, 5, 3],
  [2, 4, 1],
]);
const WITH_DECISIONS = component(
  [[0, 1], [2], [3], [4], [5]],
  [
    [0, 1, -3],
    [0, 2, 4],
    [1, 3, 3],
    [2, 3, 2],
    [3, 4, 5],
    [4, 5, 3],
    [2, 5, 2],
  ],
  [[2, 4]],
  [null, null, null, 0, null, 0],
);

test.each([
  ['two close pairs', TWO_PAIRS],
  ['decisions and a list free of duplicates', WITH_DECISIONS],
])('sums over subsets equal the sum over all partitions: %s', (_, one) => {
  const chances = allChances(one);
  const exact = exactPartitions(one);
  for (let a = 0; a < one.units.length; a += 1)
    for (let b = a + 1; b < one.units.length; b += 1) {
      let sum = 0;
      for (const [name, chance] of chances) if (name[a] === name[b]) sum += chance;
      expect(exact.together(a, b)).toBeCloseTo(sum, 10);
    }
});

test.each([
  ['two close pairs', TWO_PAIRS],
  ['decisions and a list free of duplicates', WITH_DECISIONS],
])('draws and chains from either end visit every partition as often as its chance: %s', (_, one) => {
  const chances = allChances(one);
  const exact = exactPartitions(one);
  const uniform = seededUniform(7, 0);
  const draws = 20_000;
  const apartStart = openPartitionChain(one, 'apart', seededUniform(7, 1));
  const joinedStart = openPartitionChain(one, 'joined', seededUniform(7, 2));
  const counts = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (let at = 0; at < draws; at += 1) {
    apartStart.sweep();
    joinedStart.sweep();
    for (const [which, blocks] of [
      exact.draw(uniform),
      apartStart.blocks(),
      joinedStart.blocks(),
    ].entries()) {
      const name = written(blocks);
      counts[which]?.set(name, (counts[which]?.get(name) ?? 0) + 1);
    }
  }
  for (const count of counts) {
    for (const [name, chance] of chances)
      expect(Math.abs((count.get(name) ?? 0) / draws - chance), name).toBeLessThan(0.015);
    for (const name of count.keys()) expect(chances.get(name) ?? 0, name).toBeGreaterThan(0);
  }
});

test('the point is the partition of least expected loss', () => {
  const chances = allChances(TWO_PAIRS);
  const loss = (name: string): number => {
    let sum = 0;
    for (const [other, chance] of chances)
      for (let a = 0; a < 6; a += 1)
        for (let b = a + 1; b < 6; b += 1)
          if ((name[a] === name[b]) !== (other[a] === other[b])) sum += chance;
    return sum;
  };
  const point = written(exactPartitions(TWO_PAIRS).point);
  const possible = [...chances].filter(([, chance]) => chance > 0).map(([name]) => name);
  expect(loss(point)).toBeCloseTo(Math.min(...possible.map(loss)), 10);
});

test('what must not come together never does, in draws and in chains', () => {
  const pair = fc.tuple(fc.nat(6), fc.nat(6), fc.double({ min: -6, max: 12, noNaN: true }));
  const list = fc.option(fc.nat(1), { nil: null });
  fc.assert(
    fc.property(
      fc.array(pair, { minLength: 1, maxLength: 20 }),
      fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 4 }),
      fc.array(list, { minLength: 7, maxLength: 7 }),
      fc.nat(1000),
      (given, apart, lists, seed) => {
        const pairs = given.filter(([a, b]) => a < b);
        const different = apart.filter(([a, b]) => a !== b);
        const one = component(single(7), pairs, different, lists);
        const chain = openPartitionChain(one, 'joined', seededUniform(seed, 0));
        for (let sweep = 0; sweep < 5; sweep += 1) chain.sweep();
        const exact = exactPartitions(one);
        for (const blocks of [chain.blocks(), exact.draw(seededUniform(seed, 1)), exact.point]) {
          for (const [a, b] of different) expect(blocks[a]).not.toBe(blocks[b]);
          for (let a = 0; a < 7; a += 1)
            for (let b = a + 1; b < 7; b += 1)
              if (lists[a] !== null && lists[a] === lists[b]) expect(blocks[a]).not.toBe(blocks[b]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
