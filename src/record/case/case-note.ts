/** What somebody of the team wrote down. */
import { day, type Field, object, orNull, text } from '../fields.ts';

export interface CaseNote {
  /** ISO day; null: undated. */
  readonly on: string | null;
  readonly text: string;
}

/** Reads a note. */
export const caseNoteField: Field<CaseNote> = object<CaseNote>({ on: orNull(day), text });
