/**
 * The Bayesian nonparametric latent-class model (Manrique-Vallier 2016): people fall into classes, within a class lists
 * are independent, the number of classes is left open by a Dirichlet process cut at `classes`. One chain of its Gibbs
 * sampler over the cells of the table; one chain alone proves nothing, so several are run from far-apart starts and
 * compared (`chain-diagnostics.ts`). Besides the steps of the paper, neighbouring classes exchange their places on the stick (after
 * Papaspiliopoulos & Roberts 2008 §3.4, with the shares integrated out): the target is the same, and large classes do not
 * stay behind empty ones.
 */
import { type CaptureTable, recorded } from './capture-table.ts';
import { openDraws, type RandomDraws } from './random-draws.ts';
import { seededUniform } from './seeded-chance.ts';

export interface LatentClassOptions {
  /** Classes at most. */
  readonly classes: number;
  /** Shape and rate of the gamma prior of the concentration. */
  readonly shape: number;
  readonly rate: number;
  /** Steps before anything is kept, and steps after. */
  readonly warmUp: number;
  readonly steps: number;
  /** Draws kept of a chain, at equal distances. */
  readonly kept: number;
}

export const LATENT_CLASS_OPTIONS: LatentClassOptions = Object.freeze({
  classes: 10,
  shape: 0.25,
  rate: 0.25,
  warmUp: 5000,
  steps: 20_000,
  kept: 1000,
});

/** Starts are spread from a tenth of the recorded people unseen to ten times as many. */
const LEAST_START = 0.1;
const START_RANGE = 100;

/**
 * Runs one chain.
 *
 * @param chain 0-based; its start and its stream of chance depend on it
 * @param chains how many are run in all, for the spread of starts
 * @returns unseen persons, one number a kept draw
 * @example
 * latentClassChain(kosovo, LATENT_CLASS_OPTIONS, { seed: 1, chain: 0, chains: 8 }).length; // 1000
 */
export function latentClassChain(
  table: CaptureTable,
  options: LatentClassOptions,
  { seed, chain, chains }: { readonly seed: number; readonly chain: number; readonly chains: number },
): Float64Array {
  const draws = openDraws(seededUniform(seed, chain));
  const sampler = startSampler(table, options, draws);
  const place = chains > 1 ? chain / (chains - 1) : 0.5;
  sampler.scatter(Math.round(recorded(table) * LEAST_START * START_RANGE ** place));
  const kept = new Float64Array(options.kept);
  const distance = Math.max(1, Math.floor(options.steps / options.kept));
  for (let step = 0; step < options.warmUp; step += 1) sampler.step();
  for (let draw = 0; draw < options.kept; draw += 1) {
    let unseen = 0;
    for (let step = 0; step < distance; step += 1) unseen = sampler.step();
    kept[draw] = unseen;
  }
  return kept;
}

interface Sampler {
  /** Starts anew: so many unseen, everybody in a class by chance, classes with lists of any reach. */
  scatter(unseen: number): void;
  /** One round over all unknowns; gives the unseen people. */
  step(): number;
}

