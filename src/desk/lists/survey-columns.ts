/**
 * A first walk through a table: what each column holds, before a cell is read. It shows in which order dates are written,
 * whether a column changes its type on the way, and how many names are missing. What it holds does not grow with the rows.
 */
import type { ListProperty } from '../../record/victim-list.ts';
import type { TableRow } from '../ports/list-files.ts';
import { orderShown } from './read-date.ts';
import { asciiDigits, cellText } from './reading.ts';
import { saysUnknown } from './unknown-words.ts';

/** What a cell looks like. */
export type Shape = 'number' | 'date' | 'words';

/** Cells of one shape in one column: how many, and in which rows the first and the last stand. */
export interface ShapeCount {
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

export interface ColumnSurvey {
  readonly header: string;
  readonly filled: number;
  readonly empty: number;
  readonly shapes: Readonly<Partial<Record<Shape, ShapeCount>>>;
  /** Dates such as 13/04/2021 by the order that they show; `either` could be both. */
  readonly orders: Readonly<Record<'dmy' | 'mdy' | 'either', ShapeCount>>;
}

export interface TableSurvey {
  /** Rows below the head that have something in them. */
  readonly rows: number;
  readonly columns: readonly ColumnSurvey[];
}

type Count = { -readonly [K in keyof ShapeCount]: ShapeCount[K] };
interface Draft {
  filled: number;
  readonly shapes: Partial<Record<Shape, Count>>;
  readonly orders: Record<'dmy' | 'mdy' | 'either', Count>;
}

/** A survey that grows row by row. */
export interface GrowingSurvey {
  add(row: TableRow): void;
  whole(): TableSurvey;
}

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const BEGINS_AS_NUMBER = /^[-\d٠-٩۰-۹]/;
const DATE = /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ].*)?|\d{4}-\d{2}(?:-[\dX]{2})?[?~%]?)$/;

/**
 * Starts a survey.
 *
 * @example
 * const survey = startSurvey(['Name', 'Age']);
 */
export function startSurvey(headers: readonly string[]): GrowingSurvey {
  const drafts = headers.map(
    (): Draft => ({ filled: 0, shapes: {}, orders: { dmy: none(), mdy: none(), either: none() } }),
  );
  let rows = 0;
  return {
    add: ({ row, cells }) => {
      rows += 1;
      for (const [at, draft] of drafts.entries()) addCell(draft, cellText(cells[at] ?? ''), row);
    },
    whole: () => ({
      rows,
      columns: drafts.map(({ filled, shapes, orders }, at) => ({
        header: headers[at] ?? '',
        filled,
        empty: rows - filled,
        shapes,
        orders,
      })),
    }),
  };
}

function none(): Count {
  return { count: 0, first: 0, last: 0 };
}

function addCell(draft: Draft, text: string, row: number): void {
  if (saysUnknown(text)) return;
  draft.filled += 1;
  const shape = shapeOf(text);
  draft.shapes[shape] ??= none();
  countIn(draft.shapes[shape], row);
  const order = shape === 'date' ? orderShown(text) : null;
  if (order !== null) countIn(draft.orders[order], row);
}

function countIn(count: Count, row: number): void {
  if (count.count === 0) count.first = row;
  count.count += 1;
  count.last = row;
}

function shapeOf(text: string): Shape {
  if (!BEGINS_AS_NUMBER.test(text)) return 'words';
  const plain = asciiDigits(text);
  if (NUMBER.test(plain)) return 'number';
  return DATE.test(plain) ? 'date' : 'words';
}

/** Cells that must look alike on each side of a change of type. */
const ENOUGH = 5;

/**
 * Where a column changes what it holds: all cells above the row look one way, all below another.
 *
 * @returns null when it does not
 * @example
 * typeChange(column); // { from: 'date', to: 'number', row: 412 }
 */
export function typeChange({
  shapes,
}: Pick<ColumnSurvey, 'shapes'>): { readonly from: Shape; readonly to: Shape; readonly row: number } | null {
  const all = (Object.entries(shapes) as [Shape, ShapeCount][]).filter(([, { count }]) => count >= ENOUGH);
  for (const [from, before] of all)
    for (const [to, after] of all) if (before.last < after.first) return { from, to, row: after.first };
  return null;
}

/** Properties whose cells may look any way. */
const ANY_SHAPE: ReadonlySet<ListProperty> = new Set<ListProperty>([
  'id',
  'note',
  'status',
  'manner',
  'lived-at',
]);

/**
 * Whether a change of type in a column of this property is a fault.
 *
 * @example
 * mindsShapes('age'); // true
 */
export function mindsShapes(property: ListProperty): boolean {
  return !ANY_SHAPE.has(property);
}
