import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnchoredReport, buildAnchorIndex } from './anchor-index.ts';
import { type AnchorMatch, matchesOf } from './anchor-matches.ts';
import { nameSkeleton } from './name-skeleton.ts';
import { readAnchors } from './read-anchors.ts';

test.each([
  ['Turov', 'Туровым', 'Tourov', 'Túrov'],
  ['Maxim', 'Максима', 'Maksim'],
  ['Kharkin', 'Харькине', 'Harkin'],
  ['Carlos', 'Карлос'],
  ['Yevgeny', 'Евгений', 'Evgenii'],
  ['Shchukin', 'Щукина'],
  ['Tsarev', 'Царёв'],
  ['Dvinsk', 'Двинске'],
  ['Rashid', 'رشيد'],
])('%s is one name in other letters and cases', (...spellings) => {
  expect(new Set(spellings.map(nameSkeleton)).size).toBe(1);
});

test('a name with one consonant or none tells nothing', () => {
  expect(['Ao', 'Li', 'Yu', ''].map(nameSkeleton)).toEqual(['', '', '', '']);
});

const EN =
  'Police detained at least 26 people in Dvinsk on 5 March 2031. Repairs will cost 31 million dollars, Ivan Turov said. About 45 percent of the families have left.';
const RU =
  'Полиция задержала не менее 26 человек, это было в Двинске 5 марта 2031 года. Ремонт обойдется в 31 миллион долларов, сообщил Иван Туров. Уехали около 45 процентов семей.';
const ES =
  'La policía detuvo a al menos 26 personas en Dvinsk el 5 de marzo de 2031. La reparación costará 31 millones de dólares, dijo Iván Turov. Se ha ido cerca del 45 por ciento de las familias.';
const OTHER =
  'Police detained at least 26 people in Orsk on 9 March 2031. The road will cost 12 million dollars, said Anna Kelm. About 30 percent of the fields are dry.';

const read = (text: string, publishedAt: string | null = '2031-03-20') =>
  readAnchors({ text, publishedAt, language: null, addresses: [], images: [] });
const keysOf = (text: string): string[] =>
  read(text)
    .anchors.map(({ key }) => key)
    .sort();

describe('the details of a report', () => {
  test('are the same in three languages', () => {
    const expected = [
      ...['date:2031-03-05', 'name:afn', 'name:tfn', 'name:trf'],
      ...['number:money:exactly:31000000', 'number:other:at-least:26', 'number:percent:about:45'],
    ];
    expect(keysOf(EN)).toEqual(expected);
    expect(keysOf(RU)).toEqual(expected);
    expect(keysOf(ES)).toEqual(expected);
    expect([EN, RU, ES].map((text) => read(text).language)).toEqual(['en', 'ru', 'es']);
  });

  test('stand where they are said to stand', () => {
    for (const { place, words } of read(RU).anchors) expect(RU.slice(place?.start, place?.end)).toBe(words);
  });

  test('days of the week mean days', () => {
    expect(keysOf('They came on Monday.')).toContain('date:2031-03-17');
    expect(read('They came on Monday.', null).anchors).toEqual([]);
  });

  test('leave out years, labels, “one” and words that open a sentence', () => {
    expect(keysOf('Nobody knows. In 2019 Section 12 had one room. Nobody came.')).toEqual(['name:skt']);
  });

  test('take links and pictures as they are given', () => {
    const { anchors } = readAnchors({
      text: 'Nothing.',
      publishedAt: null,
      language: 'en',
      addresses: ['lark.example/a', 'lark.example/a'],
      images: ['pictures.example/7.jpg'],
    });
    expect(anchors.map(({ key }) => key)).toEqual(['address:lark.example/a', 'image:pictures.example/7.jpg']);
  });

  test('are read in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { place, words, expected } of read(text).anchors) {
          expect(text.slice(place?.start, place?.end)).toBe(words);
          expect(expected).toBeGreaterThan(0);
          expect(expected).toBeLessThan(1);
        }
      }),
    );
  });
});

const DAY = 22_359;
const report = (text: string, outlet: string | null, day: number | null): AnchoredReport => ({
  outlet,
  day,
  anchors: read(text).anchors,
});

function matchesIn(reports: readonly AnchoredReport[]): AnchorMatch[] {
  const builder = buildAnchorIndex();
  for (const one of reports) builder.add(one);
  const index = builder.build();
  return reports.flatMap((_, at) => matchesOf(index, at));
}
const pairs = (reports: readonly AnchoredReport[]) =>
  matchesIn(reports).map(({ later, earlier }) => [later, earlier]);

describe('matches', () => {
  test('a translation with the report it may come from, whichever was added first', () => {
    expect(pairs([report(EN, 'a', DAY), report(RU, 'b', DAY + 1)])).toEqual([[1, 0]]);
    expect(pairs([report(RU, 'b', DAY + 1), report(EN, 'a', DAY)])).toEqual([[0, 1]]);
    const [match] = matchesIn([report(EN, 'a', DAY), report(RU, 'b', DAY + 1)]);
    expect(match?.share).toBe(1);
    expect([...(match?.keys ?? [])].sort()).toEqual(keysOf(EN));
  });

  test('not another event with the same number', () => {
    expect(pairs([report(EN, 'a', DAY), report(OTHER, 'b', DAY + 1)])).toEqual([]);
  });

  test('not one outlet with itself, nor beyond the window; unknown days are compared', () => {
    expect(pairs([report(EN, 'a', DAY), report(RU, 'a', DAY + 1)])).toEqual([]);
    expect(pairs([report(EN, 'a', DAY), report(RU, 'b', DAY + 31)])).toEqual([]);
    expect(pairs([report(EN, null, DAY), report(RU, null, null)])).toEqual([[1, 0]]);
    expect(pairs([report(EN, null, null), report(RU, null, DAY)])).toEqual([[1, 0]]);
  });

  test('what every report has says nothing', () => {
    const common = Array.from({ length: 400 }, (_, at) => report(EN, `o${at}`, DAY));
    expect(pairs(common)).toEqual([]);
  });

  test('a report that tells other things as well is not like one that shares a few details', () => {
    const rest =
      ' Up to 6,183 soldiers entered Rolach. Vera Meklin counted 77 houses, 914 trees and 52 wells.';
    expect(pairs([report(EN + rest, 'a', DAY), report(RU, 'b', DAY)])).toHaveLength(1);
    const more = `${OTHER.replace('Orsk', 'Dvinsk').replace('9 March', '5 March')} Rustam Belod counted 58 graves and 341 tents.`;
    expect(pairs([report(EN + rest, 'a', DAY), report(more, 'b', DAY)])).toEqual([]);
  });

  test('never lead to a later report, never twice, never to itself', () => {
    const any = fc.record({
      outlet: fc.constantFrom('a', 'b', 'c', null),
      day: fc.option(fc.integer({ min: DAY, max: DAY + 40 })),
      anchors: fc.array(
        fc.record({
          kind: fc.constantFrom('number', 'date', 'name'),
          key: fc.constantFrom(...'abcdefghijk'),
          expected: fc.constantFrom(0.003, 0.02),
        }),
        { maxLength: 9 },
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (reports) => {
        const found = matchesIn(reports);
        for (const { later, earlier, share } of found) {
          const [a, b] = [reports[earlier]?.day ?? null, reports[later]?.day ?? null];
          expect(earlier).not.toBe(later);
          if (a !== null && b !== null) expect(a).toBeLessThanOrEqual(b);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(new Set(found.map(({ later, earlier }) => [later, earlier].sort().join())).size).toBe(
          found.length,
        );
      }),
    );
  });
});
