/** A table of counts as it is drawn: the last axis across, the others down. */

/** A row of a table. */
export interface CountRow {
  readonly labels: readonly string[];
  /** Null: withheld. */
  readonly count: number | null;
}

export interface CountGrid {
  /** Labels of the last axis; empty for a table of one axis. */
  readonly across: readonly string[];
  readonly down: readonly {
    /** One for each axis but the last; for a table of one axis its own. */
    readonly labels: readonly string[];
    readonly counts: readonly (number | null)[];
  }[];
}

/**
 * Lays it out.
 *
 * @example
 * countGrid([{ labels: ['Aldland', 'granted'], count: 12 }]).across; // ['granted']
 */
export function countGrid(rows: readonly CountRow[]): CountGrid {
  const isFlat = (rows[0]?.labels.length ?? 1) < 2;
  const across: string[] = [];
  const down = new Map<string, { readonly labels: readonly string[]; readonly counts: (number | null)[] }>();
  for (const { labels, count } of rows) {
    const left = isFlat ? labels : labels.slice(0, -1);
    const last = labels.at(-1) ?? '';
    if (!isFlat && !across.includes(last)) across.push(last);
    const key = left.join('\t');
    const line = down.get(key) ?? { labels: left, counts: [] };
    line.counts.push(count);
    down.set(key, line);
  }
  return { across, down: [...down.values()] };
}
