/** Something to be done for a case. */
import { day, type Field, object, orNull, text } from '../fields.ts';

export interface CaseTask {
  readonly what: string;
  /** ISO day; null: no day is set. */
  readonly due: string | null;
  /** ISO day; null: open. */
  readonly doneAt: string | null;
}

/** Reads a task. */
export const caseTaskField: Field<CaseTask> = object<CaseTask>({
  what: text,
  due: orNull(day),
  doneAt: orNull(day),
});
