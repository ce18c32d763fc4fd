/**
 * Paragraphs of a text in UTF-16 code units. A blank line always parts; a single line break parts unless the text is
 * hard-wrapped (telex dispatches, plain e-mail), where it is a space.
 */

/** A stretch of text: UTF-16 code units, 0-based, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

function isHardWrapped(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 4) return false;
  const wrapped = lines.filter((line) => line.length >= 50 && line.length <= 90).length;
  const long = lines.filter((line) => line.length > 100).length;
  return long === 0 && wrapped / lines.length >= 0.5;
}

/**
 * Finds the paragraphs; white space between them belongs to none.
 *
 * @example
 * paragraphsOf('Head\n\nBody'); // [{ start: 0, end: 4 }, { start: 6, end: 10 }]
 */
export function paragraphsOf(text: string): Stretch[] {
  const separator = isHardWrapped(text) ? /\n[ \t]*\n\s*/g : /\n\s*/g;
  const found: Stretch[] = [];
  let start = 0;
  const push = (from: number, to: number): void => {
    let a = from;
    let b = to;
    while (a < b && /\s/.test(text.charAt(a))) a += 1;
    while (b > a && /\s/.test(text.charAt(b - 1))) b -= 1;
    if (b > a) found.push({ start: a, end: b });
  };
  for (const match of text.matchAll(separator)) {
    push(start, match.index);
    start = match.index + match[0].length;
  }
  push(start, text.length);
  return found;
}
