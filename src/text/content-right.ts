/** Content right of the cue: quotation, that-clause, question, bare clause, object, infinitive; and who was told. */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { skipAdjuncts, trimEnd } from './clauses.ts';
import {
  clause,
  endOfQuote,
  type Found,
  found,
  hasVerb,
  holdsQuotation,
  inner,
  isQuoteStart,
  type Search,
} from './content-search.ts';
import { lowerAt, phraseStartingAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** A quotation right of the cue: alone, or opening a clause that goes on. */
function quotationRight(search: Search, i: number, more: Partial<Found>): Found {
  const { parsed, range } = search.scope;
  const to = endOfQuote(parsed, i);
  const quote = inner(parsed, i);
  const after = lowerAt(parsed, to);
  const ends =
    to >= range.to ||
    /^[.,;:!?—–)]$/.test(after) ||
    /^(?:and|but|as|while|when|after|in|on|at|during)$/.test(after);
  if (ends)
    return found(moreQuotes(search, to, [quote]), READER_REASONS.quotationAfter, 0.95, {
      quoted: true,
      ...more,
    });
  return found([clause(search, i)], READER_REASONS.clausePartlyQuoted, 0.8, more);
}

function moreQuotes(search: Search, from: number, sofar: readonly Range[]): Range[] {
  const { parsed, range } = search.scope;
  const after = lowerAt(parsed, from);
  if (/^(?:and|or|,)$/.test(after) && isQuoteStart(search, from + 1)) {
    const to = endOfQuote(parsed, from + 1);
    if (to <= range.to) return [...sofar, inner(parsed, from + 1)];
  }
  return [...sofar];
}

/** Skips "reporters", "AFP", "the BBC" after "told". */
export function addresseeRight(search: Search, from: number): Range | null {
  const { parsed, range } = search.scope;
  if (parsed.tags[from] === 'PRON') return { from, to: from + 1 };
  const phrase = phraseStartingAt(parsed, from, range.to);
  if (phrase === null) return null;
  for (let i = phrase.from; i < phrase.to; i += 1) {
    if (/^(?:PREP|CC)$/.test(parsed.tags[i] ?? '') && i > phrase.from && lowerAt(parsed, i) === 'in')
      return { from: phrase.from, to: i };
  }
  const tight = tightAddressee(parsed, phrase);
  return tight;
}

