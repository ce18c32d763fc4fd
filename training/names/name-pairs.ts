/** Pairs of spellings from CSV files, folded to letters: what costs are learned from and measured on. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import anyAscii from 'any-ascii';
import { parse } from 'csv-parse/sync';
import { latinLetters, type NameScript, ownLetters } from '../../src/reckon/linkage/names/name-letters.ts';
import type { LetterPair } from './learn-costs.ts';

/** Longer entries are no names. */
const MOST = 24;

/** Places of the own spelling, the Latin one, and how often it was seen (null where not told), 0-based. */
interface Columns {
  readonly own: number;
  readonly latin: number;
  readonly seen: number | null;
}

function readPairs(file: string, script: NameScript, columns: Columns): readonly LetterPair[] {
  const rows: string[][] = parse(readFileSync(file, 'utf8'), {
    relax_column_count: true,
    relax_quotes: true,
  });
  return rows.flatMap((row) => {
    const own = ownLetters(script, row[columns.own] ?? '');
    const latin = latinLetters(anyAscii((row[columns.latin] ?? '').normalize('NFC')));
    const seen = columns.seen === null ? 1 : Number(row[columns.seen]);
    if (own === '' || latin === '' || own.length > MOST || latin.length > MOST) return [];
    return [{ own, latin, weight: 1 + Math.log(Math.max(1, seen || 1)) }];
  });
}

const HALF: Columns = { own: 1, latin: 0, seen: 2 };

/**
 * Arabic names of Wikidata, the given half.
 *
 * @example
 * arabicPairs('../shared/eval/counting/linkage').length;
 */
export function arabicPairs(folder: string): readonly LetterPair[] {
  return readPairs(path.join(folder, 'translit_arabic_half.csv'), 'arabic', HALF);
}

/**
 * Russian names of Wikidata, the given half.
 *
 * @example
 * russianPairs('../shared/eval/counting/linkage').length;
 */
export function russianPairs(folder: string): readonly LetterPair[] {
  return readPairs(path.join(folder, 'translit_russian_half.csv'), 'cyrillic', HALF);
}

/**
 * The dictionary of Arabic name tokens.
 *
 * @example
 * dictionaryPairs('../shared/eval/counting/linkage').length;
 */
export function dictionaryPairs(folder: string): readonly LetterPair[] {
  return readPairs(path.join(folder, 'translit_dict_ar_en.csv'), 'arabic', {
    own: 0,
    latin: 1,
    seen: null,
  });
}
