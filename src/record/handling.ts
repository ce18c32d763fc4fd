/**
 * What leaves the vault of a source, by its handling: the one table that the dossier, record.json, pictures and packages ask.
 * What the table does not name stays inside, and so does everything of a handling that it does not know.
 */

/** Who may see it. `internal` until somebody decides otherwise; `sealed` belongs to a compartment. */
export const HANDLINGS = ['public', 'internal', 'sealed'] as const;
export type Handling = (typeof HANDLINGS)[number];

/**
 * What can leave. `claims`: who claims what in it, with the quoted passage; without it a source is not even counted.
 * `description`: title, authors, address. `text`: its whole text. `hashes`: of bytes and text, by which whoever has the file
 * recognises it. `package`: its bytes in a package, to anybody; `package-to`: to somebody who is named.
 */
export const SOURCE_PARTS = ['claims', 'description', 'text', 'hashes', 'package', 'package-to'] as const;
export type SourcePart = (typeof SOURCE_PARTS)[number];

const LETS_OUT = {
  public: ['claims', 'description', 'text', 'hashes', 'package', 'package-to'],
  internal: ['claims', 'package-to'],
  sealed: [],
} as const satisfies Readonly<Record<Handling, readonly SourcePart[]>>;

/**
 * Says whether a part of a source may leave the vault.
 *
 * @param handling of the source; one that is not known lets nothing out
 * @example
 * letsOut('internal', 'text'); // false
 */
export function letsOut(handling: string, part: SourcePart): boolean {
  if (!Object.hasOwn(LETS_OUT, handling)) return false;
  const parts: readonly SourcePart[] = LETS_OUT[handling as Handling];
  return parts.includes(part);
}
