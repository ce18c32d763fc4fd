/**
 * Links records: loads them, chooses the pairs to compare, learns the model, weighs every pair. Millions of pairs stay inside
 * DuckDB; what comes out are agreement patterns with counts, and the pairs that may be one person.
 */

import { type DuckDBConnection, DuckDBDataChunk, INTEGER } from '@duckdb/node-api';
import type { LinkedPairs } from '../../desk/ports/pair-linking.ts';
import { type BlockingRule, type CostedRule, implies } from '../../reckon/linkage/blocking.ts';
import {
  type ColumnKind,
  type LinkColumn,
  topLevel,
  WEIGHED_BY_VALUE,
} from '../../reckon/linkage/columns.ts';
import { disjointSets } from '../../reckon/linkage/components.ts';
import type { StoredNameTables } from '../../reckon/linkage/names/name-costs.ts';
import { decodePattern, type PatternCount, placeValues } from '../../reckon/linkage/patterns.ts';
import { ratesOfRandomPairs } from '../../reckon/linkage/rates.ts';
import { type LinkageModel, trainModel } from '../../reckon/linkage/train-model.ts';
import { patternWeight } from '../../reckon/linkage/weights.ts';
import { comparedSpellings, type Spellings } from './across-spellings.ts';
import { costRules, makePairs } from './choose-pairs.ts';
import { acrossScripts, exchangeMeasure, levelOf, measureOf } from './level-sql.ts';
import { loadRecords, type RecordRow } from './load-records.ts';
import {
  openPairsDatabase,
  outgrown,
  type PairsDatabase,
  type PairsDatabaseOptions,
  rowsOf,
} from './open-pairs-database.ts';
import { weighValues } from './value-rarity.ts';

export interface LinkOptions extends PairsDatabaseOptions {
  /** Share of the true pairs that fully agreeing records are held to find, 0 to 1. */
  readonly recall: number;
  /** Pairs to compare at most, counted once for each rule; null chooses by the number of records. */
  readonly budget: number | null;
  /** Costs of spelling for names in different scripts; null compares them by any-ascii alone. */
  readonly names: StoredNameTables | null;
  /** Pairs below this weight in bits are left behind, but for those inside small components. */
  readonly least: number;
  /** Pairs of this weight in bits or more make components; inside small ones every pair is compared and kept. */
  readonly possible: number;
  /**
   * By row: the record that it spells, 0-based, rows of one record one after another; a pair of records is compared by the two
   * spellings that agree best. Null: each row is a record.
   */
  readonly recordOf: readonly number[] | null;
}

export const LINK_DEFAULTS: LinkOptions = {
  threads: 2,
  memoryMib: 2560,
  recall: 0.8,
  budget: null,
  names: null,
  least: -10,
  possible: -7,
  recordOf: null,
};

export interface Linkage {
  readonly records: number;
  readonly model: LinkageModel;
  readonly rules: readonly CostedRule[];
  readonly patterns: readonly PatternCount[];
  readonly compared: number;
  readonly pairs: LinkedPairs;
}

/** Random pairs that u is taken from. */
const RANDOM_PAIRS = 400_000;

/**
 * Links records and closes the database.
 *
 * @throws OnRecordError `too-large` when the pairs outgrow the memory that was given; nothing is left on disk
 * @example
 * const { pairs } = await linkRecords([{ name: 'name', kind: 'name' }], [['Ana Kovac'], ['Kovac Ana']]);
 */
export async function linkRecords(
  columns: readonly LinkColumn[],
  rows: Iterable<RecordRow> | AsyncIterable<RecordRow>,
  given: Partial<LinkOptions> = {},
): Promise<Linkage> {
  const options = { ...LINK_DEFAULTS, ...given };
  const database = await openPairsDatabase(options);
  try {
    const records = await loadRecords(database, columns, rows, options.recordOf);
    const spellings = await comparedSpellings(database.connection, columns, options.names);
    return await link(database, spellings, records, options);
  } catch (error) {
    throw outgrown(error, options.memoryMib);
  } finally {
    database.close();
  }
}

