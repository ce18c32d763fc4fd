/**
 * Names across scripts: invented people on two lists in two scripts, and who comes first among 1,500, by learned costs and by Jaro–Winkler on any-ascii, on the
 * same pairs.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import anyAscii from 'any-ascii';
import { readNameTables } from '../../src/compose/name-tables.ts';
import { linkRecords } from '../../src/engine/duckdb/link-records.ts';
import { readNameCosts, type StoredNameTables } from '../../src/reckon/linkage/names/name-costs.ts';
import { latinLetters, type NameScript } from '../../src/reckon/linkage/names/name-letters.ts';
import { resolve } from '../../src/reckon/linkage/resolve.ts';
import type { LetterPair } from '../../training/names/learn-costs.ts';
import { arabicPairs, dictionaryPairs, russianPairs } from '../../training/names/name-pairs.ts';
import { INVENTED_COLUMNS } from './generate-people.ts';
import { acrossRecall, generateTwoScripts } from './generate-two-scripts.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { LINKAGE_FOLDER } from './linkage-sets.ts';
import { crossValidated, drawPairs, evidenceBy, topOf, topOne } from './name-ranking.ts';
import { pairScore } from './pair-score.ts';

const TRANSLITERATED = 0.5;

/** The part for `bench/count.ts`. */
export async function namesPart(): Promise<Readonly<Record<string, unknown>>> {
  const shipped = await readNameTables();
  if (shipped === null) throw new Error('models/name-costs-1.json is missing');
  if (!existsSync(path.join(LINKAGE_FOLDER, 'translit_arabic_half.csv'))) {
    console.log('  names by themselves: not measured, the pairs are not beside the repository');
    return twoScripts(shipped);
  }
  const arabic = arabicPairs(LINKAGE_FOLDER);
  const dictionary = dictionaryPairs(LINKAGE_FOLDER);
  const measure = (name: string, script: NameScript, pairs: Pairs, more: Pairs): number =>
    measured(name, pairs, more, evidenceBy(readNameCosts(shipped[script])));
  const figures = {
    names_ar_top1: measure('Arabic, Wikidata (given half)', 'arabic', arabic, dictionary),
    names_ar_dict_top1: measure('Arabic, dictionary of name tokens', 'arabic', dictionary, arabic),
    names_ru_top1: measure('Russian, Wikidata (given half)', 'cyrillic', russianPairs(LINKAGE_FOLDER), []),
  };
  return { ...figures, ...(await twoScripts(shipped)) };
}

const RECORDS = 5000;

/** Invented people on a Latin list and one in another script, linked with the costs and by any-ascii alone. */
async function twoScripts(names: StoredNameTables): Promise<Readonly<Record<string, number>>> {
  const figures: Record<string, number> = {};
  for (const [script, short] of [
    ['arabic', 'ar'],
    ['cyrillic', 'ru'],
  ] as const) {
    const people = generateTwoScripts(RECORDS, script, 5);
    const truth = people.map(({ person }) => person);
    for (const costs of [names, null]) {
      const before = process.cpuUsage();
      const { records, pairs, compared } = await linkRecords(
        INVENTED_COLUMNS,
        people.map(({ values }) => values),
        { names: costs },
      );
      const groups = resolve(records, pairs);
      const { user, system } = process.cpuUsage(before);
      const { precision, recall, f1, truePairs } = pairScore(groups, truth);
      const across = acrossRecall(groups, people);
      console.log(
        `  ${RECORDS} invented records on a Latin list and one in ${script}, ${costs === null ? 'Jaro–Winkler on any-ascii' : 'learned costs'}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} on ${truePairs} true pairs; of those across the scripts ${across.toFixed(3)} found; ${compared.toLocaleString('en')} pairs compared, ${((user + system) / 1e6).toFixed(1)} s CPU`,
      );
      const key = `names_${short}_linkage${costs === null ? '_any_ascii' : ''}`;
      figures[`${key}_f1`] = Number(f1.toFixed(4));
      figures[`${key}_across`] = Number(across.toFixed(4));
    }
  }
  return figures;
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
