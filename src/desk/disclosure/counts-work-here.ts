/** Tables of counts protected and attacked on this thread. */
import { attackRelease } from '../../reckon/disclosure/attack-release.ts';
import { prepareTables } from '../../reckon/disclosure/prepare-release.ts';
import type { SolveLinear } from '../../reckon/linear-programme.ts';
import type { CountsWork } from '../ports/counts-work.ts';

/**
 * The work over a solver.
 *
 * @example
 * const work = countsWorkHere(solve);
 */
export function countsWorkHere(solve: SolveLinear): CountsWork {
  return {
    prepare: async (given) => prepareTables({ ...given, solve }),
    attack: async (releases) => attackRelease(releases, solve),
  };
}
