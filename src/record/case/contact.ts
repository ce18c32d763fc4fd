/** How somebody of a case, or somebody who helps, is reached, and when it is safe. */
import { type Field, object, orNull, text } from '../fields.ts';

export interface Contact {
  readonly who: string;
  /** Number, address, account: as it is used. */
  readonly reach: string;
  /** "only after 20:00, never by text": null: nothing is known. */
  readonly safety: string | null;
}

/** Reads a contact. */
export const contactField: Field<Contact> = object<Contact>({
  who: text,
  reach: text,
  safety: orNull(text),
});
