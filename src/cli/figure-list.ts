/** How the commands with figures print a list: what stands in place of nothing, the rows, how many more there are, and what waits. */
import type { OpenDesk } from '../compose.ts';
import { idLetters } from '../desk/find-by-id.ts';
import type { Call } from './command.ts';
import { emptyLines } from './next-step.ts';
import { type Page, waitingLines } from './words.ts';

interface FigureList<T> {
  readonly rows: readonly T[];
  /** How many fit in all. */
  readonly fitting: number;
  /** Proposals that wait for review. */
  readonly waiting: number;
  readonly includeProposed: boolean;
  /** What is said where there is no row. */
  readonly none: string;
  lines(row: T, page: Page): readonly string[];
  /** Before the rows. */
  above?(page: Page): readonly string[];
}

/**
 * Prints.
 *
 * @example
 * await printFigures(call, desk, { ...list, rows: list.propositions, includeProposed, none: 'No positions are on record yet.', lines });
 */
export async function printFigures<T>(call: Call, desk: OpenDesk, list: FigureList<T>): Promise<void> {
  const { terminal } = call;
  const { paper } = terminal;
  const { waiting, includeProposed } = list;
  const counts = await desk.store.counts();
  const page = { paper, letters: idLetters(counts) };
  if (list.rows.length === 0) terminal.out(...emptyLines(list.none, { counts, waiting, place: call, paper }));
  terminal.out(...(list.above?.(page) ?? []));
  for (const row of list.rows) terminal.out(...list.lines(row, page));
  const more = list.fitting - list.rows.length;
  if (more > 0) terminal.out('', `${more} more: add --limit ${list.fitting}.`);
  terminal.out(...waitingLines({ waiting, includeProposed, place: call, paper }));
}
