/** Which sign separates the cells of a text table. */

const SIGNS = [',', ';', '\t', '|'] as const;
/** Lines looked at. */
const LINES = 40;

/**
 * The sign that cuts the first lines into the most cells of the same number; a comma where none does.
 *
 * @example
 * separatorOf('name;age\nAna, Kovac;34'); // ';'
 */
export function separatorOf(text: string): string {
  const lines = linesOf(text);
  let best: { readonly sign: string; readonly score: number } = { sign: ',', score: 0 };
  for (const sign of SIGNS) {
    const counts = lines.map((line) => outsideQuotes(line).split(sign).length - 1);
    const most = mostFrequent(counts.filter((count) => count > 0));
    const agreeing = counts.filter((count) => count === most).length;
    const score = most === 0 ? 0 : (agreeing / lines.length) * 100 + Math.min(most, 50);
    if (score > best.score) best = { sign, score };
  }
  return best.sign;
}

/** The first lines; a line end inside quotation marks ends none. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.slice(0, 200_000).split(/\r?\n/)) {
    line = line === '' ? piece : `${line}\n${piece}`;
    if ((line.split('"').length - 1) % 2 === 1 && line.length < 20_000) continue;
    if (line.trim() !== '') lines.push(line);
    line = '';
    if (lines.length >= LINES) break;
  }
  return lines.length === 0 ? [text.slice(0, 1000)] : lines;
}

function outsideQuotes(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, '');
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
