/** Cases as rows to be counted: codes and the names of authorities alone, with no other word of a case. */
import type { CaseAxis, CaseRow } from '../../reckon/disclosure/tabulate-cases.ts';
import type { Application } from '../../record/case/application.ts';
import type { Case } from '../../record/case/case.ts';
import { earliestDay, latestDay } from '../../record/when.ts';

export { CASE_AXES, type CaseAxis } from '../../reckon/disclosure/tabulate-cases.ts';

/** What is counted: a case once, however many people belong to it, or each of its applications. */
export type CaseCountUnit = 'cases' | 'applications';
/** How long a period is; periods are those in which was asked. */
export const COUNT_PERIODS = ['year', 'quarter', 'month'] as const;
export type CountPeriod = (typeof COUNT_PERIODS)[number];

/** Axes that say something of an application, not of a case. */
export const APPLICATION_AXES: readonly CaseAxis[] = ['state', 'kind', 'answer', 'period'];

const NOT_ASKED = 'none';
const UNKNOWN = 'unknown';

/**
 * The rows of cases. Whoever is to be protected is the case: its people would be known together.
 *
 * @param unit `applications`: a case without any has no row
 * @example
 * caseRows(cases, 'applications', 'year')[0]?.period; // '2026'
 */
export function caseRows(
  cases: Iterable<Case>,
  unit: CaseCountUnit,
  period: CountPeriod,
): readonly CaseRow[] {
  return [...cases].flatMap(({ id, risk, applications }) => {
    const own = { person: id, risk: risk.level };
    const rows = applications.map((one) => ({ ...own, ...fieldsOf(one, period) }));
    if (rows.length > 0 || unit === 'applications') return rows;
    return [{ ...own, state: NOT_ASKED, kind: NOT_ASKED, answer: NOT_ASKED, period: NOT_ASKED }];
  });
}

function fieldsOf({ to, kind, answer, askedAt }: Application, period: CountPeriod) {
  const state = to.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return { state, kind, answer, period: periodOf(askedAt, period) };
}

/** A date that may lie in two periods lies in none that is known. */
function periodOf(askedAt: string | null, period: CountPeriod): string {
  const [first, last] = askedAt === null ? [null, null] : [earliestDay(askedAt), latestDay(askedAt)];
  if (first === null || last === null) return UNKNOWN;
  const [from, until] = [periodOfDay(first, period), periodOfDay(last, period)];
  return from === until ? from : UNKNOWN;
}

function periodOfDay(day: string, period: CountPeriod): string {
  if (period === 'month') return day.slice(0, 7);
  const year = day.slice(0, 4);
  return period === 'year' ? year : `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
