/**
 * The arithmetic of the network on a block of 32-bit floats. Two kernels give the same bits: WebAssembly with 128-bit lanes
 * (wasm-kernel.ts) and plain TypeScript (plain-kernel.ts) for where a page's policy forbids the first. Only + - * / on
 * 32-bit floats in a fixed order, so that every machine reads the same text alike.
 */

/** All places are indexes of floats in `memory`; widths, rows and columns are multiples of 4. */
export interface Kernel {
  readonly memory: Float32Array;
  /** out[t][r] = sum over c of w[r][c] x[t][c] + bias[r]. */
  project(job: Projection): void;
  /** One direction of a gated recurrent unit over `steps` tokens (PyTorch's formula). */
  recur(job: Recurrence): void;
  /** memory[out + j] += memory[row + j]. */
  add(out: number, row: number, width: number): void;
}

export interface Projection {
  readonly x: number;
  readonly w: number;
  readonly bias: number;
  readonly out: number;
  readonly steps: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Recurrence {
  /** steps x 3*width: inputs of the reset, update and new gate, with their biases. */
  readonly gates: number;
  /** Floats from one step's gates to the next. */
  readonly gateStride: number;
  /** 3*width x width. */
  readonly w: number;
  /** 3*width; zero but for the new gate. */
  readonly bias: number;
  readonly out: number;
  /** Floats from one step's output to the next. */
  readonly stride: number;
  /** 4*width floats that may be overwritten. */
  readonly scratch: number;
  readonly steps: number;
  readonly width: number;
  readonly back: boolean;
}
