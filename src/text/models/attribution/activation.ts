/**
 * Hyperbolic tangent and sigmoid as x P(x²) / Q(x²), P of the third degree and Q of the third with leading 1. The coefficients are
 * a minimax fit between -7 and 7 (iteratively reweighted least squares), in 32-bit floats within 1.2e-6; beyond, the value at 7
 * stands. sigmoid(x) = 1/2 + tanh(x/2)/2, and dividing by powers of two changes no bit.
 */
const f = Math.fround;

const MOST = 7;
const NUMERATOR = [3.93000755e-6, 0.00227698823, 0.123021826, 0.999995708];
const DENOMINATOR = [0.000142350749, 0.0210721772, 0.456340313, 1];

/** Least and greatest x, coefficients of P from the highest, of Q from the second highest. */
const TANH = [-MOST, MOST, ...NUMERATOR, ...DENOMINATOR.slice(1)].map((value, k) =>
  f(k < 2 ? value : value / (DENOMINATOR[0] as number)),
);
/** Of tanh(x/2)/2. */
const HALF_TANH = TANH.map((value, k) =>
  k < 2 ? value * 2 : k < 6 ? (value * 4 ** (k - 2)) / 4 : value * 4 ** (k - 5),
);
const HALF = 0.5;

/** Floats at the start of a kernel's memory that are its own. */
export const KERNEL_ROOM = 80;

/**
 * Writes the constants where the WebAssembly kernel looks for them: four copies of each, from the start of memory.
 *
 * @example
 * placeActivation(new Float32Array(KERNEL_ROOM));
 */
export function placeActivation(memory: Float32Array): void {
  for (const [k, value] of [...TANH, ...HALF_TANH, HALF].entries()) memory.fill(value, k * 4, k * 4 + 4);
}

/** The quotient in 32-bit floats, in the other kernel's order. */
function quotient(value: number, constants: readonly number[]): number {
  const [least, most, p3, p2, p1, p0, q2, q1, q0] = constants as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const below = value < most ? value : most;
  const x = least < below ? below : least;
  const s = f(x * x);
  const p = f(f(s * f(f(s * f(f(s * p3) + p2)) + p1)) + p0);
  const q = f(f(s * f(f(s * f(s + q2)) + q1)) + q0);
  return f(f(x * p) / q);
}

/** Hyperbolic tangent. @example tanh(0); // 0 */
export function tanh(x: number): number {
  return quotient(x, TANH);
}

/** 1 / (1 + e^-x). @example sigmoid(0); // 0.5 */
export function sigmoid(x: number): number {
  return f(quotient(x, HALF_TANH) + HALF);
}
