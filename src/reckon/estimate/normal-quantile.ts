/** Quantiles of the standard normal distribution, to 14 digits: Newton's steps on Marsaglia's series (2004). */

const HALF_LOG_TWO_PI = 0.9189385332046727;

/** Chance below `x`; for |x| up to 8. */
function below(x: number): number {
  let sum = x;
  let term = x;
  for (let i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - HALF_LOG_TWO_PI);
}

/**
 * The number that a standard normal draw lies below with this chance.
 *
 * @param chance between 1e-12 and 1 - 1e-12
 * @example
 * normalQuantile(0.975); // 1.959963984540054
 */
export function normalQuantile(chance: number): number {
  if (chance === 0.5) return 0;
  let x = (chance ** 0.135 - (1 - chance) ** 0.135) / 0.1975;
  for (let step = 0; step < 12; step += 1) {
    const moved = (below(x) - chance) / Math.exp(-0.5 * x * x - HALF_LOG_TWO_PI);
    x -= moved;
    if (Math.abs(moved) < 1e-13) break;
  }
  return x;
}
