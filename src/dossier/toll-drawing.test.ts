import { expect, test } from 'vitest';
import type { ClaimId } from '../record/id.ts';
import { STANCES, type Stance } from '../record/stance.ts';
import {
  type DrawnClaim,
  drawingWords,
  fewerSigns,
  signsOf,
  stancesIn,
  type TollDrawing,
} from './toll-drawing.ts';
import { hatching } from './toll-plot.ts';
import { tollSvg } from './toll-svg.ts';

const claim = (day: string | null, value: number | null, more: Partial<DrawnClaim> = {}): DrawnClaim => ({
  id: `clm_${String(value)}${day ?? ''}` as ClaimId,
  stance: 'alleges',
  day,
  value,
  who: 'The Courier',
  unreviewed: false,
  used: true,
  ...more,
});
const step = (day: string, low: number | null, best: number | null, high: number | null) => ({
  day,
  low,
  best,
  high,
});
const drawing = (more: Partial<TollDrawing>): TollDrawing => ({
  title: 'People killed in Orsa',
  axis: 'known',
  steps: [],
  claims: [],
  ...more,
});
const svg = (more: Partial<TollDrawing>): string => tollSvg(drawing(more), 'Accepted claims only.') ?? '';

test('claims of one day, number and stance are one sign; copies are small and lie below', () => {
  const signs = signsOf([
    claim('2031-04-01', 3),
    claim('2031-04-01', 3),
    claim('2031-04-01', 3, { used: false }),
    claim('2031-04-01', null, { stance: 'denies', used: false }),
    claim(null, 9),
  ]);
  expect(signs.map(({ claims, used, stance }) => [claims.length, used, stance])).toEqual([
    [1, false, 'alleges'],
    [2, true, 'alleges'],
    [1, true, 'denies'],
  ]);
});

test('nothing to draw gives no file', () => expect(tollSvg(drawing({}), '')).toBeNull());

test('one claim: both axes are named, whole days are ticks, the sign is there', () => {
  const file = svg({ steps: [step('2031-04-01', 3, 3, 3)], claims: [claim('2031-04-01', 3)] });
  expect(file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(file).toContain('number reported');
  expect(file).toContain('day on which it was said');
  expect(file).toMatch(/<text[^>]*>\d+ \w{3} 2031<\/text>/);
  expect(file).toContain('<g class="sh alleges"');
  expect(file).toContain('3, The Courier');
  expect(file).not.toMatch(/NaN|undefined|Infinity/);
});

test('a high that is open is hatched, explained, and said in words', () => {
  const file = svg({ steps: [step('2031-04-01', 14, null, null)], claims: [claim('2031-04-01', 14)] });
  expect(file).toContain('<path class="unbounded"');
  expect(file).not.toMatch(/url\(|NaN/);
  expect(file).toContain('>no upper bound<');
  expect(file).toContain('no upper bound.');
});

test('every stance has its shape, and the legend names those drawn and no other', () => {
  const shapes = new Set<string>();
  for (const stance of STANCES) {
    const file = svg({ claims: [claim('2031-04-01', 3, { stance: stance as Stance })] });
    const shape = new RegExp(`<g class="sh ${stance}"[^>]*><title>[^<]*</title>(.*?)</g>`).exec(file)?.[1];
    shapes.add(shape ?? '');
    expect(file).toContain(`>${stance}</text>`);
  }
  expect(shapes.size).toBe(STANCES.length);
  expect(stancesIn([claim('2031-04-01', 3), claim(null, 3, { stance: 'denies' })])).toEqual(['alleges']);
});

test('hostile names stay text', () => {
  const file = svg({ title: '<script>x</script>', claims: [claim('2031-04-01', 3, { who: '"><b>' })] });
  expect(file).not.toMatch(/<script|<b>/);
});

test('the words tell the axis, first and last step, and what is not drawn', () => {
  const words = drawingWords(
    drawing({
      axis: 'event',
      steps: [step('2031-04-01', 3, 3, 3), step('2031-05-12', 3, 26, null)],
      claims: [claim('2031-04-01', 3), claim('2031-04-01', null, { stance: 'denies' }), claim(null, 9)],
    }),
  );
  expect(words).toBe(
    'Days: day by which it had happened. 2 steps. From 1 April 2031: low 3, best 3, high 3. From 12 May 2031: low 3, best 26, no upper bound. Claims drawn: 1 alleges, 1 denies. 1 claim without such a day not drawn.',
  );
});

test('forty claims of a year: labels do not run into each other', () => {
  const claims = Array.from({ length: 40 }, (_, at) =>
    claim(new Date(Date.UTC(2031, 0, 1 + at * 9)).toISOString().slice(0, 10), 3 + at, {
      who: `Outlet ${at}`,
    }),
  );
  const steps = claims.map(({ day, value }) => step(day ?? '', 3, value, value));
  const file = svg({ steps, claims });
  const boxes = [
    ...file.matchAll(/class="strong halo" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]*)</g),
  ].map(([, x, y, anchor, words = '']) => {
    const w = words.length * 6.2;
    const left = anchor === 'start' ? Number(x) : Number(x) - w;
    return { left, right: left + w, y: Number(y) };
  });
  expect(boxes.length).toBeGreaterThan(3);
  for (const [at, a] of boxes.entries())
    for (const b of boxes.slice(at + 1))
      expect(Math.abs(a.y - b.y) >= 14 || a.right <= b.left || b.right <= a.left).toBe(true);
});

test('slanting lines stay within their rectangle', () => {
  expect(hatching({ left: 0, right: 16, top: 0, bottom: 8 })).toBe('M0.0 8.0L8.0 0.0M8.0 8.0L16.0 0.0');
  const numbers = [
    ...hatching({ left: 50, right: 90, top: 60, bottom: 200 }).matchAll(/[ML]([\d.]+) ([\d.]+)/g),
  ];
  expect(numbers.length).toBeGreaterThan(10);
  for (const [, x, y] of numbers) {
    expect(Number(x)).toBeGreaterThanOrEqual(50);
    expect(Number(x)).toBeLessThanOrEqual(90);
    expect(Number(y)).toBeGreaterThanOrEqual(60);
    expect(Number(y)).toBeLessThanOrEqual(200);
  }
});

test('of many signs those stay that moved the toll, then those against it; the rest is counted', () => {
  const claims = Array.from(
    { length: 300 },
    (_, index): DrawnClaim => ({
      id: `clm_${String(index).padStart(26, '0')}` as DrawnClaim['id'],
      stance: index % 50 === 7 ? 'denies' : 'alleges',
      day: `20${String(10 + (index % 20)).padStart(2, '0')}-0${1 + (index % 9)}-1${index % 10}`,
      value: index % 50 === 7 ? null : index,
      who: 'The Courier',
      unreviewed: false,
      used: index % 3 === 0,
    }),
  );
  const drawing = { title: 'x', axis: 'known', steps: [], claims } as const;
  const moved = new Set([claims[1]?.id, claims[200]?.id].filter((id) => id !== undefined));
  const { drawing: few, left } = fewerSigns(drawing, { most: 40, moved });
  expect(signsOf(few.claims)).toHaveLength(40);
  expect(few.claims.length + left).toBe(300);
  const kept = new Set(few.claims.map(({ id }) => id));
  for (const id of moved) expect(kept.has(id)).toBe(true);
  for (const { id, stance } of claims) if (stance === 'denies') expect(kept.has(id)).toBe(true);
  expect(fewerSigns(drawing, { most: 300, moved })).toEqual({ drawing, left: 0 });
});
