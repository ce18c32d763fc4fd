/**
 * When a pair reaches a comparison level, as SQL over two rows `l` and `r` of the records table: column `c0` is the value of the
 * first compared column, `s0` its sound key. Levels and their order: `reckon/linkage/columns.ts`. A similarity is computed once,
 * in the inner query (`measureOf`), and read in the outer one (`levelOf`): DuckDB does not lift it out of a CASE.
 */
import type { ColumnKind, LinkColumn } from '../../reckon/linkage/columns.ts';

const jaroWinkler = (at: number): string => `jaro_winkler_similarity(l.c${at}, r.c${at})`;
const edits = (at: number): string => `levenshtein(l.c${at}, r.c${at})`;

const MEASURES: Readonly<Record<ColumnKind, ((at: number) => string) | null>> = {
  given: jaroWinkler,
  family: jaroWinkler,
  name: jaroWinkler,
  date: edits,
  year: edits,
  month: null,
  day: edits,
  age: (at) => `abs(l.c${at}::integer - r.c${at}::integer)`,
  sex: null,
  place: jaroWinkler,
  code: edits,
  text: jaroWinkler,
  'across-scripts': null,
};

/**
 * The similarity of a column for the inner query; null where equality is all that is asked.
 *
 * @example
 * measureOf({ name: 'family', kind: 'family' }, 0);
 */
export function measureOf({ kind }: LinkColumn, at: number): string | null {
  const measure = MEASURES[kind];
  if (measure === null) return null;
  const whole = kind === 'age' || measure === edits;
  return `case when l.c${at} = r.c${at} then ${whole ? 0 : 1} else ${measure(at)} end${whole ? '' : '::float'}`;
}

/** Sound keys agree and are long enough to mean something. */
const sound = (at: number): string => `(l.s${at} = r.s${at} and length(l.s${at}) >= 2)`;

/**
 * The number of the level, 0-based, as SQL; -1 without a value.
 *
 * @param at place of the column, 0-based
 * @param columns all of them, for names whose parts are swapped
 * @example
 * levelOf([{ name: 'sex', kind: 'sex' }], 0);
 */
export function levelOf(columns: readonly LinkColumn[], at: number): string {
  const kind = columns[at]?.kind ?? 'text';
  if (kind === 'across-scripts') return `coalesce(m${at}, -1)`;
  const cases = CASES[kind](at, columns);
  return `case when l.c${at} is null or r.c${at} is null${acrossScripts(columns, at, ' or ')} then -1 ${cases} else 0 end`;
}

/**
 * Whether a pair's spellings in a name column are in different scripts and compared as such, as SQL; empty where no list mixes
 * scripts.
 *
 * @param before what joins it to the SQL before it
 * @example
 * acrossScripts([{ name: 'family', kind: 'family' }], 0, ' or '); // ''
 */
export function acrossScripts(columns: readonly LinkColumn[], at: number, before: string): string {
  return columns
    .flatMap(({ across }, place) => (across?.of === at ? [`${before}m${place} is not null`] : []))
    .join('');
}

const CASES: Readonly<
  Record<Exclude<ColumnKind, 'across-scripts'>, (at: number, columns: readonly LinkColumn[]) => string>
> = {
  given: (at, columns) => nameCases(at, columns, 'family'),
  family: (at, columns) => nameCases(at, columns, 'given'),
  name: (at) => `when l.c${at} = r.c${at} then 7
    when l.o${at} = r.o${at} then 6
    when m${at} >= 0.92 then 5
    when ${sound(at)} then 4
    when m${at} >= 0.85 then 3
    when list_has_any(string_split(l.c${at}, ' '), string_split(r.c${at}, ' ')) then 2
    when m${at} >= 0.7 then 1`,
  date: (at) => `when l.c${at} = r.c${at} then 6
    when length(l.c${at}) = 10 and length(r.c${at}) = 10 and l.c${at}[1:4] = r.c${at}[1:4]
      and l.c${at}[6:7] = r.c${at}[9:10] and l.c${at}[9:10] = r.c${at}[6:7] then 5
    when m${at} <= 1 then 4
    when length(l.c${at}) >= 7 and l.c${at}[1:7] = r.c${at}[1:7] then 3
    when m${at} <= 2 then 2
    when l.c${at}[1:4] = r.c${at}[1:4] then 1`,
  year: (at) =>
    `when m${at} = 0 then 3 when abs(try_cast(l.c${at} as integer) - try_cast(r.c${at} as integer)) = 1 then 2 when m${at} <= 1 then 1`,
  month: (at) => `when l.c${at} = r.c${at} then 1`,
  day: (at) => `when m${at} = 0 then 2 when m${at} <= 1 then 1`,
  age: (at) =>
    `when m${at} = 0 then 4 when m${at} <= 1 then 3 when m${at} <= 2 then 2 when m${at} <= 5 then 1`,
  sex: (at) => `when l.c${at} = r.c${at} then 1`,
  place: (at) => `when l.c${at} = r.c${at} then 3 when m${at} >= 0.9 then 2
    when least(length(l.c${at}), length(r.c${at})) >= 4 and (contains(l.c${at}, r.c${at}) or contains(r.c${at}, l.c${at})) then 1`,
  code: (at) => `when m${at} = 0 then 3 when m${at} <= 1 then 2 when m${at} <= 2 then 1`,
  text: (at) =>
    `when l.c${at} = r.c${at} then 4 when m${at} >= 0.92 then 3 when m${at} >= 0.85 then 2 when m${at} >= 0.7 then 1`,
};

function nameCases(at: number, columns: readonly LinkColumn[], other: ColumnKind): string {
  const kind = columns[at]?.kind;
  const beside = columns.findIndex((column) => column.kind === other);
  const first = columns.findIndex((column) => column.kind === kind) === at;
  const swapped =
    beside >= 0 && first ? `when l.c${at} = r.c${beside} and l.c${beside} = r.c${at} then 6` : '';
  return `when l.c${at} = r.c${at} then 7 ${swapped}
    when m${at} >= 0.92 then 5
    when ${sound(at)} then 4
    when m${at} >= 0.85 then 3
    when (length(l.c${at}) = 1 or length(r.c${at}) = 1) and l.c${at}[1] = r.c${at}[1] then 2
    when m${at} >= 0.7 then 1`;
}
