/**
 * Cues of several words that are easier written as patterns than as rules over word classes: the sentence is laid out
 * in lower case with one space between tokens, quotations blanked out, and patterns are matched on that. A pattern names
 * its parts: `cue` the words that answer, `asked` (empty) where the one who was asked is named, `act` where the thing
 * not said begins.
 */
import { lowerAt, phraseStartingAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import type { Cue } from './cue.ts';
import { EVASIONS } from './evasions.ts';
import { neitherCues } from './neither.ts';
import { SILENCES } from './silences.ts';
import { UNANSWERED } from './unanswered.ts';
import type { WordedRule } from './worded-rule.ts';

const RULES: readonly WordedRule[] = [...SILENCES, ...UNANSWERED, ...EVASIONS];
const TRIGGER = new RegExp(RULES.map((rule) => rule.needs.source).join('|'), 'u');

/** A sentence on one line and where its tokens stand in it. */
interface Line {
  readonly parsed: ParsedText;
  readonly range: Range;
  readonly text: string;
  readonly starts: readonly number[];
}

function lineOf(parsed: ParsedText, range: Range, inside: boolean): Line {
  const starts: number[] = [];
  let text = ' ';
  for (let i = range.from; i < range.to; i += 1) {
    starts.push(text.length);
    text += `${!inside && (parsed.quoteAt[i] ?? -1) >= 0 ? '§' : lowerAt(parsed, i)} `;
  }
  return { parsed, range, text, starts };
}

/** The token that starts at or after a place of the line. */
function tokenAt({ starts, range }: Line, at: number): number {
  const k = starts.findIndex((start) => start >= at);
  return k < 0 ? range.to : range.from + k;
}

function cueOf(line: Line, rule: WordedRule, match: RegExpExecArray): Cue | null {
  const groups = match.indices?.groups ?? {};
  const cue = groups.cue;
  if (cue === undefined) return null;
  const [from, to] = [tokenAt(line, cue[0]), tokenAt(line, cue[1])];
  const base = { from, to, head: from, lemma: rule.lemma, shape: rule.shape, does: rule.does } as const;
  const act = groups.act === undefined ? null : tokenAt(line, groups.act[0]);
  const head = act ?? (groups.asked === undefined ? from : Math.min(from, tokenAt(line, match.index + 1)));
  const plain = { ...base, head, force: 'neutral', frames: '', negated: true } as const;
  if (groups.previous !== undefined) {
    const before = askedBefore(line.parsed, line.range.from, from);
    return before === null ? null : { ...plain, asked: before };
  }
  if (groups.asked === undefined) return plain;
  const named = tokenAt(line, groups.asked[0]);
  const asked = phraseStartingAt(line.parsed, named, named < from ? from : line.range.to);
  return asked === null ? null : { ...plain, asked };
}

const PUTS =
  /^(?:wrote|written|sent|put|posed|submitted|addressed|e-?mailed|contacted|asked|approached|forwarded|presented|called|phoned|telephoned|rang|texted|messaged|invited|tried|sought|requested|pressed|questioned)$/;

/** Whom this clause or the sentence before says that something was sent to: "We wrote *to the ministry* on 4 April." */
function askedBefore(parsed: ParsedText, start: number, cue: number): Range | null {
  const home = parsed.paragraphAt[start];
  let from = start - 2;
  while (from > 0 && parsed.paragraphAt[from] === home && !/^[.!?:]$/.test(lowerAt(parsed, from - 1)))
    from -= 1;
  return (
    askedIn(parsed, { from: start, to: cue }) ?? askedIn(parsed, { from: Math.max(0, from), to: start - 1 })
  );
}

function askedIn(parsed: ParsedText, { from, to }: Range): Range | null {
  const verb = parsed.tokens.slice(from, Math.max(from, to)).findIndex(({ lower }) => PUTS.test(lower));
  if (verb < 0) return null;
  const word = lowerAt(parsed, from + verb);
  const link = /^(?:sought|requested)$/.test(word) ? 'from' : 'to';
  if (
    /^(?:wrote|written|sent|put|posed|submitted|addressed|forwarded|presented|sought|requested)$/.test(word)
  )
    for (let i = from + verb + 1; i < to; i += 1)
      if (lowerAt(parsed, i) === link) return withoutTime(parsed, phraseStartingAt(parsed, i + 1, to));
  let at = from + verb + 1;
  if (word === 'tried') while (at < to && !/^(?:DET|NAME|POSS)$/.test(parsed.tags[at] ?? '')) at += 1;
  return withoutTime(parsed, phraseStartingAt(parsed, at, to));
}

/** "the barracks *four times*", "the ministry *on 4 May*": how often and when is no part of the name. */
function withoutTime(parsed: ParsedText, phrase: Range | null): Range | null {
  if (phrase === null) return null;
  let end = phrase.from + 1;
  while (end < phrase.to && parsed.tags[end + (parsed.tags[end] === 'PREP' ? 1 : 0)] !== 'NUM') end += 1;
  return { from: phrase.from, to: end };
}

/**
 * The worded cues of a range, in order of position.
 *
 * @example
 * wordedCues(parsed, { from: 0, to: 9 }, false)[0]?.does; // 'silent' for "There was no comment from the police"
 */
export function wordedCues(parsed: ParsedText, range: Range, inside: boolean): Cue[] {
  const line = lineOf(parsed, range, inside);
  const cues: Cue[] = line.text.includes(' neither ') ? neitherCues(parsed, range) : [];
  if (!TRIGGER.test(line.text)) return cues;
  for (const rule of RULES) {
    if (!rule.needs.test(line.text)) continue;
    const match = rule.pattern.exec(line.text);
    const cue = match === null ? null : cueOf(line, rule, match);
    if (cue !== null && !cues.some((other) => cue.from < other.to && other.from < cue.to)) cues.push(cue);
  }
  return cues.sort((a, b) => a.from - b.from);
}
