/**
 * All that ties numbers together which were or will be published about one compartment: one variable for each thing
 * counted on a day, one row for each sum that holds. The attacker's programme and the choice of what to withhold are both
 * read off it. Method: Fischetti & Salazar-González 2001, Management Science 47 (7), 1008–1027.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { labelsOf, meaningOf, sumsOf } from './cell-grid.ts';
import type { CountTable } from './count-table.ts';
import { roundedFrom } from './disclosure-rule.ts';
import type { Release, ReleasedTable } from './release.ts';

/** What somebody knows of a number, both ends included; the upper end is infinite where nothing bounds it. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

export interface LatticeCell {
  readonly population: string;
  readonly asOf: string;
  /** `meaningOf` it. */
  readonly meaning: string;
  /** Labels as the first table shows them. */
  readonly labels: readonly string[];
  /** What is known of it without the draft. */
  readonly open: Range;
  /** What the draft says of it when it publishes the cell; null: the draft does not speak of it. */
  readonly closed: Range | null;
  /** For a group that nobody shows: what its parts say of it, if the draft publishes them all. */
  readonly implied: Range | null;
  /** Whether a table of the draft counts the same people on the same day. */
  readonly drafted: boolean;
  /** The count, where the draft knows it. */
  readonly truth: number | null;
  /** Everybody knows that nobody can be in it. */
  readonly impossible: boolean;
}

export interface LatticeRow {
  readonly terms: readonly (readonly [cell: number, by: number])[];
  readonly least: number;
  readonly most: number;
}

export interface Lattice {
  readonly cells: readonly LatticeCell[];
  readonly rows: readonly LatticeRow[];
  /** Cells of each table of the draft, in the order of its grid. */
  readonly draft: readonly (readonly number[])[];
  /** The same for the tables of the releases, all in one list. */
  readonly released: readonly (readonly number[])[];
}

const ANYTHING: Range = Object.freeze({ least: 0, most: Number.POSITIVE_INFINITY });

type Growing = { -readonly [Field in keyof LatticeCell]: LatticeCell[Field] };

interface Building {
  readonly cells: Growing[];
  readonly places: Map<string, number>;
  readonly rows: Map<string, LatticeRow>;
}

/**
 * Ties releases and a draft together.
 *
 * @param rounding null: the draft publishes counts as they are; else the base to which it rounds
 * @throws OnRecordError `invalid-record` when two publications of one thing on one day contradict each other
 * @example
 * latticeOf({ releases: [june], draft: [july], rounding: null }).cells.length;
 */
export function latticeOf(given: {
  readonly releases: readonly Pick<Release, 'tables' | 'rule'>[];
  readonly draft: readonly CountTable[];
  readonly rounding: number | null;
}): Lattice {
  const building: Building = { cells: [], places: new Map(), rows: new Map() };
  const released = given.releases.flatMap(({ tables, rule }) =>
    tables.map((table) => {
      const at = placesOf(building, table);
      table.cells.forEach((value, cell) => {
        if (value === null) return;
        const said = rule.kind === 'round' ? roundedFrom(value, rule.base) : { least: value, most: value };
        narrow(building.cells[at[cell] ?? -1], 'open', said, table.name);
      });
      return at;
    }),
  );
  const draft = given.draft.map((table) => {
    const at = placesOf(building, table);
    table.counts.forEach((truth, cell) => {
      const found = building.cells[at[cell] ?? -1];
      if (found === undefined) return;
      found.truth = truth;
      narrow(found, 'closed', rangeOf(truth, given.rounding), table.name);
    });
    return at;
  });
  const tables = [...given.releases.flatMap((release) => release.tables), ...given.draft];
  tieSums(building, tables, [...released, ...draft]);
  tieGroups(building, tables);
  tieDays(building, tables);
  const days = new Set(given.draft.map(({ population, asOf }) => keyOf(population, asOf, '')));
  for (const cell of building.cells) cell.drafted = days.has(keyOf(cell.population, cell.asOf, ''));
  return { cells: building.cells, rows: [...building.rows.values()], draft, released };
}

function rangeOf(count: number, rounding: number | null): Range {
  if (rounding === null) return { least: count, most: count };
  return roundedFrom(Math.floor(count / rounding + 0.5) * rounding, rounding);
}

type AnyTable = Pick<ReleasedTable, 'name' | 'population' | 'asOf' | 'grows' | 'axes' | 'impossible'>;

function placesOf(building: Building, table: AnyTable): readonly number[] {
  return table.impossible.map((impossible, cell) => {
    const labels = labelsOf(table.axes, cell);
    const at = placeOf(building, table, { meaning: meaningOf(table.axes, labels), labels });
    const found = building.cells[at];
    if (impossible && found !== undefined) {
      found.impossible = true;
      narrow(found, 'open', { least: 0, most: 0 }, table.name);
    }
    return at;
  });
}

function placeOf(
  { cells, places }: Building,
  { population, asOf }: Pick<AnyTable, 'population' | 'asOf'>,
  { meaning, labels }: { readonly meaning: string; readonly labels: readonly string[] },
): number {
  const key = keyOf(population, asOf, meaning);
  const known = places.get(key);
  if (known !== undefined) return known;
  const at = cells.length;
  places.set(key, at);
  cells.push({
    population,
    asOf,
    meaning,
    labels,
    open: ANYTHING,
    closed: null,
    implied: null,
    drafted: false,
    truth: null,
    impossible: false,
  });
  return at;
}

