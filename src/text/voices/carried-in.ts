/**
 * Who passes the words on, as the words around tell it: "an article in Zora, *in which* a guard claims", "The station aired a
 * recording in which a man says", "carried an interview with a driver. He said", and the paper that quoted a speaker before
 * and quotes him again ("the medic *was quoted as saying*").
 */
import type { RawAttribution } from '../attribution.ts';
import { type Hearing, sentenceOf } from '../hearing.ts';
import { lowerAt, phraseStartingAt, subjectBefore } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import { isTimeWord } from '../time-words.ts';
import { isOwnOutlet } from './own-outlet.ts';

/** A phrase that may name who passed the words on. */
export interface Carrier {
  readonly range: Range;
  /** Stands behind "quoted by" and the like. */
  readonly quotes: boolean;
}

/** "The Board relays the statement of a clerk, *who* said": whoever quotes the one before "who". */
function quoterBefore(parsed: ParsedText, { source }: RawAttribution, limit: number): Carrier[] {
  if (source === null) return [];
  const which = whichBefore(parsed, source.from, limit);
  if (lowerAt(parsed, source.from) !== 'who' && which < 0) return [];
  const printed = which < 0 ? null : printedIn(parsed, which - 1, limit);
  if (printed !== null) return [{ range: printed, quotes: true }];
  for (let i = (which < 0 ? source.from : which) - 2; i > limit && i > source.from - 16; i -= 1) {
    if (/^[.;:]$/.test(lowerAt(parsed, i))) break;
    if (
      !/^(?:refer|mention|introduc|quot|cit|relay|carr|interview|publish|air|broadcast|print|reproduc|read|present|submitt)(?:e[sd]?|es|s|ed|red|ies|ied|)$/.test(
        lowerAt(parsed, i),
      )
    )
      continue;
    if (parsed.tags[i] === 'NOUN') continue;
    const verb = parsed.tags[i - 1] === 'AUX' ? i - 1 : i;
    const subject = subjectBefore(parsed, verb, limit);
    return subject === null ? [] : [{ range: subject, quotes: true }];
  }
  return [];
}

/** The "which" of an "in which" that opens the speaker's clause: "*in which* a man it named as a corporal"; -1. */
function whichBefore(parsed: ParsedText, source: number, limit: number): number {
  for (let i = source - 1; i > limit && i > source - 9; i -= 1) {
    if (/^[.;:,]$/.test(lowerAt(parsed, i)) || (parsed.quoteAt[i] ?? -1) >= 0) return -1;
    if (lowerAt(parsed, i) === 'which' && /^(?:in|where)$/.test(lowerAt(parsed, i - 1))) return i;
  }
  return -1;
}

/** "an article *in the daily Zora*, in which": where the print stands that the clause tells of; null when nowhere. */
function printedIn(parsed: ParsedText, before: number, limit: number): Range | null {
  const last = lowerAt(parsed, before - 1) === ',' ? before - 2 : before - 1;
  for (let i = last; i > limit && i > last - 14; i -= 1) {
    if (/^[.;:,]$/.test(lowerAt(parsed, i)) || /^(?:VBF|AUX|MODAL)$/.test(parsed.tags[i] ?? '')) return null;
    if (!PRINT.test(lowerAt(parsed, i))) continue;
    if (!/^(?:in|on|by|from)$/.test(lowerAt(parsed, i + 1)) || isTimeWord(lowerAt(parsed, i + 2)))
      return null;
    const phrase = phraseStartingAt(parsed, i + 2, last + 1);
    return phrase === null ? null : tight(parsed, phrase);
  }
  return null;
}

/** "The Post said …, quoting a medic. "…" *the medic was quoted as saying*": the medium that spoke just before quotes again. */
function quotedAgain(hearing: Hearing, { cue }: RawAttribution): Carrier[] {
  const { parsed } = hearing;
  const passive =
    /^(?:quote|cite)$/.test(cue.lemma) &&
    /^(?:is|are|was|were|been|being)$/.test(lowerAt(parsed, cue.head - 1));
  if (!passive || lowerAt(parsed, cue.head + 1) !== 'as') return [];
  const here = sentenceOf(parsed, cue.from);
  const medium = hearing.spoken.findLast(
    ({ kind, resolved, range }) =>
      kind === 'media' &&
      resolved !== null &&
      !isOwnOutlet(hearing.outlet, resolved) &&
      range.from < cue.from &&
      here - sentenceOf(parsed, range.from) <= 2,
  );
  return medium === undefined ? [] : [{ range: medium.range, quotes: true }];
}

