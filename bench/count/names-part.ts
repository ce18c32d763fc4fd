/** Names across scripts: who comes first among 1,500, by learned costs and by Jaro–Winkler on any-ascii, on the same pairs. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import anyAscii from 'any-ascii';
import { readNameCosts, type StoredNameTables } from '../../src/reckon/linkage/names/name-costs.ts';
import { latinLetters, type NameScript } from '../../src/reckon/linkage/names/name-letters.ts';
import type { LetterPair } from '../../training/names/learn-costs.ts';
import { arabicPairs, dictionaryPairs, russianPairs } from '../../training/names/name-pairs.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { LINKAGE_FOLDER } from './linkage-sets.ts';
import { crossValidated, drawPairs, evidenceBy, topOf, topOne } from './name-ranking.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../models/name-costs-1.json');
const TRANSLITERATED = 0.5;

/** The part for `bench/count.ts`. */
export async function namesPart(): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(path.join(LINKAGE_FOLDER, 'translit_arabic_half.csv'))) {
    console.log('  not measured: the name pairs are not beside the repository');
    return {};
  }
  const shipped: StoredNameTables = JSON.parse(readFileSync(SHIPPED, 'utf8'));
  const arabic = arabicPairs(LINKAGE_FOLDER);
  const dictionary = dictionaryPairs(LINKAGE_FOLDER);
  const measure = (name: string, script: NameScript, pairs: Pairs, more: Pairs): number =>
    measured(name, pairs, more, evidenceBy(readNameCosts(shipped[script])));
  return {
    names_ar_top1: measure('Arabic, Wikidata (given half)', 'arabic', arabic, dictionary),
    names_ar_dict_top1: measure('Arabic, dictionary of name tokens', 'arabic', dictionary, arabic),
    names_ru_top1: measure('Russian, Wikidata (given half)', 'cyrillic', russianPairs(LINKAGE_FOLDER), []),
  };
}

type Pairs = readonly LetterPair[];

function measured(name: string, pairs: Pairs, more: Pairs, shipped: ReturnType<typeof evidenceBy>): number {
  const drawn = drawPairs(pairs);
  const fits = ({ own, latin }: LetterPair): boolean => transliterated(own, latin);
  const learned = crossValidated(pairs, drawn, more);
  const folded = (own: string) => {
    const ascii = latinLetters(anyAscii(own));
    return (latin: string): number => jaroWinkler(ascii, latin);
  };
  const plain = topOf(drawn, drawn, folded);
  const found = drawn.filter(({ own, latin }) => folded(own)(latin) >= 0.88).length / drawn.length;
  const start = performance.now();
  const seen = topOf(drawn, drawn, shipped);
  const rate = drawn.length ** 2 / ((performance.now() - start) / 1000);
  const three = (share: number): string => share.toFixed(3);
  console.log(
    `  ${name}: ${drawn.length} of ${pairs.length} pairs${more.length > 0 ? `, ${more.length} more to learn from` : ''}, each asked among ${drawn.length} Latin spellings`,
  );
  console.log(
    `    learned costs, five-fold, never shown a spelling that they are asked: top-1 ${three(topOne(learned))} on all pairs, translations among them; ${three(topOne(learned, fits))} on the ${drawn.filter(fits).length} whose consonants fit`,
  );
  console.log(
    `    Jaro–Winkler on any-ascii: top-1 ${three(topOne(plain))}, ${three(topOne(plain, fits))} where consonants fit; ${three(found)} of the true pairs reach 0.88`,
  );
  console.log(
    `    the shipped costs, which were learned from these pairs too: top-1 ${three(topOne(seen))}; ${Math.round(rate).toLocaleString('en')} pairs a second on one thread`,
  );
  return Number(topOne(learned).toFixed(4));
}

/** Whether half of the consonants stand on both sides in one order, by any-ascii: translations do not. */
function transliterated(own: string, latin: string): boolean {
  const [a, b] = [anyAscii(own), latin].map(consonants) as [string, string];
  const least = Math.min(a.length, b.length);
  return least > 0 && commonLetters(a, b) / Math.max(a.length, b.length) >= TRANSLITERATED;
}

function consonants(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ckq]/g, 'k')
    .replace(/[vfwp]/g, 'f')
    .replace(/[jg]/g, 'g')
    .replace(/[zs]/g, 's')
    .replace(/[^bdfghklmnrstx]/g, '');
}

/** Length of the longest common subsequence. */
function commonLetters(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j += 1)
      next.push(letter === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}
