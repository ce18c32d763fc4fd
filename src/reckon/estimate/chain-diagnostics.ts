/**
 * Whether chains of a sampler tell the same: rank-normalised split R-hat and effective sample size (Vehtari, Gelman,
 * Simpson, Carpenter & Bürkner 2021). R-hat is the larger of that of the draws and that of their distances from the median;
 * the effective sample size is that of the bulk, its autocorrelations summed by Geyer's initial monotone sequence.
 */
import { normalQuantile } from './normal-quantile.ts';

export interface ChainDiagnostics {
  /** 1: the chains cannot be told apart. Null: they do not move, or are too short. */
  readonly rHat: number | null;
  /** Independent draws that would say as much. */
  readonly effective: number;
}

type Chains = readonly Float64Array[];

/**
 * Compares chains of equal length.
 *
 * @param chains 2 or more, each of 8 draws or more
 * @example
 * diagnose(chains).rHat; // 1.004
 */
export function diagnose(chains: Chains): ChainDiagnostics {
  const halves = chains.flatMap((chain) => {
    const middle = Math.floor(chain.length / 2);
    return [chain.subarray(0, middle), chain.subarray(chain.length - middle)];
  });
  const normal = rankNormal(halves);
  const middle = medianOf(chains);
  const folded = rankNormal(halves.map((half) => half.map((draw) => Math.abs(draw - middle))));
  const bulk = rHatOf(normal);
  const tails = rHatOf(folded);
  const rHat = bulk === null || tails === null ? null : Math.max(bulk, tails);
  return { rHat, effective: bulk === null ? 0 : effectiveOf(normal) };
}

function medianOf(chains: Chains): number {
  const all = Float64Array.from(chains.flatMap((chain) => [...chain])).sort();
  const at = all.length / 2;
  return ((all[Math.floor(at)] ?? 0) + (all[Math.ceil(at) - 1] ?? 0)) / 2;
}

/** Draws replaced by normal quantiles of their ranks; equal draws share the mean of theirs. */
function rankNormal(chains: Chains): Chains {
  const all = chains.flatMap((chain, which) => Array.from(chain, (draw, at) => ({ draw, which, at })));
  all.sort((a, b) => a.draw - b.draw);
  const made = chains.map((chain) => new Float64Array(chain.length));
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to + 1 < all.length && all[to + 1]?.draw === all[from]?.draw) to += 1;
    const rank = (from + to) / 2 + 1;
    const score = normalQuantile((rank - 0.375) / (all.length + 0.25));
    for (let i = from; i <= to; i += 1) {
      const { which, at } = all[i] ?? { which: 0, at: 0 };
      const chain = made[which];
      if (chain !== undefined) chain[at] = score;
    }
    from = to + 1;
  }
  return made;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
}

/** Variance within chains, and that of all draws as far as it can be told. */
function variances(chains: Chains): { readonly within: number; readonly whole: number } {
  const length = chains[0]?.length ?? 0;
  const within = meanOf(Float64Array.from(chains, varianceOf));
  const between = varianceOf(Float64Array.from(chains, meanOf));
  return { within, whole: ((length - 1) / length) * within + between };
}

function rHatOf(chains: Chains): number | null {
  if ((chains[0]?.length ?? 0) < 4) return null;
  const { within, whole } = variances(chains);
  return within > 0 ? Math.sqrt(whole / within) : null;
}

function effectiveOf(chains: Chains): number {
  const length = chains[0]?.length ?? 0;
  const draws = length * chains.length;
  const { within, whole } = variances(chains);
  const centred = chains.map((chain) => {
    const mean = meanOf(chain);
    return chain.map((draw) => draw - mean);
  });
  const correlation = (lag: number): number => {
    const covariance = meanOf(Float64Array.from(centred, (chain) => covarianceAt(chain, lag)));
    return 1 - ((within * (length - 1)) / length - covariance) / whole;
  };
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const even = lag === 0 ? 1 : correlation(lag);
    const pair = even + correlation(lag + 1);
    if (pair < 0) break;
    last = Math.min(last, pair);
    sum += last;
  }
  const time = Math.max(2 * sum - 1, 1 / Math.log10(draws));
  return Math.min(draws / time, draws * Math.log10(draws));
}

function covarianceAt(chain: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = 0; i + lag < chain.length; i += 1) sum += (chain[i] ?? 0) * (chain[i + lag] ?? 0);
  return sum / chain.length;
}
