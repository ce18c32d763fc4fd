import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AR_CASES } from './ar/ar.cases.ts';
import { AR } from './ar/pack-ar.ts';
import { ES_CASES } from './es/es.cases.ts';
import { ES } from './es/pack-es.ts';
import { readOther } from './read-other.ts';
import { readByPack } from './read-pack.ts';
import { scoreRows } from './row-score.cases.ts';

/** Floors a little below what was measured: relation, stance, figure. The held-out half is never read case by case. */
const FLOORS = [
  ['es', ES, ES_CASES, { dev: [0.89, 0.93, 0.85], 'held-out': [0.81, 0.94, 0.87] }],
  ['ar', AR, AR_CASES, { dev: [0.9, 0.92, 0.81], 'held-out': [0.78, 0.92, 0.87] }],
] as const;

describe.each(FLOORS)('the pack %s on its table', (_code, pack, cases, floors) => {
  test.each(['dev', 'held-out'] as const)('keeps its score on the %s half', (half) => {
    const score = scoreRows(pack, cases, half);
    const [relation, stance, figure] = floors[half];
    const report = score.failures.join('\n');
    expect(score.relation, report).toBeGreaterThanOrEqual(relation);
    expect(score.stance, report).toBeGreaterThanOrEqual(stance);
    expect(score.figure, report).toBeGreaterThanOrEqual(figure);
  });
  test('proposes nothing outside of a text, whatever it is', () => {
    const words = fc.constantFrom(
      ...cases.flatMap(({ text }) => text.split(' ')).slice(0, 900),
      '«',
      '»',
      '—',
      '\n',
      '🕯️',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const points = Array.from(text).length;
        const { claims } = readByPack(
          { text, publishedAt: '2031-03-07', outlet: null, language: null },
          pack,
        );
        for (const { content, chain } of claims)
          for (const { start, end } of [
            ...content,
            ...chain.flatMap(({ span }) => (span === null ? [] : [span])),
          ]) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(points);
          }
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  [
    'La policía dijo que seis personas murieron en la ciudad y que los heridos fueron llevados al hospital.',
    'es',
  ],
  ['قالت وزارة الصحة إن ستة أشخاص قتلوا في القصف على المدينة.', 'ar'],
  [
    'A polícia disse que seis pessoas morreram na cidade e que os feridos não foram levados ao hospital.',
    undefined,
  ],
  ['La polizia ha detto che sei persone sono morte e che i feriti sono stati portati in città.', undefined],
  ['پلیس گفت که شش نفر در شهر کشته شدند و زخمی‌ها به بیمارستان منتقل شدند.', undefined],
])('tells the language of “%s”', (text, code) => {
  expect(readOther({ text, publishedAt: null, outlet: null, language: null })?.language).toBe(code);
});