async function link(
  { connection }: PairsDatabase,
  spellings: Spellings,
  records: number,
  options: LinkOptions,
): Promise<Linkage> {
  const { columns } = spellings;
  const several = options.recordOf !== null && options.recordOf.length > records;
  const allPairs = (records * (records - 1)) / 2;
  const same = await weighValues(connection, columns, several);
  const budget = options.budget ?? Math.max(3_000_000, 12 * records);
  const rules = allPairs <= budget ? [] : await costRules(connection, columns, records, budget);
  await makePairs(connection, columns, rules);
  await spellings.weigh('pairs');
  await connection.run(`create table cmp as ${compare(columns, 'pairs', several)}`);
  const patterns = await patternsOf(connection, columns, 'cmp');
  const random =
    rules.length === 0 && allPairs <= RANDOM_PAIRS * 8
      ? patterns
      : await randomPatterns(connection, spellings, records, several);
  const covered = (set: readonly number[]): boolean => {
    const rule: BlockingRule = { keys: set.map((column) => ({ column, part: 'same' as const })) };
    return rules.length === 0 || rules.some((one) => implies(rule, one));
  };
  const u = ratesOfRandomPairs(random, columns, same);
  const model = trainModel({ columns, patterns, u, allPairs, covered, recall: options.recall });
  await connection.run('create table mem (id integer, s integer)');
  const first = await weighPairs(connection, model, patterns, { least: options.least, several });
  await fillComponents(connection, records, first, options.possible);
  const added = rules.length === 0 ? 0 : await completeComponents(connection, spellings, several);
  const all = added === 0 ? patterns : await patternsOf(connection, columns, 'cmp');
  const pairs = await weighPairs(connection, model, all, { least: options.least, several });
  return {
    records,
    model,
    rules,
    patterns: all,
    compared: all.reduce((sum, one) => sum + one.pairs, 0),
    pairs,
  };
}

/**
 * The query that compares the pairs of a table: `l`, `r`, the pattern's number, and the rarity of what agrees, in bits; with
 * several spellings the rows `a`, `b` that agree best.
 */
function compare(columns: readonly LinkColumn[], table: string, several: boolean): string {
  const places = placeValues(columns);
  const pattern = columns
    .map((_, at) => `(1 + ${levelOf(columns, at)})::integer * ${places[at]}`)
    .join(' + ');
  const rarity = columns.flatMap(({ kind }, at) =>
    WEIGHED_BY_VALUE.has(kind)
      ? [`case when l.c${at} = r.c${at}${notAcross(columns, at)} then l.i${at} else 0 end`]
      : [],
  );
  const outer = `(${pattern})::bigint p, (${rarity.join(' + ') || '0'})::float rare`;
  const used = [...new Set(outer.match(/\b[lr]\.[a-z]\d+/g) ?? [])];
  const measures = columns.flatMap((column, at) => {
    if (column.kind === 'across-scripts') return [`d${at}.level m${at}`];
    const measure = measureOf(column, at);
    return measure === null ? [] : [`${measure} m${at}`];
  });
  const joins = columns.flatMap(({ kind }, at) =>
    kind === 'across-scripts'
      ? [
          ` left join d${at} on d${at}.a = least(l.y${at}, r.y${at}) and d${at}.b = greatest(l.y${at}, r.y${at})`,
        ]
      : [],
  );
  const rows = several ? ['l.id a', 'r.id b'] : [];
  const inner = [
    't.l',
    't.r',
    ...rows,
    ...used.map((name) => `${name} ${flat(name)}`),
    ...measures,
    ...exchangeMeasure(columns),
  ];
  const from = `(select ${inner.join(', ')}
    from ${table} t join r l on l.who = t.l join r on r.who = t.r${joins.join('')})`;
  return several
    ? `select l, r, a, b, ${flat(outer)} from ${from}
       qualify row_number() over (partition by l, r order by ${flat(likeness(columns))} desc, a, b) = 1`
    : `select l, r, ${flat(outer)} from ${from}`;
}

/** What two spellings are chosen by: how far names and places agree; very alike across scripts is less than nearly the same within one. */
function likeness(columns: readonly LinkColumn[]): string {
  const terms = columns.flatMap(({ kind }, at) =>
    SPELT.has(kind)
      ? [`greatest(${levelOf(columns, at)}, 0) * ${kind === 'across-scripts' ? 0.7 : 1} / ${topLevel(kind)}`]
      : [],
  );
  return terms.length === 0 ? '0' : terms.join(' + ');
}

/** Kinds that a record may spell in several ways. */
const SPELT: ReadonlySet<ColumnKind> = new Set(['given', 'family', 'name', 'place', 'across-scripts']);

/** Values that agree weigh by their rarity unless they are compared across scripts. */
function notAcross(columns: readonly LinkColumn[], at: number): string {
  const across = acrossScripts(columns, at, '');
  return across === '' ? '' : ` and not (${acrossScripts(columns, at, ' or ').slice(4)})`;
}

/** `l.c0` as the inner query names it. */
function flat(sql: string): string {
  return sql.replace(/\b([lr])\.([a-z]\d+)/g, '$1_$2');
}

