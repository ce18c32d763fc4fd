/** Sums of authorities as a person types them. */

/** A label and the labels it sums. */
export interface TypedGroup {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Groups, one a line: a label, "=", and its parts with "+" between. Null: a line is none.
 *
 * @example
 * typedGroups('north = Aldland + Borland'); // [{ whole: 'north', parts: ['Aldland', 'Borland'] }]
 */
export function typedGroups(text: string): readonly TypedGroup[] | null {
  const groups = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf('=');
      const parts = line
        .slice(at + 1)
        .split('+')
        .map((part) => part.trim());
      return { whole: line.slice(0, Math.max(at, 0)).trim(), parts };
    });
  return groups.some(({ whole, parts }) => whole === '' || parts.includes('')) ? null : groups;
}
