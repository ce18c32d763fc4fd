/** The kernel in plain TypeScript: the same sums in the same order as training/attribution/kernel/kernel.ts, bit for bit. */
import type { Kernel, Projection, Recurrence } from './kernel.ts';

const f = Math.fround;

/** Sum over four lanes, as the other kernel adds them. */
function dot(memory: Float32Array, x: number, w: number, columns: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0; j < columns; j += 4) {
    a = f(a + f((memory[w + j] as number) * (memory[x + j] as number)));
    b = f(b + f((memory[w + j + 1] as number) * (memory[x + j + 1] as number)));
    c = f(c + f((memory[w + j + 2] as number) * (memory[x + j + 2] as number)));
    d = f(d + f((memory[w + j + 3] as number) * (memory[x + j + 3] as number)));
  }
  return f(f(a + b) + f(c + d));
}

const NUMERATOR = [
  -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8,
  1.48572235717979e-5, 6.37261928875436e-4, 4.89352455891786e-3,
].map(f);
const DENOMINATOR = [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3].map(f);
const MOST = f(7.905311107635498);

/** Hyperbolic tangent by a quotient of polynomials (Eigen's ptanh), within 1e-6. */
function tanh(value: number): number {
  const x = Math.max(-MOST, Math.min(MOST, value));
  const s = f(x * x);
  let p = NUMERATOR[0] as number;
  for (let k = 1; k < NUMERATOR.length; k += 1) p = f(f(s * p) + (NUMERATOR[k] as number));
  let q = DENOMINATOR[0] as number;
  for (let k = 1; k < DENOMINATOR.length; k += 1) q = f(f(s * q) + (DENOMINATOR[k] as number));
  return f(f(x * p) / q);
}

function sigmoid(x: number): number {
  return f(f(tanh(f(x * 0.5)) * 0.5) + 0.5);
}

function project(m: Float32Array, job: Projection): void {
  for (let t = 0; t < job.steps; t += 1) {
    const x = job.x + t * job.columns;
    for (let r = 0; r < job.rows; r += 1)
      m[job.out + t * job.rows + r] = f(
        dot(m, x, job.w + r * job.columns, job.columns) + (m[job.bias + r] as number),
      );
  }
}

function recur(m: Float32Array, job: Recurrence): void {
  const { width, scratch } = job;
  const hidden = scratch + 3 * width;
  m.fill(0, hidden, hidden + width);
  for (let k = 0; k < job.steps; k += 1) {
    const t = job.back ? job.steps - 1 - k : k;
    const g = job.gates + t * job.gateStride;
    const out = job.out + t * job.stride;
    for (let r = 0; r < 3 * width; r += 1)
      m[scratch + r] = f(dot(m, hidden, job.w + r * width, width) + (m[job.bias + r] as number));
    for (let j = 0; j < width; j += 1) {
      const reset = sigmoid(f((m[g + j] as number) + (m[scratch + j] as number)));
      const update = sigmoid(f((m[g + width + j] as number) + (m[scratch + width + j] as number)));
      const fresh = tanh(
        f((m[g + 2 * width + j] as number) + f(reset * (m[scratch + 2 * width + j] as number))),
      );
      const next = f(fresh + f(update * f((m[hidden + j] as number) - fresh)));
      m[hidden + j] = next;
      m[out + j] = next;
    }
  }
}

/**
 * Opens the kernel over a block of so many floats.
 *
 * @example
 * openPlainKernel(1024).memory.length; // 1024
 */
export function openPlainKernel(floats: number): Kernel {
  const memory = new Float32Array(floats);
  return {
    memory,
    project: (job) => project(memory, job),
    recur: (job) => recur(memory, job),
    add: (out, row, width) => {
      for (let j = 0; j < width; j += 1)
        memory[out + j] = f((memory[out + j] as number) + (memory[row + j] as number));
    },
  };
}
