/** Low, best and high as a line of numbers, on a card. Readable in black and white: bar, dot, arrow, dashes. */
import { scaleLinear } from 'd3-scale';
import { type Bounds, numberWords } from '../figure-words.ts';
import { LIGHT } from '../style-tokens.ts';
import type { CardOp } from './card-ops.ts';
import type { Say } from './card-words.ts';

const path = (
  d: string,
  x: number,
  y: number,
  look: { fill?: string; stroke?: string; width?: number; dash?: readonly [number, number] },
): CardOp => ({
  kind: 'path',
  d,
  x,
  y,
  fill: look.fill ?? null,
  stroke: look.stroke ?? null,
  width: look.width ?? 0,
  ...(look.dash === undefined ? {} : { dash: look.dash }),
});

/**
 * Draws the range.
 *
 * @param at where the line begins, and how long it is
 * @param say numbers in the card's language
 * @example
 * rangeOps({ low: 2, best: 2, high: 26 }, { x: 56, y: 300, width: 480 }, sayOf(view));
 */
export function rangeOps(
  bounds: Bounds,
  at: { readonly x: number; readonly y: number; readonly width: number },
  say: Say,
): readonly CardOp[] {
  const { low, best, high } = bounds;
  const top = high ?? bounds.openFrom ?? null;
  const known = [low, best, top].filter((value) => value !== null);
  if (known.length === 0) return [];
  const place = scaleLinear([0, Math.max(1, ...known)], [0, at.width * (high === null ? 0.55 : 0.8)]);
  const x = (value: number): number => Math.round(at.x + place(value));
  const from = low ?? best;
  const colour = LIGHT.alleges;
  const ops: CardOp[] = [path(`M0 0H${at.width}`, at.x, at.y, { stroke: LIGHT.rule, width: 1 })];
  if (from !== null && top !== null && top > from)
    ops.push(path(`M0 -5H${x(top) - x(from)}V5H0Z`, x(from), at.y, { fill: '#dcc0a8' }));
  if (high === null && from !== null) {
    const start = x(top ?? from);
    const end = at.x + at.width - 10;
    ops.push(path(`M0 0H${end - start}`, start, at.y, { stroke: colour, width: 3, dash: [2, 7] }));
    ops.push(path('M0 -6L8 0L0 6', end, at.y, { stroke: colour, width: 2 }));
  }
  for (const value of new Set([low, top].filter((one) => one !== null && one !== best)))
    ops.push(path('M0 -9V9', x(value ?? 0), at.y, { stroke: colour, width: 3 }));
  if (best !== null) ops.push(path('M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0Z', x(best), at.y, { fill: colour }));
  const labelled: number[] = [];
  for (const value of [top, low, best]) {
    if (value === null || labelled.some((other) => Math.abs(other - x(value)) < 40)) continue;
    labelled.push(x(value));
    ops.push({
      kind: 'text',
      x: x(value) - 4,
      y: at.y - 16,
      words: say(numberWords(value)),
      size: 16,
      font: 'sans',
      weight: 600,
      fill: LIGHT.ink,
    });
  }
  return ops;
}
