/** A query written and compiled once, and asked with other values each time: for what a command asks thousands of times. */
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';
import type { Steps } from './steps.ts';

/** A value that a query is asked with. */
type Cell = string | number | null;

/** A compiled query; A are the types of the values it is asked with. */
export interface KeptQuery<A extends readonly Cell[], R> {
  readonly sql: string;
  /** The values in the order in which the SQL binds them. */
  parameters(...values: A): readonly unknown[];
  /** Never there: holds the type of the rows. */
  readonly row?: R;
}

/** Stands for a value that is not known when the query is written. */
interface Slot {
  readonly slot: number;
}

/**
 * Compiles a query when it is first asked.
 *
 * @param write gets a stand-in for each value; it may compare with them and nothing else
 * @example
 * const source = keepQuery(build, (from, id: string) => from.selectFrom('sources').select('body').where('id', '=', id));
 * source.sql; // 'select "body" from "sources" where "id" = ?'
 */
export function keepQuery<A extends readonly Cell[], R>(
  build: QueryBuilder,
  write: (build: QueryBuilder, ...values: A) => Query<R>,
): KeptQuery<A, R> {
  let kept: { readonly sql: string; readonly order: readonly unknown[] } | null = null;
  const compiled = () => {
    const slots = Array.from({ length: write.length - 1 }, (_, slot): Slot => Object.freeze({ slot }));
    const { sql, parameters } = write(build, ...(slots as unknown as A)).compile();
    return { sql, order: parameters };
  };
  return {
    get sql() {
      kept ??= compiled();
      return kept.sql;
    },
    parameters: (...values) => {
      kept ??= compiled();
      return kept.order.map((each) => (isSlot(each) ? values[each.slot] : each));
    },
  };
}

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && 'slot' in value;
}

/**
 * Asks a kept query for all its rows.
 *
 * @example
 * const rows = yield* askKept(kept.source, 'src_…');
 */
export function* askKept<A extends readonly Cell[], R>(
  query: KeptQuery<A, R>,
  ...values: A
): Steps<readonly R[]> {
  return (yield { sql: query.sql, parameters: query.parameters(...values), each: null }) as readonly R[];
}
