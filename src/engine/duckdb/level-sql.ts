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
  given: nameCases,
  family: nameCases,
  name: (at) => `when l.c${at} = r.c${at} then 7
    when l.o${at} = r.o${at} then 6
    when m${at} >= 0.92 then 5
    when ${sound(at)} then 4
    when m${at} >= 0.85 then 3
    when list_has_any(string_split(l.c${at}, ' '), string_split(r.c${at}, ' ')) then 2
    when m${at} >= 0.7 then 1`,
  date: (at) => `when l.c${at} = r.c${at} then 8
    when length(l.c${at}) = 10 and length(r.c${at}) = 10 and l.c${at}[1:4] = r.c${at}[1:4]
      and l.c${at}[6:7] = r.c${at}[9:10] and l.c${at}[9:10] = r.c${at}[6:7] then 7
    when m${at} <= 1 then 6
    when starts_with(l.c${at}, r.c${at}) or starts_with(r.c${at}, l.c${at})
      then case when least(length(l.c${at}), length(r.c${at})) >= 7 then 5 else 4 end
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

function nameCases(at: number, columns: readonly LinkColumn[]): string {
  return `when l.c${at} = r.c${at} then 8 ${swappedCase(at, columns)}
    when m${at} >= 0.92 then 6
    when ${sound(at)} then 5
    when m${at} >= 0.85 then 4 ${nearlySwappedCase(at, columns)}
    when (length(l.c${at}) = 1 or length(r.c${at}) = 1) and l.c${at}[1] = r.c${at}[1] then 2
    when m${at} >= 0.7 then 1`;
}

function swappedCase(at: number, columns: readonly LinkColumn[]): string {
  const names = givenAndFamily(columns);
  if (names === null || !names.includes(at)) return '';
  const [given, family] = names;
  return `when l.c${given} = r.c${family} and l.c${family} = r.c${given} then 7`;
}

/** How alike two names are when they are taken for the other part each, for the given name; it tells of both, so the family name tells nothing. */
function nearlySwappedCase(at: number, columns: readonly LinkColumn[]): string {
  const names = givenAndFamily(columns);
  if (names === null || !names.includes(at)) return '';
  const [given] = names;
  if (at === given) return `when w${given} >= ${NEARLY_SWAPPED} then 3`;
  return `when w${given} >= ${NEARLY_SWAPPED} then case when l.c${given} is null or r.c${given} is null then 3 else -1 end`;
}

const NEARLY_SWAPPED = 0.8;

/** Likeness of one record's given to the other's family name; an initial is a little like the whole name. */
function crossed(a: string, b: string): string {
  return `case when length(${a}) = 1 or length(${b}) = 1 then case when ascii(${a}) = ascii(${b}) then 0.85 else 0 end else jaro_winkler_similarity(${a}, ${b}) end`;
}

/**
 * How far a pair's given and family names are exchanged, 0 to 1, for the inner query, as `wN` of the given name's column: the lesser
 * of two likenesses; where a part is missing on one side, 1 when the other part is the same and 0 else. None without both columns.
 *
 * @example
 * exchangeMeasure([{ name: 'given', kind: 'given' }, { name: 'family', kind: 'family' }]);
 */
export function exchangeMeasure(columns: readonly LinkColumn[]): readonly string[] {
  const names = givenAndFamily(columns);
  if (names === null) return [];
  const [given, family] = names;
  const [lg, lf, rg, rf] = [`l.c${given}`, `l.c${family}`, `r.c${given}`, `r.c${family}`];
  return [
    `(case when ${lg} = ${rg} or ${lf} = ${rf} then 0
      when ${lg} is null or ${rf} is null then case when ${lf} = ${rg} then 1 else 0 end
      when ${lf} is null or ${rg} is null then case when ${lg} = ${rf} then 1 else 0 end
      when ascii(${lg}) = ascii(${rf}) or ascii(${lf}) = ascii(${rg}) then least(${crossed(lg, rf)}, ${crossed(lf, rg)})
      else 0 end)::float w${given}`,
  ];
}

/** The first column of each: an exchange is looked for between these two. */
function givenAndFamily(columns: readonly LinkColumn[]): readonly [number, number] | null {
  const given = columns.findIndex(({ kind }) => kind === 'given');
  const family = columns.findIndex(({ kind }) => kind === 'family');
  return given < 0 || family < 0 ? null : [given, family];
}
