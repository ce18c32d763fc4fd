/** One step of the way of a case. The place is a text, as coarse as wanted: a country is often enough. */
import { type Field, object, orNull, text } from '../fields.ts';
import { edtfField } from '../when.ts';

export interface JourneyStep {
  /** EDTF. */
  readonly when: string;
  /** Null: left out. */
  readonly place: string | null;
  readonly what: string;
}

/** Reads a step. */
export const journeyStepField: Field<JourneyStep> = object<JourneyStep>({
  when: edtfField,
  place: orNull(text),
  what: text,
});
