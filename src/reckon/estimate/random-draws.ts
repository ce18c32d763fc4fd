/**
 * Draws from the distributions that the sampler needs, out of a handed-in uniform source. Gamma: Marsaglia & Tsang
 * 2000. Poisson and binomial: transformed rejection (Hörmann 1993), by inversion where they are small. Normal: polar
 * method (Marsaglia & Bray 1964).
 */
import { logGamma } from './log-gamma.ts';
import type { Uniform } from './seeded-chance.ts';

/** Draws that share one uniform source. */
export interface RandomDraws {
  readonly uniform: Uniform;
  /** Mean 0, variance 1. */
  normal(): number;
  /** Scale 1. @param shape above 0 */
  gamma(shape: number): number;
  /** Logarithm of a gamma draw: does not underflow for tiny shapes. */
  logGamma(shape: number): number;
  poisson(mean: number): number;
  binomial(trials: number, chance: number): number;
}

/** A uniform draw of 0 would have no logarithm. */
const LEAST = 1e-12;
/** Below these means draws are made by inversion. */
const SMALL_POISSON = 30;
const SMALL_BINOMIAL = 10;

/**
 * Opens the draws.
 *
 * @example
 * const draws = openDraws(seededUniform(7, 0));
 * draws.binomial(40, 0.25);
 */
export function openDraws(uniform: Uniform): RandomDraws {
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
  const gammaFromOne = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = uniform();
      if (u < 1 - 0.0331 * x * x * x * x) return d * v;
      if (Math.log(Math.max(u, LEAST)) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
    }
  };
  const logGammaDraw = (shape: number): number =>
    shape >= 1
      ? Math.log(gammaFromOne(shape))
      : Math.log(gammaFromOne(shape + 1)) + Math.log(Math.max(uniform(), LEAST)) / shape;
  return {
    uniform,
    normal,
    gamma: (shape) => (shape >= 1 ? gammaFromOne(shape) : Math.exp(logGammaDraw(shape))),
    logGamma: logGammaDraw,
    poisson: (mean) => (mean < SMALL_POISSON ? smallPoisson(uniform, mean) : largePoisson(uniform, mean)),
    binomial: (trials, chance) => binomialDraw(uniform, trials, chance),
  };
}

function smallPoisson(uniform: Uniform, mean: number): number {
  const limit = Math.exp(-mean);
  let product = uniform();
  let many = 0;
  while (product > limit) {
    product *= uniform();
    many += 1;
  }
  return many;
}

/** Algorithm PTRS. */
function largePoisson(uniform: Uniform, mean: number): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const accepted = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = Math.max(uniform(), LEAST);
    const edge = 0.5 - Math.abs(u);
    const many = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= accepted) return many;
    if (many < 0 || (edge < 0.013 && v > edge)) continue;
    if (Math.log((v * inverse) / (a / (edge * edge) + b)) <= many * logMean - mean - logGamma(many + 1))
      return many;
  }
}

function binomialDraw(uniform: Uniform, trials: number, chance: number): number {
  if (trials === 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  if (chance > 0.5) return trials - binomialDraw(uniform, trials, 1 - chance);
  if (trials === 1) return uniform() < chance ? 1 : 0;
  return trials * chance < SMALL_BINOMIAL
    ? binomialBySkips(uniform, trials, chance)
    : largeBinomial(uniform, trials, chance);
}

/** Waiting times between successes are geometric. */
function binomialBySkips(uniform: Uniform, trials: number, chance: number): number {
  const logFailure = Math.log1p(-chance);
  let many = 0;
  let place = 0;
  for (;;) {
    place += Math.floor(Math.log(Math.max(uniform(), LEAST)) / logFailure) + 1;
    if (place > trials) return many;
    many += 1;
  }
}

/** Algorithm BTRS. */
function largeBinomial(uniform: Uniform, trials: number, chance: number): number {
  const spread = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = trials * chance + 0.5;
  const accepted = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(chance / (1 - chance));
  const mode = Math.floor((trials + 1) * chance);
  const height = logGamma(mode + 1) + logGamma(trials - mode + 1);
  for (;;) {
    const u = uniform() - 0.5;
    const v = Math.max(uniform(), LEAST);
    const edge = 0.5 - Math.abs(u);
    const many = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= accepted) return many;
    if (many < 0 || many > trials) continue;
    const bound = height - logGamma(many + 1) - logGamma(trials - many + 1) + (many - mode) * logOdds;
    if (Math.log((v * alpha) / (a / (edge * edge) + b)) <= bound) return many;
  }
}
