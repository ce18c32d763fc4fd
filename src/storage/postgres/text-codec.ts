/**
 * PostgreSQL stores no U+0000; SQLite does, and a record must not differ by the engine. U+0000 is written as U+0001 "0" and
 * U+0001 as U+0001 "1": nothing is lost, and the order of texts by their bytes stays the same. JSON escapes both signs
 * already, so that bodies pass unchanged and positions in them hold.
 */

/**
 * A text as PostgreSQL can store it.
 *
 * @example
 * toStored('a\u0000b'); // 'a\u00010b'
 */
export function toStored(text: string): string {
  if (!text.includes('\u0000') && !text.includes('\u0001')) return text;
  return text.replaceAll('\u0001', '\u00011').replaceAll('\u0000', '\u00010');
}

/**
 * The text as it was before `toStored`.
 *
 * @example
 * fromStored('a\u00010b'); // 'a\u0000b'
 */
export function fromStored(stored: string): string {
  if (!stored.includes('\u0001')) return stored;
  return stored.replaceAll('\u00010', '\u0000').replaceAll('\u00011', '\u0001');
}

/**
 * A value to be bound, and every text in it, as PostgreSQL can store it.
 *
 * @example
 * toBound(['a\u0000b', 7]); // ['a\u00010b', 7]
 */
export function toBound(value: unknown): unknown {
  if (typeof value === 'string') return toStored(value);
  return Array.isArray(value) ? value.map(toBound) : value;
}
