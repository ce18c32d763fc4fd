/** A linear programme as HiGHS takes it: numbers in lists, the rows one after the other. */
import type { LinearProgramme } from '../../reckon/linear-programme.ts';

type Highs = Awaited<ReturnType<typeof import('highs')['default']>>;
type ModelData = NonNullable<Parameters<Highs['raw']['lpCall']>[0]>;

/**
 * The model of a programme.
 *
 * @example
 * highs.createModel(modelOf(highs, programme)).run();
 */
export function modelOf(
  { constants }: Pick<Highs, 'constants'>,
  { objective, lower, upper, rows, whole = false }: LinearProgramme,
): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const [variable, by] of merged(terms)) {
      indices.push(variable);
      values.push(by);
    }
    starts.push(indices.length);
  }
  return {
    numCols: objective.length,
    numRows: rows.length,
    sense: constants.objectiveSense.maximize,
    colCost: objective,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: { format: 'csr', numRows: rows.length, numCols: objective.length, starts, indices, values },
    ...(whole ? { integrality: objective.map(() => constants.variableType.integer) } : {}),
  };
}

/** Terms over the same variable in one: the solver takes each only once. */
function merged(
  terms: LinearProgramme['rows'][number]['terms'],
): Iterable<readonly [variable: number, by: number]> {
  const sums = new Map<number, number>();
  for (const [variable, by] of terms) sums.set(variable, (sums.get(variable) ?? 0) + by);
  return sums;
}
