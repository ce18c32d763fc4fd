/** A recurrent layer read in both directions. */
import type { Kernel } from './kernel.ts';
import type { BothUnits } from './layout.ts';

/** One recurrent layer over the gates of a stretch. All but steps and width are places of floats. */
interface Pass {
  readonly gates: number;
  readonly out: number;
  readonly scratch: number;
  readonly steps: number;
  readonly width: number;
}

/**
 * Both directions of one recurrent layer: gates are steps x 6*width, the output steps x 2*width, forward half first.
 *
 * @example
 * bothWays(kernel, layout.lower, { gates, out, scratch, steps, width: 96 });
 */
export function bothWays(kernel: Kernel, units: BothUnits, pass: Pass): void {
  const { width } = pass;
  for (const [k, { w, scale, bias }] of units.entries()) {
    kernel.recur({
      gates: pass.gates + k * 3 * width,
      gateStride: 6 * width,
      w,
      scale,
      bias,
      out: pass.out + k * width,
      stride: 2 * width,
      scratch: pass.scratch,
      steps: pass.steps,
      width,
      back: k === 1,
    });
  }
}
