/** Cuts a list into pages: the rows asked for, how many there are in all, and what to give to go on. */

/** Where a page begins and how many rows it has. */
export interface PageAsked {
  readonly limit: number;
  /** Rows to leave out. */
  readonly offset: number;
  /** `next` of the page before; goes before `offset`. */
  readonly cursor?: string | undefined;
}

export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly fitting: number;
  /** Null: nothing follows. */
  readonly next: string | null;
}

/**
 * The place of a page's first row, 0-based.
 *
 * @example
 * startOf({ limit: 50, offset: 0, cursor: '50' }); // 50
 */
export function startOf({ offset, cursor }: Omit<PageAsked, 'limit'>): number {
  return cursor === undefined ? offset : Number(cursor);
}

/**
 * What to give as `cursor` for the page after; null: nothing follows.
 *
 * @param fitting rows in all
 * @example
 * nextOf({ limit: 50, offset: 0 }, 120); // '50'
 */
export function nextOf(asked: PageAsked, fitting: number): string | null {
  const end = startOf(asked) + asked.limit;
  return end < fitting ? String(end) : null;
}

/**
 * Cuts a page out of all rows.
 *
 * @example
 * pageOf(['a', 'b', 'c'], { limit: 2, offset: 0 }); // { rows: ['a', 'b'], fitting: 3, next: '2' }
 */
export function pageOf<T>(all: readonly T[], asked: PageAsked): PageOf<T> {
  const start = startOf(asked);
  return {
    rows: all.slice(start, start + asked.limit),
    fitting: all.length,
    next: nextOf(asked, all.length),
  };
}
