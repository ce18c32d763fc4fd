/**
 * What is due: cases whose day of retention has come, open tasks, risks that nobody looked at for long. The day is the later
 * one of this machine's clock and the newest entry of the log, so that a clock set back hides nothing.
 */
import type { CaseId } from '../../record/id.ts';
import type { CaseDesk } from './case-desk.ts';
import type { ListedHeld } from './read-case.ts';

/** Days after which a risk is looked at again. */
const REVIEW_DAYS = 90;
const DAY_MS = 86_400_000;

export interface DueCase {
  readonly id: CaseId;
  readonly pseudonym: string;
  readonly what: 'retention' | 'task' | 'risk-review';
  /** ISO day on which it was due; null: there is no day for it. */
  readonly on: string | null;
  /** Words of the task; null otherwise. */
  readonly task: string | null;
}

export interface CasesDue {
  /** ISO day, UTC. */
  readonly asOf: string;
  /** The clock of this machine is behind the newest entry of the log. */
  readonly clockIsBehind: boolean;
  /** The longest due first. */
  readonly due: readonly DueCase[];
}

/**
 * Finds it.
 *
 * @param until ISO day: what is due until then; null: until today
 * @example
 * (await casesDue(desk, cases.values(), null)).due[0]?.what; // 'retention'
 */
export async function casesDue(
  desk: CaseDesk,
  cases: Iterable<Pick<ListedHeld, 'head'>>,
  until: string | null,
): Promise<CasesDue> {
  const now = desk.clock().toISOString();
  const newest = (await desk.store.head())?.at ?? now;
  const clockIsBehind = Date.parse(newest) > Date.parse(now);
  const today = (clockIsBehind ? newest : now).slice(0, 10);
  const asOf = until ?? today;
  const due = [...cases].flatMap((held) => dueOf(held, asOf));
  return { asOf, clockIsBehind, due: due.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1)) };
}

function dueOf({ head: one }: Pick<ListedHeld, 'head'>, asOf: string): readonly DueCase[] {
  const base = { id: one.id, pseudonym: one.pseudonym };
  const found: DueCase[] = [];
  if (one.retainUntil <= asOf) found.push({ ...base, what: 'retention', on: one.retainUntil, task: null });
  for (const { what, due, doneAt } of one.tasks)
    if (doneAt === null && due !== null && due <= asOf)
      found.push({ ...base, what: 'task', on: due, task: what });
  const { level, reviewedAt } = one.risk;
  const isHigh = level === 'high' || level === 'acute';
  const review = reviewedAt === null ? null : dayAfter(reviewedAt, REVIEW_DAYS);
  if (isHigh && (review === null || review <= asOf))
    found.push({ ...base, what: 'risk-review', on: review, task: null });
  return found;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
