/** What stands in apposition behind a name or a description: ", a spokesman for Y", ", 34", "the director, Anna Sel". */
import { kindOfWord } from './actor-words.ts';
import type { ParsedText } from './parsed-text.ts';
import { isKin, isRole } from './role-nouns.ts';
import type { Range } from './sentences.ts';
import type { WordClass } from './word-classes.ts';

function wordAt(parsed: ParsedText, i: number): string {
  return parsed.tokens[i]?.lower ?? '';
}

function tagAt(parsed: ParsedText, i: number): WordClass {
  return parsed.tags[i] ?? 'MARK';
}

/**
 * The end of a phrase with what stands in apposition behind it: ", a spokesman for Y" and ", 34" after a name.
 *
 * @example
 * appositionEnd(parsed, { from: 4, to: 6 }, 12); // 11
 */
export function appositionEnd(parsed: ParsedText, { from, to: end }: Range, limit: number): number {
  if (wordAt(parsed, end) !== ',' || end + 1 >= limit) return end;
  const opens = wordAt(parsed, end + 1);
  if (!/^(?:a|an|the|head|chief|director|spokes\w+|whose|who)$/.test(opens) && !isRole(opens)) {
    return introduced(parsed, { from, to: end }, limit);
  }
  for (let i = end + 1; i < Math.min(limit, end + 25); i += 1) {
    const lower = wordAt(parsed, i);
    if (
      /^[.;!?]$/.test(lower) &&
      /^(?:the|a|an)$/.test(opens) &&
      i + 1 >= limit &&
      wordAt(parsed, i - 1) !== ',' &&
      i - end > 12
    )
      return end;
    if (/^[,.;:!?—–"“]$/.test(lower)) return i;
    if (/^(?:VBF|AUX|MODAL)$/.test(tagAt(parsed, i)) && !/^who/.test(opens)) return end;
    if (tagAt(parsed, i) === 'VBD' && tagAt(parsed, i + 1) !== 'PREP' && !/^who/.test(opens)) return end;
  }
  return end;
}

/** "the landlady, *Mrs. Odile Tapp*.": two capitals or more, and then a mark. */
function fullName(parsed: ParsedText, from: number): boolean {
  let to = from;
  let words = 0;
  while (
    tagAt(parsed, to) === 'NAME' ||
    (wordAt(parsed, to) === '.' && words > 0 && tagAt(parsed, to + 1) === 'NAME')
  ) {
    if (tagAt(parsed, to) === 'NAME') words += 1;
    to += 1;
  }
  return words >= 2 && words <= 4 && /^[.,;]?$/.test(wordAt(parsed, to));
}

/** "said the group's director, Anna Sel": the name after the description. */
function introduced(parsed: ParsedText, { from, to: end }: Range, limit: number): number {
  const said = (i: number): boolean => isRole(wordAt(parsed, i)) || isKin(wordAt(parsed, i));
  const described =
    wordAt(parsed, from) === 'the' &&
    parsed.tags[end + 1] === 'NAME' &&
    [1, 2, 3].some((n) => from + n < end && said(from + n));
  const someone =
    /^(?:DET|POSS)$/.test(tagAt(parsed, from)) &&
    tagAt(parsed, end - 1) === 'NOUN' &&
    fullName(parsed, end + 1) &&
    kindOfWord(wordAt(parsed, end - 1)) === null;
  if (!said(end - 1) && !described && !someone) return end;
  let i = end + 1;
  while (
    i < limit &&
    (tagAt(parsed, i) === 'NAME' ||
      (wordAt(parsed, i) === '.' && /^(?:mrs?|ms|dr|prof|gen|col|lt|sgt|capt)$/.test(wordAt(parsed, i - 1))))
  )
    i += 1;
  return i > end + 1 && i < end + 6 ? i : end;
}
