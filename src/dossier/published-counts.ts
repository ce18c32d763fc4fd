/** Counts that left a compartment of cases, as a publication shows them: cells that are withheld stay so, and nobody is named. */
import { labelsOf } from '../reckon/disclosure/cell-grid.ts';
import { type CountGrid, countGrid } from '../reckon/disclosure/count-grid.ts';
import type { DisclosureRule } from '../reckon/disclosure/disclosure-rule.ts';
import type { ReleasedTable } from '../reckon/disclosure/release.ts';
import { edtfWords } from './edtf-words.ts';
import { counted, numberWords } from './figure-words.ts';

/** Signed by two members of a compartment. */
export interface PublishedCounts {
  readonly id: string;
  readonly rule: DisclosureRule;
  readonly tables: readonly ReleasedTable[];
  /** When the second member signed; an instant in UTC, ISO 8601. */
  readonly releasedAt: string;
}

/** One table with its words. */
interface CountsTable {
  readonly id: string;
  readonly caption: string;
  /** What is counted, on which day, and how many cells are withheld. */
  readonly lead: string;
  /** How few are protected. */
  readonly rule: string;
  readonly columns: readonly string[];
  /** One for each line: its labels, then the counts. */
  readonly rows: readonly (readonly string[])[];
}

/** What stands in a withheld cell. */
export const WITHHELD = 'withheld';

const AXES: Readonly<Record<string, string>> = {
  state: 'state or authority',
  period: 'period of asking',
};

/**
 * The tables of released counts, in order.
 *
 * @example
 * countsTables(view.counts)[0]?.rows;
 */
export function countsTables(counts: readonly PublishedCounts[]): readonly CountsTable[] {
  return counts.flatMap(({ id, rule, tables, releasedAt }) =>
    tables.map(({ axes, cells, population, asOf }) => {
      const grid = countGrid(cells.map((count, cell) => ({ labels: labelsOf(axes, cell), count })));
      const names = axes.map(({ name }) => AXES[name] ?? name);
      const withheld = cells.filter((cell) => cell === null).length;
      const hidden = withheld === 0 ? 'no cell withheld' : `${counted(withheld, 'cell')} withheld`;
      return {
        id,
        caption: `${sentence(population)} by ${names.join(' and ')}`,
        lead: `${sentence(population)} on ${edtfWords(asOf)}; ${hidden}. Released on ${edtfWords(releasedAt.slice(0, 10))}: prepared by one member of a team and signed by another.`,
        rule: ruleWords(rule),
        columns: columnsOf(grid, names),
        rows: rowsOf(grid),
      };
    }),
  );
}

function columnsOf({ across }: CountGrid, names: readonly string[]): readonly string[] {
  if (across.length === 0) return [names.join(' · '), 'number'];
  return [names.slice(0, -1).join(' · '), ...across];
}

function rowsOf({ down }: CountGrid): CountsTable['rows'] {
  return down.map(({ labels, counts }) => [
    labels.join(' · '),
    ...counts.map((count) => (count === null ? WITHHELD : numberWords(count))),
  ]);
}

function ruleWords({ kind, threshold, protection, base }: DisclosureRule): string {
  return kind === 'round'
    ? `Every number is rounded to a multiple of ${base}, so that sums need not add up.`
    : `Numbers below ${threshold} are withheld, and with them as many others as it takes: whoever adds and subtracts is left with a range of at least ${protection}. A withheld cell may be small, large or empty.`;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
