/**
 * What opens a sentence and belongs to nobody's words: a dateline, the number of a post in a thread ("4/"), the handle of
 * whoever posts ("@hill_diary:"), and the name of the programme's own people in a transcript ("PRESENTER:").
 */
import { datelineLength } from './dateline.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

const OWN =
  /^(?:presenter|reporter|host|hosts|anchor|newsreader|correspondent|interviewer|narrator|moderator|studio|announcer|voiceover|q|question)$/;
/** Tokens before a colon that are still a name. */
const LONGEST_NAME = 4;

/**
 * Whether a name before a colon is one of the programme's own: "PRESENTER", or whom the text calls "our reporter".
 *
 * @param name token range of the words before the colon
 * @example
 * isOwnVoice(parseText('PRESENTER: Good evening.'), { from: 0, to: 1 }); // true
 */
export function isOwnVoice(parsed: ParsedText, name: Range): boolean {
  const last = lowerAt(parsed, name.to - 1);
  if (OWN.test(last) || OWN.test(lowerAt(parsed, name.from))) return true;
  if (!/^[\p{L}'’-]{3,}$/u.test(last)) return false;
  if (handedOver(parsed, name)) return true;
  const introduced = `\\bour (?:own |special |chief )?(?:reporter|correspondent|colleague|producer|editor)s?,? (?:[\\p{L}'’-]+ ){0,4}${last}\\b`;
  return new RegExp(introduced, 'iu').test(parsed.text);
}

/** "Lise Moran is there. *Lise?* MORAN: …": the presenter calls in a colleague by the first name. */
function handedOver(parsed: ParsedText, { from }: Range): boolean {
  if (lowerAt(parsed, from - 1) !== '?' || parsed.tags[from - 2] !== 'NAME') return false;
  const alone = from < 4 || /^[.!?,]$/.test(lowerAt(parsed, from - 3));
  return alone && (parsed.tokens[from - 2]?.capital ?? false);
}

function opensParagraph(parsed: ParsedText, token: number): boolean {
  return token === 0 || parsed.paragraphAt[token] !== parsed.paragraphAt[token - 1];
}

function afterDateline(parsed: ParsedText, { from: start, to }: Range): number {
  const first = parsed.tokens[start];
  if (first === undefined || !opensParagraph(parsed, start)) return start;
  const end = first.start + datelineLength(parsed.text.slice(first.start, first.start + 160));
  let from = start;
  while (from < to - 3 && (parsed.tokens[from]?.end ?? end) <= end) from += 1;
  return from;
}

function afterHandle(parsed: ParsedText, from: number): number {
  if (lowerAt(parsed, from) !== '@' && !lowerAt(parsed, from).startsWith('@')) return from;
  for (let i = from + 1; i < from + 6; i += 1) if (lowerAt(parsed, i) === ':') return i + 1;
  return from;
}

/** "4/", "4)", "(4)", "4/12" before a capital. */
function afterCounter(parsed: ParsedText, from: number): number {
  const start = parsed.tokens[from]?.start ?? 0;
  const match = /^\(?\d{1,3}(?:\/\d{0,3}|\))\s*/.exec(parsed.text.slice(start, start + 12));
  if (match === null) return from;
  let i = from;
  while ((parsed.tokens[i]?.start ?? Number.POSITIVE_INFINITY) < start + match[0].length) i += 1;
  return i;
}

function afterOwnVoice(parsed: ParsedText, from: number): number {
  for (let i = from + 1; i <= from + LONGEST_NAME; i += 1)
    if (lowerAt(parsed, i) === ':') return isOwnVoice(parsed, { from, to: i }) ? i + 1 : from;
  return from;
}

/**
 * A sentence without what opens it.
 *
 * @example
 * afterOpening(parsed, sentence).from; // 3 for "4 / Police said"
 */
export function afterOpening(parsed: ParsedText, sentence: Range): Range {
  const steps = [afterHandle, afterCounter, afterOwnVoice];
  let from = afterDateline(parsed, sentence);
  for (const step of steps) from = step(parsed, from);
  return from < sentence.to - 1 ? { from, to: sentence.to } : sentence;
}
