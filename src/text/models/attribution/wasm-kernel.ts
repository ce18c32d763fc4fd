/** The kernel in WebAssembly. Null where the engine or the page's policy does not allow it: plain-kernel.ts stands in. */
import { placeActivation } from './activation.ts';
import type { Kernel } from './kernel.ts';
import { KERNEL_CODE } from './kernel-code.ts';

/** The little of WebAssembly that is used here: the language's own types have none of it. */
interface WebAssemblyApi {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { env: { memory: object } },
  ) => { readonly exports: Record<string, (...places: number[]) => void> };
}

const PAGE_BYTES = 65_536;

function bytesOfBase64(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text.replace(/=+$/, '')) {
    held = (held << 6) | alphabet.indexOf(letter);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  return bytes;
}

/**
 * Opens the kernel over a block of so many floats.
 *
 * @returns null where WebAssembly with 128-bit lanes is not to be had
 * @example
 * openWasmKernel(1024)?.memory.length; // at least 1024
 */
export function openWasmKernel(floats: number): Kernel | null {
  const api = (globalThis as unknown as { WebAssembly?: WebAssemblyApi }).WebAssembly;
  if (api === undefined) return null;
  try {
    const memory = new api.Memory({ initial: Math.ceil((floats * 4) / PAGE_BYTES) });
    const { exports } = new api.Instance(new api.Module(bytesOfBase64(KERNEL_CODE)), { env: { memory } });
    const { project, recur, round, add, gather } = exports;
    if (!(project && recur && round && add && gather)) return null;
    const block = new Float32Array(memory.buffer);
    placeActivation(block);
    return {
      memory: block,
      wholes: new Int16Array(memory.buffer),
      places: new Int32Array(memory.buffer),
      project: (j) =>
        project(j.x * 4, j.w * 4, j.scale * 4, j.bias * 4, j.out * 4, j.steps, j.rows, j.columns, j.unit),
      recur: (j) =>
        recur(
          j.gates * 4,
          j.gateStride * 4,
          j.w * 4,
          j.scale * 4,
          j.bias * 4,
          j.out * 4,
          j.stride * 4,
          j.scratch * 4,
          j.steps,
          j.width,
          j.back ? 1 : 0,
        ),
      round: (j) => round(j.x * 4, j.out * 4, j.count, j.unit),
      add: (out, row, width) => add(out * 4, row * 4, width),
      gather: (j) => gather(j.out * 4, j.rows * 4, j.steps, j.count, j.width),
    };
  } catch {
    return null; // no lanes, or a policy that forbids compiling: the plain kernel gives the same bits
  }
}
