/**
 * A rendering in mixed case of a text printed in capitals, by rule: common words small, sentence openings and what is
 * no common word capitalised, acronyms and what stands beside initials kept. Good enough to read by; no claim to be
 * what an editor would print (the words of a body's name stay small where they are common words).
 */
import { isMonthAt, weekdayAt } from '../../src/text/dates/months.ts';
import { mayBePerson } from '../../src/text/people-nouns.ts';
import { isNameWord } from '../../src/text/victims/name-words.ts';
import { endsSentence, isAllCapitals, type Word, wordsIn } from '../../src/text/words.ts';

const SMALL = new Set('de del la las los y da das do dos von van el al e'.split(' '));
const TITLES =
  /^(?:mr|mrs|ms|dr|gen|col|lt|capt|maj|sgt|msgr|sen|gov|president|monsignor|archbishop|bishop)$/;

function isAcronym(low: string): boolean {
  return (
    low.length > 1 &&
    low.length < 7 &&
    (!/[aeiouy]/.test(low) || /^(?:u\.s|un|oas|eln|epl|erp|mrta|farc|das|uca|adf|epa|aeu)$/.test(low))
  );
}

function capitalised(raw: string): string {
  return raw.charAt(0) + raw.slice(1).toLowerCase();
}

function rendered(words: readonly Word[], index: number, raw: string, opens: boolean): string {
  const low = words[index]?.low ?? '';
  if (low === 'i' || (/^[a-z]$/.test(low) && words[index + 1]?.low === '.')) return raw;
  const named = isNameWord(words, index, 'single');
  if (isAcronym(low) && (named || low.includes('.'))) return raw;
  if (opens || named || isMonthAt(words, index) || weekdayAt(words, index) !== null) return capitalised(raw);
  const before = isNameWord(words, index - 1, 'single');
  const after = isNameWord(words, index + 1, 'single');
  if (SMALL.has(low)) return before && after ? raw.toLowerCase() : raw.toLowerCase();
  if (after && (TITLES.test(low) || mayBePerson(low))) return capitalised(raw);
  return raw.toLowerCase();
}

/**
 * The text in mixed case; a text that is not in capitals comes back as it is.
 *
 * @example
 * inMixedCase('SAN TORVO -- TWO FARMERS WERE KILLED BY THE ARMY.'); // 'San Torvo -- Two farmers were killed by the army.'
 */
export function inMixedCase(text: string): string {
  if (!isAllCapitals(text)) return text;
  const words = wordsIn(text);
  let out = '';
  let from = 0;
  let opens = true;
  for (const [index, word] of words.entries()) {
    out += text.slice(from, word.start);
    const raw = text.slice(word.start, word.end);
    out += word.kind === 'word' ? rendered(words, index, raw, opens) : raw;
    from = word.end;
    if (word.kind === 'word' || word.kind === 'number') opens = false;
    if (endsSentence(words, index) || word.low === ']' || word.low === '--') opens = true;
  }
  return out + text.slice(from);
}
