/**
 * A toll as it became known: steps of low, best and high, the span between them tinted, and every claim a sign
 * in the shape of its stance. Claims without a number stand in a lane of their own, because a denial moves no
 * bound. Signs that would fall on one another are drawn once with their number. A table says the same.
 */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Claim } from '../record/claim.ts';
import type { Stance } from '../record/stance.ts';
import type { Toll, TollStep } from '../record/toll.ts';
import { chainLine, wordsLink } from './claim-entry.ts';
import { dataTable } from './data-table.ts';
import { edtfWords, firstDay, timeOf } from './edtf-words.ts';
import { counted, numberWords } from './figure-words.ts';
import { type Content, type Html, html, plainLine } from './html.ts';
import { stanceShape } from './stance-shape.ts';
import { type PropositionView, type View, voiceName } from './view.ts';

/** Measures of one drawing, in its own pixels. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of the lane of claims without a number. */
  readonly lane: number;
  readonly ticks: number;
  readonly look: 'wide-only' | 'narrow-only';
}

const WIDE: Frame = {
  width: 720,
  height: 290,
  left: 44,
  right: 700,
  top: 58,
  bottom: 244,
  lane: 22,
  ticks: 6,
  look: 'wide-only',
};
const NARROW: Frame = {
  width: 360,
  height: 280,
  left: 34,
  right: 350,
  top: 62,
  bottom: 236,
  lane: 22,
  ticks: 3,
  look: 'narrow-only',
};
const DAY = 86_400_000;

interface Dot {
  readonly time: number;
  /** Null: stands in the lane of claims without a number. */
  readonly value: number | null;
  readonly stance: Stance;
  readonly claims: Claim[];
}

/** A number a claim states, for its place in a chart; null when it states none. */
function statedValue(claim: Claim): number | null {
  const quantity = claim.quantity;
  return quantity === null ? null : (quantity.best ?? quantity.low ?? quantity.high);
}

function dotsOf(claims: readonly Claim[]): readonly Dot[] {
  const dots = new Map<string, Dot>();
  for (const claim of claims) {
    const day = firstDay(claim.saidAt);
    if (day === null) continue;
    const value = statedValue(claim);
    const key = `${day} ${value} ${claim.stance}`;
    const dot = dots.get(key) ?? { time: Date.parse(day), value, stance: claim.stance, claims: [] };
    dot.claims.push(claim);
    dots.set(key, dot);
  }
  return [...dots.values()];
}

function innermost(view: View, claim: Claim): string {
  const step = claim.chain.at(-1);
  if (step === undefined) return 'unknown';
  return step.speaker === null ? `unnamed (“${step.named}”)` : voiceName(view.record, step.speaker);
}

function dotTitle(view: View, dot: Dot): string {
  const names = [...new Set(dot.claims.map((claim) => innermost(view, claim)))];
  const who =
    names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  const day = edtfWords(firstDay(dot.claims[0]?.saidAt ?? null));
  return plainLine(`${dot.stance}${dot.value === null ? '' : ` ${numberWords(dot.value)}`}, ${day}: ${who}`);
}

interface Scales {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly dayTicks: readonly number[];
  readonly valueTicks: readonly number[];
  readonly end: number;
  readonly box: Frame;
}

function scalesOf(dots: readonly Dot[], steps: readonly TollStep[], box: Frame): Scales {
  const times = [...dots.map((dot) => dot.time), ...steps.map((step) => Date.parse(step.day))];
  const from = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const until = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const pad = Math.max(2 * DAY, (until - from) * 0.06);
  const values = [
    ...dots.map((dot) => dot.value ?? 0),
    ...steps.flatMap((step) => [step.low ?? 0, step.best ?? 0, step.high ?? 0]),
  ];
  const y = scaleLinear([0, values.reduce((a, b) => Math.max(a, b), 4)], [box.bottom, box.top]).nice(5);
  const x = scaleUtc([from - pad, until + pad], [box.left, box.right]);
  const days = x.ticks(box.ticks).map((date) => date.getTime());
  return {
    x: (time) => x(time),
    y: (value) => y(value),
    dayTicks: days.filter((time) => time % DAY === 0),
    valueTicks: y.ticks(5).filter((tick) => Number.isInteger(tick)),
    end: until + pad,
    box,
  };
}

