/** Where the names on a map stand: beside their mark, the weightier first, never over another name or mark. */

/** A name that wants a place. Pixels. */
export interface WantedLabel {
  readonly key: string;
  readonly text: string;
  /** Middle of its mark. */
  readonly x: number;
  readonly y: number;
  /** From the middle to where the name may begin. */
  readonly gap: number;
}

export interface MapLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Of a letter at 12 px, on the wide side: scripts differ, and fonts may be missing. */
const LETTER = 7;
const HEIGHT = 15;
const LONGEST = 28;

/**
 * Places names one after the other; one that finds no free place is left out.
 *
 * @param wanted the weightier first
 * @example
 * placeLabels(wanted, { width: 720, height: 440 }).map(({ text }) => text);
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  frame: { readonly width: number; readonly height: number },
): readonly MapLabel[] {
  const taken: Box[] = wanted.map(({ x, y }) => ({ x: x - 4, y: y - 4, w: 8, h: 8 }));
  const labels: MapLabel[] = [];
  for (const [index, one] of wanted.entries()) {
    const found = placesFor(one).find(({ box }) => {
      const inside =
        box.x >= 2 && box.y >= 2 && box.x + box.w <= frame.width - 2 && box.y + box.h <= frame.height - 2;
      return inside && taken.every((other, at) => at === index || !meet(box, other));
    });
    if (found === undefined) continue;
    taken.push(found.box);
    labels.push(found.label);
  }
  return labels;
}

/** Right, left, above, below. */
function placesFor({ key, text: whole, x, y, gap }: WantedLabel): readonly { box: Box; label: MapLabel }[] {
  const letters = [...whole];
  const text = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : whole;
  const w = [...text].length * LETTER;
  const at = (left: number, base: number, anchor: MapLabel['anchor']) => ({
    box: { x: left, y: base - HEIGHT + 3, w, h: HEIGHT },
    label: {
      key,
      text,
      x: round(anchor === 'start' ? left : anchor === 'end' ? left + w : left + w / 2),
      y: round(base),
      anchor,
    },
  });
  return [
    at(x + gap, y + 4, 'start'),
    at(x - gap - w, y + 4, 'end'),
    at(x - w / 2, y - gap, 'middle'),
    at(x - w / 2, y + gap + HEIGHT - 3, 'middle'),
  ];
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
