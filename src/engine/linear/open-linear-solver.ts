/**
 * Solves linear programmes, over numbers or over whole numbers, with HiGHS (University of Edinburgh) in WebAssembly.
 * Nothing leaves the process; one solver serves many programmes, one after the other. Programmes that share one list of rows
 * and follow each other, as an attack on one table after another cell, begin where the one before ended.
 */
import type { LinearProgramme, LinearSolution, SolveLinear } from '../../reckon/linear-programme.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { modelOf } from './solver-model.ts';

/** Seconds and nodes of the search for whole numbers after which a programme counts as unanswered. */
const PATIENCE = 60;
const MOST_NODES = 20_000;

type Package = typeof import('highs');
type Highs = Awaited<ReturnType<Package['default']>>;
type Model = ReturnType<Highs['createModel']>;

/** The programme over numbers that was solved last, and its model with the basis at which it ended. */
interface Last {
  readonly programme: LinearProgramme;
  readonly model: Model;
}

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
  let last: Last | null = null;
  const forget = (): void => {
    last?.model.dispose();
    last = null;
  };
  /** From where the last one ended; null: nothing to begin from, or it did not come to an end so. */
  const goOn = (programme: LinearProgramme): LinearSolution | null => {
    if (last === null || programme.rows !== last.programme.rows) return null;
    const { model, programme: before } = last;
    last = { programme, model };
    changeTo(model, before, programme);
    const solution = answerOf(highs, model, programme);
    return solution.status === 'unanswered' ? null : solution;
  };
  const fromNothing = (programme: LinearProgramme): LinearSolution => {
    forget();
    const model = highs.createModel(modelOf(highs, programme));
    last = { programme, model };
    model.options.set({ output_flag: false, time_limit: PATIENCE, presolve: 'off' });
    return answerOf(highs, model, programme);
  };
  const inWhole = (programme: LinearProgramme): LinearSolution =>
    highs.withModel(modelOf(highs, programme), (model) => {
      const mip_max_nodes = programme.steps ?? MOST_NODES;
      model.options.set({ output_flag: false, time_limit: PATIENCE, mip_rel_gap: 0, mip_max_nodes });
      return answerOf(highs, model, programme);
    });
  return (programme) => {
    if (!hasNumbers(programme)) return { status: 'unanswered' };
    try {
      return programme.whole ? inWhole(programme) : (goOn(programme) ?? fromNothing(programme));
    } catch {
      forget();
      return { status: 'unanswered' };
    }
  };
}

/** A bound that is not a number would be left out in silence, and the answer be that of another programme. */
function hasNumbers({ objective, lower, upper, rows }: LinearProgramme): boolean {
  const isNumber = (value: number): boolean => !Number.isNaN(value);
  return (
    [objective, lower, upper].every((list) => list.every(isNumber)) &&
    rows.every(
      ({ terms, least, most }) =>
        isNumber(least) && isNumber(most) && terms.every(([at, by]) => isNumber(at) && isNumber(by)),
    )
  );
}

/** The package types its module as CommonJS and ships an ES module: the loader is the default export of either. */
function loaderOf(module: { readonly default: Package | Package['default'] }): Package['default'] {
  return typeof module.default === 'function' ? module.default : module.default.default;
}

/** Goal and bounds of another programme over the same rows. */
function changeTo(model: Model, before: LinearProgramme, next: LinearProgramme): void {
  next.objective.forEach((by, at) => {
    if (by !== before.objective[at]) model.changeColCost(at, by);
  });
  next.lower.forEach((least, at) => {
    const most = next.upper[at] ?? Number.POSITIVE_INFINITY;
    if (least !== before.lower[at] || most !== before.upper[at]) model.changeColBounds(at, least, most);
  });
}

function answerOf(highs: Highs, model: Model, { rows, whole }: LinearProgramme): LinearSolution {
  const { optimal, infeasible, unbounded, empty } = highs.constants.modelStatus;
  model.zeroAllClocks();
  const { modelStatus } = model.run();
  if (modelStatus === unbounded) return { status: 'unbounded' };
  if (modelStatus === infeasible) return { status: 'infeasible' };
  if (modelStatus !== optimal && modelStatus !== empty) return { status: 'unanswered' };
  const { colValue, rowDual } = model.getSolution();
  return {
    status: 'optimal',
    value: model.getObjectiveValue(),
    values: [...colValue],
    prices: whole ? rows.map(() => 0) : rows.map((_, at) => (rowDual[at] ?? 0) + 0),
  };
}
