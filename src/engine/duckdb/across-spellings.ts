/**
 * Names in different scripts: finds the name columns whose values are in Latin and in another script with learned costs, gives
 * each record the number and the skeleton of its spelling, and weighs every pair of spellings that is asked for once. Lists of
 * one script pass through unchanged.
 */
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  INTEGER,
  TINYINT,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api';
import type { ColumnKind, LinkColumn } from '../../reckon/linkage/columns.ts';
import {
  acrossLevel,
  type PreparedSpelling,
  prepareLatin,
  prepareOwn,
} from '../../reckon/linkage/names/across-scripts.ts';
import {
  type NameCosts,
  readNameCosts,
  type StoredNameTables,
} from '../../reckon/linkage/names/name-costs.ts';
import type { PreparedName } from '../../reckon/linkage/names/name-evidence.ts';
import { NAME_SCRIPTS, type NameScript } from '../../reckon/linkage/names/name-letters.ts';

/** The columns of a linkage with those across scripts, and how their pairs of spellings are weighed. */
export interface Spellings {
  readonly columns: readonly LinkColumn[];
  /** Weighs the spellings of a table's pairs of records (`l`, `r`) into `dN (a, b, level)`, the N-th column's; what is there stays. */
  readonly weigh: (table: string) => Promise<void>;
}

const CHUNK = 2048;
/** Kinds that hold names of persons or places; `loadRecords` keeps their own letters. */
const SPELT: ReadonlySet<ColumnKind> = new Set(['given', 'family', 'name', 'place']);

/**
 * Adds a column `across-scripts` for every name column and script that the records mix with Latin, and to the table `rec`:
 * `yN` the number of the spelling, `xN` 0 for Latin and 1 for the other script, `kN` the skeleton.
 *
 * @param names null leaves everything as it is
 * @example
 * const { columns } = await comparedSpellings(connection, [{ name: 'family', kind: 'family' }], tables);
 */
export async function comparedSpellings(
  connection: DuckDBConnection,
  columns: readonly LinkColumn[],
  names: StoredNameTables | null,
): Promise<Spellings> {
  const all = [...columns];
  const weighers: ((table: string) => Promise<void>)[] = [];
  if (names !== null)
    for (const [of, { name, kind }] of columns.entries()) {
      if (!SPELT.has(kind)) continue;
      for (const script of await mixedScripts(connection, of)) {
        const at = all.length;
        all.push({ name: `${name}, ${script} and latin`, kind: 'across-scripts', across: { of, script } });
        weighers.push(await addSpellings(connection, at, of, script, readNameCosts(names[script])));
      }
    }
  return {
    columns: all,
    weigh: async (table) => {
      for (const weigh of weighers) await weigh(table);
    },
  };
}

async function mixedScripts(connection: DuckDBConnection, of: number): Promise<readonly NameScript[]> {
  const counts = NAME_SCRIPTS.map((script) => `count(*) filter (n${of}[1] = '${script[0]}')`);
  const result = await connection.runAndReadAll(
    `select count(*) filter (n${of} is null and c${of} is not null), ${counts.join(', ')} from rec`,
  );
  const [latin, ...own] = (result.getRows()[0] ?? []).map(Number);
  return NAME_SCRIPTS.filter((_, at) => (latin ?? 0) > 0 && (own[at] ?? 0) > 0);
}

/** Spellings by their number; one side of a pair is of the own script, the other Latin. */
interface Prepared {
  readonly own: ReadonlyMap<number, PreparedSpelling<PreparedName>>;
  readonly latin: ReadonlyMap<number, PreparedSpelling<string>>;
}

async function addSpellings(
  connection: DuckDBConnection,
  at: number,
  of: number,
  script: NameScript,
  costs: NameCosts,
): Promise<(table: string) => Promise<void>> {
  const key = `case when n${of} is null then c${of} when n${of}[1] = '${script[0]}' then n${of} end`;
  const found = await connection.runAndReadAll(
    `select distinct ${key} z from rec where ${key} is not null order by z`,
  );
  const spellings = found.getColumns()[0] as string[] | undefined;
  const own = new Map<number, PreparedSpelling<PreparedName>>();
  const latin = new Map<number, PreparedSpelling<string>>();
  const rows: (readonly (string | number)[])[] = [];
  for (const [id, spelling] of (spellings ?? []).entries()) {
    const ofOwn = spelling.startsWith(`${script[0]}:`);
    const prepared = ofOwn
      ? prepareOwn(script, costs, spelling.slice(2).split(' '))
      : prepareLatin(script, spelling);
    if (ofOwn) own.set(id, prepared as PreparedSpelling<PreparedName>);
    else latin.set(id, prepared as PreparedSpelling<string>);
    rows.push([spelling, id, ofOwn ? 1 : 0, prepared.skeleton]);
  }
  await connection.run(`create table sp (z varchar, y${at} integer, x${at} utinyint, k${at} varchar)`);
  await append(connection, 'sp', [VARCHAR, INTEGER, UTINYINT, VARCHAR], rows);
  await connection.run(
    `create table speltrec as select rec.*, y${at}, x${at}, k${at} from rec left join sp on sp.z = ${key}`,
  );
  await connection.run('drop table rec');
  await connection.run('drop table sp');
  await connection.run('alter table speltrec rename to rec');
  await connection.run(`create table d${at} (a integer, b integer, level tinyint)`);
  return (table) => weighPairs(connection, at, costs, { own, latin }, table);
}

async function weighPairs(
  connection: DuckDBConnection,
  at: number,
  costs: NameCosts,
  { own, latin }: Prepared,
  table: string,
): Promise<void> {
  const asked = await connection.runAndReadAll(
    `select a, b from (select distinct least(l.y${at}, r.y${at}) a, greatest(l.y${at}, r.y${at}) b
     from ${table} t join r l on l.who = t.l join r on r.who = t.r where l.x${at} <> r.x${at})
     anti join d${at} using (a, b)`,
  );
  const [as = [], bs = []] = asked.getColumns() as number[][];
  const rows = as.map((a, place): readonly number[] => {
    const b = bs[place] ?? 0;
    const [one, other] = [own.get(a) ?? own.get(b), latin.get(a) ?? latin.get(b)];
    return [a, b, one === undefined || other === undefined ? 0 : acrossLevel(costs, one, other)];
  });
  await append(connection, `d${at}`, [INTEGER, INTEGER, TINYINT], rows);
}

async function append(
  connection: DuckDBConnection,
  table: string,
  types: Parameters<typeof DuckDBDataChunk.create>[0],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  const chunk = DuckDBDataChunk.create(types, CHUNK);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    chunk.reset();
    chunk.setColumns(types.map((_, column) => part.map((row) => row[column] ?? null)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
