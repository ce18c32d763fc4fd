/** Who belongs to a case: roles and age bands, never a name. A name is not needed to help, and what is not written cannot leak. */
import { type Field, list, object, oneOf, orNull, text, upTo } from '../fields.ts';

export const AGE_BANDS = ['0-4', '5-11', '12-17', '18-29', '30-44', '45-59', '60+'] as const;
/** Completed years, both ends included. */
export type AgeBand = (typeof AGE_BANDS)[number];

/** One person of a household. */
export interface HouseholdMember {
  /** "applicant", "mother", "younger child": the place in the household, in the team's words. */
  readonly role: string;
  /** Null: not known. */
  readonly age: AgeBand | null;
  readonly needs: readonly string[];
}

/** Reads one person of a household. */
export const householdMemberField: Field<HouseholdMember> = object<HouseholdMember>({
  role: upTo(200, text),
  age: orNull(oneOf(AGE_BANDS)),
  needs: list(text),
});
