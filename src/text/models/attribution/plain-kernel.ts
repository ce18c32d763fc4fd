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

/** The place where a group of rows begins, how many are in it, and where the inputs begin: indexes of whole numbers. */
interface Group {
  readonly at: number;
  readonly together: number;
  readonly x: number;
  readonly columns: number;
}

/** Sum of the products of one row of a group with the inputs. */
function dot(wholes: Int16Array, group: Group, row: number): number {
  const next = group.together * 2;
  let w = group.at + row * 2;
  let sum = 0;
  for (let c = group.x; c < group.x + group.columns; c += 2) {
    sum +=
      (wholes[w] as number) * (wholes[c] as number) + (wholes[w + 1] as number) * (wholes[c + 1] as number);
    w += next;
  }
  return sum;
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
  for (const { first, together } of groupsOf(rows)) {
    const group = { at: job.w * 2 + first * columns, together, x, columns };
    for (let k = 0; k < together; k += 1) {
      const r = first + k;
      const scaled = f(f(dot(wholes, group, k)) * (floats[scale + r] as number));
      floats[out + r] = f(f(scaled * unit) + (floats[bias + r] as number));
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
