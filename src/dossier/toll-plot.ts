/**
 * Draws a toll: steps of low, best and high told apart by their line, the span between them tinted, hatched where nothing
 * closes it above, and every claim a sign in the shape of its stance. Claims without a number stand in a lane of their
 * own, because a denial moves no bound.
 */
import { area, curveStepAfter, line } from 'd3-shape';
import { numberWords } from './figure-words.ts';
import { type Content, type Html, html, plainLine } from './html.ts';
import { stanceShape } from './stance-shape.ts';
import { type DrawnSign, drawingWords, signsOf, signWords, type TollDrawing } from './toll-drawing.ts';
import { axes, type Frame, type Scales, scalesOf } from './toll-scales.ts';

type Bound = 'low' | 'best' | 'high';
const LETTER = 6.2;
/** Signs for which a free place for a label is looked for. */
const TRIED = 120;
/** Pixels between slanting lines, across. */
const HATCH = 8;
/** Half the size of a sign, and a little air. */
const AROUND = 8;

interface Point {
  readonly time: number;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

function steps(scales: Scales, drawing: TollDrawing): Html {
  const last = drawing.steps.at(-1);
  if (last === undefined) return html``;
  const points: readonly Point[] = [
    ...drawing.steps.map((step) => ({ ...step, time: Date.parse(step.day) })),
    { ...last, time: scales.end },
  ];
  const path = (bound: Bound): string =>
    line<Point>()
      .defined((point) => point[bound] !== null)
      .x((point) => scales.x(point.time))
      .y((point) => scales.y(point[bound] ?? 0))
      .curve(curveStepAfter)(points) ?? '';
  const spans = points.slice(0, -1).map((point, at) => spanOf(scales, [point, points[at + 1] ?? point]));
  return html`${spans}<path class="low" d="${path('low')}"/><path class="high" d="${path('high')}"/><path class="best" d="${path('best')}"/>`;
}

/** The span of one step: tinted up to its high, hatched up to the top when it has none. */
function spanOf({ x, y, box }: Scales, [from, to]: readonly [Point, Point]): Content {
  const floor = from.low ?? from.best;
  if (floor === null) return null;
  const [left, right] = [x(from.time), x(to.time)];
  if (from.high === null)
    return html`<path class="unbounded" d="${hatching({ left, right, top: box.top, bottom: y(floor) })}"/>`;
  const shape = area<number>()
    .x((at) => at)
    .y0(y(floor))
    .y1(y(from.high));
  return html`<path class="span" d="${shape([left, right]) ?? ''}"/>`;
}

/**
 * Slanting lines within a rectangle. Drawn, not filled in by a pattern, which pages would have to point at by an address.
 *
 * @example
 * hatching({ left: 0, right: 16, top: 0, bottom: 8 }); // 'M0.0 8.0L8.0 0.0M8.0 8.0L16.0 0.0'
 */
export function hatching(box: {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}): string {
  const { left, right, top, bottom } = box;
  const lines: string[] = [];
  const first = Math.ceil((left + top + 1) / HATCH) * HATCH;
  for (let sum = first; sum < right + bottom; sum += HATCH) {
    const low = Math.min(bottom, sum - left);
    const high = Math.max(top, sum - right);
    if (low > high)
      lines.push(
        `M${(sum - low).toFixed(1)} ${low.toFixed(1)}L${(sum - high).toFixed(1)} ${high.toFixed(1)}`,
      );
  }
  return lines.join('');
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function signs(scales: Scales, drawing: TollDrawing, drawn: readonly DrawnSign[]): Html {
  const { box } = scales;
  const places = placesOf(scales, drawn);
  const shapes = drawn.map((sign, at) => {
    const { x, y } = places[at] ?? { x: 0, y: 0 };
    const unreviewed = sign.claims.every((claim) => claim.unreviewed);
    const shape = stanceShape(sign.stance, { x, y, unreviewed }, signWords(sign));
    return sign.used ? shape : html`<g class="left-out">${shape}</g>`;
  });
  const taken: Box[] = places.map(({ x, y }) => ({
    x: x - AROUND,
    y: y - AROUND,
    w: 2 * AROUND,
    h: 2 * AROUND,
  }));
  const changes = new Set(drawing.steps.map(({ day }) => Date.parse(day)));
  const order = drawn
    .map((sign, at) => ({ sign, at }))
    .filter(({ sign }) => sign.value !== null && sign.used)
    .toSorted((a, b) => Number(changes.has(b.sign.time)) - Number(changes.has(a.sign.time)) || a.at - b.at);
  const labels: Html[] = [];
  for (const { sign, at } of order.slice(0, TRIED)) {
    if (labels.length >= box.labels) break;
    const place = places[at];
    const label = place === undefined ? null : labelAt(sign, place, { box, taken });
    if (label !== null) labels.push(label);
  }
  return html`${shapes}${labels}`;
}

/** Two signs of one day and number stand side by side. */
function placesOf(
  { x, y, box }: Scales,
  drawn: readonly DrawnSign[],
): readonly { readonly x: number; readonly y: number }[] {
  const at = new Map<string, number>();
  return drawn.map(({ time, value }) => {
    const key = `${time} ${value}`;
    const before = at.get(key) ?? 0;
    at.set(key, before + 1);
    const across = Math.min(x(time) + before * 11, box.right - 6);
    return { x: across, y: value === null ? box.lane : y(value) };
  });
}

/** Right or left of the sign, above or below it: the first place that is free. */
function labelAt(
  sign: DrawnSign,
  { x, y }: { readonly x: number; readonly y: number },
  { box, taken }: { readonly box: Frame; readonly taken: Box[] },
): Html | null {
  const [first] = sign.claims;
  if (first === undefined || sign.value === null) return null;
  const more = sign.claims.length > 1 ? ` +${sign.claims.length - 1}` : '';
  const words = plainLine(`${numberWords(sign.value)}, ${first.who}${more}`, 30);
  const w = words.length * LETTER;
  for (const [side, rise] of [
    ['start', -10],
    ['end', -10],
    ['start', 18],
    ['end', 18],
  ] as const) {
    const from = side === 'start' ? x + 9 : x - 9 - w;
    const base = y + rise;
    const place: Box = { x: from, y: base - 11, w, h: 14 };
    const fits =
      from >= box.left + 2 && from + w <= box.right && base >= box.top - 8 && base <= box.bottom - 4;
    if (!fits || taken.some((other) => meets(place, other))) continue;
    taken.push(place);
    return html`<text class="strong halo" x="${(side === 'start' ? x + 9 : x - 9).toFixed(1)}" y="${base.toFixed(1)}" text-anchor="${side}">${words}</text>`;
  }
  return null;
}

function lane(box: Frame): Html {
  return html`<line class="lane" x1="${box.left}" x2="${box.right}" y1="${box.lane}" y2="${box.lane}"/><text class="note" x="${box.right}" y="${box.lane - 13}" text-anchor="end">without a number: they move no bound</text>`;
}

/**
 * One drawing; null when there is neither a step nor a sign to draw.
 *
 * @param id letters that no other drawing of the page has
 * @example
 * tollPlot(drawing, WIDE, 'prp-1');
 */
export function tollPlot(drawing: TollDrawing, box: Frame, id: string): Html | null {
  const drawn = signsOf(drawing.claims);
  if (drawn.length === 0 && drawing.steps.length === 0) return null;
  const scales = scalesOf(drawing, drawn, box);
  return html`<svg class="toll ${box.look}" lang="en" viewBox="0 0 ${box.width} ${box.height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${plainLine(drawing.title)}: the toll ${drawing.axis === 'known' ? 'as it became known' : 'by day of the event'}</title><desc id="${id}-d">${drawingWords(drawing)}</desc>
${plotBody(drawing, scales)}</svg>
`;
}

/**
 * What stands inside the drawing, without its frame.
 *
 * @example
 * plotBody(drawing, scales);
 */
export function plotBody(drawing: TollDrawing, scales: Scales): Html {
  const drawn = signsOf(drawing.claims);
  return html`${drawn.some(({ value }) => value === null) ? lane(scales.box) : null}${axes(scales, drawing.axis)}${steps(scales, drawing)}${signs(scales, drawing, drawn)}`;
}

/**
 * Whether a drawing has a span without an upper bound.
 *
 * @example
 * isOpen(drawing); // explain the hatching
 */
export function isOpen({ steps: all }: TollDrawing): boolean {
  return all.some(({ low, best, high }) => high === null && (low !== null || best !== null));
}
