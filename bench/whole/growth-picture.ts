/** How an answer grows with the record, as a picture: both axes by powers of ten, so that twice the slope is the square. */

export interface Series {
  readonly name: string;
  /** Size of the record, and seconds; each above zero. Smallest first. */
  readonly points: readonly (readonly [size: number, seconds: number])[];
}

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [720, 460, 70, 20, 150, 50];
/** Height of a name. */
const LINE = 14;
/** Told apart by dashes, too: colour alone says nothing to some. */
const LINES = [
  ['#1b5e8c', ''],
  ['#b3471d', '6 3'],
  ['#3f7a2a', '2 3'],
  ['#7a3f8c', '10 3 2 3'],
  ['#8c6d1b', '1 2'],
  ['#444444', '12 4'],
  ['#a0255f', '8 2'],
  ['#14706b', '4 4'],
] as const;

/**
 * Draws it as SVG, with what it shows in words for those who do not see it.
 *
 * @example
 * growthPicture([{ name: 'search', points: [[1000, 0.01], [10_000, 0.02]] }]);
 */
export function growthPicture(series: readonly Series[]): string {
  const drawn = series.filter(({ points }) => points.length > 0);
  const sizes = decades(drawn.flatMap(({ points }) => points.map(([size]) => size)));
  const seconds = decades(drawn.flatMap(({ points }) => points.map(([, time]) => time)));
  const x = scale(sizes, [LEFT, WIDTH - RIGHT]);
  const y = scale(seconds, [HEIGHT - BOTTOM, TOP]);
  const grid = [
    ...sizes.map((power) =>
      axisMark([x(10 ** power), HEIGHT - BOTTOM], [x(10 ** power), TOP], size(power), 'bottom'),
    ),
    ...seconds.map((power) =>
      axisMark([LEFT, y(10 ** power)], [WIDTH - RIGHT, y(10 ** power)], time(power), 'left'),
    ),
  ];
  const words = drawn.map(
    ({ name, points }) => `${name}: ${points.map(([n, s]) => `${n} in ${s} s`).join(', ')}`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>Seconds by size of the record</title><desc>${escaped(words.join('; '))}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...grid,
    ...drawn.map((one, at) => drawnLine(one, at, x, y)),
    ...labels(drawn, x, y),
    '</svg>',
    '',
  ].join('\n');
}

/** Whole powers of ten around the values, at least two. */
function decades(values: readonly number[]): readonly number[] {
  const powers = values.map((value) => Math.log10(value));
  const low = Math.floor(Math.min(...powers, 0 + (powers[0] ?? 0)));
  const high = Math.max(low + 1, Math.ceil(Math.max(...powers)));
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
}

function scale(powers: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const [low = 0, high = 1] = [powers[0], powers.at(-1)];
  return (value) => Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10;
}

type Point = readonly [number, number];

function axisMark([x1, y1]: Point, [x2, y2]: Point, words: string, side: 'left' | 'bottom'): string {
  const [x, y, anchor] = side === 'left' ? [x1 - 8, y1 + 4, 'end'] : [x1, y1 + 20, 'middle'];
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="#ddd"/><text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
}

function drawnLine(
  { points }: Series,
  at: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const [, dashes] = LINES[at % LINES.length] ?? LINES[0];
  const colour = colourOf(at);
  const places = points.map(([n, s]) => [x(n), y(s)] as const);
  const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`).join('');
  const path = places.map(([px, py]) => `${px} ${py}`).join('L');
  return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>${dots}`;
}

/** Names at the ends of their lines, moved apart where lines end close together. */
function labels(
  drawn: readonly Series[],
  x: (value: number) => number,
  y: (value: number) => number,
): readonly string[] {
  const ends = drawn.map(({ name, points }, at) => {
    const [size, seconds] = points.at(-1) ?? [1, 1];
    return { name, colour: colourOf(at), x: x(size), y: y(seconds) };
  });
  return [...Map.groupBy(ends, (end) => end.x).values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.y - b.y);
    const heights = apart(sorted.map((end) => end.y));
    return sorted.map(
      ({ name, colour, x }, at) =>
        `<text x="${x + 8}" y="${(heights[at] ?? 0) + 4}" fill="${colour}">${escaped(name)}</text>`,
    );
  });
}

/** Heights, lowest first, each at least a line of words from the next: those too close share what is missing. */
function apart(heights: readonly number[]): readonly number[] {
  let blocks = heights.map((height) => ({ middle: height, count: 1 }));
  for (;;) {
    const at = blocks.findIndex((block, nth) => {
      const next = blocks[nth + 1];
      return next !== undefined && next.middle - block.middle < ((block.count + next.count) / 2) * LINE;
    });
    const [one, other] = [blocks[at], blocks[at + 1]];
    if (one === undefined || other === undefined) break;
    const count = one.count + other.count;
    const middle = (one.middle * one.count + other.middle * other.count) / count;
    blocks = [...blocks.slice(0, at), { middle, count }, ...blocks.slice(at + 2)];
  }
  return blocks.flatMap(({ middle, count }) =>
    Array.from(
      { length: count },
      (_, nth) => Math.round((middle + (nth - (count - 1) / 2) * LINE) * 10) / 10,
    ),
  );
}

const colourOf = (at: number): string => (LINES[at % LINES.length] ?? LINES[0])[0];
const size = (power: number): string => (10 ** power).toLocaleString('en-GB');
const time = (power: number): string => `${power < 0 ? (10 ** power).toFixed(-power) : size(power)} s`;
const escaped = (words: string): string =>
  words.replace(/[&<>]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
