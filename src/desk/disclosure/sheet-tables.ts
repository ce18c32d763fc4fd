/** Sheets of counts as tables: which labels are totals, which are groups, and what a missing cell means. */
import type { CountSheet } from '../../exchange/count-sheet.ts';
import { type Axis, type AxisSum, makeAxis } from '../../reckon/disclosure/axis.ts';
import { cellCount, labelsOf, sumsOf } from '../../reckon/disclosure/cell-grid.ts';
import { letThrough } from '../../reckon/disclosure/count-brand.ts';
import { type CountTable, countTable } from '../../reckon/disclosure/count-table.ts';
import type { ReleasedTable } from '../../reckon/disclosure/release.ts';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';

/** How to read sheets. */
export interface SheetReading {
  /** Label of the total, whatever its case; null: the usual words. */
  readonly total: string | null;
  readonly groups: readonly AxisSum[];
  /** Names of axes that say something about a person. */
  readonly sensitive: readonly string[];
}

const USUAL_TOTALS = /^(?:grand )?total$|^all$|^sum$|^всего$|^итого$|^разом$|^усього$|^المجموع$|^الإجمالي$/iu;

const POPULATION = 'the people of these tables';

/**
 * A sheet that is to be published.
 *
 * @param asOf a day, or what stands for one
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * tableOfSheet(sheet, reading, '2017-06-01').counts;
 */
export function tableOfSheet(sheet: CountSheet, reading: SheetReading, asOf: string): CountTable {
  const axes = axesOf(sheet, reading);
  const size = cellCount(axes);
  const faults: Fault[] = [];
  const wholes = new Map(sumsOf(axes).map(({ whole, parts }) => [whole, parts]));
  const numbers = new Map<number, { readonly count: number; readonly people: number }>();
  const numberAt = (cell: number): { readonly count: number; readonly people: number } => {
    const known = numbers.get(cell);
    if (known !== undefined) return known;
    const given = sheet.cells.get(labelsOf(axes, cell).join('\t'));
    const parts = wholes.get(cell);
    let found = { count: 0, people: 0 };
    if (given !== undefined && given.count !== null)
      found = { count: given.count, people: given.people ?? given.count };
    else if (given !== undefined)
      faults.push({
        path: labelsOf(axes, cell).join(' · '),
        message: 'has no count: a table to be checked needs them all',
      });
    else for (const part of parts ?? []) found = added(found, numberAt(part));
    numbers.set(cell, found);
    return found;
  };
  const all = Array.from({ length: size }, (_, cell) => numberAt(cell));
  if (faults.length > 0)
    throw new OnRecordError('invalid-record', `The table ${sheet.file} cannot be checked.`, {
      subject: sheet.file,
      faults,
    });
  return countTable({
    name: sheet.file,
    population: POPULATION,
    asOf,
    axes,
    counts: all.map(({ count }) => count),
    people: all.map(({ people }) => people),
  });
}

function added<Numbers extends { readonly count: number; readonly people: number }>(a: Numbers, b: Numbers) {
  return { count: a.count + b.count, people: a.people + b.people };
}

/**
 * A sheet as it was published before: what it does not tell was withheld.
 *
 * @example
 * releasedSheet(sheet, reading, '2017-05-01').cells;
 */
export function releasedSheet(sheet: CountSheet, reading: SheetReading, asOf: string): ReleasedTable {
  const axes = axesOf(sheet, reading);
  const cells = Array.from({ length: cellCount(axes) }, (_, cell) => {
    const count = sheet.cells.get(labelsOf(axes, cell).join('\t'))?.count ?? null;
    return count === null ? null : letThrough(count);
  });
  return {
    name: sheet.file,
    population: POPULATION,
    asOf,
    grows: false,
    axes,
    cells,
    impossible: cells.map(() => false),
  };
}

function axesOf(sheet: CountSheet, { total, groups, sensitive }: SheetReading): readonly Axis[] {
  const isTotal = (label: string): boolean =>
    total === null ? USUAL_TOTALS.test(label) : label.toLowerCase() === total.toLowerCase();
  const axes = sheet.axes.map(({ name, labels }) => {
    const mine = groups.filter(({ whole, parts }) =>
      [whole, ...parts].every((label) => labels.includes(label)),
    );
    const wholes = new Set(mine.map(({ whole }) => whole));
    return makeAxis({
      name,
      values: labels.filter((label) => !isTotal(label) && !wholes.has(label)),
      groups: mine,
      total: labels.find(isTotal) ?? null,
      sensitive: sensitive.includes(name),
    });
  });
  const unknown = sensitive.filter((name) => !axes.some((axis) => axis.name === name));
  if (unknown.length === sensitive.length && unknown.length > 0)
    throw new OnRecordError('bad-usage', `${sheet.file} has no axis called ${unknown.join(' or ')}.`, {
      subject: sheet.file,
    });
  return axes;
}
