/**
 * Solves linear programmes with HiGHS (University of Edinburgh) in WebAssembly. Nothing leaves the process; one solver
 * serves many programmes, one after the other.
 */
import type { LinearProgramme, SolveLinear } from '../../reckon/estimate/linear-programme.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';

/**
 * Loads the solver.
 *
 * @throws OnRecordError `unsupported-runtime` when WebAssembly cannot be had
 * @example
 * const solve = await openLinearSolver();
 * solve({ objective: [1], lower: [0], upper: [2], rows: [] }); // { status: 'optimal', value: 2 }
 */
export async function openLinearSolver(): Promise<SolveLinear> {
  const highs = await loaderOf(await import('highs'))().catch((cause: unknown) => {
    throw new OnRecordError(
      'unsupported-runtime',
      'The solver of linear programmes did not load: this runtime seems to have no WebAssembly.',
      { cause },
    );
  });
  return (programme) => {
    const { Status: status, ObjectiveValue: value } = highs.solve(written(programme), { output_flag: false });
    if (status === 'Optimal') return { status: 'optimal', value };
    return { status: status === 'Unbounded' ? 'unbounded' : 'infeasible' };
  };
}

type Highs = typeof import('highs');

/** The package types its module as CommonJS and ships an ES module: the loader is the default export of either. */
function loaderOf(module: { readonly default: Highs | Highs['default'] }): Highs['default'] {
  return typeof module.default === 'function' ? module.default : module.default.default;
}

/** The programme in CPLEX's LP format. */
function written({ objective, lower, upper, rows }: LinearProgramme): string {
  const sum = (terms: readonly (readonly [number, number])[]): string =>
    terms.map(([variable, by]) => `${by < 0 ? '-' : '+'} ${Math.abs(by)} x${variable}`).join(' ');
  const goal = objective.flatMap((by, variable) => (by === 0 ? [] : [[variable, by] as const]));
  const limits = rows.flatMap(({ terms, least, most }, at) => {
    if (least === most) return [` r${at}: ${sum(terms)} = ${least}`];
    return [
      ...(Number.isFinite(least) ? [` l${at}: ${sum(terms)} >= ${least}`] : []),
      ...(Number.isFinite(most) ? [` u${at}: ${sum(terms)} <= ${most}`] : []),
    ];
  });
  const bounds = objective.map(
    (_, variable) =>
      ` ${bound(lower[variable] ?? 0, '-inf')} <= x${variable} <= ${bound(upper[variable] ?? 0, '+inf')}`,
  );
  return ['Maximize', ` goal: ${sum(goal)}`, 'Subject To', ...limits, 'Bounds', ...bounds, 'End', ''].join(
    '\n',
  );
}

function bound(value: number, infinite: string): string {
  return Number.isFinite(value) ? String(value) : infinite;
}
