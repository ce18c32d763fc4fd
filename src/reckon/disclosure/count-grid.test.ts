import { expect, test } from 'vitest';
import { countGrid } from './count-grid.ts';

test('two axes: the last across; a withheld cell stays in its place', () => {
  const rows = ['Aldland', 'all'].flatMap((state, at) =>
    ['granted', 'refused', 'all'].map((answer, turn) => ({
      labels: [state, answer],
      count: at === 0 && turn === 0 ? null : at * 10 + turn,
    })),
  );
  expect(countGrid(rows)).toEqual({
    across: ['granted', 'refused', 'all'],
    down: [
      { labels: ['Aldland'], counts: [null, 1, 2] },
      { labels: ['all'], counts: [10, 11, 12] },
    ],
  });
});

test('one axis has no labels across; three have two down', () => {
  expect(countGrid([{ labels: ['high'], count: 8 }])).toEqual({
    across: [],
    down: [{ labels: ['high'], counts: [8] }],
  });
  expect(countGrid([{ labels: ['Aldland', '2026', 'granted'], count: 8 }]).down).toEqual([
    { labels: ['Aldland', '2026'], counts: [8] },
  ]);
});
