import { describe, expect, test, vi } from 'vitest';
import { LINK_REASONS } from '../../record/reasons/link-reasons.ts';
import { METHOD_NAMES } from '../../record/reasons/method-names.ts';
import { PLACE_REASONS } from '../../record/reasons/place-reasons.ts';
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import { REFUSAL_REASONS } from '../../record/reasons/refusal-reasons.ts';
import type { WordKey } from './en.ts';

/** The page's types know no files: the sources are read by the name of Node's module. */
const FILE_SYSTEM: string = 'node:fs';
const { readFileSync, readdirSync } = (await import(FILE_SYSTEM)) as {
  readdirSync(folder: URL, options: { recursive: true; encoding: 'utf8' }): readonly string[];
  readFileSync(file: URL, encoding: 'utf8'): string;
};

vi.stubGlobal('window', { location: { search: '' } });
const { language, words } = await import('./language.ts');
const { EN } = await import('./en.ts');
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

const TABLES = {
  reader: READER_REASONS,
  link: LINK_REASONS,
  place: PLACE_REASONS,
  refusal: REFUSAL_REASONS,
  method: METHOD_NAMES,
} as const;
/** Values for the places of a sentence: reasons of the same table, numbers, words of a source. */
const VALUES: Readonly<Record<string, string>> = {
  n: '3',
  most: '12',
  rule: READER_REASONS.thatClause,
  refusal: REFUSAL_REASONS.noFiniteMaximum,
  because: PLACE_REASONS.onlyLarge,
  form: LINK_REASONS.formByline,
  order: LINK_REASONS.orderKnown,
};

describe.each(Object.entries(TABLES))('reasons with a code: %s', (family, table) => {
  test.each(Object.entries(table))('%s is found by its sentence, and said in Russian', (code, sentence) => {
    const said = sentence.replace(/\{(\w+)\}/gu, (_, name: string) => VALUES[name] ?? `Sorev ${name}`);
    language.value = 'en';
    expect(reasonWords(said)).toBe(said);
    language.value = 'ru';
    const expected = words(`why.${family}.${code}` as WordKey, {
      ...Object.fromEntries([...said.matchAll(/Sorev (\w+)/gu)].map(([all, name]) => [name, all])),
      ...Object.fromEntries(
        Object.entries(VALUES).map(([name, value]) => [name, reasonWords(value) ?? value]),
      ),
    });
    expect(reasonWords(said)).toBe(expected);
    expect(reasonWords(said)?.replace(/Sorev \w+/gu, '')).toMatch(/[а-яё]{3}/iu);
  });
});

/** Folders whose reasons have codes, and what names a reason there; who speaks, and why, is told on the terminal alone. */
const CODED = [
  ['../../text', 'rule|reason|form'],
  ['../../text/gazetteer', 'because'],
  ['../../desk/trace', 'reason|form'],
  ['../../reckon/estimate', 'reason'],
  ['../../engine/endpoint', 'reason|rule'],
] as const;

/** A text of more than one word where a reason belongs. */
function writtenOut(names: string): RegExp {
  const before = `\\b(?:${names}): (?:[^'"\`\\n]*\\? ?)?|\\bfound\\((?:[^;'"\`]|\\n)*`;
  return new RegExp(`(?:${before})(['"\`])(?=[^'"\`\\n]* )[^\\n]*?\\1`, 'gu');
}

test.each(CODED)('no reason is written out in %s: each stands in a table under its code', (folder, names) => {
  const found = readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/u.test(file) && !/\.(?:test|cases)\.ts$|fixtures|-cases/u.test(file))
    .flatMap((file) => {
      const code = readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8');
      return [...code.replace(/\/\*[\s\S]*?\*\//gu, '').matchAll(writtenOut(names))].map(
        ([text]) => `${file}: ${text}`,
      );
    });
  expect(found).toEqual([]);
});

test('no sentence stands under two codes', () => {
  const all = Object.entries(EN).flatMap(([key, text]) => (key.startsWith('why.') ? [text] : []));
  expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([]);
});

test('a reason around one that nobody knows is not known either', () => {
  language.value = 'ru';
  expect(reasonWords('a rule of long ago; the words answer nothing')).toBeNull();
  expect(reasonWords('“according to” after the claim; the words answer nothing')).toBeNull();
  expect(reasonWords('"according to" after the claim; the words answer nothing')).toBe(
    '«according to» после сказанного; сами слова ничего не отвечают',
  );
  expect(reasonWords(`Under 2 of 20 linkages: ${REFUSAL_REASONS.notRun}`)).toBe(
    'При 2 из 20 связываний: Этот способ не запускали.',
  );
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
