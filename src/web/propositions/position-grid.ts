/** Who said what when as a table: actors down, times across, as fine as can be read at once. */
import type { Stance } from '../../record/stance.ts';

/** One actor on one proposition, as the desk tells it. */
export interface GridPosition {
  readonly actor: { readonly actor: string | null; readonly name: string };
  readonly latest: Stance;
  readonly history: readonly {
    readonly claim: string;
    readonly stance: Stance;
    readonly saidAt: string | null;
  }[];
  readonly inherited: boolean;
}

/** What one actor said in one column: each stance once. */
export interface GridSaying {
  readonly stance: Stance;
  readonly claims: readonly string[];
}

export interface PositionGrid {
  /** EDTF days, months or years in order; null at the end: no date is known. */
  readonly columns: readonly (string | null)[];
  readonly rows: readonly {
    readonly name: string;
    readonly inherited: boolean;
    readonly latest: Stance;
    /** One for each column. */
    readonly cells: readonly (readonly GridSaying[])[];
  }[];
}

/** Columns that stand side by side without being lost. */
const MOST_COLUMNS = 8;
/** Letters of a day, a month and a year. */
const FINENESS = [10, 7, 4] as const;

/**
 * Makes the table. Days are taken together into months, and months into years, when there are too many.
 *
 * @example
 * gridOf(positions).columns; // ['2017-04-01', '2017-04-03', null]
 */
export function gridOf(positions: readonly GridPosition[]): PositionGrid {
  const times = positions.flatMap(({ history }) => history.map(({ saidAt }) => timeOf(saidAt)));
  const known = times.filter((time) => time !== null);
  const fine =
    FINENESS.find((letters) => new Set(known.map((time) => time.slice(0, letters))).size <= MOST_COLUMNS) ??
    4;
  const columns: (string | null)[] = [...new Set(known.map((time) => time.slice(0, fine)))].sort();
  if (known.length < times.length) columns.push(null);
  const at = new Map(columns.map((column, index) => [column, index]));
  const rows = onceEach(positions).map(({ actor, latest, history, inherited }) => {
    const cells: Map<Stance, string[]>[] = columns.map(() => new Map());
    for (const { claim, stance, saidAt } of history) {
      const cell = cells[at.get(timeOf(saidAt)?.slice(0, fine) ?? null) ?? 0];
      const claims = cell?.get(stance);
      if (claims === undefined) cell?.set(stance, [claim]);
      else claims.push(claim);
    }
    return {
      name: actor.name,
      inherited,
      latest,
      cells: cells.map((cell) => [...cell].map(([stance, claims]) => ({ stance, claims }))),
    };
  });
  return { columns, rows };
}

/** The same words for somebody unnamed with the same stance stand in one row: each claim has an unnamed voice of its own. */
function onceEach(positions: readonly GridPosition[]): readonly GridPosition[] {
  const rows = new Map<string, GridPosition>();
  for (const [at, one] of positions.entries()) {
    const { actor, latest, inherited, history } = one;
    const key = actor.actor === null ? [actor.name, latest, inherited].join('\n') : String(at);
    const before = rows.get(key);
    rows.set(key, before === undefined ? one : { ...before, history: [...before.history, ...history] });
  }
  return [...rows.values()];
}

/** The day, month or year with which an EDTF time begins; null when it tells none. */
function timeOf(saidAt: string | null): string | null {
  return /^\d{4}(-\d{2}(-\d{2})?)?/u.exec(saidAt ?? '')?.[0] ?? null;
}
