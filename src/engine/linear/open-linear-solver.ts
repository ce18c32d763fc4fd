/**
 * Solves linear programmes, over numbers or over whole numbers, with HiGHS (University of Edinburgh) in WebAssembly.
 * Nothing leaves the process; one solver serves many programmes, one after the other.
 */
import type { LinearProgramme, LinearSolution, SolveLinear } from '../../reckon/linear-programme.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';

/** Seconds and nodes of the search for whole numbers after which a programme counts as unanswered. */
const PATIENCE = 60;
const MOST_NODES = 20_000;

/**
 * Loads the solver.
 *
 * @throws OnRecordError `unsupported-runtime` when WebAssembly cannot be had
 * @example
 * const solve = await openLinearSolver();
 * solve({ objective: [1], lower: [0], upper: [2], rows: [] }); // { status: 'optimal', value: 2, values: [2], prices: [] }
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
    if (!hasNumbers(programme)) return { status: 'unanswered' };
    const options = {
      output_flag: false,
      time_limit: PATIENCE,
      ...(programme.whole ? { mip_rel_gap: 0, mip_max_nodes: programme.steps ?? MOST_NODES } : {}),
    };
    try {
      return readOff(programme, highs.solve(written(programme), options));
    } catch {
      return { status: 'unanswered' };
    }
  };
}

/** A bound that is not a number would be left out in silence, and the answer be that of another programme. */
function hasNumbers({ objective, lower, upper, rows }: LinearProgramme): boolean {
  const numbers = [
    objective,
    lower,
    upper,
    rows.flatMap(({ terms, least, most }) => [least, most, ...terms.flat()]),
  ];
  return numbers.every((list) => list.every((value) => !Number.isNaN(value)));
}

type Highs = typeof import('highs');
type Solved = ReturnType<Awaited<ReturnType<Highs['default']>>['solve']>;

/** The package types its module as CommonJS and ships an ES module: the loader is the default export of either. */
function loaderOf(module: { readonly default: Highs | Highs['default'] }): Highs['default'] {
  return typeof module.default === 'function' ? module.default : module.default.default;
}

function readOff({ objective, rows }: LinearProgramme, solved: Solved): LinearSolution {
  if (solved.Status === 'Unbounded') return { status: 'unbounded' };
  if (solved.Status === 'Infeasible') return { status: 'infeasible' };
  if (solved.Status !== 'Optimal') return { status: 'unanswered' };
  const columns: Readonly<Record<string, { readonly Primal: number } | undefined>> = solved.Columns;
  const prices = rows.map(() => 0);
  for (const row of solved.Rows) {
    if (!('Dual' in row)) continue;
    const at = Number(row.Name.slice(1));
    prices[at] = (prices[at] ?? 0) + row.Dual;
  }
  return {
    status: 'optimal',
    value: solved.ObjectiveValue,
    values: objective.map((_, variable) => columns[`x${variable}`]?.Primal ?? 0),
    prices,
  };
}

/** The programme in CPLEX's LP format. */
function written({ objective, lower, upper, rows, whole = false }: LinearProgramme): string {
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
  const general = whole ? ['General', ...objective.map((_, variable) => ` x${variable}`)] : [];
  return [
    'Maximize',
    ` goal: ${sum(goal)}`,
    'Subject To',
    ...limits,
    'Bounds',
    ...bounds,
    ...general,
    'End',
    '',
  ].join('\n');
}

function bound(value: number, infinite: string): string {
  return Number.isFinite(value) ? String(value) : infinite;
}
