/**
 * Who did what and when, the latest first, by person and by action. Goes back through the log from a given entry and stops
 * after so many entries, so that one question for a rare name never reads a log of years; it says where it stopped.
 */
import type { Action, LogEntry } from '../../record/log-entry.ts';
import type { Desk } from '../desk.ts';
import { type Lookup, openLookup } from '../lookup.ts';
import { type AboutEntry, aboutEntry } from './about-entry.ts';

export interface LogQuery {
  /** Part of the name of who did it, in any case; null: anybody. */
  readonly agent: string | null;
  readonly action: Action | null;
  /** Entries before this one, by number; null: from the head. */
  readonly before: number | null;
  /** Rows. */
  readonly limit: number;
}

export interface LoggedStep extends Pick<LogEntry, 'seq' | 'at' | 'agent' | 'action' | 'subject' | 'leaf'> {
  /** Salt and content were destroyed. */
  readonly erased: boolean;
  readonly about: AboutEntry;
}

export interface LogPage {
  readonly entries: readonly LoggedStep[];
  /** What to give as `before` to go on; null: the beginning of the log was reached. */
  readonly next: number | null;
  /** Entries of the whole log. */
  readonly total: number;
}

/** Entries read at a time, and at most for one question. */
const CHUNK = 250;
const MOST_READ = 20_000;

/**
 * Lists entries.
 *
 * @example
 * (await listLog(desk, { agent: 'archivist', action: null, before: null, limit: 50 })).entries[0]?.seq;
 */
export async function listLog({ store }: Pick<Desk, 'store'>, query: LogQuery): Promise<LogPage> {
  const total = (await store.head())?.seq ?? 0;
  const lookup = openLookup(store);
  const entries: LoggedStep[] = [];
  let end = Math.min(total, (query.before ?? total + 1) - 1);
  const deepest = Math.max(0, end - MOST_READ);
  while (end > deepest) {
    const from = Math.max(deepest + 1, end - CHUNK + 1);
    const read: LogEntry[] = [];
    for await (const entry of store.log(from, end - from + 1)) read.push(entry);
    for (const entry of read.reverse()) {
      if (!fits(entry, query)) continue;
      entries.push(await stepOf(entry, lookup));
      if (entries.length === query.limit) return { entries, next: entry.seq > 1 ? entry.seq : null, total };
    }
    end = from - 1;
  }
  return { entries, next: end > 0 ? end + 1 : null, total };
}

function fits(entry: LogEntry, { agent, action }: LogQuery): boolean {
  if (action !== null && entry.action !== action) return false;
  return agent === null || entry.agent.toLowerCase().includes(agent.toLowerCase());
}

async function stepOf(entry: LogEntry, lookup: Lookup): Promise<LoggedStep> {
  const { seq, at, agent, action, subject, leaf, body } = entry;
  return {
    seq,
    at,
    agent,
    action,
    subject,
    leaf,
    erased: body === null,
    about: await aboutEntry(entry, lookup),
  };
}