function keyOf(population: string, asOf: string, meaning: string): string {
  return JSON.stringify([population, asOf, meaning]);
}

function narrow(cell: Growing | undefined, which: 'open' | 'closed', said: Range, table: string): void {
  if (cell === undefined) return;
  const before = cell[which] ?? ANYTHING;
  const range = { least: Math.max(before.least, said.least), most: Math.min(before.most, said.most) };
  const all =
    which === 'open'
      ? range
      : { least: Math.max(range.least, cell.open.least), most: Math.min(range.most, cell.open.most) };
  if (all.least > all.most)
    throw new OnRecordError(
      'invalid-record',
      `The table “${table}” says of ${cell.labels.join(' · ')} on ${cell.asOf} what another publication of that day rules out. If the people counted are not the same, give the table another day or other words for its population.`,
      { subject: table },
    );
  cell[which] = range;
}

function addRow({ rows }: Building, terms: LatticeRow['terms'], least: number, most: number): void {
  const sorted = terms.toSorted(([a], [b]) => a - b);
  rows.set(JSON.stringify([sorted, least]), { terms: sorted, least, most });
}

function tieSums(
  building: Building,
  tables: readonly AnyTable[],
  places: readonly (readonly number[])[],
): void {
  tables.forEach((table, index) => {
    const at = places[index] ?? [];
    for (const { whole, parts } of sumsOf(table.axes))
      addSum(
        building,
        at[whole] ?? -1,
        parts.map((part) => at[part] ?? -1),
      );
  });
}

function addSum(building: Building, whole: number, parts: readonly number[]): void {
  addRow(building, [[whole, 1], ...parts.map((part) => [part, -1] as const)], 0, 0);
}

/** A group that one table sums up is the sum of the same parts in every other table and on every other day. */
function tieGroups(building: Building, tables: readonly AnyTable[]): void {
  const days = Map.groupBy(building.cells.slice(), ({ population }) => population);
  for (const table of tables) {
    const asOfs = new Set((days.get(table.population) ?? []).map(({ asOf }) => asOf));
    for (const { whole, parts } of sumsOf(table.axes)) {
      const labels = labelsOf(table.axes, whole);
      const meaning = meaningOf(table.axes, labels);
      const meanings = parts.map((part) => meaningOf(table.axes, labelsOf(table.axes, part)));
      for (const asOf of asOfs) {
        const at = meanings.map((one) => building.places.get(keyOf(table.population, asOf, one)) ?? -1);
        if (at.some((place) => place < 0)) continue;
        const place = placeOf(building, { population: table.population, asOf }, { meaning, labels });
        addSum(building, place, at);
        const group = building.cells[place];
        if (group?.closed === null && group.open === ANYTHING) group.implied = impliedBy(building.cells, at);
      }
    }
  }
}

function impliedBy(cells: readonly LatticeCell[], parts: readonly number[]): Range {
  let [least, most] = [0, 0];
  for (const part of parts) {
    const said = cells[part] === undefined ? null : saidOf(cells[part]);
    least += said?.least ?? 0;
    most += said?.most ?? Number.POSITIVE_INFINITY;
  }
  return { least, most };
}

/**
 * What is said of a cell when the draft publishes all it has; null: nothing.
 *
 * @example
 * saidOf({ open: { least: 0, most: Infinity }, closed: { least: 4, most: 4 }, implied: null }); // { least: 4, most: 4 }
 */
export function saidOf({
  open,
  closed,
  implied,
}: Pick<LatticeCell, 'open' | 'closed' | 'implied'>): Range | null {
  const said = closed ?? (open === ANYTHING ? implied : open);
  if (said === null) return null;
  const range = { least: Math.max(open.least, said.least), most: Math.min(open.most, said.most) };
  return Number.isFinite(range.most) ? range : null;
}

/** Where counts only grow, a later one is at least an earlier one. */
function tieDays(building: Building, tables: readonly AnyTable[]): void {
  const growing = new Set(tables.flatMap(({ population, grows }) => (grows ? [population] : [])));
  for (const [earlier, later] of daysApart(building.cells))
    if (growing.has(building.cells[later]?.population ?? ''))
      addRow(
        building,
        [
          [later, 1],
          [earlier, -1],
        ],
        0,
        Number.POSITIVE_INFINITY,
      );
}

/**
 * Pairs of cells that say the same of two days, the earlier first; for each day with every earlier one.
 *
 * @example
 * daysApart(lattice.cells); // [[3, 17], …]
 */
export function daysApart(
  cells: readonly Pick<LatticeCell, 'population' | 'asOf' | 'meaning'>[],
): readonly (readonly [earlier: number, later: number])[] {
  const same = new Map<string, number[]>();
  cells.forEach(({ population, meaning }, at) => {
    const key = JSON.stringify([population, meaning]);
    const group = same.get(key);
    if (group === undefined) same.set(key, [at]);
    else group.push(at);
  });
  return [...same.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => ((cells[a]?.asOf ?? '') < (cells[b]?.asOf ?? '') ? -1 : 1));
    return sorted.flatMap((earlier, at) => sorted.slice(at + 1).map((later) => [earlier, later] as const));
  });
}
