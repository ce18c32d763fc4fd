/** Squares of a grid as one path of SVG: each run of a row is one rectangle. */

/**
 * Draws them.
 *
 * @param squares rows from above, true for dark
 * @returns for the `d` of a path; one unit a square
 * @example
 * squaresPath([[true, true, false]]); // 'M0 0h2v1h-2z'
 */
export function squaresPath(squares: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of squares.entries())
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      const wide = x + 1 - from;
      runs.push(`M${from} ${y}h${wide}v1h-${wide}z`);
    }
  return runs.join('');
}
