import { expect, test } from 'vitest';
import type { Stance } from '../../record/stance.ts';
import { type GridPosition, gridOf } from './position-grid.ts';

function position(name: string, said: readonly (readonly [Stance, string | null])[]): GridPosition {
  const history = said.map(([stance, saidAt], at) => ({ claim: `${name}${at}`, stance, saidAt }));
  return { actor: { actor: null, name }, latest: said.at(-1)?.[0] ?? 'alleges', history, inherited: false };
}

test('actors down, days across, unknown days last, each stance once in a cell', () => {
  const grid = gridOf([
    position('Courier', [
      ['alleges', '2031-04-03'],
      ['alleges', '2031-04-03'],
      ['confirms', '2031-04-03T10:00:00Z'],
    ]),
    position('Ministry', [
      ['silent', '2031-04-01'],
      ['denies', null],
    ]),
  ]);
  expect(grid.columns).toEqual(['2031-04-01', '2031-04-03', null]);
  expect(grid.rows[0]?.cells).toEqual([
    [],
    [
      { stance: 'alleges', claims: ['Courier0', 'Courier1'] },
      { stance: 'confirms', claims: ['Courier2'] },
    ],
    [],
  ]);
  expect(grid.rows[1]?.cells.map((cell) => cell.map(({ stance }) => stance))).toEqual([
    ['silent'],
    [],
    ['denies'],
  ]);
});

test('too many days become months, too many months years', () => {
  const days = Array.from(
    { length: 20 },
    (_, at) => `2031-0${1 + (at % 3)}-${String(at + 1).padStart(2, '0')}`,
  );
  const said = (times: readonly string[]) =>
    gridOf([
      position(
        'Courier',
        times.map((time) => ['alleges', time] as const),
      ),
    ]).columns;
  expect(said(days)).toEqual(['2031-01', '2031-02', '2031-03']);
  const months = Array.from(
    { length: 24 },
    (_, at) => `203${at % 2}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  expect(said(months)).toEqual(['2030', '2031']);
});

test('nothing said: nothing drawn', () => {
  expect(gridOf([])).toEqual({ columns: [], rows: [] });
});

test('the same words for somebody unnamed stand in one row with all their claims; named actors never fold', () => {
  const nurses = [
    position('two nurses', [['alleges', '2031-04-03']]),
    position('two nurses', [['alleges', '2031-04-05']]),
  ];
  const grid = gridOf([...nurses, position('two nurses', [['denies', '2031-04-06']])]);
  expect(
    grid.rows.map(({ name, latest, cells }) => [
      name,
      latest,
      cells.flat().flatMap(({ claims }) => claims).length,
    ]),
  ).toEqual([
    ['two nurses', 'alleges', 2],
    ['two nurses', 'denies', 1],
  ]);
  const named = nurses.map((one) => ({
    ...one,
    actor: { ...one.actor, actor: one.history[0]?.saidAt ?? '' },
  }));
  expect(gridOf(named).rows).toHaveLength(2);
});
