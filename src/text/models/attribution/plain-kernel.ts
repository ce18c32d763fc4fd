/** The kernel in plain TypeScript: the same sums in the same order as training/attribution/kernel/kernel.ts, bit for bit. */
import { placeActivation, sigmoid, tanh } from './activation.ts';
import type { Gathering, Kernel, Projection, Recurrence, Rounding } from './kernel.ts';
import { groupsOf } from './whole-rows.ts';

const f = Math.fround;

/** The kernel's memory in its three readings. */
interface Memory {
  readonly floats: Float32Array;
  readonly wholes: Int16Array;
  readonly places: Int32Array;
}

/** Where the first of four rows of a group begins, how many rows are in the group, where the inputs begin: indexes of whole numbers. */
interface Group {
  readonly at: number;
  readonly together: number;
  readonly x: number;
  readonly columns: number;
}

/** Sums of the products of four rows of a group with the inputs: whole numbers below 2^31. */
function dot4(wholes: Int16Array, group: Group, sums: Int32Array): void {
  const { x, columns } = group;
  const next = group.together * 2;
  let w = group.at;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let j = x; j < x + columns; j += 2) {
    const u = wholes[j] as number;
    const v = wholes[j + 1] as number;
    a = (a + Math.imul(wholes[w] as number, u) + Math.imul(wholes[w + 1] as number, v)) | 0;
    b = (b + Math.imul(wholes[w + 2] as number, u) + Math.imul(wholes[w + 3] as number, v)) | 0;
    c = (c + Math.imul(wholes[w + 4] as number, u) + Math.imul(wholes[w + 5] as number, v)) | 0;
    d = (d + Math.imul(wholes[w + 6] as number, u) + Math.imul(wholes[w + 7] as number, v)) | 0;
    w += next;
  }
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
}

/** One step's products; `x`: index of whole numbers. */
function multiply(
  memory: Memory,
  job: Omit<Projection, 'steps'>,
  { x, out }: { readonly x: number; readonly out: number },
): void {
  const { floats, wholes } = memory;
  const { rows, columns, scale, bias } = job;
  const unit = f(job.unit);
  const sums = new Int32Array(4);
  for (const { first, together } of groupsOf(rows)) {
    for (let k = 0; k < together; k += 4) {
      dot4(wholes, { at: job.w * 2 + first * columns + k * 2, together, x, columns }, sums);
      for (let i = 0; i < 4; i += 1) {
        const r = first + k + i;
        const scaled = f(f(sums[i] as number) * (floats[scale + r] as number));
        floats[out + r] = f(f(scaled * unit) + (floats[bias + r] as number));
      }
    }
  }
}

function project(memory: Memory, job: Projection): void {
  for (let t = 0; t < job.steps; t += 1)
    multiply(memory, job, { x: job.x * 2 + t * job.columns, out: job.out + t * job.rows });
}

/** Nearest whole number, ties to even, by the same addition as the other kernel's. */
function nearest(value: number): number {
  return f(f(value + 12_582_912) - 12_582_912);
}

function recur(memory: Memory, job: Recurrence): void {
  const { floats: m, wholes } = memory;
  const { width, scratch } = job;
  const hidden = scratch + 3 * width;
  const whole = (hidden + width) * 2;
  const product = { ...job, x: 0, rows: 3 * width, columns: width, unit: 1 / 16_384 };
  m.fill(0, hidden, hidden + width);
  wholes.fill(0, whole, whole + width);
  for (let k = 0; k < job.steps; k += 1) {
    const t = job.back ? job.steps - 1 - k : k;
    const g = job.gates + t * job.gateStride;
    const out = job.out + t * job.stride;
    multiply(memory, product, { x: whole, out: scratch });
    for (let j = 0; j < width; j += 1) {
      const reset = sigmoid(f((m[g + j] as number) + (m[scratch + j] as number)));
      const update = sigmoid(f((m[g + width + j] as number) + (m[scratch + width + j] as number)));
      const fresh = tanh(
        f((m[g + 2 * width + j] as number) + f(reset * (m[scratch + 2 * width + j] as number))),
      );
      const next = f(fresh + f(update * f((m[hidden + j] as number) - fresh)));
      m[hidden + j] = next;
      m[out + j] = next;
      wholes[whole + j] = nearest(f(next * 16_384));
    }
  }
}

function round({ floats, wholes }: Memory, job: Rounding): void {
  const unit = f(job.unit);
  for (let j = 0; j < job.count; j += 1)
    wholes[job.out * 2 + j] = Math.max(
      -32_768,
      Math.min(32_767, nearest(f((floats[job.x + j] as number) * unit))),
    );
}

function gather({ floats, places }: Memory, { out, rows, steps, count, width }: Gathering): void {
  for (let t = 0; t < steps; t += 1)
    for (let j = 0; j < width; j += 1) {
      let sum = floats[(places[rows + t * count] as number) + j] as number;
      for (let k = 1; k < count; k += 1)
        sum = f(sum + (floats[(places[rows + t * count + k] as number) + j] as number));
      floats[out + t * width + j] = sum;
    }
}

/**
 * Opens the kernel over a block of so many floats.
 *
 * @example
 * openPlainKernel(1024).memory.length; // 1024
 */
export function openPlainKernel(size: number): Kernel {
  const floats = new Float32Array(size);
  placeActivation(floats);
  const memory = { floats, wholes: new Int16Array(floats.buffer), places: new Int32Array(floats.buffer) };
  return {
    memory: floats,
    wholes: memory.wholes,
    places: memory.places,
    project: (job) => project(memory, job),
    recur: (job) => recur(memory, job),
    round: (job) => round(memory, job),
    add: (out, row, width) => {
      for (let j = 0; j < width; j += 1)
        floats[out + j] = f((floats[out + j] as number) + (floats[row + j] as number));
    },
    gather: (job) => gather(memory, job),
  };
}
