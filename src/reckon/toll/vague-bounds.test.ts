import { expect, test } from 'vitest';
import table from '../../../vocab/vague-quantities.json' with { type: 'json' };
import { checkBounds } from '../../record/quantity.ts';
import { VAGUE_PRESETS } from '../../record/toll.ts';
import { claimId, exactly, said } from '../fixtures/invented-records.ts';
import { readVague, withPreset } from './vague-bounds.ts';

test.each([
  ['dozens', 'acled', 12, 12],
  ['tens of people', 'acled', 10, 10],
  ['hundreds', 'acled', 100, 100],
  ['dozens', 'ucdp', 24, null],
  ['Several hundred', 'ucdp', 200, null],
  ['hundreds of thousands of people', 'acled', 100_000, 100_000],
  ['tens of thousands', 'ucdp', 20_000, null],
  ['десятки человек', 'acled', 10, 10],
  ['сотни', 'ucdp', 200, null],
  ['decenas de aldeanos', 'ucdp', 20, null],
  ['a handful', 'ucdp', 2, null],
] as const)('“%s” as %s: low %s, high %s', (wording, preset, low, high) => {
  expect(readVague(wording, preset)?.bounds).toMatchObject({ low, high });
});

test('a wording that the table does not hold, or a preset has no number for, gets no bounds', () => {
  expect(readVague('an unknown number', 'acled')).toBeNull();
  expect(readVague('intensive care', 'acled')).toBeNull();
  expect(readVague('several', 'acled')).toBeNull();
});

test('every row keeps low ≤ best ≤ high under every preset, and no word stands twice', () => {
  const faults: string[] = [];
  for (const row of table.codes)
    for (const preset of VAGUE_PRESETS)
      checkBounds(row[preset], (path, message) => faults.push(`${row.code} ${path} ${message}`));
  expect(faults).toEqual([]);
  const words = table.codes.flatMap((row) => row.words);
  expect(new Set(words).size).toBe(words.length);
});

test('only vague claims without a number change, and each that does is told with its words', () => {
  const claims = [
    said('a', ['paper'], { vague: true }),
    said('b', ['radio'], exactly(26)),
    said('c', ['agency'], { vague: true }),
  ];
  const words = new Map([
    [claimId('a'), 'dozens'],
    [claimId('b'), 'dozens'],
    [claimId('c'), 'an untold number'],
  ]);
  const { utterances, read } = withPreset(claims, words, 'ucdp');
  expect(utterances.map(({ low }) => low)).toEqual([24, 26, null]);
  expect(read).toEqual([
    {
      claim: claimId('a'),
      wording: 'dozens',
      code: 'dozens',
      bounds: { low: 24, best: null, high: null },
    },
  ]);
  expect(claims[0]?.low).toBeNull();
});
