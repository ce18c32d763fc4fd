/**
 * A reading as steps: it hands out one query after another and is given the rows. Written once, it is run by an engine
 * that answers at once and by one that answers later; it knows neither. Nothing is read before it is run.
 */
import type { Query } from './query.ts';

/** A value of a row as both engines give it. */
export type Value = string | number | null;

/** One query to be answered. */
export interface Question {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /**
   * Takes the values of each row, in the order of the columns, so that a large table is never held whole; the answer
   * is then an empty list. Null: the answer is all rows, as objects.
   */
  readonly each: ((row: readonly Value[]) => void) | null;
}

/** A reading that gives a T in the end. */
export type Steps<T> = Generator<Question, T, readonly unknown[]>;

/**
 * Asks for all rows of a query.
 *
 * @example
 * const rows = yield* rowsOf(sourcesQuery(build));
 */
export function* rowsOf<R>(query: Query<R>): Steps<readonly R[]> {
  const { sql, parameters } = query.compile();
  return (yield { sql, parameters, each: null }) as readonly R[];
}

/**
 * Asks for the first row of a query; null when there is none.
 *
 * @example
 * const head = yield* rowOf(headQuery(build));
 */
export function* rowOf<R>(query: Query<R>): Steps<R | null> {
  return (yield* rowsOf(query))[0] ?? null;
}

/**
 * Hands every row of a query over as a list of values.
 *
 * @example
 * yield* eachRow(utterancesQuery(build, {}), ([claim]) => claims.push(claim));
 */
export function* eachRow(query: Query<unknown>, each: (row: readonly Value[]) => void): Steps<void> {
  const { sql, parameters } = query.compile();
  yield { sql, parameters, each };
}

/**
 * Runs a reading on an engine that answers at once.
 *
 * @example
 * runNow(countsSteps(build), (question) => statements(question.sql).all(...question.parameters));
 */
export function runNow<T>(steps: Steps<T>, answer: (question: Question) => readonly unknown[]): T {
  let at = steps.next([]);
  while (at.done !== true) at = steps.next(answer(at.value));
  return at.value;
}

/**
 * Runs a reading on an engine that answers later.
 *
 * @example
 * await runLater(countsSteps(build), (question) => ask(connection, question));
 */
export async function runLater<T>(
  steps: Steps<T>,
  answer: (question: Question) => Promise<readonly unknown[]>,
): Promise<T> {
  let at = steps.next([]);
  while (at.done !== true) at = steps.next(await answer(at.value));
  return at.value;
}
