/** How rare each value is among the records, in bits, and how often two records agree on one by chance. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type LinkColumn, WEIGHED_BY_VALUE } from '../../reckon/linkage/columns.ts';
import { rowsOf } from './open-pairs-database.ts';

/**
 * Makes the table `r` of `rec`: `iN` beside each value that weighs by its rarity, in bits.
 *
 * @param several whether a record may have several rows: a value that two of them share is counted once
 * @returns by column, how often two records agree by chance; null where that is not known from the values
 * @example
 * const same = await weighValues(connection, columns);
 */
export async function weighValues(
  connection: DuckDBConnection,
  columns: readonly LinkColumn[],
  several = false,
): Promise<(number | null)[]> {
  const same: (number | null)[] = [];
  const weighed = columns.flatMap(({ kind }, at) => (WEIGHED_BY_VALUE.has(kind) ? [at] : []));
  for (const [at, { kind }] of columns.entries()) {
    if (kind === 'across-scripts') {
      same.push(null);
      continue;
    }
    await connection.run(
      `create table tf${at} as select c${at} v, ${scriptIn(columns, at)} g, count(${several ? 'distinct who' : '*'}) c from rec where c${at} is not null group by 1, 2`,
    );
    const [row] = await rowsOf(
      connection,
      `select sum(a), sum(t * (t - 1.0)) from (select sum(c * (c - 1.0)) a, sum(c) t from tf${at} group by g)`,
    );
    const agreeing = Number(row?.[0] ?? 0);
    const all = Number(row?.[1] ?? 0);
    same.push(all < 2 ? null : Math.max(agreeing, 1) / all);
  }
  const totalOf = (at: number): string =>
    `(select sum(c) from tf${at}${mixed(columns, at) ? ` one where one.g = tf${at}.g` : ''})`;
  const bits = weighed.map((at) => `-log2(greatest(tf${at}.c - 1, 1) / ${totalOf(at)})::float i${at}`);
  const joins = weighed.map(
    (at) => `left join tf${at} on tf${at}.v = rec.c${at} and tf${at}.g = ${scriptIn(columns, at)}`,
  );
  await connection.run(
    `create table r as select rec.*${bits.map((one) => `, ${one}`).join('')} from rec ${joins.join(' ')} order by rec.id`,
  );
  await connection.run('drop table rec');
  return same;
}

/** Values are counted by script where a column is compared across scripts: agreement within one says nothing of the other. */
function scriptIn(columns: readonly LinkColumn[], at: number): string {
  return mixed(columns, at) ? `coalesce(n${at}[1], '')` : `''`;
}

const mixed = (columns: readonly LinkColumn[], at: number): boolean =>
  columns.some(({ across }) => across?.of === at);
