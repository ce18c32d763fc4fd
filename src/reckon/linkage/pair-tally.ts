/** How often units came to stand in one block, over the draws of chains; and the draw of least expected loss. */

export interface PairTally {
  add(blocks: Uint16Array): void;
  /** Share of the draws in which two units stood in one block, 0 to 1. */
  share(a: number, b: number): number;
  /**
   * The partition with the least expected loss of these, a wrong join and a wrong parting costing the same (Binder 1978;
   * Dahl 2006).
   */
  least(partitions: readonly Uint16Array[]): Uint16Array;
}

/**
 * An empty tally.
 *
 * @param units how many there are
 * @example
 * const tally = pairTally(3);
 * tally.add(Uint16Array.of(0, 0, 1));
 * tally.share(0, 1); // 1
 */
export function pairTally(units: number): PairTally {
  const counts = new Map<number, number>();
  let draws = 0;
  const share = (a: number, b: number): number =>
    a === b ? 1 : (counts.get(Math.min(a, b) * units + Math.max(a, b)) ?? 0) / Math.max(draws, 1);
  return {
    share,
    add: (blocks) => {
      draws += 1;
      for (const members of membersOf(blocks))
        eachPair(members, (a, b) => counts.set(a * units + b, (counts.get(a * units + b) ?? 0) + 1));
    },
    least: (partitions) => {
      let best = partitions[0] ?? new Uint16Array(units);
      let most = Number.NEGATIVE_INFINITY;
      for (const blocks of partitions) {
        let gain = 0;
        for (const members of membersOf(blocks))
          eachPair(members, (a, b) => {
            gain += share(a, b) - 0.5;
          });
        if (gain > most) [best, most] = [blocks, gain];
      }
      return best;
    },
  };
}

/**
 * Pairs of units in one block.
 *
 * @example
 * pairsTogether(Uint16Array.of(4, 4, 4, 1)); // 3
 */
export function pairsTogether(blocks: Uint16Array): number {
  return membersOf(blocks).reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
}

/** Blocks of two units or more, members in ascending order. */
function membersOf(blocks: Uint16Array): readonly (readonly number[])[] {
  const byBlock = new Map<number, number[]>();
  for (const [unit, block] of blocks.entries()) {
    const had = byBlock.get(block);
    if (had === undefined) byBlock.set(block, [unit]);
    else had.push(unit);
  }
  return [...byBlock.values()].filter(({ length }) => length > 1);
}

function eachPair(members: readonly number[], take: (a: number, b: number) => void): void {
  for (const [at, a] of members.entries())
    for (let beside = at + 1; beside < members.length; beside += 1) take(a, members[beside] ?? a);
}
