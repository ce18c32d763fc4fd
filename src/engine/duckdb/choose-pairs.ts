/** Chooses the blocking rules by what each would cost on the records at hand, and makes the pairs that they give. */
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type BlockingRule,
  type CostedRule,
  candidateRules,
  chooseRules,
  implies,
} from '../../reckon/linkage/blocking.ts';
import type { LinkColumn } from '../../reckon/linkage/columns.ts';
import { ruleKey, ruleScript } from './blocking-sql.ts';
import { rowsOf } from './open-pairs-database.ts';

/** Records among which the cost of every candidate rule is measured; the chosen ones are then measured on all. */
const COSTED_RECORDS = 50_000;

/**
 * The rules that stay within the budget together.
 *
 * @param budget pairs, counted once for each rule
 * @example
 * await costRules(connection, columns, 50_000, 3_000_000);
 */
export async function costRules(
  connection: DuckDBConnection,
  columns: readonly LinkColumn[],
  records: number,
  budget: number,
): Promise<readonly CostedRule[]> {
  const part = Math.max(1, Math.min(16, Math.floor(records / COSTED_RECORDS)));
  const cost = async (rule: BlockingRule, every: number): Promise<number> => {
    const part = every === 1 ? '' : ` where id % ${every} = 0`;
    const script = ruleScript(rule, columns);
    const keys = `select ${ruleKey(rule, columns)} k${script === null ? '' : `, ${script} x`} from r${part}`;
    const [row] = await rowsOf(
      connection,
      script === null
        ? `select sum(c * (c - 1.0) / 2) from (select count(*) c from (${keys}) where k is not null group by k)`
        : `select sum((s * s - q) / 2) from (select sum(c) s, sum(c * c) q from (select k, x, count(*)::double c from (${keys}) where k is not null group by k, x) group by k)`,
    );
    return Number(row?.[0] ?? 0) * every * every;
  };
  const costed: CostedRule[] = [];
  for (const rule of candidateRules(columns)) {
    if (costed.some((other) => other.pairs > 0 && other.pairs < budget / 30 && implies(rule, other)))
      continue;
    costed.push({ ...rule, pairs: await cost(rule, part) });
  }
  const chosen = chooseRules(costed, budget);
  if (part === 1) return chosen;
  const exact: CostedRule[] = [];
  for (const rule of chosen) exact.push({ ...rule, pairs: await cost(rule, 1) });
  return chooseRules(exact, budget);
}

/**
 * Makes the table `pairs (l, r)` of records, the lower one left; every pair where there are no rules.
 *
 * @example
 * await makePairs(connection, columns, []);
 */
export async function makePairs(
  connection: DuckDBConnection,
  columns: readonly LinkColumn[],
  rules: readonly BlockingRule[],
): Promise<void> {
  if (rules.length === 0) {
    const each = '(select distinct who from r)';
    await connection.run(
      `create table pairs as select a.who l, b.who r from ${each} a join ${each} b on a.who < b.who`,
    );
    return;
  }
  const scripts = rules.map((rule) => ruleScript(rule, columns));
  const keys = rules.map((rule, at) => `${ruleKey(rule, columns)} k${at}, ${scripts[at] ?? 'null'} x${at}`);
  await connection.run(`create table keys as select who, ${keys.join(', ')} from r`);
  await connection.run('create table found (l integer, r integer)');
  for (const at of rules.keys()) {
    const side = `(select who, k${at} k, x${at} x from keys where k${at} is not null)`;
    const apart = scripts[at] === null ? '' : ' and a.x <> b.x';
    await connection.run(
      `insert into found select a.who, b.who from ${side} a join ${side} b on a.k = b.k and a.who < b.who${apart}`,
    );
  }
  await connection.run('create table pairs as select distinct l, r from found');
  await connection.run('drop table found');
  await connection.run('drop table keys');
}
