/**
 * A table in a workbook (.xlsx, ECMA-376 SpreadsheetML): one sheet read as a stream. A formula gives the value that was last
 * computed; cells merged downwards all hold the value of the first; dates come as ISO days. All three are noted.
 */
import type { ListFile, TableRow } from '../../desk/ports/list-files.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { type MergedDown, mergedDown } from './merged-cells.ts';
import { readSheet, type SheetNotes } from './sheet-rows.ts';
import type { AboutFile } from './text-table.ts';
import { dateStyles, sharedStrings, type WorkbookPlan, workbookPlan } from './workbook-parts.ts';
import { openParts, type ZipParts } from './zip-parts.ts';

interface Opened {
  readonly parts: ZipParts;
  readonly plan: WorkbookPlan;
  readonly strings: readonly string[];
  readonly dated: ReadonlySet<number>;
}

/**
 * Opens a workbook.
 *
 * @throws OnRecordError `unreadable-file`, `too-large`
 * @example
 * (await openWorkbook(about)).sheets; // ['List', 'Legend']
 */
export async function openWorkbook(about: AboutFile): Promise<ListFile> {
  const { path, ...rest } = about;
  const { plan } = await withParts(about, async (parts) => ({ plan: await workbookPlan(parts) }));
  let notes: readonly string[] = [];
  return {
    ...rest,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    sheets: plan.sheets.map(({ name }) => name),
    numbersAreDays: true,
    notes: () => notes,
    rows: (sheet) =>
      sheetRows(about, sheet, (told) => {
        notes = notesOf(told, plan, sheet);
      }),
  };
}

async function withParts<T>(about: AboutFile, work: (parts: ZipParts) => Promise<T>): Promise<T> {
  const parts = await openParts(about.path, about.shownAs);
  try {
    return await work(parts);
  } finally {
    parts.close();
  }
}

async function* sheetRows(
  about: AboutFile,
  name: string | null,
  tell: (notes: SheetNotes & { readonly merged: number }) => void,
): AsyncGenerator<TableRow> {
  const parts = await openParts(about.path, about.shownAs);
  try {
    const plan = await workbookPlan(parts);
    const sheet = plan.sheets.find((one) => name === null || one.name === name);
    if (sheet === undefined)
      throw new OnRecordError(
        'not-found',
        `${about.shownAs} has no sheet of this name. It has: ${plan.sheets.map((one) => one.name).join(', ')}.`,
        { subject: about.shownAs },
      );
    const opened: Opened = {
      parts,
      plan,
      strings: await sharedStrings(parts, plan),
      dated: await dateStyles(parts, plan),
    };
    const merged: MergedDown = await mergedDown(parts.text(sheet.part));
    const notes: SheetNotes = { formulas: 0, uncomputed: 0, hidden: 0, phantom: 0 };
    for await (const row of readSheet(parts.text(sheet.part), { ...opened, notes })) yield merged.fill(row);
    tell({ ...notes, merged: merged.areas });
  } finally {
    parts.close();
  }
}

function notesOf(
  { formulas, uncomputed, hidden, phantom, merged }: SheetNotes & { readonly merged: number },
  { sheets }: WorkbookPlan,
  sheet: string | null,
): readonly string[] {
  const others = sheets.length - 1;
  const notes: readonly (readonly [boolean, string])[] = [
    [
      sheet === null && others > 0,
      `The first of ${sheets.length} sheets was read (“${sheets[0]?.name}”); name another with --sheet.`,
    ],
    [formulas > 0, `${formulas} cells are formulas; the values that were last computed were taken.`],
    [
      uncomputed > 0,
      `${uncomputed} formulas were never computed: open the workbook, save it, and read it again.`,
    ],
    [
      merged > 0,
      `${merged} areas are merged downwards; each of their rows was read with the value of the first.`,
    ],
    [hidden > 0, `${hidden} hidden rows were read, too.`],
    [phantom > 0, `${phantom} cells hold 29 February 1900, a day that workbooks know and calendars do not.`],
  ];
  return notes.flatMap(([holds, note]) => (holds ? [note] : []));
}
