import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { originsSvg } from './origin-drawing.ts';
import { layPicture, type PictureNode, type PictureTree } from './origin-picture.ts';

function report(name: string, changes: Partial<PictureNode> = {}): PictureNode {
  const link = { type: 'cites', certainty: 'certain' } as const;
  return {
    id: name,
    name,
    kind: 'report',
    day: '2031-04-02',
    held: true,
    link,
    also: [],
    below: [],
    ...changes,
  };
}

const root = (name: string, changes: Partial<PictureNode> = {}): PictureNode =>
  report(name, { link: null, ...changes });

const DOUBTFUL = { type: 'copies', certainty: 'possible' } as const;

function drawn(trees: readonly PictureTree[], title = 'Where “killed” comes from'): string {
  return originsSvg({ title, interval: '1 report. 1 independent origin.', trees, size: 'page' });
}

function sizeOf(svg: string): readonly number[] {
  return [...svg.matchAll(/ (?:width|height)="([\d.]+)"/gu)].slice(0, 2).map(([, number]) => Number(number));
}

describe('one, ten and sixty reports', () => {
  const below = (count: number) => Array.from({ length: count }, (_, at) => report(`Outlet ${at}`));
  test.each([
    [1, 1, 0],
    [10, 8, 3],
    [60, 8, 53],
  ])('%i reports: %i boxes, %i folded', (reports, boxes, hidden) => {
    const trees: PictureTree[] = [
      { kind: 'untraced', roots: [root('The Courier', { below: below(reports - 1) })] },
    ];
    const svg = drawn(trees);
    const picture = layPicture(trees, 'page');
    expect(picture.boxes).toHaveLength(boxes);
    expect(picture.boxes.reduce((sum, box) => sum + box.hidden, 0)).toBe(hidden);
    if (hidden > 0) expect(svg).toContain(`and ${hidden} more reports`);
    // A sheet of A4 with margins, at natural size or made smaller as a whole.
    const [width = 0, height = 0] = sizeOf(svg);
    expect(height / width).toBeLessThan(2);
  });

  test('sixty origins and long chains are cut to a page, and what is not drawn is said', () => {
    const trees = Array.from(
      { length: 60 },
      (_, at): PictureTree => ({ kind: 'untraced', roots: [root(`O${at}`)] }),
    );
    expect(drawn(trees)).toContain('Not drawn: 34 more origins.');
    let chain = report('last');
    for (let at = 0; at < 5000; at += 1) chain = report(`layer ${at}`, { below: [chain] });
    expect(drawn([{ kind: 'untraced', roots: [root('O', { below: [chain] })] }])).toContain('more reports');
  });

  test('boxes of one column do not overlap', () => {
    const trees: PictureTree[] = [
      { kind: 'untraced', roots: [root('A', { below: [report('B', { below: below(4) }), report('C')] })] },
      { kind: 'circle', roots: [root('D'), root('E')] },
    ];
    const columns = Map.groupBy(layPicture(trees, 'page').boxes, ({ x }) => x);
    for (const boxes of columns.values()) {
      const ys = boxes.map(({ y }) => y).toSorted((a, b) => a - b);
      for (const [at, y] of ys.slice(1).entries()) expect(y - (ys[at] ?? 0)).toBeGreaterThanOrEqual(36);
    }
  });
});

test('doubtful lines are dashed, texts that are not held dotted, where knowledge starts is thick', () => {
  const solid = drawn([{ kind: 'untraced', roots: [root('A', { below: [report('B')] })] }]);
  expect(solid).not.toContain('stroke-dasharray');
  expect(solid.match(/<rect[^>]* stroke-width="2.6"/gu)).toHaveLength(1);
  const dashed = drawn([
    { kind: 'untraced', roots: [root('A', { below: [report('B', { link: DOUBTFUL })] })] },
  ]);
  expect(dashed).toMatch(/<path class="edge"[^>]* stroke-dasharray="5 4"/u);
  expect(dashed).toContain('copies?');
  expect(drawn([{ kind: 'untraced', roots: [root('A', { held: false })] }])).toMatch(
    /<rect[^>]* stroke-dasharray="2 3"/u,
  );
});

test('boxes of one voice stand in one frame', () => {
  const svg = drawn([{ kind: 'untraced', roots: [root('A'), root('A', { id: 'A2' })] }]);
  expect(svg.match(/<rect class="voice"/gu)).toHaveLength(1);
  expect(svg).toContain('one voice');
});

test('nothing but black, white and grey', () => {
  const svg = drawn([{ kind: 'direct', roots: [root('A', { below: [report('B', { link: DOUBTFUL })] })] }]);
  const colours = [...svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]+)"/giu)].map(([, colour = '']) => colour);
  for (const colour of new Set(colours)) expect(colour).toMatch(/^#(?:fff|(..)\1\1)$/u);
});

test('the description says what the drawing shows', () => {
  const also = [{ to: 'C', ...DOUBTFUL }];
  const svg = drawn([
    { kind: 'untraced', roots: [root('A', { below: [report('B', { link: DOUBTFUL, also }), report('C')] })] },
  ]);
  const { document } = parseHTML(svg.slice(svg.indexOf('<svg')));
  expect(document.querySelector('svg')?.getAttribute('role')).toBe('img');
  expect(document.querySelector('title')?.textContent).toBe('Where “killed” comes from');
  const described = document.querySelector('desc')?.textContent;
  expect(described).toContain('Knowledge starts with: A (basis not said).');
  expect(described).toContain('B 2031-04-02 on A (copies, doubtful)');
});

test.each([
  '<script>alert(1)</script>',
  '"><image href="https://x.example/a">',
  'a\u202eb\u0000',
  ']]>&lt;',
  '漢字'.repeat(30),
])('a hostile name stays text: %s', (name) => {
  const svg = drawn([{ kind: 'untraced', roots: [root(name, { below: [report(name)] })] }], name);
  expect(svg).not.toMatch(/<script|<image|<a |\u202e/iu);
  expect(svg.includes('\u0000')).toBe(false);
  const names = [...svg.matchAll(/<([a-z]+)[ >/]/giu)].map(([, tag]) => tag);
  expect([...new Set(names)].toSorted()).toEqual(['desc', 'path', 'rect', 'svg', 'text', 'title']);
});
