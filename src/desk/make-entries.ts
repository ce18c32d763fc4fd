/**
 * Makes entries that may bring new actors and propositions, and logs them, while others write to the same record: what is new
 * was chosen as of some length of the log, the store refuses the step when another process made the same since, and it is
 * then made again with what there is by now. So nothing is ever made twice, by however many workers.
 */
import { OnRecordError } from '../record/onrecord-error.ts';
import { type ActorBook, openActorBook } from './actor-book.ts';
import type { Desk } from './desk.ts';
import { type Grouping, openGrouping } from './group-drafts.ts';
import { knownOutlets } from './outlet-list.ts';
import type { NewEntry } from './ports/record-store.ts';

/** The actors and propositions that a step may use or make. */
export interface MakingView {
  readonly book: ActorBook;
  readonly grouping: Grouping;
}

/** Logs one step after another. */
export interface EntryMaker {
  /**
   * Makes entries and logs them in one append; none: nothing is logged.
   *
   * @param make may be called again: it has no effect but its result
   * @throws OnRecordError what the store throws; `vault-busy` also when others were quicker again and again
   */
  append(make: (view: MakingView) => Promise<readonly NewEntry[]>): Promise<void>;
}

/** Times that a step is made. Whenever one is refused, another process has written. */
const MOST_TRIES = 50;

interface View extends MakingView {
  /** Entries of the log as of which the names were looked up. */
  readonly since: number;
}

/**
 * Opens a maker.
 *
 * @example
 * const maker = openEntryMaker(desk);
 * await maker.append(async ({ book }) => [await entryWith(book)]);
 */
export function openEntryMaker(desk: Desk): EntryMaker {
  let view: View | null = null;
  const wholes = new Map<string, string>();
  const opened = async (): Promise<View> => {
    const since = (await desk.store.checkpoint())?.size ?? 0;
    const book = openActorBook(desk.store, desk.newId, await knownOutlets(desk));
    return { since, book, grouping: openGrouping(desk, wholes) };
  };
  return {
    async append(make) {
      for (let tries = 1; ; tries += 1) {
        const current: View = view ?? (await opened());
        view = null;
        try {
          const { since } = current;
          const entries = (await make(current)).map((entry) => ({ ...entry, madeSince: since }));
          const logged = entries.length === 0 ? [] : await desk.store.append(entries);
          const first = logged[0]?.seq ?? since + 1;
          // What was looked up holds as long as nobody else has written.
          if (first === since + 1) view = { ...current, since: since + logged.length };
          return;
        } catch (error) {
          if (!isMadeMeanwhile(error) || tries >= MOST_TRIES) throw error;
        }
      }
    },
  };
}

function isMadeMeanwhile(error: unknown): boolean {
  return (
    error instanceof OnRecordError &&
    error.code === 'vault-busy' &&
    error.faults.some(({ path }) => path === 'madeSince')
  );
}
