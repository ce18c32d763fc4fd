/** The head of a table: which row names the columns, and what they are called. Titles above the head are left alone. */
import type { ListFile, TableRow } from '../ports/list-files.ts';
import { propertyNamed } from './header-words.ts';
import { cellText } from './reading.ts';

export interface TableHead {
  /** Row that heads the columns, 1-based; 0: none. */
  readonly headerRow: number;
  /** One for each column, all different. */
  readonly headers: readonly string[];
}

/** Rows in which a head is looked for. */
const LOOKED_AT = 20;

/**
 * Reads the head of a table.
 *
 * @param asked the row that a person or a saved mapping names; null: found out
 * @example
 * (await tableHead(file, { sheet: null, headerRow: null })).headers; // ['No', 'Name', 'Died']
 */
export async function tableHead(
  file: ListFile,
  asked: { readonly sheet: string | null; readonly headerRow: number | null },
): Promise<TableHead> {
  const rows: TableRow[] = [];
  const wanted = asked.headerRow ?? LOOKED_AT;
  for await (const row of file.rows(asked.sheet)) {
    rows.push(row);
    if (rows.length >= LOOKED_AT && row.row >= wanted) break;
  }
  const headerRow = asked.headerRow ?? likelyHead(rows);
  const head = rows.find(({ row }) => row === headerRow);
  const width = Math.max(
    0,
    ...(headerRow === 0 ? rows : head === undefined ? [] : [head]).map(({ cells }) => cells.length),
  );
  return { headerRow, headers: headersOf(head?.cells ?? [], width) };
}

/** The row with the most headers that are known; without any, the first that is nearly as wide as the widest. */
function likelyHead(rows: readonly TableRow[]): number {
  const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell.trim() !== '').length;
  const known = (row: TableRow): number => row.cells.filter((cell) => propertyNamed(cell) !== null).length;
  const best = rows.reduce<TableRow | null>(
    (found, row) => (known(row) > (found === null ? 0 : known(found)) ? row : found),
    null,
  );
  if (best !== null) return best.row;
  const widest = Math.max(0, ...rows.map(filled));
  return rows.find((row) => filled(row) >= widest * 0.6)?.row ?? 1;
}

function headersOf(cells: readonly string[], width: number): readonly string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const header = cellText(cells[at] ?? '') || `column ${at + 1}`;
    const times = (seen.get(header) ?? 0) + 1;
    seen.set(header, times);
    return times === 1 ? header : `${header} (${times})`;
  });
}
