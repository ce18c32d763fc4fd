/** Frames, scales and axes of a toll's chart. Days are whole and UTC; numbers are whole and begin at 0. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { edtfWords } from './edtf-words.ts';
import { numberWords } from './figure-words.ts';
import { type Html, html } from './html.ts';
import { AXIS_WORDS, type DrawnSign, type TollDrawing } from './toll-drawing.ts';

/** Measures of one drawing, in its own pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of the lane of claims without a number. */
  readonly lane: number;
  readonly ticks: number;
  /** Signs that are labelled at most. */
  readonly labels: number;
  readonly look: 'wide-only' | 'narrow-only' | 'alone';
}

export const WIDE: Frame = {
  width: 720,
  height: 316,
  left: 52,
  right: 704,
  top: 62,
  bottom: 256,
  lane: 24,
  ticks: 6,
  labels: 9,
  look: 'wide-only',
};
export const NARROW: Frame = {
  width: 360,
  height: 300,
  left: 40,
  right: 350,
  top: 66,
  bottom: 240,
  lane: 24,
  ticks: 3,
  labels: 3,
  look: 'narrow-only',
};

const DAY = 86_400_000;

export interface Scales {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly dayTicks: readonly number[];
  readonly valueTicks: readonly number[];
  /** Where the last step ends: milliseconds. */
  readonly end: number;
  readonly box: Frame;
}

/**
 * Scales for what is drawn.
 *
 * @example
 * scalesOf(drawing, signs, WIDE).y(0); // the bottom of the frame
 */
export function scalesOf({ steps }: TollDrawing, signs: readonly DrawnSign[], box: Frame): Scales {
  const times = [...signs.map(({ time }) => time), ...steps.map(({ day }) => Date.parse(day))];
  const from = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const until = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const pad = Math.max(2 * DAY, (until - from) * 0.06);
  const values = [
    ...signs.map(({ value }) => value ?? 0),
    ...steps.flatMap(({ low, best, high }) => [low ?? 0, best ?? 0, high ?? 0]),
  ];
  const open = steps.some(({ high }) => high === null);
  const most = values.reduce((a, b) => Math.max(a, b), 4) * (open ? 1.15 : 1);
  const y = scaleLinear([0, most], [box.bottom, box.top]).nice(5);
  const x = scaleUtc([from - pad, until + pad], [box.left, box.right]);
  return {
    x: (time) => x(time),
    y: (value) => y(value),
    dayTicks: spread(wholeDays(from - pad, until + pad, x.ticks(box.ticks)), (time) => x(time)),
    valueTicks: y.ticks(5).filter((tick) => Number.isInteger(tick)),
    end: until + pad,
    box,
  };
}

/** Few days: one tick a day at most, not one every six hours. */
function wholeDays(from: number, until: number, ticks: readonly Date[]): readonly number[] {
  const whole = ticks.map((date) => date.getTime()).filter((time) => time % DAY === 0);
  if (whole.length >= 2) return whole;
  const first = Math.ceil(from / DAY) * DAY;
  const days = Math.max(1, Math.floor((until - first) / DAY));
  const every = Math.max(1, Math.round(days / 3)) * DAY;
  return Array.from({ length: Math.floor((until - first) / every) + 1 }, (_, at) => first + at * every);
}

/** Pixels that the label of a day needs. */
const LABEL = 78;

/** Every second day, every third, …: until no label runs into the next. */
function spread(times: readonly number[], x: (time: number) => number): readonly number[] {
  const [first = 0, second = first] = times;
  const apart = x(second) - x(first);
  const every = apart > 0 ? Math.max(1, Math.ceil(LABEL / apart)) : 1;
  return times.filter((_, at) => at % every === 0);
}

/**
 * Both axes with their names.
 *
 * @example
 * axes(scales, 'known');
 */
export function axes(scales: Scales, axis: TollDrawing['axis']): Html {
  const { box } = scales;
  const rules = scales.valueTicks.map((tick) => {
    const y = scales.y(tick).toFixed(1);
    return html`<line class="grid" x1="${box.left}" x2="${box.right}" y1="${y}" y2="${y}"/><text x="${box.left - 8}" y="${Number(y) + 4}" text-anchor="end">${numberWords(tick)}</text>`;
  });
  const days = scales.dayTicks.map((time) => {
    const x = scales.x(time);
    const words = tickWords(time);
    const half = words.length * 3;
    const anchor = x + half > box.width - 2 ? 'end' : x - half < 2 ? 'start' : 'middle';
    return html`<line class="tick" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${box.bottom}" y2="${box.bottom + 5}"/><text x="${x.toFixed(1)}" y="${box.bottom + 20}" text-anchor="${anchor}">${words}</text>`;
  });
  return html`${rules}${days}<line class="axis" x1="${box.left}" x2="${box.right}" y1="${box.bottom}" y2="${box.bottom}"/><text class="note" x="${box.left - 8}" y="${box.top - 12}" text-anchor="start">number reported</text><text class="note" x="${box.right}" y="${box.bottom + 40}" text-anchor="end">${AXIS_WORDS[axis]}</text>`;
}

function tickWords(time: number): string {
  return edtfWords(new Date(time).toISOString().slice(0, 10)).replace(/^(\d+ \w{3})\w*( \d{4})$/, '$1$2');
}