function axes(scales: Scales): Html {
  const { box } = scales;
  const rules = scales.valueTicks.map((tick) => {
    const y = scales.y(tick).toFixed(1);
    return html`<line class="grid" x1="${box.left}" x2="${box.right}" y1="${y}" y2="${y}"/><text x="${box.left - 8}" y="${Number(y) + 4}" text-anchor="end">${numberWords(tick)}</text>`;
  });
  const dayWords = (time: number): string =>
    edtfWords(dayOf(time)).replace(/^(\d+ \w{3})\w*( \d{4})$/, '$1$2');
  const days = scales.dayTicks.map((time) => {
    const x = scales.x(time).toFixed(1);
    return html`<line class="tick" x1="${x}" x2="${x}" y1="${box.bottom}" y2="${box.bottom + 5}"/><text x="${x}" y="${box.bottom + 20}" text-anchor="middle">${dayWords(time)}</text>`;
  });
  return html`${rules}${days}<line class="axis" x1="${box.left}" x2="${box.right}" y1="${box.bottom}" y2="${box.bottom}"/>`;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

type Bound = 'low' | 'best' | 'high';

function steps(scales: Scales, toll: Toll): Html {
  const last = toll.steps.at(-1);
  if (last === undefined) return html``;
  const points = [
    ...toll.steps.map((step) => ({ ...step, time: Date.parse(step.day) })),
    { ...last, time: scales.end },
  ];
  type Point = (typeof points)[number];
  const path = (bound: Bound): string =>
    line<Point>()
      .defined((point) => point[bound] !== null)
      .x((point) => scales.x(point.time))
      .y((point) => scales.y(point[bound] ?? 0))
      .curve(curveStepAfter)(points) ?? '';
  const band =
    area<Point>()
      .defined((point) => point.low !== null && point.high !== null)
      .x((point) => scales.x(point.time))
      .y0((point) => scales.y(point.low ?? 0))
      .y1((point) => scales.y(point.high ?? 0))
      .curve(curveStepAfter)(points) ?? '';
  return html`<path class="span" d="${band}"/><path class="low" d="${path('low')}"/><path class="high" d="${path('high')}"/><path class="best" d="${path('best')}"/>`;
}

function signs(view: View, scales: Scales, dots: readonly Dot[]): Html {
  const { box } = scales;
  const placed: { x: number; y: number; w: number }[] = [];
  const label = (dot: Dot, x: number, y: number): Content => {
    const first = dot.claims[0];
    if (first === undefined || dot.value === null) return null;
    const more = dot.claims.length > 1 ? ` +${dot.claims.length - 1}` : '';
    const words = plainLine(`${numberWords(dot.value)}, ${innermost(view, first)}${more}`, 32);
    const w = words.length * 6.2;
    const toLeft = x + 10 + w > box.right;
    const from = toLeft ? x - 10 - w : x + 10;
    const clear = placed.every(
      (other) => Math.abs(other.y - y) > 15 || from > other.x + other.w || from + w < other.x,
    );
    if (!clear || from < box.left) return null;
    placed.push({ x: from, y, w });
    return html`<text class="strong halo" x="${(toLeft ? x - 10 : x + 10).toFixed(1)}" y="${(y - 8).toFixed(1)}" text-anchor="${toLeft ? 'end' : 'start'}">${words}</text>`;
  };
  const drawn = dots.map((dot) => {
    const x = scales.x(dot.time);
    const y = dot.value === null ? box.lane : scales.y(dot.value);
    const unreviewed = dot.claims.every((claim) => claim.status === 'proposed');
    return {
      sign: stanceShape(dot.stance, { x, y, unreviewed }, dotTitle(view, dot)),
      text: label(dot, x, y),
    };
  });
  return html`${drawn.map((dot) => dot.sign)}${drawn.map((dot) => dot.text)}`;
}

function stepsTable(view: View, root: string, toll: Toll): Html {
  const rows = toll.steps.map((step) => {
    const claim = view.record.claims.get(step.changedBy);
    const bound = (value: number | null): string => (value === null ? 'not stated' : numberWords(value));
    return [
      timeOf(step.day),
      bound(step.low),
      bound(step.best),
      bound(step.high),
      claim === undefined
        ? null
        : html`${chainLine(view, root, claim)}: ${wordsLink(view, root, claim, 120)}`,
    ];
  });
  return dataTable({
    caption: 'The toll on each day on which it changed',
    columns: ['From', 'Low', 'Best', 'High', 'Changed by'],
    rows,
    look: 'plain',
  });
}

interface Drawing {
  readonly figure: PropositionView;
  readonly toll: Toll;
  readonly dots: readonly Dot[];
}

function describe({ figure, toll }: Drawing): string {
  const last = toll.steps.at(-1);
  const bound = (value: number | null | undefined): string =>
    value == null ? 'not stated' : numberWords(value);
  return `${counted(toll.steps.length, 'step')}; at the end low ${bound(last?.low)}, best ${bound(last?.best)}, high ${bound(last?.high)}. ${counted(figure.claims.length, 'claim')}. The table below says the same.`;
}

function laneOf(box: Frame): Html {
  return html`<line class="lane" x1="${box.left}" x2="${box.right}" y1="${box.lane}" y2="${box.lane}"/><text class="note" x="${box.right}" y="${box.lane + 18}" text-anchor="end">answers without a number: they move no bound</text>`;
}

function drawn(view: View, drawing: Drawing, box: Frame): Html {
  const { dots, toll, figure } = drawing;
  const scales = scalesOf(dots, toll.steps, box);
  const id = `${box.look}-${toll.proposition}`;
  return html`<svg class="toll ${box.look}" viewBox="0 0 ${box.width} ${box.height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${plainLine(figure.proposition.text)}: the toll as it became known</title><desc id="${id}-d">${describe(drawing)}</desc>
${dots.some((dot) => dot.value === null) ? laneOf(box) : null}${axes(scales)}${steps(scales, toll)}${signs(view, scales, dots)}</svg>
`;
}

/**
 * The chart of one toll, drawn for wide and for narrow screens, with its text alternative; null when no day
 * is known or the toll never changed: `flatToll` says it then.
 *
 * @param root way to the top folder, '' or '../'
 * @example
 * tollChart(view, '', figure);
 */
export function tollChart(view: View, root: string, figure: PropositionView): Content {
  const { toll, claims } = figure;
  if (toll === null) return null;
  const dots = dotsOf(claims);
  if (dots.length === 0 || toll.steps.length < 2) return null;
  const undated = claims.filter((claim) => firstDay(claim.saidAt) === null).length;
  const drawing = { figure, toll, dots };
  return html`<figure class="chart">${drawn(view, drawing, WIDE)}${drawn(view, drawing, NARROW)}
<figcaption><span class="key best">best</span> <span class="key low">low</span> <span class="key high">high</span> <span class="key span">between low and high</span>${undated === 0 ? null : html` <span>${counted(undated, 'claim')} without a known day not drawn.</span>`}</figcaption>
<details><summary>The same as a table</summary>${stepsTable(view, root, toll)}</details></figure>`;
}
