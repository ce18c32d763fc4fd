/**
 * Builds models/name-costs-1.json: what it costs to write an Arabic or a Cyrillic name in Latin letters, step by step.
 * Deterministic: the same files give the same bytes. The folder holds the name pairs that docs/methods/names-across-scripts.md
 * names; nothing is fetched.
 *
 *   node training/names/train.ts ../shared/eval/counting/linkage
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { STORED_VERSION, type StoredNameTables } from '../../src/reckon/linkage/names/name-costs.ts';
import { learnCosts } from './learn-costs.ts';
import { arabicPairs, dictionaryPairs, russianPairs } from './name-pairs.ts';

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('which folder holds the name pairs? node training/names/train.ts FOLDER');
const WIKIDATA = 'NETransliteration-COLING2018 (names from Wikidata, CC0)';
const sources = {
  arabic: {
    pairs: [...arabicPairs(folder), ...dictionaryPairs(folder)],
    made: `training/names/train.ts from translit_arabic_half.csv of ${WIKIDATA} and translit_dict_ar_en.csv of TechForPalestine/palestine-datasets (Unlicense)`,
  },
  cyrillic: {
    pairs: russianPairs(folder),
    made: `training/names/train.ts from translit_russian_half.csv of ${WIKIDATA}`,
  },
};
const tables: StoredNameTables = {
  arabic: { version: STORED_VERSION, made: sources.arabic.made, ...learnCosts(sources.arabic.pairs) },
  cyrillic: { version: STORED_VERSION, made: sources.cyrillic.made, ...learnCosts(sources.cyrillic.pairs) },
};
const text = `${JSON.stringify(tables)}\n`;
const file = path.resolve(import.meta.dirname, `../../models/name-costs-${STORED_VERSION}.json`);
writeFileSync(file, text);
for (const [script, { steps }] of Object.entries(tables))
  console.log(
    `${script}: ${sources[script as keyof typeof sources].pairs.length} pairs, ${steps.length} steps`,
  );
console.log(`models/${path.basename(file)}: ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