/**
 * Who passes the words of an attribution on, by the words around it, likeliest first.
 *
 * @param limit first token of its sentence
 * @example
 * carriedIn(hearing, attribution, 0)[0]?.quotes; // true for "an article in Zora, in which a guard claims"
 */
export function carriedIn(hearing: Hearing, attribution: RawAttribution, limit: number): Carrier[] {
  const { parsed } = hearing;
  return [
    ...quoterBefore(parsed, attribution, limit),
    ...interviewedBefore(parsed, attribution),
    ...quotedAgain(hearing, attribution),
  ];
}

/** "Keel spoke to the daily Vigil in May. There were, he said, …": the sentence before tells to whom. */
function interviewedBefore(parsed: ParsedText, { source, cue, sentence }: RawAttribution): Carrier[] {
  const before = parsed.sentences[sentence - 1];
  const here = parsed.sentences[sentence];
  if (source === null || before === undefined || here === undefined || cue.shape !== 'active') return [];
  if (parsed.paragraphAt[before.from] !== parsed.paragraphAt[here.from]) return [];
  const printed = printedBefore(parsed, before, { here, source });
  if (printed !== null) return [{ range: printed, quotes: true }];
  if (!/^(?:he|she)$/.test(lowerAt(parsed, source.from))) return [];
  for (let i = before.from; i < before.to - 2; i += 1) {
    const talked =
      /^(?:spoke|talked)$/.test(lowerAt(parsed, i)) && /^(?:to|with)$/.test(lowerAt(parsed, i + 1));
    const interview = lowerAt(parsed, i) === 'interview' && /^(?:to|with)$/.test(lowerAt(parsed, i + 1));
    const phrase = talked || interview ? phraseStartingAt(parsed, i + 2, before.to) : null;
    if (phrase !== null) return [{ range: tight(parsed, phrase), quotes: false }];
  }
  return [];
}

const PRINTED =
  /^(?:carried|published|aired|ran|printed|broadcast|released|posted|obtained|reproduced|showed)$/;
const PRINT =
  /^(?:interview|account|confession|statement|testimony|video|recording|recordings|book|memoir|diary|message|affidavit|articles?|dispatch|report|broadcast|post|column|letters?|text|excerpts?|note|memo)$/;

/** "The Clarion *carried an interview* with a driver. The man said …": whoever printed his words. */
function printedBefore(
  parsed: ParsedText,
  before: Range,
  { here, source }: { readonly here: Range; readonly source: Range },
): Range | null {
  const refers =
    /^(?:he|she|they|it)$/.test(lowerAt(parsed, source.from)) ||
    (lowerAt(parsed, here.from) === 'in' && lowerAt(parsed, here.from + 1) === 'it') ||
    (/^(?:the|this)$/.test(lowerAt(parsed, source.from)) && source.to - source.from === 2);
  if (!refers) return null;
  for (let i = before.from + 1; i < before.to - 2; i += 1) {
    if (!PRINTED.test(lowerAt(parsed, i)) || parsed.tags[i] !== 'VBD' || parsed.tags[i - 1] === 'AUX')
      continue;
    const shown = [2, 3, 4, 5, 6, 7, 8, 9].some(
      (n) => i + n < before.to && PRINT.test(lowerAt(parsed, i + n)),
    );
    return shown ? subjectBefore(parsed, i, before.from) : null;
  }
  return null;
}

/**
 * A name ends where lower case begins: "to Radio Oussa in March".
 *
 * @example
 * tight(parsed, { from: 3, to: 7 }); // { from: 3, to: 5 }
 */
export function tight(parsed: ParsedText, range: Range): Range {
  for (let i = range.from + 1; i < range.to; i += 1)
    if (/^(?:PREP|CC|MARK)$/.test(parsed.tags[i] ?? '') && !/^(?:of|the|for)$/.test(lowerAt(parsed, i)))
      return { from: range.from, to: i };
  return range;
}
