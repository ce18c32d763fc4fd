/**
 * The content of one cue: what is claimed, told, refused. Tries the right side first (that-clause, quotation, bare
 * clause, object, infinitive), then the left ("…," said X).
 */
import { clauseEnd, skipAdjuncts, trimEnd, trimStart } from './clauses.ts';
import type { Cue } from './cues/cue.ts';
import type { Scope } from './find-attributions.ts';
import { isTimeWord, lowerAt, phraseStartingAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** What the search is told. */
export interface Search {
  readonly scope: Scope;
  readonly cue: Cue;
  readonly source: Range | null;
  /** The source stands in the cue's own clause. */
  readonly own: boolean;
  readonly inverted: boolean;
  readonly cues: readonly Cue[];
  readonly sourceStart: (cue: Cue) => number;
}

/** Content with what was learned on the way. */
export interface Found {
  readonly content: readonly Range[];
  readonly addressee: Range | null;
  readonly quoted: boolean;
  readonly impersonal: boolean;
  /** The real speaker of a passive: "was confirmed *by the ministry*". */
  readonly agent: Range | null;
  readonly rule: string;
  readonly confidence: number;
}

const found = (content: readonly Range[], rule: string, confidence: number, more: Partial<Found> = {}): Found => ({
  content,
  addressee: null,
  quoted: false,
  impersonal: false,
  agent: null,
  rule,
  confidence,
  ...more,
});

function isQuoteStart(search: Search, i: number): boolean {
  const { parsed, inside } = search.scope;
  const at = parsed.quoteAt[i] ?? -1;
  return !inside && at >= 0 && parsed.quoteAt[i - 1] !== at;
}

function endOfQuote(parsed: ParsedText, i: number): number {
  let to = i;
  while (parsed.quoteAt[to] === parsed.quoteAt[i]) to += 1;
  return to;
}

function inner(parsed: ParsedText, i: number): Range {
  return parsed.quoteInner[parsed.quoteAt[i] ?? -1] ?? { from: i, to: i };
}

function clause(search: Search, from: number): Range {
  const { scope, cues, sourceStart, cue } = search;
  const others = cues.filter((other) => other.from > cue.from);
  return trimEnd(scope.parsed, { from, to: clauseEnd(scope.parsed, from, { limit: scope.range.to, cues: others, sourceStart }) });
}

/** A quotation right of the cue: alone, or opening a clause that goes on. */
function quotationRight(search: Search, i: number, more: Partial<Found>): Found {
  const { parsed, range } = search.scope;
  const to = endOfQuote(parsed, i);
  const quote = inner(parsed, i);
  const after = lowerAt(parsed, to);
  const ends = to >= range.to || /^[.,;:!?—–)]$/.test(after) || /^(?:and|but|as|while|when|after|in|on|at|during)$/.test(after);
  if (ends) return found(moreQuotes(search, to, [quote]), 'quotation after the cue', 0.95, { quoted: true, ...more });
  return found([clause(search, i)], 'clause after the cue, partly quoted', 0.8, more);
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
function addresseeRight(search: Search, from: number): Range | null {
  const { parsed, range } = search.scope;
  if (parsed.tags[from] === 'PRON') return { from, to: from + 1 };
  const phrase = phraseStartingAt(parsed, from, range.to);
  if (phrase === null) return null;
  for (let i = phrase.from; i < phrase.to; i += 1) {
    if (/^(?:PREP|CC)$/.test(parsed.tags[i] ?? '') && i > phrase.from && lowerAt(parsed, i) === 'in') return { from: phrase.from, to: i };
  }
  const tight = tightAddressee(parsed, phrase);
  return tight;
}

/** "told AFP fighters had come": the outlet's name ends where lower case begins, unless it is "news". */
function tightAddressee(parsed: ParsedText, phrase: Range): Range {
  if (parsed.shout || parsed.tags[phrase.from] !== 'NAME') return phrase;
  let to = phrase.from;
  while (to < phrase.to && (parsed.tags[to] === 'NAME' || /^(?:news|of|the|for|agency|television|tv|radio|newspaper|and|'s)$/.test(lowerAt(parsed, to)))) to += 1;
  while (to > phrase.from + 1 && /^(?:of|the|for|and|'s)$/.test(lowerAt(parsed, to - 1))) to -= 1;
  return { from: phrase.from, to };
}

function hasVerb(parsed: ParsedText, range: Range): boolean {
  for (let i = range.from + 1; i < range.to; i += 1) {
    if (/^(?:VBF|VBD|AUX|MODAL)$/.test(parsed.tags[i] ?? '')) return true;
  }
  return false;
}

function rightOf(search: Search, from: number, more: Partial<Found>): Found | null {
  const { cue, scope } = search;
  const { parsed, range } = scope;
  const frames = cue.frames;
  let i = skipAdjuncts(parsed, from, range.to);
  if (i >= range.to) return null;
  if (/^[:,]$|^--+$|^[—–]$/.test(lowerAt(parsed, i)) && isQuoteStart(search, i + 1)) i += 1;
  if (isQuoteStart(search, i) && /[qtn]/.test(frames)) return quotationRight(search, i, more);
  const lower = lowerAt(parsed, i);
  if (lower === ':' && frames.includes('q') && i + 1 < range.to) return found([trimEnd(parsed, { from: i + 1, to: range.to })], 'clause after a colon', 0.75, more);
  if (lower === ',' && lowerAt(parsed, i + 1) !== 'that') return commaClause(search, i, more);
  if (lower === ',') i += 1;
  if (lowerAt(parsed, i) === 'that' && /[tbaqn]/.test(frames)) return thatClause(search, i + 1, more);
  if (/^(?:whether|if|how|why|what|when|where|who)$/.test(lower) && /[wtbq]/.test(frames)) return found([clause(search, i)], 'question after the cue', 0.7, more);
  return bareRight(search, i, more);
}

function thatClause(search: Search, from: number, more: Partial<Found>): Found {
  return found([clause(search, from)], 'that-clause after the cue', search.own ? 0.9 : 0.8, more);
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

function bareRight(search: Search, i: number, more: Partial<Found>): Found | null {
  const { cue, scope } = search;
  const { parsed } = scope;
  const frames = cue.frames;
  const lower = lowerAt(parsed, i);
  if (/^[.,;:!?)—–-]$/.test(lower)) return null;
  const rest = clause(search, i);
  if (rest.to <= rest.from) return null;
  if (frames === 'k') return naming(search, rest, more);
  if (frames.includes('x')) return found([rest], 'object and demand after the cue', 0.8, more);
  if (lower === 'to') return frames.includes('i') ? found([rest], 'infinitive after the cue', 0.75, more) : null;
  if (lower === 'of') return frames.includes('o') ? found([rest], '"of" after the cue', 0.65, more) : null;
  if (lower === 'for') return frames.includes('f') ? found([rest], '"for" after the cue', 0.6, more) : null;
  if (lower === 'as') return cue.lemma === 'describe' || cue.lemma === 'dismiss' ? found([rest], 'description after the cue', 0.5, more) : null;
  if (parsed.tags[i] === 'PREP' && !/^(?:in|on|at|about|under|over|between|after|before|since|during|from|around|against|more|up|at)$/.test(lower)) return null;
  if (parsed.tags[i] === 'VBG') return frames.includes('g') ? found([rest], '-ing clause after the cue', 0.75, more) : null;
  if (/[tb]/.test(frames) && hasVerb(parsed, rest) && parsed.tags[i] !== 'CC') return found([rest], 'clause after the cue', frames.includes('b') ? 0.8 : 0.6, more);
  if (frames.includes('n') && parsed.tags[i] !== 'PREP' && parsed.tags[i] !== 'CC') return found([rest], 'object after the cue', 0.7, more);
  return null;
}

/** `called the raid "a massacre"`: an object with a quotation or a second phrase after it. */
function naming(search: Search, rest: Range, more: Partial<Found>): Found | null {
  const { parsed } = search.scope;
  for (let i = rest.from + 1; i < rest.to; i += 1) {
    if (isQuoteStart(search, i) || (/^(?:a|an)$/.test(lowerAt(parsed, i)) && /^(?:NOUN|NAME|PRON)$/.test(parsed.tags[i - 1] ?? ''))) return found([rest], 'names it so', 0.65, more);
    if (/^(?:VBF|AUX|MODAL|SUB|THAT)$/.test(parsed.tags[i] ?? '')) return null;
  }
  return null;
}

/** Content before the cue: "…," said X; "…, the ministry said". */
function leftOf(search: Search, more: Partial<Found> = {}): Found | null {
  const { scope, cue, source, inverted } = search;
  const { parsed, range } = scope;
  if (cue.shape === 'participle' || cue.shape === 'noun' || !/[qtb]/.test(cue.frames)) return null;
  const start = inverted || source === null ? cue.from : Math.min(cue.from, source.from);
  let end = start;
  while (end > range.from && (parsed.tags[end - 1] === 'ADV' || lowerAt(parsed, end - 1) === 'as' || isTimeWord(lowerAt(parsed, end - 1)))) end -= 1;
  if (end <= range.from + 1) return null;
  const before = lowerAt(parsed, end - 1);
  const quoteBefore = !scope.inside && (parsed.quoteAt[end - 1] ?? -1) >= 0;
  if (before !== ',' && !quoteBefore && !/^[—–?!]$/.test(before)) return null;
  if (!quoteBefore && !(before === ',' && (parsed.quoteAt[end - 2] ?? -1) >= 0 && !scope.inside) && !ends(search)) return null;
  const content = leftContent(search, end);
  if (content === null) return null;
  const quoted = content.every((part) => (parsed.quoteAt[part.from] ?? -1) >= 0 && parsed.quoteAt[part.from] === parsed.quoteAt[part.to - 1]);
  const tail = !scope.inside ? afterInterruption(search) : null;
  const all = tail === null ? content : [...content, tail];
  return found(all, quoted ? 'quotation before the cue' : 'clause before the cue', quoted ? 0.95 : 0.8, { quoted, ...more });
}

/** "confirmed to Reuters that", "said in an interview with Reuters": who was told. */
function toWhom(search: Search, from: number): Range | null {
  const { parsed, range } = search.scope;
  const direct = lowerAt(parsed, from) === 'to' ? from + 1 : -1;
  const venue = /^(?:interview|remarks|comments|conversation|message|call)$/;
  const at = direct > 0 ? direct : [2, 3, 4].map((k) => from + k).find((k) => venue.test(lowerAt(parsed, k - 1)) && /^(?:with|to)$/.test(lowerAt(parsed, k))) ?? -1;
  const start = direct > 0 ? direct : at + 1;
  if (at < 0 || start >= range.to || !/^(?:NAME|DET|NOUN)$/.test(parsed.tags[start] ?? '')) return null;
  const phrase = phraseStartingAt(parsed, start, range.to);
  return phrase === null ? null : tightAddressee(parsed, phrase);
}

/** Nothing but adjuncts follows the cue, so its content must stand before it. */
function ends(search: Search): boolean {
  const { scope, cue, source, inverted } = search;
  const { parsed, range } = scope;
  const from = skipAdjuncts(parsed, inverted && source !== null ? Math.max(source.to, cue.to) : cue.to, range.to);
  return from >= range.to || parsed.tags[from] === 'MARK' || inverted || /^(?:PREP|VBG|SUB|CC|WH)$/.test(parsed.tags[from] ?? '');
}

function leftContent(search: Search, end: number): Range[] | null {
  const { parsed, range } = search.scope;
  const last = lowerAt(parsed, end - 1) === ',' && (parsed.quoteAt[end - 1] ?? -1) < 0 ? end - 2 : end - 1;
  const at = parsed.quoteAt[last] ?? -1;
  if (!search.scope.inside && at >= 0) {
    let from = last;
    while (from > range.from && parsed.quoteAt[from - 1] === at) from -= 1;
    const joined = from - 1 > range.from && /^(?:,|and|that|the|a|is|are|was|were|as|of|to|in|by|be|been|not|no)$/.test(lowerAt(parsed, from - 1));
    const wholeClause = joined || (from > range.from && /^(?:NOUN|VBF|VBD|PREP|DET|AUX|TO|ADJ|POSS)$/.test(parsed.tags[from - 1] ?? ''));
    if (!wholeClause) return [trimEnd(parsed, inner(parsed, last))];
  }
  const whole = trimEnd(parsed, trimStart(parsed, { from: leftBorder(search, end), to: last + 1 }));
  return whole.to - whole.from < 2 ? null : [whole];
}

/** Content before the cue starts with the sentence or after the previous attribution of it. */
function leftBorder(search: Search, end: number): number {
  const { scope, cues, cue } = search;
  let from = scope.range.from;
  for (let i = from; i < end - 1; i += 1) if (lowerAt(scope.parsed, i) === ';' && (scope.parsed.quoteAt[i] ?? -1) < 0) from = i + 1;
  const earlier = cues.some((other) => other.to < cue.from && other.from >= from && other.shape === 'according');
  return earlier ? from : from;
}

/** "A," said X, "B": the rest of an interrupted quotation. */
function afterInterruption(search: Search): Range | null {
  const { scope, cue, source, inverted } = search;
  const { parsed, range } = scope;
  const from = skipAdjuncts(parsed, inverted && source !== null ? Math.max(source.to, cue.to) : cue.to, range.to);
  for (let i = from; i < Math.min(from + 3, range.to); i += 1) {
    if (isQuoteStart(search, i)) return inner(parsed, i);
    if (!/^[,:]$/.test(lowerAt(parsed, i))) return null;
  }
  return null;
}

function passive(search: Search): Found | null {
  const { scope, cue, source } = search;
  const { parsed, range } = scope;
  const next = lowerAt(parsed, cue.to);
  const impersonalIt = source !== null && source.to - source.from === 1 && lowerAt(parsed, source.from) === 'it';
  if (impersonalIt || source === null) return source === null ? null : rightOf(search, cue.to, { impersonal: true });
  if (next === 'by') return byAgent(search, source);
  if (cue.frames.includes('a') && /^(?:that|of|by)$/.test(next)) return rightOf(search, cue.to, { impersonal: true });
  if (cue.frames.includes('a')) return rightOf(search, cue.to, { impersonal: true });
  if (cue.lemma === 'quote') return quotedAs(search);
  const rest = trimEnd(parsed, { from: cue.to, to: clause(search, cue.to).to });
  if (next === 'to' && /[tbiqw]/.test(cue.frames)) return found([source, rest], 'nobody is named: "is said to"', 0.7, { impersonal: true });
  if (cue.lemma === 'report' || cue.lemma === 'accuse') return rest.to > rest.from ? found([source, rest], 'nobody is named: passive', 0.6, { impersonal: true }) : null;
  return range.to > cue.to ? null : null;
}

/** "was quoted as saying by the Post": the paper is the outer mouth, the subject the inner one. */
function quotedAs(search: Search): Found | null {
  const { scope, cue } = search;
  const { parsed, range } = scope;
  let at = cue.to;
  let outlet: Range | null = null;
  for (let k = 0; k < 2; k += 1) {
    if (lowerAt(parsed, at) === 'as' && /^(?:saying|telling|claiming)$/.test(lowerAt(parsed, at + 1))) at += 2;
    else if (lowerAt(parsed, at) === 'by') {
      outlet = phraseStartingAt(parsed, at + 1, range.to);
      at = outlet?.to ?? at + 1;
    }
  }
  const active: Search = { ...search, cue: { ...cue, to: at, shape: 'active', frames: 'qtb' } };
  return (quoteStandsBefore(active) ? leftOf(active, { addressee: outlet }) : null) ?? rightOf(active, at, { addressee: outlet });
}

function byAgent(search: Search, subject: Range): Found | null {
  const { cue, scope } = search;
  const agent = phraseStartingAt(scope.parsed, cue.to + 1, scope.range.to);
  if (agent === null) return null;
  const rest = trimEnd(scope.parsed, { from: agent.to, to: clause(search, agent.to).to });
  const parts = rest.to > rest.from && /^(?:of|to|as)$/.test(lowerAt(scope.parsed, rest.from)) ? [subject, rest] : [subject];
  return found(parts, 'passive with its agent', 0.75, { agent });
}

function aroundRelay(search: Search): Found | null {
  const { scope, cue, source } = search;
  const { parsed, range } = scope;
  if (source === null) return null;
  const before = lowerAt(parsed, cue.from - 1);
  if (cue.from - range.from <= 1 || (source.to < range.to && cue.from - range.from < 3)) {
    const rest = clause(search, trimStart(parsed, { from: source.to, to: range.to }).from);
    return rest.to > rest.from ? found([rest], `"${cue.lemma}" before the claim`, 0.9) : null;
  }
  const left = trimEnd(parsed, trimStart(parsed, { from: range.from, to: cue.from }));
  if (left.to - left.from < 2) return null;
  const tail = before === ',' && lowerAt(parsed, source.to) === ',' ? trimEnd(parsed, trimStart(parsed, { from: source.to, to: range.to })) : null;
  const whole = !scope.inside && (parsed.quoteAt[left.from] ?? -1) >= 0 && parsed.quoteAt[left.from] === parsed.quoteAt[left.to - 1];
  const first = whole ? trimEnd(parsed, inner(parsed, left.from)) : left;
  return found(tail !== null && tail.to - tail.from > 2 ? [first, tail] : [first], `"${cue.lemma}" after the claim`, 0.85, { quoted: whole });
}

function refusal(search: Search): Found {
  const { scope, cue } = search;
  const { parsed } = scope;
  const own = cue.shape === 'silent' ? { from: cue.from, to: cue.to } : { from: cue.head, to: cue.to };
  if (cue.shape === 'decline' && (cue.lemma === 'decline' || cue.lemma === 'refuse')) {
    const from = lowerAt(parsed, cue.to) === 'to' ? cue.to + 1 : cue.to;
    const rest = clause(search, from);
    return found([rest.to > rest.from ? rest : own], 'refuses to answer', 0.85);
  }
  const after = lowerAt(parsed, cue.to) === 'that' ? cue.to + 1 : cue.to;
  const rest = clause(search, cue.shape === 'silent' ? skipAdjuncts(parsed, after, scope.range.to) : after);
  const usable = rest.to > rest.from && !/^[,;]$/.test(lowerAt(parsed, rest.from)) && parsed.tags[rest.from] !== 'SUB';
  return found([usable ? rest : own], cue.shape === 'silent' ? 'gave no answer' : 'does not say', 0.8);
}

/** A quotation ends right before the speaker, and no "that" follows the cue. */
function quoteStandsBefore(search: Search): boolean {
  const { scope, cue, source } = search;
  const { parsed, range } = scope;
  if (scope.inside || source === null || cue.shape !== 'active' || !cue.frames.includes('q')) return false;
  const start = Math.min(source.from, cue.from);
  if (start <= range.from) return false;
  const before = lowerAt(parsed, start - 1) === ',' ? start - 2 : start - 1;
  const at = parsed.quoteAt[before] ?? -1;
  if (at < 0 || /^(?:that|:)$/.test(lowerAt(parsed, cue.to))) return false;
  const quote = parsed.quotes[at];
  return quote !== undefined && (before + 1 < start || /[,.!?…—-]\s*$/.test(parsed.text.slice(quote.innerStart, quote.innerEnd)));
}

function hearsayClause(search: Search): Range {
  const { scope, cue } = search;
  const opening = cue.from === scope.range.from ? { from: cue.to, to: scope.range.to } : scope.range;
  return trimEnd(scope.parsed, trimStart(scope.parsed, opening));
}

/**
 * Finds the content that belongs to a cue; null when the word attributes nothing here.
 *
 * @example
 * contentOf(search)?.rule; // 'that-clause after the cue'
 */
export function contentOf(search: Search): Found | null {
  const { cue, scope, inverted, source } = search;
  switch (cue.shape) {
    case 'decline':
    case 'silent':
      return refusal(search);
    case 'according':
    case 'citing':
    case 'reported-by':
      return aroundRelay(search);
    case 'hearsay':
      return found([hearsayClause(search)], 'hearsay adverb', 0.5, { impersonal: true });
    case 'passive':
      return passive(search);
    default:
      break;
  }
  if (inverted) return leftOf(search);
  if (quoteStandsBefore(search)) {
    const left = leftOf(search);
    if (left !== null) return left;
  }
  const told = cue.frames.includes('a') && cue.shape !== 'noun' ? addresseeRight(search, cue.to) : null;
  const after = cue.shape === 'noun' && source !== null && source.from >= cue.to ? source.to : cue.to;
  if (told !== null) return rightOf(search, told.to, { addressee: told }) ?? leftOf({ ...search, cue: { ...cue, to: told.to } }, { addressee: told });
  const heard = toWhom(search, after);
  return (heard === null ? null : rightOf(search, heard.to, { addressee: heard })) ?? rightOf(search, after, {}) ?? leftOf(search);
}
