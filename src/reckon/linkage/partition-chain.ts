/**
 * A Markov chain over the partitions of a component too large to sum: Gibbs moves of one unit, and moves that split a person
 * in two or make one of two (sequential allocation, Dahl 2003, after Jain & Neal 2004), so that pairs of close records change
 * sides together; and moves that deal the records of two persons out anew. All leave the posterior of `linkage-blocks.ts` as it is; blocks that cannot be one person are never
 * entered.
 */
import type { Uniform } from '../estimate/seeded-chance.ts';
import {
  blockPrior,
  evidenceBetween,
  hangsTogether,
  type LinkageComponent,
  logBlock,
} from './linkage-blocks.ts';

export interface PartitionChain {
  /** One Gibbs move for each unit and as many moves of the other kind. */
  sweep(): void;
  /** Persons now. */
  readonly persons: () => number;
  /** The block of each unit now; names are arbitrary. */
  readonly blocks: () => Uint16Array;
}

/**
 * Where a chain begins: every unit apart, or all joined that single pairs above even odds may join. Chains from both ends that agree have
 * left their start behind.
 */
export type ChainStart = 'apart' | 'joined';

/**
 * Opens a chain.
 *
 * @param component two units or more, 65,535 at most
 * @example
 * const chain = openPartitionChain(component, 'apart', seededUniform(1, 0));
 * chain.sweep();
 */
export function openPartitionChain(
  component: LinkageComponent,
  start: ChainStart,
  uniform: Uniform,
): PartitionChain {
  const partition = openPartition(component);
  const ties = component.near.flatMap((row, a) => row.filter((b) => a < b).map((b) => [a, b] as const));
  if (start === 'joined') joinAll(component, partition, ties);
  return {
    sweep: () => {
      for (let unit = 0; unit < component.units.length; unit += 1)
        gibbsMove(component, partition, unit, uniform);
      for (let move = 0; move < Math.min(ties.length, component.units.length); move += 1) {
        const tie = ties[Math.floor(uniform() * ties.length)];
        if (tie !== undefined) splitOrMerge(component, partition, tie, uniform);
        const other = ties[Math.floor(uniform() * ties.length)];
        if (other !== undefined) dealAnew(component, partition, other, uniform);
      }
    },
    persons: partition.persons,
    blocks: () => Uint16Array.from(partition.blockOf),
  };
}

/** Units in blocks; empty blocks wait for use. */
interface Partition {
  readonly blockOf: Int32Array;
  /** Members of a block, in no order. */
  members(block: number): readonly number[];
  /** Records in a block. */
  records(block: number): number;
  move(unit: number, block: number): void;
  emptyBlock(): number;
  persons(): number;
}

function openPartition({ units }: LinkageComponent): Partition {
  const blockOf = Int32Array.from(units, (_, unit) => unit);
  const blocks: number[][] = units.map((_, unit) => [unit]);
  const records = Int32Array.from(units, ({ length }) => length);
  const empty: number[] = [];
  return {
    blockOf,
    members: (block) => blocks[block] ?? [],
    records: (block) => records[block] ?? 0,
    emptyBlock: () => empty.at(-1) ?? 0,
    persons: () => units.length - empty.length,
    move: (unit, block) => {
      const from = blockOf[unit] ?? 0;
      if (from === block) return;
      const size = units[unit]?.length ?? 0;
      const old = blocks[from] ?? [];
      old[old.indexOf(unit)] = old.at(-1) ?? unit;
      old.pop();
      records[from] = (records[from] ?? 0) - size;
      if ((blocks[block] ?? []).length === 0) empty.splice(empty.indexOf(block), 1);
      blocks[block]?.push(unit);
      records[block] = (records[block] ?? 0) + size;
      blockOf[unit] = block;
      if (old.length === 0) empty.push(from);
    },
  };
}

/** What a unit adds to the logarithm of a block that it joins; minus infinity where it must not. */
function joining(component: LinkageComponent, unit: number, members: readonly number[]): number {
  let sum = 0;
  let records = 0;
  for (const other of members) {
    if (component.apart(unit, other)) return Number.NEGATIVE_INFINITY;
    sum += evidenceBetween(component, unit, other);
    records += component.units[other]?.length ?? 0;
  }
  const size = component.units[unit]?.length ?? 0;
  return sum + blockPrior(records + size, component.rules) - blockPrior(records, component.rules);
}

/** Draws the block of one unit given all others, among those that it is tied to and one of its own. */
function gibbsMove(component: LinkageComponent, partition: Partition, unit: number, uniform: Uniform): void {
  const own = partition.blockOf[unit] ?? 0;
  const rest = partition.members(own).filter((other) => other !== unit);
  if (!hangsTogether(component, rest)) return;
  const near = new Set((component.near[unit] ?? []).map((other) => partition.blockOf[other] ?? 0));
  const alone = rest.length === 0 ? own : -1;
  const choices = [alone];
  const logs = [blockPrior(component.units[unit]?.length ?? 0, component.rules)];
  for (const block of near) {
    const members = block === own ? rest : partition.members(block);
    if (members.length === 0) continue;
    choices.push(block);
    logs.push(joining(component, unit, members));
  }
  const chosen = choices[drawLog(logs, uniform)] ?? own;
  partition.move(unit, chosen === -1 ? partition.emptyBlock() : chosen);
}

