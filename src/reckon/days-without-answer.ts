/** How long a request has no answer on record: what this record holds, not what happened. */
import type { Answer } from '../record/proposition.ts';
import { earliestDay, isoDay } from './day-span.ts';

const DAY = 86_400_000;

/**
 * Whole days from a request to a day, null when an answer is on record since or no day is known. Silence is no answer; a promise and a
 * refusal are. An answer of no known day may be one since.
 *
 * @param on ISO day of the latest request
 * @param answers with the EDTF day on which each is on record
 * @param asOf ISO day
 * @example
 * daysWithoutAnswer({ on: '2031-05-02', answers: [], asOf: '2031-05-12' }); // 10
 */
export function daysWithoutAnswer({
  on,
  answers,
  asOf,
}: {
  readonly on: string | null;
  readonly answers: Iterable<{ readonly answer: Answer; readonly day: string | null }>;
  readonly asOf: string;
}): number | null {
  if (on === null) return null;
  for (const { answer, day } of answers) {
    const at = day === null ? null : isoDay(earliestDay(day));
    if (answer !== 'silent' && (at === null || at >= on)) return null;
  }
  return Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(on)) / DAY));
}
