import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KERNEL_ROOM, sigmoid, tanh } from './activation.ts';
import type { Kernel } from './kernel.ts';
import { openPlainKernel } from './plain-kernel.ts';
import { openWasmKernel } from './wasm-kernel.ts';
import type { Matrix } from './weights.ts';
import { MOST_INPUT, paddedRows, writeWholeRows } from './whole-rows.ts';

const FLOATS = 16_384;
const [FLOATS_FROM, MATRIX, INPUTS] = [KERNEL_ROOM, 8192, 13_000];

/** Numbers from a seed, so that both kernels start alike: floats below MATRIX, whole numbers above. */
function fill(kernel: Kernel, seed: number): void {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  for (let i = FLOATS_FROM; i < MATRIX; i += 1) kernel.memory[i] = next();
  for (let i = MATRIX * 2; i < INPUTS * 2; i += 1) kernel.wholes[i] = Math.round(next() * 1000);
  for (let i = INPUTS * 2; i < FLOATS * 2; i += 1) kernel.wholes[i] = Math.round(next() * MOST_INPUT);
}

function afterwards(kernel: Kernel, seed: number, job: (kernel: Kernel) => void): number[] {
  fill(kernel, seed);
  job(kernel);
  return [...kernel.places.subarray(FLOATS_FROM, FLOATS)];
}

function wasm(): Kernel {
  const kernel = openWasmKernel(FLOATS);
  if (kernel === null) throw new Error('no WebAssembly with 128-bit lanes in this engine');
  return kernel;
}

/** A matrix of floats, as if read from a file of weights. */
function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  return {
    rows: rows.length,
    columns,
    numbers: new Int16Array(0),
    scale: () => 1,
    row: (index, out, at) => out.set(rows[index] ?? [], at),
  };
}

describe('both kernels', () => {
  it('give the same bits for projections, recurrences, roundings and sums of rows', () => {
    const [one, other] = [wasm(), openPlainKernel(FLOATS)];
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(8, 16, 24, 32),
        fc.boolean(),
        (seed, steps, width, back) => {
          const job = (kernel: Kernel): void => {
            const weights = { w: MATRIX, scale: 100, bias: 400, unit: 0.001 };
            kernel.project({ ...weights, x: INPUTS, out: 3000, steps, rows: 6 * width, columns: width });
            kernel.recur({
              ...weights,
              gates: 3000,
              gateStride: 6 * width,
              out: 6200,
              stride: 2 * width,
              scratch: 7000,
              steps,
              width,
              back,
            });
            kernel.memory.fill(0, 7000, 7000 + 5 * width); // scratch
            kernel.round({ x: 6200, out: INPUTS, count: width, unit: MOST_INPUT });
            kernel.add(6200, 1000, width);
            const rows = 7600;
            for (let k = 0; k < steps * 3; k += 1) kernel.places[rows + k] = 1000 + ((seed >>> k) % 64);
            kernel.gather({ out: 1400, rows, steps, count: 3, width: 16 });
          };
          expect(afterwards(one, seed, job)).toEqual(afterwards(other, seed, job));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('compute what they say: a product of matrices, and a unit that forgets nothing it is not told', () => {
    const { memory, wholes, project, recur } = openPlainKernel(FLOATS);
    const rows = [
      [1, 0, 0, 0, 0, 0, 0, 0],
      [0, 1, 0, 0, 0, 0, 0, 0],
      [1, 1, 1, 1, 0, 0, 0, 0],
      [0, 0, 0, 0.5, 0, 0, 0, 2],
    ];
    writeWholeRows(matrixOf(rows), { out: wholes, at: 1000 }, { out: memory, at: 200 });
    wholes.set([1, 2, 3, 4, 5, 6, 7, 8], 800);
    memory.set([10, 20, 30, 40], 300);
    const job = { x: 400, w: 500, scale: 200, bias: 300, out: 600, steps: 1, columns: 8, unit: 1 };
    project({ ...job, rows: paddedRows(4) });
    for (const [k, sum] of [11, 22, 40, 58].entries()) expect(memory[600 + k]).toBeCloseTo(sum, 2);
    // gates: reset 0, update 0 (half old, half new), new gate 1
    memory.fill(0, 1000, 1032);
    memory.fill(1, 1016, 1024);
    const places = { gates: 1000, gateStride: 24, w: 2000, scale: 2900, bias: 3000, out: 4000, stride: 8 };
    recur({ ...places, scratch: 5000, steps: 1, width: 8, back: false });
    expect(memory[4000]).toBeCloseTo(Math.tanh(1) / 2, 5);
  });

  it('bend as tanh and the logistic function do', () => {
    for (let x = -12; x <= 12; x += 1 / 64) {
      expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThan(2e-6);
      expect(Math.abs(sigmoid(x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(2e-6);
    }
  });
});

describe('weights as whole numbers', () => {
  it('lose little, and no sum of products leaves 32 bits', () => {
    const weight = fc.double({ min: -40, max: 40, noNaN: true });
    const columns = fc.constantFrom(8, 96, 384);
    fc.assert(
      fc.property(
        columns.chain((count) => fc.array(weight, { minLength: count, maxLength: count })),
        (given) => {
          const row = [...Float32Array.from(given)];
          const [wholes, scales] = [new Int16Array(8 * row.length), new Float32Array(8)];
          writeWholeRows(matrixOf([row]), { out: wholes, at: 0 }, { out: scales, at: 0 });
          const most = wholes.reduce((sum, weight) => sum + Math.abs(weight), 0);
          expect(most * MOST_INPUT).toBeLessThan(2 ** 31);
          const total = row.reduce((sum, weight) => sum + Math.abs(weight), 0);
          for (const [c, weight] of row.entries()) {
            const back = (wholes[(c >> 1) * 16 + (c & 1)] ?? 0) * (scales[0] ?? 0);
            expect(Math.abs(back - weight)).toBeLessThanOrEqual(total / 60_000 + 1e-30);
          }
        },
      ),
    );
  });
});
