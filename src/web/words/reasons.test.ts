import { describe, expect, test, vi } from 'vitest';

/** The page's types know no files: the sources are read by the name of Node's module. */
const FILE_SYSTEM: string = 'node:fs';
const { readFileSync } = (await import(FILE_SYSTEM)) as {
  readFileSync(file: URL, encoding: 'utf8'): string;
};

vi.stubGlobal('window', { location: { search: '' } });
const { language } = await import('./language.ts');
const { reasonIn, reasonWords } = await import('./reasons.ts');

/** Files of reckon that give reasons to people. */
const FILES = [
  'standing.ts',
  'group-claims.ts',
  'origins/origin-notes.ts',
  'origins/bound-origins.ts',
  'origins/contraction.ts',
  'origins/voice-classes.ts',
  'toll/scope.ts',
  'toll/total.ts',
  'toll/toll.ts',
  'toll/figure-claims.ts',
  'toll/may-overlap.ts',
];
/** What a sentence is put together from, as it reads when it is; others are names, numbers and days. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/\$\{phrase\([^']*'([\w ]+)'\)\}/gu, '2 $1s'],
  [/\$\{subject\(a\)\}/gu, 'Both count killed'],
  [/\$\{reasons\(fit\)\}/gu, "same place, group of one is within the other's"],
  [/\$\{textReason\([^)]*\)\}\$\{and\}/gu, 'The wordings share 70 of 100 words; same place'],
  [/\$\{textReason\([^)]*\)\}/gu, 'The wordings share 70 of 100 words'],
  [/\$\{utterance\.stance\}/gu, 'denies'],
  [/\$\{a\.(?:scope\.actor[^}]*|measure)\}/gu, 'killed'],
  [/\$\{most\}/gu, 'at most 4'],
  [/\$\{[^}]*\}/gu, '3'],
];
/** Texts that are no whole reason: keys, and parts that PARTS puts together. */
const NO_REASON =
  /^(?:\d \d( \d)?|Both (?:count|say that people were) killed|alleged perpetrator|This proposition counts nothing\. .*|same 3|3 of one is within the other's|an open number of|at most 3|The wordings share 3 of 100 words|; same.*|text:.*|3 3s?|one side|the same actor)$/u;

/** Texts of two words or more in the code of a file. */
function sentencesOf(file: string): readonly string[] {
  const code = readFileSync(new URL(`../../reckon/${file}`, import.meta.url), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/^\s*(?:\/\/|import\b).*$/gmu, '');
  const texts = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gu)].map(
    ([, single, template]) => (single ?? template ?? '').replaceAll("\\'", "'"),
  );
  return texts
    .map((text) => PARTS.reduce((filled, [part, as]) => filled.replace(part, as), text))
    .filter((text) => /\p{L}+ \p{L}+|\p{L} \d|\d \p{L}/u.test(text) && !NO_REASON.test(text));
}

describe.each(FILES)('%s', (file) => {
  const sentences = sentencesOf(file);

  test('there are reasons in it', () => expect(sentences.length).toBeGreaterThan(0));

  test.each(sentences)('“%s” has words in every language', (sentence) => {
    language.value = 'ru';
    const told = reasonWords(sentence);
    expect(told, 'add its pattern to src/web/words/en/reasons.ts and ru/reasons.ts').not.toBeNull();
    expect(told).toMatch(/[а-яё]{3}/iu);
    language.value = 'en';
    expect(reasonWords(sentence)).toBe(sentence);
  });
});

test('numbers, measures and parts are put into the sentence of the other language', () => {
  language.value = 'ru';
  expect(reasonWords('2 doubtful links not decided on: counted both ways, as there and as not there.')).toBe(
    '2 сомнительные связи без решения: посчитано и так, и так.',
  );
  expect(reasonWords("Both count killed; same place, group of one is within the other's.")).toBe(
    'Оба считают: убиты; то же место, одни люди входят в других.',
  );
  expect(reasonWords('superseded by clm_7d2k9')).toBe('сменено: clm_7d2k9');
});

test('the right-to-left language of the tests reaches reasons, too', () => {
  language.value = 'pseudo';
  expect(reasonWords('states no number')).toBe('⟦staatees noo nuumbeer⟧');
});

test('a sentence that nobody knows is shown as it is, and said to be English', () => {
  language.value = 'ru';
  expect(reasonIn('Something quite new was reckoned.')).toEqual({
    text: 'Something quite new was reckoned.',
    lang: 'en',
  });
});
