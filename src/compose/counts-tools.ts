/** What `onrecord counts` reaches outside for: files, and the solver of linear programmes. */

import type { SingleFiles } from '../desk/ports/single-files.ts';
import { MIB } from '../desk/size-words.ts';
import type { SolveLinear } from '../reckon/linear-programme.ts';

export interface CountsTools {
  /** Tables of counts; larger files are refused. */
  readonly files: SingleFiles;
  readonly solve: SolveLinear;
}

/** Bytes; a table of 2,000 cells is far smaller. */
const LARGEST = 4 * MIB;

/**
 * Gathers them.
 *
 * @throws OnRecordError `unsupported-runtime` when WebAssembly cannot be had
 * @example
 * const { files, solve } = await countsTools();
 */
export async function countsTools(): Promise<CountsTools> {
  const [{ openSingleFiles }, { openLinearSolver }] = await Promise.all([
    import('../storage/single-files.ts'),
    import('../engine/linear/open-linear-solver.ts'),
  ]);
  return { files: openSingleFiles(LARGEST), solve: await openLinearSolver() };
}
