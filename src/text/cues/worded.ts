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
import { SILENCES } from './silences.ts';
import type { WordedRule } from './worded-rule.ts';

const RULES: readonly WordedRule[] = [...SILENCES, ...EVASIONS];
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
    const before = askedBefore(line.parsed, line.range.from);
    return before === null ? null : { ...plain, asked: before };
  }
  if (groups.asked === undefined) return plain;
  const asked = phraseStartingAt(line.parsed, tokenAt(line, groups.asked[0]), line.range.to);
  return asked === null ? null : { ...plain, asked };
}

const PUTS =
  /^(?:wrote|written|sent|put|posed|submitted|addressed|e-?mailed|contacted|asked|approached|forwarded|presented|called)$/;

/** Whom the sentence before says that something was sent to: "We wrote *to the ministry* on 4 April." */
function askedBefore(parsed: ParsedText, start: number): Range | null {
  const home = parsed.paragraphAt[start];
  let from = start - 2;
  while (from > 0 && parsed.paragraphAt[from] === home && !/^[.!?]$/.test(lowerAt(parsed, from - 1)))
    from -= 1;
  const verb = parsed.tokens.slice(Math.max(0, from), start).findIndex(({ lower }) => PUTS.test(lower));
  if (verb < 0 || from < 0) return null;
  for (let i = from + verb + 1; i < start - 1; i += 1)
    if (lowerAt(parsed, i) === 'to') return phraseStartingAt(parsed, i + 1, start - 1);
  return phraseStartingAt(parsed, from + verb + 1, start - 1);
}

/**
 * The worded cues of a range, in order of position.
 *
 * @example
 * wordedCues(parsed, { from: 0, to: 9 }, false)[0]?.does; // 'silent' for "There was no comment from the police"
 */
export function wordedCues(parsed: ParsedText, range: Range, inside: boolean): Cue[] {
  const line = lineOf(parsed, range, inside);
  if (!TRIGGER.test(line.text)) return [];
  const cues: Cue[] = [];
  for (const rule of RULES) {
    if (!rule.needs.test(line.text)) continue;
    const match = rule.pattern.exec(line.text);
    const cue = match === null ? null : cueOf(line, rule, match);
    if (cue !== null && !cues.some((other) => cue.from < other.to && other.from < cue.to)) cues.push(cue);
  }
  return cues.sort((a, b) => a.from - b.from);
}