async function randomPatterns(
  connection: DuckDBConnection,
  { columns, weigh }: Spellings,
  records: number,
  several: boolean,
): Promise<readonly PatternCount[]> {
  await connection.run(
    `create table rnd as select l, r from (select (hash(i, 1) % ${records})::integer l, (hash(i, 2) % ${records})::integer r from range(${RANDOM_PAIRS}) t(i)) where l <> r`,
  );
  await weigh('rnd');
  return patternsOf(connection, columns, `(${compare(columns, 'rnd', several)})`);
}

async function patternsOf(
  connection: DuckDBConnection,
  columns: readonly LinkColumn[],
  from: string,
): Promise<readonly PatternCount[]> {
  const rows = await rowsOf(connection, `select p, count(*) from ${from} group by p order by p`);
  return rows.map(([code, pairs]) => ({
    code: Number(code),
    pairs: Number(pairs),
    levels: decodePattern(Number(code), columns),
  }));
}

/** Records of one component are compared with each other, all of them, up to this many. */
const LARGEST_COMPLETED = 60;

/** Notes which records hang together by possible pairs: the table `mem`, for components of three records or more that are completed. */
async function fillComponents(
  connection: DuckDBConnection,
  records: number,
  { left, right, weight }: LinkedPairs,
  possible: number,
): Promise<void> {
  const sets = disjointSets(records);
  const size = new Int32Array(records).fill(1);
  for (let at = 0; at < left.length; at += 1) {
    if ((weight[at] ?? 0) < possible) continue;
    const [a, b] = [sets.find(left[at] ?? 0), sets.find(right[at] ?? 0)];
    if (a !== b) size[sets.join(a, b)] = (size[a] ?? 1) + (size[b] ?? 1);
  }
  const appender = await connection.createAppender('mem');
  const chunk = DuckDBDataChunk.create([INTEGER, INTEGER], 2048);
  const members = Array.from({ length: records }, (_, at) => at).filter((at) => {
    const many = size[sets.find(at)] ?? 1;
    return many > 2 && many <= LARGEST_COMPLETED;
  });
  for (let from = 0; from < members.length; from += 2048) {
    const part = members.slice(from, from + 2048);
    chunk.reset();
    chunk.setColumns([part, part.map((at) => sets.find(at))]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** Compares the pairs inside components that no blocking rule gave; returns how many. */
async function completeComponents(
  connection: DuckDBConnection,
  { columns, weigh }: Spellings,
  several: boolean,
): Promise<number> {
  await connection.run(
    `create table more as select a.id l, b.id r from mem a join mem b on a.s = b.s and a.id < b.id anti join pairs p on p.l = a.id and p.r = b.id`,
  );
  await weigh('more');
  const [row] = await rowsOf(connection, 'select count(*) from more');
  await connection.run(`insert into cmp ${compare(columns, 'more', several)}`);
  return Number(row?.[0] ?? 0);
}

async function weighPairs(
  connection: DuckDBConnection,
  model: LinkageModel,
  patterns: readonly PatternCount[],
  { least, several }: { readonly least: number; readonly several: boolean },
): Promise<LinkedPairs> {
  await connection.run('create or replace table wt (p bigint, place integer, w float)');
  const appender = await connection.createAppender('wt');
  for (const [at, { code, levels }] of patterns.entries()) {
    appender.appendBigInt(BigInt(code));
    appender.appendInteger(at);
    appender.appendFloat(patternWeight(model, levels));
    appender.endRow();
  }
  appender.closeSync();
  const weighed = model.columns.flatMap(({ kind }, at) => (WEIGHED_BY_VALUE.has(kind) ? [at] : []));
  const result = await connection.runAndReadAll(
    `select l, r, ${several ? 'cmp.a, cmp.b' : 'l la, r ra'}, place, (w + rare)::float x${weighed.map((at) => `, q.i${at}`).join('')}
     from cmp join wt using (p) join r q on q.id = ${several ? 'cmp.a' : 'l'}
     left join mem one on one.id = l left join mem other on other.id = r
     where w + rare >= ${least} or one.s = other.s order by l, r`,
  );
  const [left = [], right = [], leftRow = [], rightRow = [], pattern = [], weight = [], ...rare] =
    result.getColumns() as number[][];
  return {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    leftRow: Int32Array.from(leftRow),
    rightRow: Int32Array.from(rightRow),
    pattern: Int32Array.from(pattern),
    weight: Float32Array.from(weight),
    rarity: model.columns.map((_, at) =>
      weighed.includes(at) ? Float32Array.from(rare[weighed.indexOf(at)] ?? [], (bits) => bits ?? 0) : null,
    ),
  };
}
