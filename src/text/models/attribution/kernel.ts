/**
 * The arithmetic of the network on a block of memory. Two kernels give the same bits: WebAssembly with 128-bit lanes
 * (wasm-kernel.ts) and plain TypeScript (plain-kernel.ts) for where a page's policy forbids the first. Products are of whole
 * numbers, whose sums are exact in any order; all else is + - * / on 32-bit floats in a fixed order: every machine reads the
 * same text alike.
 */

/** All places are indexes of floats in `memory`, also where whole numbers lie; widths, rows and columns are multiples of 8. */
export interface Kernel {
  readonly memory: Float32Array;
  /** The same memory as 16-bit whole numbers, two a place. */
  readonly wholes: Int16Array;
  /** The same memory as 32-bit whole numbers, one a place. */
  readonly places: Int32Array;
  /** out[t][r] = (sum over c of w[r][c] x[t][c]) * scale[r] * unit + bias[r]. */
  project(job: Projection): void;
  /** One direction of a gated recurrent unit over `steps` tokens (PyTorch's formula). */
  recur(job: Recurrence): void;
  /** Whole numbers nearest to floats times `unit`, ties to even. */
  round(job: Rounding): void;
  /** memory[out + j] += memory[row + j]. */
  add(out: number, row: number, width: number): void;
  /** For each step the sum of some rows, from the first to the last. */
  gather(job: Gathering): void;
}

/** Weights as whole-rows.ts writes them. */
export interface WholeMatrix {
  readonly w: number;
  /** A float a row. */
  readonly scale: number;
}

export interface Projection extends WholeMatrix {
  /** steps x columns whole numbers within MOST_INPUT. */
  readonly x: number;
  readonly bias: number;
  /** steps x rows floats. */
  readonly out: number;
  readonly steps: number;
  readonly rows: number;
  readonly columns: number;
  /** What one in `x` is worth. */
  readonly unit: number;
}

export interface Rounding {
  readonly x: number;
  readonly out: number;
  readonly count: number;
  /** Whole numbers for one. */
  readonly unit: number;
}

export interface Gathering {
  /** steps x width floats; width is a multiple of 16. */
  readonly out: number;
  /** steps x count places of rows, in `places`. */
  readonly rows: number;
  readonly steps: number;
  readonly count: number;
  readonly width: number;
}

/** Its weights are 3*width x width. */
export interface Recurrence extends WholeMatrix {
  /** steps x 3*width: inputs of the reset, update and new gate, with their biases. */
  readonly gates: number;
  /** Floats from one step's gates to the next. */
  readonly gateStride: number;
  /** 3*width; zero but for the new gate. */
  readonly bias: number;
  readonly out: number;
  /** Floats from one step's output to the next. */
  readonly stride: number;
  /** 4.5*width floats that may be overwritten. */
  readonly scratch: number;
  readonly steps: number;
  readonly width: number;
  readonly back: boolean;
}
