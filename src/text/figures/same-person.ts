/** Whether words for one person mean somebody told of before, or nobody at all: places are no people. */
import { placesIn } from '../gazetteer/places.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { SinglePerson } from './single-people.ts';

/** Somebody told of. UTF-16 code units of the text, end exclusive. */
export interface Told {
  readonly from: number;
  readonly end: number;
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|sir|father|sister|brother|the|old|little)$/;

/**
 * Whether somebody told of before may be meant again: a pronoun, or a name that shares a word.
 *
 * @param before those of whom the same was said
 * @example
 * isAgain(parsed, person, []); // false: nobody was told of
 */
export function isAgain(parsed: ParsedText, person: SinglePerson, before: readonly Told[]): boolean {
  if (person.form === 'nobody') return false;
  if (person.form === 'pronoun') return before.length > 0;
  if (person.form !== 'name') return false;
  const words = parsed.text.slice(person.from, person.end).toLowerCase().split(/\s+/);
  const surname = words.at(-1) ?? '';
  return before.some(({ from, end }) => {
    const known = parsed.text.slice(from, end).toLowerCase().split(/\s+/);
    const given = words.filter((word) => word !== surname && !TITLE.test(word));
    return known.includes(surname) && given.every((word) => known.includes(word));
  });
}

/** "Her brother". */
const OWNED = /^(?:his|her|their|my|our)\b/i;

/**
 * "The baker, Milo Venn", "her brother, a baker,": the same person twice, with a comma between.
 *
 * @param last the one told of just before; undefined: nobody
 * @example
 * isApposition(parsed, person, undefined); // false
 */
export function isApposition(parsed: ParsedText, person: SinglePerson, last: Told | undefined): boolean {
  if (last === undefined || person.form === 'nobody') return false;
  const [before, own] = [parsed.text.slice(last.from, last.end), parsed.text.slice(person.from, person.end)];
  if (!/^\s*[,(–—]\s*(?:\d+,\s*)?$/.test(parsed.text.slice(last.end, person.from))) return false;
  const isName = (words: string): boolean =>
    !parsed.shout && /^\p{Lu}/u.test(words) && !/^(?:The|An?|His|Her)\b/.test(words);
  if (isName(before) !== isName(own)) return true;
  return (
    OWNED.test(before) && /^an? /i.test(own) && /^,(?! (?:and|or)\b)/i.test(parsed.text.slice(person.end))
  );
}

/**
 * "At least one detainee, the poet Farid Orsk, had been beaten": the number told of this one already.
 *
 * @param ones counts of one
 * @example
 * isCounted(parsed, person, []); // false
 */
export function isCounted(
  parsed: ParsedText,
  person: SinglePerson,
  ones: readonly { readonly start: number; readonly end: number }[],
): boolean {
  if (person.form === 'nobody' || person.form === 'pronoun') return false;
  return ones.some(({ end }) => {
    if (end > person.from || person.from - end > FAR) return false;
    return /^(?: [\p{L}-]+){0,4}[,:(–—] ?(?!and\b|or\b|but\b)(?:(?:an?|the) )?(?:[\p{L}\d-]+ ){0,3}$/u.test(
      parsed.text.slice(end, person.from),
    );
  });
}

const FAR = 60;

const ASKS =
  /^(?:asks?|asked|asking|urges?|urged|urging|begs?|begged|presses|pressed|petitioned|on|to|with|from)$/;

/**
 * "asks Orlund, Northmark and Litava to grant visas": several names that are asked to do something.
 *
 * @param name the last token of one of them, counted from the text's first
 * @example
 * areAddressed(parseText('She asks Orlund and Litava to act.'), 2); // true
 */
export function areAddressed({ tokens, tags }: ParsedText, name: number): boolean {
  const inList = (at: number): boolean =>
    tags[at] === 'NAME' || /^(?:,|and|the|or)$/.test(tokens[at]?.lower ?? '');
  let from = name;
  while (inList(from - 1)) from -= 1;
  let to = name + 1;
  while (inList(to)) to += 1;
  const several = tokens.slice(from, to).some(({ lower }) => lower === 'and' || lower === ',');
  return several && ASKS.test(tokens[from - 1]?.lower ?? '') && tags[to] === 'TO' && tags[to + 1] === 'VBF';
}

/**
 * "a member of the | Interior Guard", "the | Northern Union": people go without an article before their names, bodies do not.
 *
 * @param from the first token of the name
 * @example
 * namesBody(parseText('He left the Interior Guard.'), 3); // true
 */
export function namesBody({ tokens, shout }: ParsedText, from: number): boolean {
  return !shout && tokens[from - 1]?.lower === 'the';
}

const WHERE =
  /\b(?:(?:in|across|throughout|outside) |(?:western|eastern|northern|southern|central|rural|occupied) )(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)/gu;

/**
 * Names that the text itself, or a list, gives to places: "in western Veloria", "near the city of Orlev".
 *
 * @example
 * placeNames('killed in Velt').has('velt'); // true
 */
export function placeNames(text: string): ReadonlySet<string> {
  const names = new Set(placesIn(text).map(({ start, end }) => text.slice(start, end).toLowerCase()));
  for (const [, name] of text.matchAll(WHERE)) if (name !== undefined) names.add(name.toLowerCase());
  return names;
}
