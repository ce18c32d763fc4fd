/**
 * How far one answer is expected to move the number of people. With p the chance that two units are one person and Δ how much
 * the mean number of persons differs between the draws where they are and those where they are not, either answer moves the
 * mean, on average by 2 p (1 − p) |Δ|. A pair that is nearly certain moves little however large Δ is; one at even odds that
 * settles others with it moves most.
 */

/** A partition that was drawn. */
export interface KeptPartition {
  readonly blocks: Uint16Array;
  readonly persons: number;
}

/**
 * The expected move, in persons.
 *
 * @param p 0 to 1
 * @param kept partitions drawn: the block of each unit, and how many persons
 * @example
 * expectedChange([0, 1], 0.5, [{ blocks: Uint16Array.of(0, 0), persons: 1 }, { blocks: Uint16Array.of(0, 1), persons: 2 }]); // 0.5
 */
export function expectedChange(
  [a, b]: readonly [number, number],
  p: number,
  kept: readonly KeptPartition[],
): number {
  if (p <= 0 || p >= 1) return 0;
  let together = 0;
  let personsTogether = 0;
  let persons = 0;
  for (const { blocks, persons: many } of kept) {
    persons += many;
    if (blocks[a] !== blocks[b]) continue;
    together += 1;
    personsTogether += many;
  }
  const apart = kept.length - together;
  // Where the draws show one side only, joining two units makes one person less.
  const moved =
    together === 0 || apart === 0 ? 1 : (persons - personsTogether) / apart - personsTogether / together;
  return 2 * p * (1 - p) * Math.abs(moved);
}