function startSampler(table: CaptureTable, options: LatentClassOptions, draws: RandomDraws): Sampler {
  const lists = table.lists.length;
  const { classes } = options;
  const histories = table.counts.flatMap((count, history) => (count > 0 ? [history] : []));
  const counts = histories.map((history) => table.counts[history] ?? 0);
  const seen = recorded(table);
  /** Chance that somebody of a class is on a list, and that not; by list and class. */
  const on = new Float64Array(lists * classes);
  const off = new Float64Array(lists * classes);
  const share = new Float64Array(classes);
  const weight = new Float64Array(classes);
  const unseenIn = new Float64Array(classes);
  const peopleIn = new Float64Array(classes);
  const onListIn = new Float64Array(lists * classes);
  const allotted = new Float64Array(classes);
  let unseen = 0;
  let concentration = 1;

  const weigh = (history: number): number => {
    let total = 0;
    for (let k = 0; k < classes; k += 1) {
      let product = share[k] ?? 0;
      for (let list = 0; list < lists; list += 1) {
        const at = list * classes + k;
        product *= (((history >> list) & 1) === 1 ? on[at] : off[at]) ?? 0;
      }
      weight[k] = product;
      total += product;
    }
    return total;
  };
  /** Puts people into classes with the chances of `weight`; the result is in `allotted`. */
  const allot = (people: number, total: number): void => {
    allotted.fill(0);
    let left = people;
    let rest = total;
    for (let k = 0; k < classes && left > 0; k += 1) {
      const here = weight[k] ?? 0;
      const taken = k === classes - 1 || here >= rest ? left : draws.binomial(left, here / rest);
      allotted[k] = taken;
      left -= taken;
      rest -= here;
    }
  };
  const drawClasses = (): void => {
    peopleIn.set(unseenIn);
    onListIn.fill(0);
    for (let cell = 0; cell < histories.length; cell += 1) {
      const history = histories[cell] ?? 0;
      allot(counts[cell] ?? 0, weigh(history));
      for (let k = 0; k < classes; k += 1) {
        const people = allotted[k] ?? 0;
        if (people === 0) continue;
        peopleIn[k] = (peopleIn[k] ?? 0) + people;
        for (let list = 0; list < lists; list += 1)
          if (((history >> list) & 1) === 1)
            onListIn[list * classes + k] = (onListIn[list * classes + k] ?? 0) + people;
      }
    }
  };
  /**
   * Exchanges neighbours with the chance (α + people behind the first) / (α + people behind it afterwards). The last class
   * takes what is left of the stick and stays where it is.
   */
  const exchangeNeighbours = (): void => {
    let behind = seen + unseen - (peopleIn[0] ?? 0);
    for (let k = 0; k < classes - 2; k += 1) {
      const first = peopleIn[k] ?? 0;
      const second = peopleIn[k + 1] ?? 0;
      const after = behind - second + first;
      const odds = (concentration + behind) / (concentration + after);
      if (first !== second && (odds >= 1 || draws.uniform() < odds)) {
        exchange(peopleIn, k, k + 1);
        exchange(unseenIn, k, k + 1);
        for (let list = 0; list < lists; list += 1)
          exchange(onListIn, list * classes + k, list * classes + k + 1);
        behind = after;
      }
      behind -= peopleIn[k + 1] ?? 0;
    }
  };
  const drawReach = (): void => {
    for (let at = 0; at < on.length; at += 1) {
      const listed = onListIn[at] ?? 0;
      const a = draws.gamma(1 + listed);
      const b = draws.gamma(1 + (peopleIn[at % classes] ?? 0) - listed);
      on[at] = a / (a + b);
      off[at] = b / (a + b);
    }
  };
  /** Shares by breaking a stick; gives the logarithm of the last one. */
  const drawShares = (): number => {
    let after = seen + unseen;
    let logRest = 0;
    for (let k = 0; k < classes - 1; k += 1) {
      const here = peopleIn[k] ?? 0;
      after -= here;
      const a = draws.logGamma(1 + here);
      const b = draws.logGamma(concentration + after);
      const larger = Math.max(a, b);
      const logSum = larger + Math.log(Math.exp(a - larger) + Math.exp(b - larger));
      share[k] = Math.exp(logRest + a - logSum);
      logRest += b - logSum;
    }
    share[classes - 1] = Math.exp(logRest);
    return logRest;
  };
  const drawUnseen = (): void => {
    const chance = Math.min(weigh(0), 1 - 1e-12);
    unseen = draws.poisson((draws.gamma(seen) * chance) / (1 - chance));
    allot(unseen, chance);
    unseenIn.set(allotted);
  };
  return {
    scatter(start) {
      unseen = start;
      let left = start;
      for (let k = 0; k < classes; k += 1) {
        share[k] = 1 / classes;
        unseenIn[k] = k === classes - 1 ? left : Math.floor(start / classes);
        left -= unseenIn[k] ?? 0;
      }
      for (let at = 0; at < on.length; at += 1) {
        on[at] = 0.01 + 0.98 * draws.uniform();
        off[at] = 1 - (on[at] ?? 0);
      }
    },
    step() {
      drawClasses();
      exchangeNeighbours();
      drawReach();
      const logLast = drawShares();
      drawUnseen();
      concentration = draws.gamma(options.shape - 1 + classes) / (options.rate - logLast);
      return unseen;
    },
  };
}

function exchange(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}
