/**
 * Where an Arabic word comes apart: "و" and "ف" (and), "ب", "ل" (prepositions), "ال" (the article), each only where
 * what is left is a word of the lists, a number or has the article. A word that stands in the lists whole stays whole.
 * Not meant: pronouns at the end of a word; names that begin with such a letter stay whole unless the rest is listed.
 */
import { expand } from '../expand.ts';
import { foldArabic } from './fold.ts';

/** Words that begin with such a letter and whose rest is a listed word by accident. */
const WHOLE =
  'فيصل وادي وائل وليد والد والدة والدته والدي والي ولاية وسط وقت وفد وحدة ولد وضع وصول وجه وقف وقع وسائل وطن وطنية لأن لكن لماذا لذلك لدى ليس ليلى الله التي الذي الذين إلى ألمانيا التزم التزمت التقى التقت ألف بلدة بدر بلا بلد بعد بعض بدء بدأ بلغ بلغت بنك بيت فرد فريق فقط فورا الآن إلا ولي باسم بشأن بدون بسبب';

/** Shorter rests than these letters are no words. */
const SHORTEST = 2;

/**
 * Makes the splitter of a language from its word lists.
 *
 * @param patterns phrases as `expand` takes them
 * @example
 * splitter(['شرطة'])('والشرطة'); // [1, 3]
 */
export function splitter(patterns: readonly string[]): (word: string) => readonly number[] {
  const known = new Set<string>();
  for (const phrase of patterns.flatMap((pattern) => expand(foldArabic(pattern)))) {
    for (const word of phrase.split(' ')) if (word.length >= SHORTEST) known.add(word);
  }
  for (const word of WHOLE.split(' ')) known.add(foldArabic(word));
  return (word) => cutsOf(word, known);
}

function cutsOf(word: string, known: ReadonlySet<string>): number[] {
  const cuts: number[] = [];
  let at = 0;
  while (cuts.length < 3) {
    const cut = prefixOf(word.slice(at), known);
    if (cut === 0) break;
    const article = /^[ال]ل$/.test(word.slice(at, at + cut));
    at += cut;
    cuts.push(at);
    if (article) break;
  }
  return cuts;
}

/** Code units of the first clitic; 0 when the word is whole. */
function prefixOf(word: string, known: ReadonlySet<string>): number {
  if (word.length <= SHORTEST || known.has(foldArabic(word))) return 0;
  if (/^(?:ال|لل)\p{L}{2}/u.test(word)) return 2;
  if (!/^[وفبلك]/.test(word)) return 0;
  const rest = word.slice(1);
  if (/^\p{Nd}/u.test(rest)) return 1;
  if (known.has(foldArabic(rest)) || /^ال\p{L}{2}/u.test(rest)) return 1;
  return /^[وف]/.test(word) && prefixOf(rest, known) > 0 ? 1 : 0;
}
