/** One line of the list of cases: what is needed to find the one that is meant, and what is due. */
import type { CaseId } from '../id.ts';
import type { CaseHead } from './case-head.ts';
import type { RiskLevel } from './risk.ts';

export interface CaseLine {
  readonly id: CaseId;
  readonly pseudonym: string;
  /** Name of a member; null: nobody was named. */
  readonly lookedAfterBy: string | null;
  readonly people: number;
  readonly risk: RiskLevel;
  /** Applications without an answer. */
  readonly pending: number;
  readonly openTasks: number;
  /** The earliest day of an open task, ISO; null: none has one. */
  readonly nextDue: string | null;
  readonly documents: number;
  readonly retainUntil: string;
}

/**
 * The line of a case.
 *
 * @example
 * caseLine(one).openTasks; // 2
 */
export function caseLine(one: CaseHead): CaseLine {
  const open = one.tasks.filter(({ doneAt }) => doneAt === null);
  const dues = open.flatMap(({ due }) => (due === null ? [] : [due])).sort();
  return {
    id: one.id,
    pseudonym: one.pseudonym,
    lookedAfterBy: one.lookedAfterBy,
    people: one.people,
    risk: one.risk.level,
    pending: one.applications.filter(({ answer }) => answer === 'pending').length,
    openTasks: open.length,
    nextDue: dues[0] ?? null,
    documents: one.documents,
    retainUntil: one.retainUntil,
  };
}
