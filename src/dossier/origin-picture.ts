/**
 * Where things stand in the drawing of origins: where knowledge starts at the right, what rests on it to the left, each report
 * once. Long rows and long chains are folded until the drawing fits a page; how many reports a fold hides is written on it.
 * It measures in units of the drawing, one a CSS pixel at natural size.
 */
import type { ClaimLink, ClaimNode } from '../reckon/origins/graph-draft.ts';
import type { Origin } from '../reckon/origins/origin-count.ts';

type Joined = Pick<ClaimLink, 'type' | 'certainty'>;

/** A node as it is to be drawn; `onrecord origins` and the dossier make them from the same trees. */
export interface PictureNode {
  readonly id: string;
  readonly name: string;
  readonly kind: ClaimNode['kind'];
  /** ISO day; null when unknown or when it has none. */
  readonly day: string | null;
  readonly held: boolean;
  /** To the node above; null at the root. */
  readonly link: Joined | null;
  readonly also: readonly (Joined & { readonly to: string })[];
  readonly below: readonly PictureNode[];
}

export interface PictureTree {
  readonly kind: Origin['kind'];
  readonly roots: readonly PictureNode[];
}

/** A box with its upper left corner. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  /** Null: a fold. */
  readonly node: PictureNode | null;
  /** Of a root, the kind of its origin; null otherwise. */
  readonly origin: Origin['kind'] | null;
  /** Reports that a fold hides; 0 otherwise. */
  readonly hidden: number;
  /** The box it rests on; null at the root. */
  readonly on: Placed | null;
}

export type PictureSize = keyof typeof SIZES;

/** Boxes with everything that is drawn between them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Width of each box. */
  readonly box: number;
  readonly boxes: readonly Placed[];
  /** Further links between boxes that are drawn. */
  readonly also: readonly {
    readonly from: Placed;
    readonly to: Placed;
    readonly certainty: Joined['certainty'];
  }[];
  /** Boxes that are one voice: the first and the last of each such group. */
  readonly voices: readonly (readonly [first: Placed, last: Placed])[];
  /** Origins that are not drawn. */
  readonly treesLeft: number;
  /** Further links of which one end is folded. */
  readonly linksLeft: number;
}

/** How wide boxes are, and layers of citation that fit: the width of a page, or of a part of one. */
export const SIZES = {
  page: { box: 156, column: 196, deep: 4 },
  part: { box: 134, column: 162, deep: 2 },
} as const;
export const BOX_HEIGHT = 36;
const ROW = 46;
const MARGIN = 8;
/** Room at the right for lines between boxes of one column. */
const BEND = 20;
/** Rows that fit the height of a page. */
const MOST_ROWS = 26;

/**
 * Lays the trees out.
 *
 * @example
 * layPicture(trees, 'page').boxes.length;
 */
export function layPicture(trees: readonly PictureTree[], size: PictureSize): Picture {
  for (const below of [7, 5, 3]) {
    const picture = layWith(trees, { below, trees: trees.length, size });
    if (rowsOf(picture) <= MOST_ROWS) return picture;
  }
  let shown = trees.length;
  let picture = layWith(trees, { below: 2, trees: shown, size });
  while (rowsOf(picture) > MOST_ROWS && shown > 1) {
    shown -= 1;
    picture = layWith(trees, { below: 2, trees: shown, size });
  }
  return picture;
}

function rowsOf({ height }: Picture): number {
  return (height - 2 * MARGIN) / ROW;
}

interface Limits {
  readonly below: number;
  readonly trees: number;
  readonly size: PictureSize;
}

interface Laying {
  readonly boxes: (Placed & { x: number; y: number })[];
  readonly limits: Limits;
  readonly voices: [Placed, Placed][];
  row: number;
}

function layWith(trees: readonly PictureTree[], limits: Limits): Picture {
  const { box: wide, column } = SIZES[limits.size];
  const laying: Laying = { boxes: [], limits, voices: [], row: 0 };
  for (const { kind, roots } of trees.slice(0, limits.trees)) {
    const drawn = roots.map((root) => layNode(laying, root, { depth: 0, on: null, origin: kind }));
    const [first, last] = [drawn[0], drawn.at(-1)];
    if (kind !== 'circle' && first !== undefined && last !== undefined && first !== last)
      laying.voices.push([first, last]);
  }
  const deepest = Math.max(0, ...laying.boxes.map(({ x }) => x));
  // Columns were counted from the right.
  for (const box of laying.boxes) box.x = MARGIN + (deepest - box.x) * column;
  const at = new Map(laying.boxes.flatMap((box) => (box.node === null ? [] : [[box.node.id, box] as const])));
  const wanted = laying.boxes.flatMap((from) =>
    (from.node?.also ?? []).map(({ to, certainty }) => ({ from, to: at.get(to), certainty })),
  );
  const also = wanted.flatMap(({ from, to, certainty }) =>
    to === undefined ? [] : [{ from, to, certainty }],
  );
  return {
    width: deepest * column + wide + 2 * MARGIN + (also.some(({ from, to }) => to.x <= from.x) ? BEND : 0),
    height: laying.row * ROW + 2 * MARGIN,
    box: wide,
    boxes: laying.boxes,
    voices: laying.voices,
    also,
    treesLeft: trees.length - Math.min(limits.trees, trees.length),
    linksLeft: wanted.length - also.length,
  };
}

interface Spot {
  readonly depth: number;
  readonly on: Placed | null;
  readonly origin: Origin['kind'] | null;
}

/** No deeper than the size allows. */
function layNode(laying: Laying, node: PictureNode, { depth, on, origin }: Spot): Placed {
  const { below: most, size } = laying.limits;
  const box = { x: depth, y: 0, node, origin, hidden: 0, on };
  laying.boxes.push(box);
  const deep = depth >= SIZES[size].deep;
  const shown = deep ? [] : node.below.slice(0, node.below.length > most ? most - 1 : most);
  const hidden = countAll(node.below.slice(shown.length));
  const first = laying.row;
  for (const child of shown) layNode(laying, child, { depth: depth + 1, on: box, origin: null });
  if (hidden > 0) {
    laying.boxes.push({ x: depth + 1, y: yOf(laying.row), node: null, origin: null, hidden, on: box });
    laying.row += 1;
  }
  if (laying.row === first) laying.row += 1;
  box.y = yOf((first + laying.row - 1) / 2);
  return box;
}

function yOf(row: number): number {
  return MARGIN + row * ROW + (ROW - BOX_HEIGHT) / 2;
}

/** No recursion: a chain of citations may be long. */
function countAll(nodes: readonly PictureNode[]): number {
  let count = 0;
  for (const open = [...nodes]; open.length > 0; count++) open.push(...(open.pop()?.below ?? []));
  return count;
}
