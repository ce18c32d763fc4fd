/** Editors' asides that stand in the way of grammar, blanked so that places in the text stay what they are. */
import { kindsOfWord } from './act-words.ts';

const ASIDE = /\[[^\][]{1,70}\]|\((?:\p{Lu}[\p{Lu}&./-]{1,11}|AS (?:PUBLISHED|RECEIVED|HEARD))\)/gu;
const KEEPS =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|he|she|they|his|her|who|was|were|has|have|had)\b/i;

/**
 * The text with acronyms in brackets and editors' short notes blanked. A lone number in brackets ("[9] persons") only
 * loses its brackets.
 *
 * @example
 * withoutAsides('six UCA [Central University] students'); // 'six UCA                      students'
 */
export function withoutAsides(text: string): string {
  return text.replace(ASIDE, (aside) => {
    const inner = aside.slice(1, -1);
    if (/^\s*[\d,]+\s*$/.test(inner)) return ` ${inner} `;
    if (
      KEEPS.test(inner) ||
      inner
        .toLowerCase()
        .split(/\W+/)
        .some((word) => kindsOfWord(word) !== 0)
    )
      return aside;
    return aside.replace(/[^\n]/g, ' ');
  });
}
