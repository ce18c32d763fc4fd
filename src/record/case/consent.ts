/** What a person agreed to, and took back. A consent that was withdrawn stays, marked: it says what must stop. */
import { type Field, object, orNull, text } from '../fields.ts';
import { earliestDay, edtfField, latestDay } from '../when.ts';

export interface Consent {
  /** What for: "contact with the embassy", "photographs of the injuries in court". */
  readonly purpose: string;
  /** EDTF. */
  readonly givenAt: string;
  /** How: signed, said on the telephone, by whom it was heard; null: not written down. */
  readonly givenHow: string | null;
  /** EDTF; null: it stands. */
  readonly withdrawnAt: string | null;
  /** Null: it stands, or not written down. */
  readonly withdrawnHow: string | null;
}

/** Reads a consent. */
export const consentField: Field<Consent> = object<Consent>(
  {
    purpose: text,
    givenAt: edtfField,
    givenHow: orNull(text),
    withdrawnAt: orNull(edtfField),
    withdrawnHow: orNull(text),
  },
  ({ givenAt, withdrawnAt, withdrawnHow }, fault) => {
    if (withdrawnAt === null) {
      if (withdrawnHow !== null) fault('withdrawnHow', 'must be null while the consent stands');
      return;
    }
    const given = earliestDay(givenAt);
    const withdrawn = latestDay(withdrawnAt);
    if (given !== null && withdrawn !== null && withdrawn < given)
      fault('withdrawnAt', 'must not lie before givenAt');
  },
);