/** Proposes two persons for one, or one for two, where a possible pair ties them; takes it by the odds of Metropolis and Hastings. */
function splitOrMerge(
  component: LinkageComponent,
  partition: Partition,
  [a, b]: readonly [number, number],
  uniform: Uniform,
): void {
  const one = partition.blockOf[a] ?? 0;
  const other = partition.blockOf[b] ?? 0;
  const members =
    one === other ? partition.members(one) : [...partition.members(one), ...partition.members(other)];
  const order = shuffledWithout(members, [a, b], uniform);
  if (one === other) {
    const { sides, log } = allocate(component, { anchors: [a, b], order }, (logs) => drawLog(logs, uniform));
    if (!sides.every((side) => hangsTogether(component, side))) return;
    if (!accepted(log + logMerged(component, sides), uniform)) return;
    const fresh = partition.emptyBlock();
    for (const unit of sides[1]) partition.move(unit, fresh);
  } else {
    const sides = [partition.members(one), partition.members(other)] as const;
    const gain = logMerged(component, sides);
    if (gain === Number.NEGATIVE_INFINITY) return;
    const { log } = allocate(component, { anchors: [a, b], order }, (_, unit) =>
      partition.blockOf[unit] === one ? 0 : 1,
    );
    if (accepted(-(log + gain), uniform)) for (const unit of [...sides[1]]) partition.move(unit, one);
  }
}

/**
 * Deals the records of two persons whom a possible pair ties out to the two again, so that several change sides at once without
 * the two becoming one on the way. The records of the pair stay apart, before and after: the way back is chosen as often.
 */
function dealAnew(
  component: LinkageComponent,
  partition: Partition,
  [a, b]: readonly [number, number],
  uniform: Uniform,
): void {
  const one = partition.blockOf[a] ?? 0;
  const other = partition.blockOf[b] ?? 0;
  if (one === other) return;
  const before = [[...partition.members(one)], [...partition.members(other)]] as const;
  const order = shuffledWithout(before.flat(), [a, b], uniform);
  if (order.length === 0) return;
  const to = allocate(component, { anchors: [a, b], order }, (logs) => drawLog(logs, uniform));
  const back = allocate(component, { anchors: [a, b], order }, (_, unit) =>
    before[0].includes(unit) ? 0 : 1,
  );
  const likelier = logOf(component, to.sides) - logOf(component, before);
  if (!accepted(to.log - back.log - likelier, uniform)) return;
  for (const unit of to.sides[0]) partition.move(unit, one);
  for (const unit of to.sides[1]) partition.move(unit, other);
}

/** Records in a chance order, without the pair that they are dealt out to. */
function shuffledWithout(
  units: readonly number[],
  [a, b]: readonly [number, number],
  uniform: Uniform,
): readonly number[] {
  return shuffled(
    units.filter((unit) => unit !== a && unit !== b),
    uniform,
  );
}

function logOf(component: LinkageComponent, blocks: readonly (readonly number[])[]): number {
  return blocks.reduce((sum, members) => sum + logBlock(component, members), 0);
}

/** Whether a move is taken whose odds, taken backwards, have this logarithm. */
function accepted(backward: number, uniform: Uniform): boolean {
  return Math.log(Math.max(uniform(), Number.MIN_VALUE)) < -backward;
}

interface Allocation {
  readonly sides: readonly [number[], number[]];
  /** log of the chance that the units in this order are dealt out so. */
  readonly log: number;
}

/** Deals units out to two anchors, one after the other, each by what it adds to either side. */
function allocate(
  component: LinkageComponent,
  { anchors, order }: { readonly anchors: readonly [number, number]; readonly order: readonly number[] },
  choose: (logs: readonly number[], unit: number) => number,
): Allocation {
  const sides: [number[], number[]] = [[anchors[0]], [anchors[1]]];
  let log = 0;
  for (const unit of order) {
    const logs = sides.map((side) => joining(component, unit, side));
    const side = choose(logs, unit);
    log -= Math.log1p(Math.exp((logs[1 - side] ?? 0) - (logs[side] ?? 0)));
    sides[side === 0 ? 0 : 1].push(unit);
  }
  return { sides, log };
}

/** log of how much likelier two blocks are as one; minus infinity where they must stay apart. */
function logMerged(
  component: LinkageComponent,
  [one, other]: readonly [readonly number[], readonly number[]],
): number {
  const { units, rules } = component;
  const recordsIn = (side: readonly number[]): number =>
    side.reduce((sum, unit) => sum + (units[unit]?.length ?? 0), 0);
  let evidence = 0;
  for (const a of one)
    for (const b of other) {
      if (component.apart(a, b)) return Number.NEGATIVE_INFINITY;
      evidence += evidenceBetween(component, a, b);
    }
  const [left, right] = [recordsIn(one), recordsIn(other)];
  return evidence + blockPrior(left + right, rules) - blockPrior(left, rules) - blockPrior(right, rules);
}

/** Joins blocks along ties whose evidence alone outweighs the prior, the strongest first. */
function joinAll(
  component: LinkageComponent,
  partition: Partition,
  ties: readonly (readonly [number, number])[],
): void {
  const strong = ties
    .map(([a, b]) => ({ a, b, log: evidenceBetween(component, a, b) - component.rules.logTheta }))
    .filter(({ log }) => log > 0)
    .sort((x, y) => y.log - x.log);
  for (const { a, b } of strong) {
    const one = partition.blockOf[a] ?? 0;
    const other = partition.blockOf[b] ?? 0;
    if (one === other) continue;
    const sides = [partition.members(one), partition.members(other)] as const;
    if (logMerged(component, sides) > Number.NEGATIVE_INFINITY)
      for (const unit of [...sides[1]]) partition.move(unit, one);
  }
}

function drawLog(logs: readonly number[], uniform: Uniform): number {
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  let left = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [at, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return at;
  }
  return logs.indexOf(most);
}

function shuffled(units: number[], uniform: Uniform): readonly number[] {
  for (let at = units.length - 1; at > 0; at -= 1) {
    const other = Math.floor(uniform() * (at + 1));
    [units[at], units[other]] = [units[other] ?? 0, units[at] ?? 0];
  }
  return units;
}
