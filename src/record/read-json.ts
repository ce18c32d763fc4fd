/** JSON from files and answers that somebody else may have written: what it holds is for its reader to check. */

/**
 * The value of a JSON text; null where it is no JSON.
 *
 * @example
 * readJson('{"size":1}'); // { size: 1 }
 * readJson('{'); // null
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