/** "told *Gorol's* military court": what belongs to the owner goes on in lower case. */
function owned(parsed: ParsedText, from: number, at: number): boolean {
  let i = at - 1;
  while (i > from && /^(?:ADJ|NOUN)$/.test(parsed.tags[i] ?? '')) i -= 1;
  return /^(?:'s|’s)$/.test(lowerAt(parsed, i));
}

/** "told AFP fighters had come": the outlet's name ends where lower case begins, unless it is "news". */
function tightAddressee(parsed: ParsedText, phrase: Range): Range {
  if (parsed.shout || parsed.tags[phrase.from] !== 'NAME') return phrase;
  let to = phrase.from;
  while (
    to < phrase.to &&
    (parsed.tags[to] === 'NAME' ||
      (parsed.tokens[to]?.kind === 'number' && parsed.tags[to - 1] === 'NAME') ||
      (owned(parsed, phrase.from, to) && /^(?:ADJ|NOUN)$/.test(parsed.tags[to] ?? '')) ||
      /^(?:news|of|the|for|agency|television|tv|radio|newspaper|and|'s)$/.test(lowerAt(parsed, to)))
  )
    to += 1;
  while (to > phrase.from + 1 && /^(?:of|the|for|and|'s)$/.test(lowerAt(parsed, to - 1))) to -= 1;
  return { from: phrase.from, to };
}

/**
 * Content after the token at `from`; null when nothing there can be claimed.
 *
 * @example
 * rightOf(search, cue.to, {})?.rule; // 'that-clause after the cue'
 */
export function rightOf(search: Search, from: number, more: Partial<Found>): Found | null {
  const { cue, scope } = search;
  const { parsed, range } = scope;
  const frames = cue.frames;
  let i = opensInfinitive(search, from) ? from : skipAdjuncts(parsed, from, range.to);
  if (lowerAt(parsed, i - 1) === 'there' && i > from && /^(?:AUX|MODAL|VBF)$/.test(parsed.tags[i] ?? ''))
    i -= 1;
  if (lowerAt(parsed, i) === ',' && /^(?:however|though|meanwhile|instead|too)$/.test(lowerAt(parsed, i + 1)))
    i = lowerAt(parsed, i + 2) === ',' ? i + 3 : i + 2;
  if (/^(?:only|simply|merely|just)$/.test(lowerAt(parsed, i)) && lowerAt(parsed, i + 1) === 'that') i += 1;
  if (i >= range.to) return null;
  if (/^[:,]$|^--+$|^[—–]$/.test(lowerAt(parsed, i)) && isQuoteStart(search, i + 1)) i += 1;
  if (isQuoteStart(search, i) && /[qtn]/.test(frames)) return quotationRight(search, i, more);
  const lower = lowerAt(parsed, i);
  if (lower === ':' && frames.includes('q') && i + 1 < range.to)
    return found(
      [trimEnd(parsed, { from: i + 1, to: range.to })],
      READER_REASONS.clauseAfterColon,
      0.75,
      more,
    );
  if (scope.inside && /^[,:]$/.test(lower) && /^["“'‘«]$/.test(lowerAt(parsed, i + 1)))
    return innerQuotation(search, i + 2, more);
  if (lower === ',' && lowerAt(parsed, i + 1) !== 'that') return commaClause(search, i, more);
  if (lower === ',') i += 1;
  if (lowerAt(parsed, i) === 'that' && /[tbaqne]/.test(frames)) return thatClause(search, i + 1, more);
  if (/^(?:whether|if|how|why|what|when|where|who)$/.test(lower) && /[wtbq]/.test(frames))
    return clause(search, i).to - i < 2 || parsed.tags[i + 1] === 'CC'
      ? null
      : found([clause(search, i)], READER_REASONS.questionAfter, 0.7, more);
  return bareRight(search, i, more);
}

/** "pledged to close it within a month": what is pledged, unlike "said to reporters". */
function opensInfinitive(search: Search, from: number): boolean {
  const { cue, scope } = search;
  const next = scope.parsed.tags[from + 1] ?? '';
  return (
    cue.frames.includes('i') &&
    lowerAt(scope.parsed, from) === 'to' &&
    !/^(?:DET|NAME|POSS|PRON|NUM)$/.test(next) &&
    /^(?:DET|NAME|POSS|PRON|NUM|ADJ|TO|PREP)$/.test(scope.parsed.tags[from + 2] ?? '')
  );
}

/** Claimed that "the number is nine hundred", *for which he gave no source*: what is added behind a whole quotation. */
function withoutAddition(search: Search, from: number): Range | null {
  const { parsed, range } = search.scope;
  if (!isQuoteStart(search, from)) return null;
  const to = endOfQuote(parsed, from);
  if (lowerAt(parsed, to) !== ',' || to >= range.to) return null;
  const opens = parsed.tags[to + 1] === 'PREP' ? to + 2 : to + 1;
  return /^(?:which|who|whom|whose|an?)$/.test(lowerAt(parsed, opens)) ? inner(parsed, from) : null;
}

function thatClause(search: Search, from: number, more: Partial<Found>): Found {
  const quoted = withoutAddition(search, from);
  if (quoted !== null) return found([quoted], READER_REASONS.quotationAfter, 0.9, more);
  return found(
    thatAgain(search, clause(search, from)),
    READER_REASONS.thatClause,
    search.own ? 0.9 : 0.8,
    more,
  );
}

/** Behind the "that" of "and that", ", that", ", in December that", "and in January that"; -1. */
function secondThat(parsed: ParsedText, i: number, limit: number): number {
  if (!/^(?:and|,|;)$/.test(lowerAt(parsed, i))) return -1;
  let k = lowerAt(parsed, i + 1) === 'and' ? i + 2 : i + 1;
  if (lowerAt(parsed, k) === 'that') return lowerAt(parsed, i) === ',' && k === i + 1 ? -1 : k + 1;
  if (!/^(?:in|on|later|then|finally|last)$/.test(lowerAt(parsed, k))) return -1;
  for (k += 1; k < Math.min(limit, i + 6); k += 1) if (lowerAt(parsed, k) === 'that') return k + 1;
  return -1;
}

/** "said that A and that B" claims twice. */
function thatAgain(search: Search, whole: Range): Range[] {
  const { parsed } = search.scope;
  for (let i = whole.from + 3; i < whole.to - 3; i += 1) {
    const opens = secondThat(parsed, i, whole.to);
    if (opens < 0 || (parsed.quoteAt[i] ?? -1) !== (parsed.quoteAt[whole.from] ?? -1)) continue;
    const second = { from: opens, to: whole.to };
    if (!/^(?:VBF|AUX|MODAL|MARK)$/.test(parsed.tags[opens] ?? '') && hasVerb(parsed, second))
      return [trimEnd(parsed, { from: whole.from, to: i }), ...thatAgain(search, second)];
  }
  return [whole];
}

/** A quotation inside a quotation, to its closing mark. */
function innerQuotation(search: Search, from: number, more: Partial<Found>): Found | null {
  const { parsed, range } = search.scope;
  let to = from;
  while (to < range.to && !/^(?:["”'’»]|'')$/.test(lowerAt(parsed, to))) to += 1;
  while (to > from && /^[,.]$/.test(lowerAt(parsed, to - 1))) to -= 1;
  return to - from < 2
    ? null
    : found([{ from, to }], READER_REASONS.quotationInside, 0.8, { quoted: true, ...more });
}

/** "said, according to X, that": an aside between cue and content. */
function commaClause(search: Search, comma: number, more: Partial<Found>): Found | null {
  const { parsed, range } = search.scope;
  for (let k = comma + 1; k < Math.min(range.to, comma + 16); k += 1) {
    if (lowerAt(parsed, k) !== ',') continue;
    if (lowerAt(parsed, k + 1) === 'that') return thatClause(search, k + 2, more);
    if (isQuoteStart(search, k + 1)) return quotationRight(search, k + 1, more);
    return null;
  }
  return null;
}

/** "admitted to *the Watch* that", "wrote *in the Gazette* that": a listener or a place stands before the clause. */
/** "admitted to *the Watch* that": a listener stands behind "to". */
function listensTo(parsed: ParsedText, i: number): boolean {
  return lowerAt(parsed, i) === 'to' && !/^(?:my|his|her|their|our)$/.test(lowerAt(parsed, i + 1));
}

/** "told me *to my face* that", "acknowledged *for the first time* that": the "that" behind an adjunct; -1. */
function thatBehindAdjunct(parsed: ParsedText, i: number, limit: number): number {
  if (!/^(?:PREP|TO)$/.test(parsed.tags[i] ?? '')) return -1;
  for (let k = i + 1; k < Math.min(limit, i + 8); k += 1) {
    if (parsed.tags[k] === 'THAT')
      return /^(?:claims?|facts?|reports?|allegations?|idea|view|belief|suggestions?|possibility|accusations?)$/.test(
        lowerAt(parsed, k - 1),
      )
        ? -1
        : k;
    if (parsed.tags[k] === 'VBG' && /^(?:PREP|DET)$/.test(parsed.tags[k - 1] ?? '')) continue;
    if (
      !/^(?:DET|POSS|ADJ|NOUN|NAME|NUM|PREP|ADV)$/.test(parsed.tags[k] ?? '') ||
      (parsed.quoteAt[k] ?? -1) >= 0
    )
      return -1;
  }
  return -1;
}

function laterThat({ cue, scope }: Search, i: number): { that: number; listener: Range | null } | null {
  const { parsed, range } = scope;
  if (!/[tb]/.test(cue.frames) && !lowerAt(parsed, cue.to - 1).startsWith('to')) return null;
  const behind =
    cue.frames.includes('t') && lowerAt(parsed, i - 1) !== 'to' ? thatBehindAdjunct(parsed, i, range.to) : -1;
  if (behind >= 0 && !listensTo(parsed, i)) return { that: behind, listener: null };
  const listens =
    lowerAt(parsed, i - 1) === 'to' || /^(?:me|us|him|her|them|you|it)$/.test(lowerAt(parsed, i));
  const places = /^(?:in|on|at|during|before)$/.test(lowerAt(parsed, i));
  if (!listens && !places) return null;
  const from = places ? i + 1 : i;
  const pronoun = parsed.tags[from] === 'PRON' || lowerAt(parsed, from) === 'her';
  const phrase = pronoun ? { from, to: from + 1 } : phraseStartingAt(parsed, from, range.to);
  const to = phrase?.to ?? (places && parsed.tags[from] === 'ADJ' ? from + 1 : -1);
  if (to < 0 || lowerAt(parsed, to) !== 'that' || parsed.tags[to] !== 'THAT' || to - i > 8) return null;
  return { that: to, listener: places ? null : phrase };
}

function bareRight(search: Search, i: number, more: Partial<Found>): Found | null {
  const { cue, scope } = search;
  const { parsed } = scope;
  const frames = cue.frames;
  const lower = lowerAt(parsed, i);
  if (/^[.,;:!?)—–-]$/.test(lower)) return null;
  const late = laterThat(search, i);
  if (late !== null)
    return thatClause(
      search,
      late.that + 1,
      late.listener === null ? more : { ...more, addressee: late.listener },
    );
  const rest = clause(search, i);
  if (rest.to <= rest.from) return null;
  if (lower === 'the' && /^(?:following|below)$/.test(lowerAt(parsed, i + 1)) && rest.to - i <= 2)
    return null;
  if (parsed.tags[i] === 'PRON' && /^[,.;]$/.test(lowerAt(parsed, i + 1)) && cue.does === 'alleges')
    return null;
  if (frames.includes('k') && /^(?:denies|disputes)$/.test(cue.does))
    return found([rest], READER_REASONS.judges, 0.75, more);
  if (frames === 'k') return naming(search, rest, more);
  if (frames.includes('x')) return found([rest], READER_REASONS.objectAndDemand, 0.8, more);
  if (lower === 'to')
    return frames.includes('i') ? found([rest], READER_REASONS.infinitive, 0.75, more) : null;
  if (lower === 'of') return ofRight(search, rest, more);
  if (lower === 'for') return frames.includes('f') ? found([rest], READER_REASONS.forAfter, 0.6, more) : null;
  if (lower === 'as' && !/^(?:many|few|much)$/.test(lowerAt(parsed, i + 1)))
    return cue.lemma === 'describe' || cue.lemma === 'dismiss'
      ? found([rest], READER_REASONS.description, 0.5, more)
      : null;
  if (
    parsed.tags[i] === 'PREP' &&
    !/^(?:in|on|at|about|under|over|between|after|before|since|during|from|around|against|more|up|at)$/.test(
      lower,
    )
  )
    return null;
  if (parsed.tags[i] === 'VBG' && /[tb]/.test(frames) && !frames.includes('g') && hasVerb(parsed, rest))
    return found([rest], READER_REASONS.clauseAfter, 0.7, more);
  if (parsed.tags[i] === 'VBG')
    return frames.includes('g') ? found([rest], READER_REASONS.ingClause, 0.75, more) : null;
  const tells = hasVerb(parsed, rest) || holdsQuotation(parsed, rest);
  if (/[tb]/.test(frames) && tells && parsed.tags[i] !== 'CC')
    return found(thatAgain(search, rest), READER_REASONS.clauseAfter, frames.includes('b') ? 0.8 : 0.6, more);
  if (frames.includes('q') && isCount(parsed, rest))
    return found([rest], READER_REASONS.numberAfter, 0.6, more);
  if (frames.includes('n') && parsed.tags[i] !== 'PREP' && parsed.tags[i] !== 'CC')
    return found([withoutRemarks(parsed, rest)], READER_REASONS.objectAfter, 0.7, more);
  return null;
}

/** "said four", "said at least nine": a bare number answers how many. */
function isCount(parsed: ParsedText, { from, to }: Range): boolean {
  if (to - from > 5 || to <= from) return false;
  const words = parsed.tokens.slice(from, to).map(({ lower }) => lower);
  const numbers = parsed.tags.slice(from, to).filter((tag) => tag === 'NUM').length;
  const around =
    /^(?:at|least|most|more|than|up|to|about|around|some|only|nearly|almost|between|and|fewer|over)$/;
  return numbers > 0 && words.every((word, k) => parsed.tags[from + k] === 'NUM' || around.test(word));
}

/** "spoke of two prisons", "told the agency of two prisons"; "told of" without a listener reports nothing. */
function ofRight({ cue }: Search, rest: Range, more: Partial<Found>): Found | null {
  const told = cue.lemma === 'tell' ? { from: rest.from + 1, to: rest.to } : rest;
  const heard = cue.lemma !== 'tell' || (more.addressee ?? null) !== null;
  return cue.frames.includes('o') && heard && told.to > told.from
    ? found([told], READER_REASONS.ofAfter, 0.65, more)
    : null;
}

/** "two prisons: a depot and a barracks", "the army, which has a base nearby": what is added is no part of the object. */
function withoutRemarks(parsed: ParsedText, rest: Range): Range {
  for (let i = rest.from + 1; i < rest.to; i += 1) {
    const aside = lowerAt(parsed, i) === ',' && /^(?:which|who|whose|a|an)$/.test(lowerAt(parsed, i + 1));
    if (lowerAt(parsed, i) === ':' || (aside && (parsed.quoteAt[i] ?? -1) < 0))
      return { from: rest.from, to: i };
  }
  return rest;
}

/** `called the raid "a massacre"`: an object with a quotation or a second phrase after it. */
function naming(search: Search, rest: Range, more: Partial<Found>): Found | null {
  const { parsed } = search.scope;
  for (let i = rest.from + 1; i < rest.to; i += 1) {
    if (
      isQuoteStart(search, i) ||
      (/^(?:a|an)$/.test(lowerAt(parsed, i)) && /^(?:NOUN|NAME|PRON)$/.test(parsed.tags[i - 1] ?? ''))
    )
      return found([rest], READER_REASONS.namesItSo, 0.65, more);
    if (
      /^(?:VBF|AUX|MODAL|SUB|THAT)$/.test(parsed.tags[i] ?? '') &&
      !/^(?:claims|reports|demands)$/.test(lowerAt(parsed, i))
    )
      return null;
  }
  return null;
}

/** "confirmed to Reuters that", "said in an interview with Reuters": who was told. */
export function toWhom(search: Search, from: number): Range | null {
  const { parsed, range } = search.scope;
  const direct = lowerAt(parsed, from) === 'to' ? from + 1 : -1;
  const venue = /^(?:interview|remarks|comments|conversation|message|call)$/;
  const at =
    direct > 0
      ? direct
      : ([2, 3, 4]
          .map((k) => from + k)
          .find((k) => venue.test(lowerAt(parsed, k - 1)) && /^(?:with|to)$/.test(lowerAt(parsed, k))) ?? -1);
  const start = direct > 0 ? direct : at + 1;
  if (direct > 0 && /^(?:me|us|him|her|them|you|it)$/.test(lowerAt(parsed, direct)))
    return { from: direct, to: direct + 1 };
  if (at < 0 || start >= range.to || !/^(?:NAME|DET|NOUN)$/.test(parsed.tags[start] ?? '')) return null;
  const phrase = phraseStartingAt(parsed, start, range.to);
  return phrase === null ? null : tightAddressee(parsed, phrase);
}
