import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernel } from './kernel.ts';
import { openPlainKernel } from './plain-kernel.ts';
import { openWasmKernel } from './wasm-kernel.ts';

const FLOATS = 8192;

/** Numbers from a seed, so that both kernels start alike. */
function fill(memory: Float32Array, seed: number): void {
  let state = seed >>> 0;
  for (let i = 0; i < FLOATS; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    memory[i] = state / 2 ** 31 - 1;
  }
}

function afterwards(kernel: Kernel, seed: number, job: (kernel: Kernel) => void): number[] {
  fill(kernel.memory, seed);
  job(kernel);
  return [...kernel.memory.subarray(0, FLOATS)];
}

function wasm(): Kernel {
  const kernel = openWasmKernel(FLOATS);
  if (kernel === null) throw new Error('no WebAssembly with 128-bit lanes in this engine');
  return kernel;
}

describe('both kernels', () => {
  it('give the same bits for projections and recurrences', () => {
    const [one, other] = [wasm(), openPlainKernel(FLOATS)];
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(4, 8, 12),
        fc.boolean(),
        (seed, steps, width, back) => {
          const job = (kernel: Kernel): void => {
            const places = { x: 16, w: 400, bias: 2000, out: 3000 };
            kernel.project({ ...places, steps, rows: 6 * width, columns: width });
            kernel.recur({
              gates: 3000,
              gateStride: 6 * width,
              w: 5000,
              bias: 6000,
              out: 6200,
              stride: 2 * width,
              scratch: 7000,
              steps,
              width,
              back,
            });
            kernel.add(6200, 16, width);
          };
          expect(afterwards(one, seed, job)).toEqual(afterwards(other, seed, job));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('compute what they say: a product of matrices, and a unit that forgets nothing it is not told', () => {
    const { memory, project, recur } = openPlainKernel(FLOATS);
    memory.set([1, 2, 3, 4], 0);
    memory.set([1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0.5], 100);
    memory.set([10, 20, 30, 40], 200);
    project({ x: 0, w: 100, bias: 200, out: 300, steps: 1, rows: 4, columns: 4 });
    expect([...memory.subarray(300, 304)]).toEqual([11, 22, 40, 42]);
    // gates: reset 0, update 0 (half old, half new), new gate 1
    memory.fill(0, 1000, 1024);
    memory.fill(1, 1008, 1012);
    const places = { gates: 1000, gateStride: 12, w: 2000, bias: 3000, out: 4000, stride: 4, scratch: 5000 };
    recur({ ...places, steps: 1, width: 4, back: false });
    expect(memory[4000]).toBeCloseTo(Math.tanh(1) / 2, 6);
  });
});
