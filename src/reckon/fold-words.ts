/**
 * Words for comparing, not for showing: lower case, no marks, no articles and prepositions, plural endings cut.
 * It works on letters of any script; endings are cut for Latin words only.
 */

const SKIPPED = new Set(
  'a an the of in on at by for from to with and or as is are was were be been has have had that this these those their its his her'.split(
    ' ',
  ),
);

/** Plurals that no ending shows. */
const IRREGULAR: Readonly<Record<string, string>> = Object.freeze({
  men: 'man',
  women: 'woman',
  children: 'child',
  persons: 'person',
  policemen: 'policeman',
  servicemen: 'serviceman',
  wives: 'wife',
});

/**
 * The content words of a phrase, in order, folded. "U.S." becomes "us".
 *
 * @example
 * foldWords('The gay and bisexual Men'); // ['gay', 'bisexual', 'man']
 */
export function foldWords(phrase: string): readonly string[] {
  const plain = phrase
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\b(\p{Lu})\.(?=\p{Lu})/gu, '$1')
    .replace(/[’']s\b/gu, '')
    .toLowerCase();
  const words: string[] = [];
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (!SKIPPED.has(word)) words.push(IRREGULAR[word] ?? singular(word));
  }
  return words;
}

function singular(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}
