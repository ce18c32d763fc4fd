/**
 * Sentences that whoever hands them on interrupts or closes: "Colonel Orr, *according to three soldiers*, ordered that …",
 * "The League wrote in its bulletin, *quoted on Monday by Radio Esk*, that …", "Cord told ministers that …, *the daily Onward
 * reports*". The aside is taken out, what is left is read as a sentence of its own, and its speakers stand behind the aside's.
 */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { kindOfWord } from './actor-words.ts';
import type { RawAttribution, Scope } from './attribution.ts';
import { trimEnd } from './clauses.ts';
import type { Cue } from './cues/cue.ts';
import { lowerAt, phraseStartingAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { sentenceWithout } from './sentence-without.ts';
import type { Range } from './sentences.ts';
import { isTimeWord } from './time-words.ts';

const TELLS =
  /^(?:says?|said|tells?|told|writes?|wrote|claims?|claimed|recalls?|recalled|reports?|reported|notes?|noted|states?|stated|adds?|added|recounts?|recounted|relates?|related|communicates?|communicated|alleges?|alleged|insists?|insisted|maintains?|maintained|explains?|explained|announces?|announced)$/;
/** What a medium does with words that are not its own. */
const HANDS =
  /^(?:quoted|cited|carried|published|aired|broadcast|printed|released|reproduced|relayed|reported|seen|obtained|reviewed|monitored|posted|excerpted|read)$/;
/** Tokens between the comma that opens an aside and the one that closes it. */
const LONGEST = 22;

/** An aside: the tokens with their commas, and who speaks in it. */
interface Aside {
  readonly cut: Range;
  readonly cue: Cue;
  readonly source: Range;
  /** Nothing but the end of the sentence follows. */
  readonly closes: boolean;
}

function cueAt(from: number, to: number, lemma: string): Cue {
  const shape = lemma === 'according to' ? 'according' : 'active';
  return {
    from,
    to,
    head: from,
    lemma,
    shape,
    does: 'alleges',
    force: 'neutral',
    frames: 't',
    negated: false,
  };
}

/** The comma or full stop that closes an aside behind a token; -1 where something else stands between. */
function closing(parsed: ParsedText, from: number, limit: number): number {
  const relative = /^(?:who|whose|which|whom)$/.test(lowerAt(parsed, from));
  for (let i = from; i < Math.min(limit, from + LONGEST); i += 1) {
    const lower = lowerAt(parsed, i);
    if (lower === ',' || (/^[.!;]$/.test(lower) && i + 1 >= limit)) return i;
    if ((parsed.quoteAt[i] ?? -1) !== (parsed.quoteAt[from - 1] ?? -1)) return -1;
    const adjunct =
      /^(?:PREP|DET|NOUN|NAME|NUM|ADJ|ADV|POSS|TO)$/.test(parsed.tags[i] ?? '') || isTimeWord(lower);
    if (!relative && !adjunct) return -1;
  }
  return from >= limit ? limit : -1;
}

/** "Radio Selva", "the Salt Road Journal": a medium by one of its words. */
function isMedium(parsed: ParsedText, { from, to }: Range): boolean {
  for (let i = from; i < to; i += 1) if (kindOfWord(lowerAt(parsed, i)) === 'media') return true;
  return false;
}

/** Whether a phrase names somebody with a capital. */
function isNamed(parsed: ParsedText, { from, to }: Range): boolean {
  for (let i = from; i < to; i += 1) if (parsed.tags[i] === 'NAME') return true;
  return false;
}

type Opened = Pick<Aside, 'cue' | 'source'> & { readonly after: number };

/** "according to three soldiers". */
function according(parsed: ParsedText, at: number, limit: number): Opened | null {
  if (lowerAt(parsed, at) !== 'according' || lowerAt(parsed, at + 1) !== 'to') return null;
  const source = phraseStartingAt(parsed, at + 2, limit);
  return source === null ? null : { cue: cueAt(at, at + 2, 'according to'), source, after: source.to };
}

/** "said their lawyer", "writes Kolos", "says the report of the Commission". */
function verbFirst(parsed: ParsedText, at: number, limit: number): Opened | null {
  if (!TELLS.test(lowerAt(parsed, at)) || parsed.tags[at] === 'NAME') return null;
  if (!/^(?:DET|NAME|POSS|NOUN|ADJ|NUM)$/.test(parsed.tags[at + 1] ?? '')) return null;
  const source = phraseStartingAt(parsed, at + 1, limit);
  const counts = source !== null && source.to - source.from === 1 && parsed.tags[source.from] === 'NUM';
  return source === null || counts ? null : { cue: cueAt(at, at + 1, 'say'), source, after: source.to };
}

/** "the daily Onward reports", "he says", "as the Evening Star reported". */
function verbLast(parsed: ParsedText, at: number, limit: number): Opened | null {
  const from = lowerAt(parsed, at) === 'as' ? at + 1 : at;
  const named = nameAlone(parsed, from, limit);
  const pronoun = /^(?:he|she|they|it)$/.test(lowerAt(parsed, from));
  const source =
    named ??
    (pronoun ? { from, to: from + 1 } : beforeVerb(parsed, from, phraseStartingAt(parsed, from, limit)));
  if (source === null || !TELLS.test(lowerAt(parsed, source.to))) return null;
  return { cue: cueAt(source.to, source.to + 1, 'say'), source, after: source.to + 1 };
}

/** The verb may look like a noun: "the daily Onward *reports*". */
function beforeVerb(parsed: ParsedText, from: number, phrase: Range | null): Range | null {
  if (phrase === null) return null;
  for (let i = from + 1; i < phrase.to; i += 1)
    if (TELLS.test(lowerAt(parsed, i)) && parsed.tags[i] !== 'NAME') return { from, to: i };
  return phrase;
}

function nameAlone(parsed: ParsedText, from: number, limit: number): Range | null {
  let to = from;
  while (to < limit && parsed.tags[to] === 'NAME') to += 1;
  return to > from && TELLS.test(lowerAt(parsed, to)) ? { from, to } : null;
}

/** "quoted on Monday by Radio Esk", "as quoted by": a medium, named. */
function handedOn(parsed: ParsedText, at: number, limit: number): Opened | null {
  const from = lowerAt(parsed, at) === 'as' ? at + 1 : at;
  if (!HANDS.test(lowerAt(parsed, from))) return null;
  for (let i = from + 1; i < Math.min(limit, from + 7); i += 1) {
    const lower = lowerAt(parsed, i);
    if (lower === ',' || /^(?:VBF|AUX|MODAL|THAT)$/.test(parsed.tags[i] ?? '')) return null;
    const names =
      lower === 'by' || (/^(?:in|on)$/.test(lower) && /^(?:DET|NAME)$/.test(parsed.tags[i + 1] ?? ''));
    if (!names || isTimeWord(lowerAt(parsed, i + 1))) continue;
    const source = phraseStartingAt(parsed, i + 1, limit);
    if (source === null || !isNamed(parsed, source)) return null;
    if (lower !== 'by' && lower !== 'in' && !isMedium(parsed, source)) return null;
    if (lower === 'in' && !isMedium(parsed, source) && lowerAt(parsed, source.from) !== 'the') return null;
    return { cue: cueAt(from, from + 1, 'quote'), source, after: source.to };
  }
  return null;
}

/** The asides of a range, in order; none in quotation marks. */
function asidesIn({ parsed, range, inside }: Scope): Aside[] {
  const found: Aside[] = [];
  for (let i = range.from + 2; i < range.to - 2; i += 1) {
    if (lowerAt(parsed, i) !== ',') continue;
    if (!inside && ((parsed.quoteAt[i] ?? -1) >= 0 || (parsed.quoteAt[i - 1] ?? -1) >= 0)) continue;
    const opened =
      according(parsed, i + 1, range.to) ??
      handedOn(parsed, i + 1, range.to) ??
      verbFirst(parsed, i + 1, range.to) ??
      verbLast(parsed, i + 1, range.to);
    if (opened === null) continue;
    const end = closing(parsed, opened.after, range.to);
    if (end < 0) continue;
    const closes = end >= range.to - 1;
    const { cue, source } = opened;
    const keepsComma = !closes && opensWithSource(parsed, range, { from: i, to: end });
    found.push({ cut: { from: i, to: closes ? range.to : keepsComma ? end : end + 1 }, cue, source, closes });
    i = end - 1;
  }
  return found;
}

/** The sentence without the aside and its last stop. */
function aroundOf({ parsed, range }: Scope, { cut, closes }: Aside): Range[] {
  const before = trimEnd(parsed, { from: range.from, to: cut.from });
  return closes ? [before] : [before, trimEnd(parsed, { from: cut.to, to: range.to })];
}

/** "According to the clerk, *she adds,* sixty were signed": the aside stands right behind the source that opens the sentence. */
function opensWithSource(parsed: ParsedText, { from }: Range, cut: Range): boolean {
  const source = according(parsed, from, cut.from + 1)?.source;
  return source !== undefined && source.to === cut.from;
}

/** A verb behind the aside, or "that": the sentence was interrupted before what is said. */
function interrupts({ parsed, range }: Scope, { cut }: Aside): boolean {
  if (opensWithSource(parsed, range, cut)) return true;
  let i = cut.to;
  while (parsed.tags[i] === 'ADV') i += 1;
  return /^(?:VBF|VBD|AUX|MODAL|THAT)$/.test(parsed.tags[i] ?? '') || lowerAt(parsed, i) === 'that';
}

/** "Tashi claims that 33 burned; the commissioner, …, said four": the aside belongs to the second half alone. */
function isBehindSemicolon({ parsed, range }: Scope, { cut }: Aside): boolean {
  for (let i = range.from; i < cut.from; i += 1)
    if (lowerAt(parsed, i) === ';' && (parsed.quoteAt[i] ?? -1) < 0) return true;
  return false;
}

/** Told with a clause, by somebody who is the subject of the sentence: what an aside can hand on. */
function isTold(parsed: ParsedText, { cue, source, impersonal }: RawAttribution): boolean {
  if (source === null || impersonal || cue.shape === 'hearsay' || cue.shape === 'citing') return false;
  if (/^(?:who|which|that)$/.test(lowerAt(parsed, source.from))) return false;
  return cue.shape !== 'active' || !/^(?:should|must|can|could|may|might)$/.test(lowerAt(parsed, cue.from));
}

/** "The ministry denied it: not one man was held, *it said*": behind the colon whoever denied it gives the reasons. */
function goesOnBehindColon(
  parsed: ParsedText,
  { cut, closes, source }: Aside,
  inner: RawAttribution,
): boolean {
  if (!closes || parsed.tags[source.from] !== 'PRON' || inner.cue.does === 'alleges') return false;
  for (let at = inner.cue.to; at < cut.from; at += 1) if (lowerAt(parsed, at) === ':') return true;
  return false;
}

/** The inner speaker is not the one of the aside again. */
function isOther(parsed: ParsedText, aside: Aside, inner: RawAttribution): boolean {
  const { source } = inner;
  if (source === null || goesOnBehindColon(parsed, aside, inner)) return false;
  return (
    !(
      source.from === aside.source.from || lowerAt(parsed, source.from) === lowerAt(parsed, aside.source.from)
    ) || source.to - source.from > 1
  );
}

/**
 * The attributions of a range that an aside hands on; null where no aside does.
 *
 * @param read reads a range without asides
 * @example
 * handedOnByAside(scope, read)?.[0]?.through?.cue.lemma; // 'according to'
 */
export function handedOnByAside(
  scope: Scope,
  read: (scope: Scope) => readonly RawAttribution[],
): RawAttribution[] | null {
  const { parsed } = scope;
  for (const aside of asidesIn(scope)) {
    if (aside.closes ? isBehindSemicolon(scope, aside) : !interrupts(scope, aside)) continue;
    const left = sentenceWithout(scope, aside.cut);
    const told = read(left.scope)
      .map(left.back)
      .filter((one) => isTold(parsed, one) && isOther(parsed, aside, one));
    const reached = told.filter(
      ({ content, via, through }) =>
        via === null &&
        through === undefined &&
        (aside.closes || content.some(({ to }) => to > aside.cut.to)) &&
        content.every(({ from }) => aside.closes || from >= aside.cut.to),
    );
    if (reached.length === 0 || reached.length < told.length) continue;
    return reached.map((one) => ({
      ...one,
      through: { cue: aside.cue, source: aside.source, around: aroundOf(scope, aside) },
      rule: READER_REASONS.handedOn,
      confidence: Math.min(one.confidence, 0.75),
    }));
  }
  return null;
}
