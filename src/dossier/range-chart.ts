/** Low, best and high of a figure as a line of numbers. Readable in black and white: bar, dot, arrow, dashes. */
import { scaleLinear } from 'd3-scale';
import type { Bounds } from './figure-words.ts';
import { lowBestHigh, numberWords } from './figure-words.ts';
import { type Content, type Html, html, said } from './html.ts';

const WIDTH = 300;
const LINE = 24;
const at = (value: number): string => value.toFixed(1);

/** Labels are left out when they would run into each other. */
function labels(values: readonly { readonly x: number; readonly value: number }[]): Content {
  const shown: { x: number; value: number }[] = [];
  for (const point of values) if (shown.every((other) => Math.abs(other.x - point.x) > 26)) shown.push(point);
  return shown.map(
    ({ x, value }) =>
      html`<text class="strong" x="${at(Math.min(Math.max(x, 8), WIDTH - 12))}" y="12" text-anchor="middle">${numberWords(value)}</text>`,
  );
}

function openEnd(from: number): Html {
  return html`<line class="open" x1="${at(from)}" x2="${WIDTH - 8}" y1="${LINE}" y2="${LINE}"/><path class="arrow" d="M${WIDTH - 8} ${LINE - 5}l7 5-7 5"/>`;
}

/**
 * Draws a figure's bounds.
 *
 * @example
 * rangeChart({ low: 101, best: null, high: null }); // a dot at 101 and an open dashed line
 */
export function rangeChart(bounds: Bounds): Html {
  const { low, best, high } = bounds;
  const top = high ?? bounds.openFrom ?? null;
  const known = [low, best, top].filter((value) => value !== null);
  const most = Math.max(1, ...known);
  const x = scaleLinear([0, most], [0, WIDTH * (high === null ? 0.55 : 0.8)]);
  const points = [top, low, best].flatMap((value) => (value === null ? [] : [{ x: x(value), value }]));
  const from = low ?? best;
  const bar =
    from !== null && top !== null && top > from
      ? html`<rect class="band" x="${at(x(from))}" y="${LINE - 4}" width="${at(x(top) - x(from))}" height="8"/>`
      : null;
  const upTo =
    low === null && best === null && high !== null
      ? html`<line class="open" x1="0" x2="${at(x(high))}" y1="${LINE}" y2="${LINE}"/>`
      : null;
  const ends = [low, top]
    .filter((value) => value !== null && value !== best)
    .map(
      (value) =>
        html`<line class="end" x1="${at(x(value ?? 0))}" x2="${at(x(value ?? 0))}" y1="${LINE - 7}" y2="${LINE + 7}"/>`,
    );
  const dot = best === null ? null : html`<circle class="dot" cx="${at(x(best))}" cy="${LINE}" r="6"/>`;
  return html`<svg class="range" viewBox="-8 0 ${WIDTH + 16} 42" role="img" aria-label="${said(lowBestHigh(bounds))}"><line class="axis" x1="0" x2="${WIDTH}" y1="${LINE}" y2="${LINE}"/><text class="small" x="0" y="40">0</text>${high === null && from !== null ? openEnd(x(top ?? from)) : null}${upTo}${bar}${ends}${dot}${labels(points)}</svg>`;
}
