/** Applications of a case without an answer: since when, and for how many days. */
import type { Application } from '../../record/case/application.ts';
import type { Case } from '../../record/case/case.ts';
import { latestDay } from '../../record/when.ts';

export interface AwaitedAnswer {
  readonly to: string;
  readonly kind: Application['kind'];
  /** EDTF; null: not known. */
  readonly askedAt: string | null;
  /** Whole days since the latest day on which it can have been asked; null: not known. */
  readonly days: number | null;
}

const DAY_MS = 86_400_000;

/**
 * Answers that a case waits for, the longest waited for first.
 *
 * @param asOf ISO day
 * @example
 * answersAwaited(one, '2026-11-30')[0]?.days; // 56
 */
export function answersAwaited(one: Pick<Case, 'applications'>, asOf: string): readonly AwaitedAnswer[] {
  return one.applications
    .filter(({ answer }) => answer === 'pending')
    .map(({ to, kind, askedAt }) => ({
      to,
      kind,
      askedAt,
      days: askedAt === null ? null : since(askedAt, asOf),
    }))
    .toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1));
}

function since(askedAt: string, asOf: string): number | null {
  const day = latestDay(askedAt);
  const days = day === null ? Number.NaN : (Date.parse(asOf) - Date.parse(day)) / DAY_MS;
  return Number.isFinite(days) ? Math.max(0, Math.floor(days)) : null;
}
