/** How far a name reaches: "Committee on Enforced Disappearances", "Open Door Network", "J. M. Orr". Token ranges. */
import { kindOfWord } from './actor-words.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

const LINK = /^(?:of|for|the|de|al|el|bin|ibn|von|van|der|da|dos|and|on|in|against|to)$/;

/**
 * The run of name tokens that starts at `from`; "of" and "for" inside join it.
 *
 * @example
 * nameRun(parsed, 3); // { from: 3, to: 6 }
 */
export function nameRun(parsed: ParsedText, from: number): Range {
  let to = from + 1;
  for (let i = from + 1; i < parsed.tokens.length; i += 1) {
    const tag = parsed.tags[i];
    const lower = lowerAt(parsed, i);
    const near = (parsed.tokens[i]?.start ?? 0) - (parsed.tokens[i - 1]?.end ?? 0) <= 1;
    if (!near || parsed.paragraphAt[i] !== parsed.paragraphAt[from]) break;
    if (tag === 'NAME') to = i + 1;
    else if (
      lower === '.' &&
      /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|St|Sgt|Capt)$/u.test(parsed.tokens[i - 1]?.text ?? '')
    )
      continue;
    else if (
      /^(?:of|for|on|against|de|al|el|bin|ibn|von|van|der|da|dos)$/.test(lower) &&
      organisational(parsed, from, i)
    )
      continue;
    else if (/^['’]$/.test(lower) && lowerAt(parsed, i - 1).endsWith('s') && parsed.tags[i + 1] === 'NAME')
      continue;
    else if (/^(?:the|and)$/.test(lower) && i > from + 1 && LINK.test(lowerAt(parsed, i - 1))) continue;
    else break;
  }
  return { from, to };
}

function organisational(parsed: ParsedText, from: number, i: number): boolean {
  if (/^(?:al|el|bin|ibn|von|van|de|der|da|dos)$/.test(lowerAt(parsed, i)))
    return parsed.tags[i + 1] === 'NAME';
  if (parsed.tags[i + 1] !== 'NAME' && lowerAt(parsed, i + 1) !== 'the') return false;
  if (/^(?:on|against)$/.test(lowerAt(parsed, i)))
    return /^(?:committee|commission|group|council|coalition|campaign|alliance|union)$/.test(
      lowerAt(parsed, i - 1),
    );
  for (let k = from; k < i; k += 1) if (kindOfWord(lowerAt(parsed, k)) !== null) return true;
  return false;
}
