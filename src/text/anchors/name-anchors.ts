/**
 * Capitalised words that do not only open a sentence: names of people, places and bodies, and whatever else is written with
 * a capital. Which of them tell anything is left to how rare they are. Scripts without capitals give none.
 */

import { nameSkeleton } from './name-skeleton.ts';
import type { ReportAnchor } from './report-anchor.ts';

const WORD = /[\p{L}\p{M}]+/gu;
const SHORTEST = 3;
/** What may stand between the end of a sentence and its first word. */
const OPENER = /[\s"“”„«»'‘’([—–-]/u;
const SENTENCE_END = /[.!?…:;]/;

/** By number of consonants, with an initial vowel as a half: how many reports have a name with such a skeleton. */
function expectedOf(skeleton: string): number {
  if (skeleton.length >= 4) return 0.01;
  return skeleton.length === 3 ? 0.02 : 0.06;
}

function opensSentence(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && OPENER.test(text.charAt(at))) {
    if (text.charAt(at) === '\n') return true;
    at -= 1;
  }
  return at < 0 || SENTENCE_END.test(text.charAt(at));
}

/**
 * The names of a text, one a skeleton.
 *
 * @param taken ranges whose words are no names ("March" in a date), in order
 * @example
 * nameAnchors('In Dvinsk Ivan Turov spoke.', []).map(({ words }) => words); // ['Dvinsk', 'Ivan', 'Turov']
 */
export function nameAnchors(
  text: string,
  taken: readonly { readonly start: number; readonly end: number }[],
): ReportAnchor[] {
  const found = new Map<string, ReportAnchor>();
  let next = 0;
  for (const match of text.matchAll(WORD)) {
    const words = match[0];
    const start = match.index;
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    const first = words.charAt(0);
    if (words.length < SHORTEST || first === first.toLowerCase() || opensSentence(text, start)) continue;
    const skeleton = nameSkeleton(words);
    if (skeleton === '' || found.has(skeleton)) continue;
    found.set(skeleton, {
      kind: 'name',
      key: `name:${skeleton}`,
      words,
      place: { start, end: start + words.length },
      expected: expectedOf(skeleton),
    });
  }
  return [...found.values()];
}
