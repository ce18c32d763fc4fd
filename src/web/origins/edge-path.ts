/** Where the lines of the drawing of origins run, and how much of a name fits a box; units are those of the drawing. */

/** Upper left corner of a box. */
interface Corner {
  readonly x: number;
  readonly y: number;
}

export interface BoxSize {
  readonly wide: number;
  readonly high: number;
}

/** A line with its arrow head, as path data. */
export interface EdgePath {
  readonly line: string;
  readonly tip: string;
}

/**
 * From the right edge of one box to the left edge of the other, or around it where that is not to the right.
 *
 * @param beside a further link of the same report: it ends a little lower
 * @example
 * edgePath({ x: 0, y: 0 }, { x: 200, y: 0 }, { size: { wide: 100, high: 36 }, beside: false }).line; // 'M100,18C…'
 */
export function edgePath(
  from: Corner,
  to: Corner,
  { size, beside }: { readonly size: BoxSize; readonly beside: boolean },
): EdgePath {
  const middle = size.high / 2;
  const [x, y] = [from.x + size.wide, from.y + middle];
  const onward = to.x > from.x;
  const [tx, ty] = [onward ? to.x - 7 : to.x + size.wide + 7, to.y + middle + (beside ? 8 : 0)];
  const bend = onward ? (tx - x) / 2 : 24;
  const tip = onward ? 7 : -7;
  return {
    line: `M${x},${y}C${x + bend},${y} ${onward ? tx - bend : tx + bend},${ty} ${tx},${ty}`,
    tip: `M${tx + tip},${ty}l${-tip},-4v8z`,
  };
}

/** Mean width of a letter at this size; of a letter of an East Asian script, about the size itself. */
const NARROW = 0.56;

/**
 * As much of a text as fits.
 *
 * @param room units
 * @param size of the type, units
 * @example
 * fitting('The Sorev Courier and Evening Post', 142, 12); // 'The Sorev Courier an…'
 */
export function fitting(text: string, room: number, size: number): string {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width += size * (/[\u1100-\uffff\p{Emoji_Presentation}]/u.test(letter) ? 1 : NARROW);
    if (width > room) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return text;
}
