/** Answers gathered by who gives them, and by what was answered. */

/** What matters here of an answer. */
export interface AnswerRow {
  readonly byName: string;
  readonly answer: string;
  readonly reportedAt: string | null;
}

/** Everything on record of one state or body. */
export interface StateRows<R extends AnswerRow> {
  readonly name: string;
  /** Oldest first; those of no known day last. */
  readonly rows: readonly R[];
}

/**
 * One group a state, in the order of names; inside, over time.
 *
 * @example
 * byState(responses)[0]?.rows.map(({ answer }) => answer); // ['pending', 'refused']
 */
export function byState<R extends AnswerRow>(all: readonly R[]): readonly StateRows<R>[] {
  const groups = Map.groupBy(all, ({ byName }) => byName.toLowerCase());
  return [...groups.values()]
    .map((rows) => ({ name: rows[0]?.byName ?? '', rows: rows.toSorted(overTime) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function overTime(a: AnswerRow, b: AnswerRow): number {
  if (a.reportedAt === b.reportedAt) return 0;
  if (a.reportedAt === null) return 1;
  if (b.reportedAt === null) return -1;
  return a.reportedAt < b.reportedAt ? -1 : 1;
}

/**
 * How many states have each answer on record; a state with two answers is in both.
 *
 * @example
 * statesByAnswer(responses).get('refused'); // 2
 */
export function statesByAnswer(all: readonly AnswerRow[]): ReadonlyMap<string, number> {
  const states = new Map<string, Set<string>>();
  for (const { byName, answer } of all) {
    const names = states.get(answer) ?? new Set();
    states.set(answer, names.add(byName.toLowerCase()));
  }
  return new Map([...states].map(([answer, names]) => [answer, names.size]));
}
