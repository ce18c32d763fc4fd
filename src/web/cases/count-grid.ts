/** A table of counts as a page draws it: the last axis across, the others down; and groups as a person types them. */

/** A row of a table, as the desk tells it. */
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

/** A label and the labels it sums. */
export interface TypedGroup {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Groups, one a line: a label, "=", and its parts with "+" between. Null: a line is none.
 *
 * @example
 * typedGroups('north = Aldland + Borland'); // [{ whole: 'north', parts: ['Aldland', 'Borland'] }]
 */
export function typedGroups(text: string): readonly TypedGroup[] | null {
  const groups = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf('=');
      const parts = line
        .slice(at + 1)
        .split('+')
        .map((part) => part.trim());
      return { whole: line.slice(0, Math.max(at, 0)).trim(), parts };
    });
  return groups.some(({ whole, parts }) => whole === '' || parts.includes('')) ? null : groups;
}
