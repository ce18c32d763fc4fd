/**
 * The posterior of a small component, exactly: sums over all partitions by dynamic programming over subsets of its units (a
 * partition is the block of its lowest unit and a partition of the rest). From the sums come draws without any chain, the
 * chance of every pair of units, and the partition of least expected loss.
 */
import type { Uniform } from '../estimate/seeded-chance.ts';
import { type LinkageComponent, logBlock } from './linkage-blocks.ts';

/** Units up to which all partitions are summed, in 3^10 steps. */
export const MOST_EXACT_UNITS = 10;

export interface ExactPartitions {
  /** One partition drawn from the posterior: the block of each unit, numbered from 0 in the order of their lowest unit. */
  draw(uniform: Uniform): Uint16Array;
  /** Chance that two units are one person, 0 to 1. */
  together(a: number, b: number): number;
  /** The partition of least expected loss. */
  readonly point: Uint16Array;
}

/**
 * Sums over the partitions of a component of {@link MOST_EXACT_UNITS} units at most.
 *
 * @example
 * exactPartitions(component).together(0, 1); // 0.93
 */
export function exactPartitions(component: LinkageComponent): ExactPartitions {
  const size = component.units.length;
  const all = 2 ** size - 1;
  const blocks = Float64Array.from({ length: all + 1 }, (_, mask) =>
    mask === 0 ? Number.NEGATIVE_INFINITY : logBlock(component, unitsIn(mask)),
  );
  const sums = new Float64Array(all + 1);
  for (let mask = 1; mask <= all; mask += 1) {
    let sum = Number.NEGATIVE_INFINITY;
    for (const block of blocksOfLowest(mask))
      sum = logAdd(sum, (blocks[block] ?? 0) + (sums[mask ^ block] ?? 0));
    sums[mask] = sum;
  }
  const pairs = new Float64Array(size * size);
  for (let block = 1; block <= all; block += 1) {
    const chance = Math.exp((blocks[block] ?? 0) + (sums[all ^ block] ?? 0) - (sums[all] ?? 0));
    if (chance === 0) continue;
    const members = unitsIn(block);
    for (const a of members)
      for (const b of members) pairs[a * size + b] = (pairs[a * size + b] ?? 0) + chance;
  }
  const together = (a: number, b: number): number => Math.min(1, pairs[a * size + b] ?? 0);
  return {
    together,
    point: pointOf(size, blocks, together),
    draw: (uniform) => {
      const drawn = new Uint16Array(size);
      for (let rest = all, name = 0; rest > 0; name += 1) {
        const taken = drawBlock(rest, blocks, sums, uniform());
        for (const unit of unitsIn(taken)) drawn[unit] = name;
        rest ^= taken;
      }
      return drawn;
    },
  };
}

/** The block of the lowest unit, drawn by its share of the sum over the partitions of these units. */
function drawBlock(mask: number, blocks: Float64Array, sums: Float64Array, chance: number): number {
  let left = chance;
  let taken = mask & -mask;
  for (const block of blocksOfLowest(mask)) {
    const share = Math.exp((blocks[block] ?? 0) + (sums[mask ^ block] ?? 0) - (sums[mask] ?? 0));
    if (share === 0) continue;
    taken = block;
    left -= share;
    if (left < 0) break;
  }
  return taken;
}

/** The partition whose blocks hold most chance above one half, pair by pair. */
function pointOf(
  size: number,
  blocks: Float64Array,
  together: (a: number, b: number) => number,
): Uint16Array {
  const all = 2 ** size - 1;
  const gains = Float64Array.from({ length: all + 1 }, (_, mask) => {
    if (blocks[mask] === Number.NEGATIVE_INFINITY) return Number.NEGATIVE_INFINITY;
    const members = unitsIn(mask);
    let gain = 0;
    for (const [at, a] of members.entries())
      for (const b of members.slice(at + 1)) gain += together(a, b) - 0.5;
    return gain;
  });
  const best = new Float64Array(all + 1);
  const first = new Int32Array(all + 1);
  for (let mask = 1; mask <= all; mask += 1) {
    best[mask] = Number.NEGATIVE_INFINITY;
    for (const block of blocksOfLowest(mask)) {
      const gain = (gains[block] ?? 0) + (best[mask ^ block] ?? 0);
      if (gain > (best[mask] ?? 0)) {
        best[mask] = gain;
        first[mask] = block;
      }
    }
  }
  const point = new Uint16Array(size);
  for (let rest = all, name = 0; rest > 0; rest ^= first[rest] ?? rest, name += 1)
    for (const unit of unitsIn(first[rest] ?? 0)) point[unit] = name;
  return point;
}

/** The subsets of a set that hold its lowest unit. */
function* blocksOfLowest(mask: number): Generator<number, void> {
  const lowest = mask & -mask;
  const rest = mask ^ lowest;
  for (let sub = rest; ; sub = (sub - 1) & rest) {
    yield sub | lowest;
    if (sub === 0) return;
  }
}

function unitsIn(mask: number): number[] {
  const units: number[] = [];
  for (let unit = 0, left = mask; left > 0; unit += 1, left >>>= 1) if ((left & 1) === 1) units.push(unit);
  return units;
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}
