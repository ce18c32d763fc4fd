/** Checks tables of counts that somebody has as files, without a vault: what may be published of them, and what an attacker gets. */
import type { CountSheet } from '../../exchange/count-sheet.ts';
import { labelsOf } from '../../reckon/disclosure/cell-grid.ts';
import type { DisclosureRule } from '../../reckon/disclosure/disclosure-rule.ts';
import { type PreparedTables, prepareTables } from '../../reckon/disclosure/prepare-release.ts';
import type { ReleasedTable } from '../../reckon/disclosure/release.ts';
import type { SolveLinear } from '../../reckon/linear-programme.ts';
import { releasedSheet, type SheetReading, tableOfSheet } from './sheet-tables.ts';

export type { AxisSum } from '../../reckon/disclosure/axis.ts';
export { type DisclosureRule, disclosureRule } from '../../reckon/disclosure/disclosure-rule.ts';

/** A table as it may be published. */
export interface CheckedTable {
  readonly file: string;
  readonly axes: readonly string[];
  readonly rows: readonly { readonly labels: readonly string[]; readonly count: number | null }[];
}

export interface CheckedSheets {
  readonly rule: DisclosureRule;
  readonly tables: readonly CheckedTable[];
  /** Numbers that had to be protected: cells of few people, full rows, and small changes since earlier tables. */
  readonly protectedNumbers: number;
  readonly withheld: number;
  /** Cells withheld only to protect others, and the people in them. */
  readonly complementary: number;
  readonly cost: number;
  /** The least that any protection costs, as far as it was searched; null: not searched. */
  readonly leastCost: number | null;
  /** What anybody computes who has these tables and the earlier ones; `high` null: nothing bounds it. */
  readonly intervals: readonly {
    readonly file: string;
    readonly labels: readonly string[];
    readonly low: number;
    readonly high: number | null;
    readonly recovered: boolean;
  }[];
  /** The same of changes between an earlier table and these. */
  readonly changes: readonly {
    readonly labels: readonly string[];
    readonly since: string;
    readonly low: number | null;
    readonly high: number | null;
    readonly recovered: boolean;
  }[];
}

/** Days that stand for the order of files: nothing is known of theirs. */
const dayOf = (turn: number): string => `0001-01-${String(turn + 1).padStart(2, '0')}`;

/** Earlier files, at most. */
export const MOST_EARLIER = 27;

/**
 * Checks them.
 *
 * @param given `sheets` count the same people on the same day and are published together; `earlier` were published
 *   before, of other days, the oldest first
 * @throws OnRecordError as `prepareTables`
 * @example
 * checkSheets({ sheets, earlier: [], reading, rule: disclosureRule(), solve }).intervals;
 */
export function checkSheets(given: {
  readonly sheets: readonly CountSheet[];
  readonly earlier: readonly CountSheet[];
  readonly reading: SheetReading;
  readonly rule: DisclosureRule;
  readonly solve: SolveLinear;
}): CheckedSheets {
  const { sheets, earlier, reading, rule, solve } = given;
  const before = earlier.map((sheet, turn) => ({
    id: sheet.file,
    rule,
    tables: [releasedSheet(sheet, { ...reading, sensitive: [] }, dayOf(turn))],
  }));
  const tables = sheets.map((sheet) => tableOfSheet(sheet, reading, dayOf(earlier.length)));
  const prepared = prepareTables({ tables, rule, earlier: before, solve });
  return { rule, ...summary(prepared), ...learned(prepared, earlier) };
}

/**
 * Released tables row by row, for showing.
 *
 * @example
 * shownTables(release.tables)[0]?.rows;
 */
export function shownTables(tables: readonly ReleasedTable[]): readonly CheckedTable[] {
  return tables.map(({ name, axes, cells }) => ({
    file: name,
    axes: axes.map((axis) => axis.name),
    rows: cells.map((count, cell) => ({ labels: labelsOf(axes, cell), count })),
  }));
}

function summary({ tables, protectedNumbers, complementary, cost, leastCost }: PreparedTables) {
  const checked = shownTables(tables);
  const withheld = checked.flatMap(({ rows }) => rows).filter(({ count }) => count === null).length;
  return { tables: checked, protectedNumbers, withheld, complementary, cost, leastCost };
}

function learned({ attack }: PreparedTables, earlier: readonly CountSheet[]) {
  const day = dayOf(earlier.length);
  return {
    intervals: attack.cells.map(({ table, labels, low, high, recovered }) => ({
      file: table,
      labels,
      low,
      high,
      recovered,
    })),
    changes: attack.changes
      .filter(({ to }) => to === day)
      .map(({ labels, from, low, high, recovered }) => ({
        labels,
        since: earlier[Number(from.slice(-2)) - 1]?.file ?? from,
        low,
        high,
        recovered,
      })),
  };
}
