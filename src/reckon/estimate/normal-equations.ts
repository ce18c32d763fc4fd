/** Symmetric positive systems by Cholesky's factor, in working space that is used again. */

export interface Cholesky {
  /** The right-hand side; after `solve` the solution. */
  readonly right: Float64Array;
  /** Sets an entry of the lower triangle: `column` not above `row`. */
  set(row: number, column: number, value: number): void;
  /** Solves the leading system; false when it is singular to working precision. */
  solve(size: number): boolean;
  /** First diagonal entry of the inverse, from the factor of the last `solve`. */
  firstVariance(size: number): number;
}

/** A pivot below so small a share of its diagonal entry is rounding. */
const SINGULAR = 1e-13;

/**
 * Opens working space.
 *
 * @param most unknowns of the largest system
 * @example
 * const system = openCholesky(16);
 */
export function openCholesky(most: number): Cholesky {
  const matrix = new Float64Array(most * most);
  const right = new Float64Array(most);
  const column = new Float64Array(most);
  return {
    right,
    set(row, at, value) {
      matrix[row * most + at] = value;
    },
    solve(size) {
      for (let a = 0; a < size; a += 1) {
        for (let b = 0; b <= a; b += 1) {
          const start = matrix[a * most + b] ?? 0;
          let sum = start;
          for (let c = 0; c < b; c += 1) sum -= (matrix[a * most + c] ?? 0) * (matrix[b * most + c] ?? 0);
          if (a !== b) {
            matrix[a * most + b] = sum / (matrix[b * most + b] ?? 1);
          } else {
            if (!(sum > SINGULAR * start)) return false;
            matrix[a * most + a] = Math.sqrt(sum);
          }
        }
      }
      for (let a = 0; a < size; a += 1) {
        let sum = right[a] ?? 0;
        for (let c = 0; c < a; c += 1) sum -= (matrix[a * most + c] ?? 0) * (right[c] ?? 0);
        right[a] = sum / (matrix[a * most + a] ?? 1);
      }
      for (let a = size - 1; a >= 0; a -= 1) {
        let sum = right[a] ?? 0;
        for (let c = a + 1; c < size; c += 1) sum -= (matrix[c * most + a] ?? 0) * (right[c] ?? 0);
        right[a] = sum / (matrix[a * most + a] ?? 1);
      }
      return true;
    },
    firstVariance(size) {
      let variance = 0;
      for (let a = 0; a < size; a += 1) {
        let sum = a === 0 ? 1 : 0;
        for (let c = 0; c < a; c += 1) sum -= (matrix[a * most + c] ?? 0) * (column[c] ?? 0);
        column[a] = sum / (matrix[a * most + a] ?? 1);
        variance += (column[a] ?? 0) ** 2;
      }
      return variance;
    },
  };
}
