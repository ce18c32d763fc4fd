/** How checked tables of counts are said on a terminal: as they may be published, then what an attacker gets. */
import type { CheckedSheets, CheckedTable } from '../desk/disclosure/check-sheets.ts';
import { columnsOf, cut, ink, type Paper, pad } from './paper.ts';
import { counted, heading, numberWords, para } from './words.ts';

/** What stands where a number is withheld. */
const WITHHELD = '×';
/** Intervals that are told one by one. */
const MOST_TOLD = 40;

/**
 * The whole page.
 *
 * @example
 * terminal.out(...countsLines(checked, terminal.paper));
 */
export function countsLines(checked: CheckedSheets, paper: Paper): readonly string[] {
  return [
    ...tableLines(checked.tables, paper),
    '',
    ...para(verdict(checked), paper),
    ...attackLines(checked, paper),
  ];
}

/**
 * Tables as they would be published.
 *
 * @example
 * terminal.out(...tableLines(shown.tables, terminal.paper));
 */
export function tableLines(tables: readonly CheckedTable[], paper: Paper): readonly string[] {
  return tables.flatMap((table) => [...heading(table.file, paper), ...gridLines(table, paper)]);
}

/**
 * What an attacker gets, and what that does not cover.
 *
 * @example
 * terminal.out(...attackLines(shown, terminal.paper));
 */
export function attackLines(
  attacked: Pick<CheckedSheets, 'intervals' | 'changes'>,
  paper: Paper,
): readonly string[] {
  return [
    ...intervalLines(attacked, paper),
    ...changeLines(attacked, paper),
    '',
    ...para(LIMITS, paper).map((line) => ink(paper, 'dim', line)),
  ];
}

const LIMITS =
  'This holds against somebody who has these tables and the earlier ones. Somebody who is in a table, or knows people who are, can subtract them.';

/**
 * What was withheld and what it took, in sentences.
 *
 * @example
 * verdict(checked);
 */
export function verdict({
  rule,
  protectedNumbers,
  withheld,
  complementary,
  cost,
  leastCost,
}: Omit<CheckedSheets, 'tables' | 'intervals' | 'changes'>): string {
  const few = `fewer than ${rule.threshold} people`;
  if (protectedNumbers === 0 && withheld === 0) return `No cell counts ${few}: nothing has to be withheld.`;
  const how = rule.kind === 'round' ? `Rounded to multiples of ${rule.base}. ` : '';
  const price =
    complementary === 0
      ? ''
      : `, ${numberWords(complementary)} of them only to protect others (${numberWords(cost)} people in them${cheapness(cost, leastCost)})`;
  const hidden = withheld === 0 ? '' : `Withheld (${WITHHELD}): ${counted(withheld, 'cell')}${price}. `;
  return `${how}${hidden}Numbers that needed protection: ${numberWords(protectedNumbers)} (${few}, a full row, or a small change). The attack recovers none of them.`;
}

function cheapness(cost: number, leastCost: number | null): string {
  if (leastCost === null) return '';
  return leastCost >= cost
    ? ', the least possible'
    : `; at least ${numberWords(Math.ceil(leastCost))} are unavoidable`;
}

function intervalLines({ intervals }: Pick<CheckedSheets, 'intervals'>, paper: Paper): readonly string[] {
  if (intervals.length === 0) return [];
  const several = new Set(intervals.map(({ file }) => file)).size > 1;
  const told = intervals
    .slice(0, MOST_TOLD)
    .map(
      ({ file, labels, low, high }) =>
        [`${several ? `${file}: ` : ''}${labels.join(' · ')}`, between(low, high)] as const,
    );
  const more = intervals.length - told.length;
  return [
    '',
    ...para('An attacker who adds and subtracts learns at most:', paper),
    ...told.map(([cell, what]) => `  ${cell}: ${what}`).map((line) => cut(line, paper.width)),
    ...(more > 0 ? [`  and ${numberWords(more)} more (--json gives all)`] : []),
  ];
}

function changeLines({ changes }: Pick<CheckedSheets, 'changes'>, paper: Paper): readonly string[] {
  const small = changes.filter(({ low, high }) => low !== high);
  if (small.length === 0) return [];
  return [
    '',
    ...para('And of changes since earlier tables:', paper),
    ...small
      .slice(0, MOST_TOLD)
      .map(({ labels, since, low, high }) => `  ${labels.join(' · ')} since ${since}: ${low} to ${high}`)
      .map((line) => cut(line, paper.width)),
    ...(small.length > MOST_TOLD
      ? [`  and ${numberWords(small.length - MOST_TOLD)} more (--json gives all)`]
      : []),
  ];
}

function between(low: number, high: number | null): string {
  return high === null ? `${numberWords(low)} or more` : `${numberWords(low)} to ${numberWords(high)}`;
}

/** The last axis across, the others down. */
function gridLines({ axes, rows }: CheckedTable, paper: Paper): readonly string[] {
  const down = new Map<string, string[]>();
  const across: string[] = axes.length > 1 ? [] : ['count'];
  for (const { labels, count } of rows) {
    const said = count === null ? WITHHELD : numberWords(count);
    const left = (axes.length > 1 ? labels.slice(0, -1) : labels).join(' · ');
    const last = labels.at(-1) ?? '';
    if (axes.length > 1 && !across.includes(last)) across.push(last);
    down.set(left, [...(down.get(left) ?? []), said]);
  }
  const first = (axes.length > 1 ? axes.slice(0, -1) : axes).join(' · ');
  const lines = [[first, ...across], ...[...down].map(([left, cells]) => [left, ...cells])];
  const widths = [first, ...across].map((_, column) =>
    Math.max(...lines.map((line) => columnsOf(line[column] ?? ''))),
  );
  return lines.map((line) =>
    cut(
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? pad(cell, width) : ' '.repeat(width - columnsOf(cell)) + cell;
        })
        .join('  '),
      paper.width,
    ),
  );
}
