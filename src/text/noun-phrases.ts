/**
 * Noun phrases around a cue: the speaker before the verb (with apposition, relative clause and "of/for" tails) and the
 * one after it ("…, said X"). Works on token ranges; returns null rather than half a phrase.
 */
import { appositionEnd } from './apposition.ts';
import type { ParsedText } from './parsed-text.ts';
import { isRole } from './role-nouns.ts';
import type { Range } from './sentences.ts';
import { isTimeWord } from './time-words.ts';
import type { WordClass } from './word-classes.ts';

const NOMINAL: ReadonlySet<WordClass> = new Set(['NAME', 'NOUN', 'NUM', 'PRON']);
const INNER: ReadonlySet<WordClass> = new Set(['DET', 'POSS', 'NAME', 'NOUN', 'ADJ', 'NUM']);
const SUBJECT_PRONOUN =
  /^(?:he|she|it|they|we|i|you|who|one|someone|somebody|none|nobody|everyone|many|others|some|both|another|several|this)$/;
const TAIL =
  /^(?:of|for|in|at|from|with|on|against|near|between|within|under|behind|by|inside|to|about|into|over)$/;

/** A token of a text, or an empty one beyond its ends. */
export function lowerAt(parsed: ParsedText, i: number): string {
  return parsed.tokens[i]?.lower ?? '';
}

function tagAt(parsed: ParsedText, i: number): WordClass {
  return parsed.tags[i] ?? 'MARK';
}

/** Skips adverbs and dates leftwards from `i`; returns the index of the last other token. */
export function skipAsidesLeft(parsed: ParsedText, from: number, limit: number): number {
  let i = from;
  while (i > limit) {
    const lower = lowerAt(parsed, i);
    const tag = tagAt(parsed, i);
    if (tag === 'ADV') i -= lowerAt(parsed, i - 1) === 'at' ? 2 : 1;
    else if (/^(?:him|her|it|them)sel(?:f|ves)$/.test(lower) && /^(?:NOUN|NAME)$/.test(tagAt(parsed, i - 1)))
      i -= 1;
    else if (
      isTimeWord(lower) &&
      /^(?:on|last|this|late|early|next|earlier|that)$/.test(lowerAt(parsed, i - 1))
    )
      i -= 2;
    else if (isTimeWord(lower) && /day$/.test(lower) && NOMINAL.has(tagAt(parsed, i - 1))) i -= 1;
    else break;
  }
  return i;
}

/** The relative pronoun before a verb at `j` ("that first broke"), or -1. */
function relativeBefore(parsed: ParsedText, j: number, limit: number): number {
  for (let k = j - 1; k > limit && k >= j - 5; k -= 1) {
    const lower = lowerAt(parsed, k);
    if (/^(?:that|who|which)$/.test(lower)) {
      const before = lowerAt(parsed, k - 1) === ',' ? k - 2 : k - 1;
      return NOMINAL.has(tagAt(parsed, before)) ? k : -1;
    }
    if (!/^(?:ADV|AUX|MODAL|NEG|VBD)$/.test(tagAt(parsed, k))) return -1;
  }
  return -1;
}

function newPhraseStarts(parsed: ParsedText, j: number): boolean {
  const right = tagAt(parsed, j + 1);
  const rightText = lowerAt(parsed, j + 1);
  if (/^(?:'s|'|’)$/.test(rightText)) return false;
  const tag = tagAt(parsed, j);
  if (/^(?:this|that|these|those)$/.test(lowerAt(parsed, j)) && right === 'DET') return true;
  if (!NOMINAL.has(tag)) return false;
  if (right === 'DET' || right === 'PRON') return true;
  if (right === 'POSS') return true;
  return (
    isTimeWord(lowerAt(parsed, j)) &&
    (right === 'NAME' || right === 'ADJ' || right === 'NOUN') &&
    !isTimeWord(rightText)
  );
}

/** "Speaking to the Vigil, Keel insisted": the name before the comma belongs to what opens the sentence. */
function opensAdjunct(parsed: ParsedText, comma: number): boolean {
  let k = comma - 1;
  while (k > 0 && tagAt(parsed, k) === 'NAME') k -= 1;
  if (k === comma - 1 || isRole(lowerAt(parsed, comma - 1))) return false;
  if (tagAt(parsed, k) === 'DET') k -= 1;
  return (
    (tagAt(parsed, k) === 'TO' || tagAt(parsed, k) === 'PREP') && /^(?:VBG|VBD)$/.test(tagAt(parsed, k - 1))
  );
}

/** "the county's Foreign Minister, Linas Linkevicius": a description and the name it introduces. */
function introducesName(parsed: ParsedText, comma: number, end: number, limit: number): boolean {
  for (let k = comma + 1; k < end; k += 1) {
    if (tagAt(parsed, k) !== 'NAME' && lowerAt(parsed, k) !== '.') return false;
  }
  if (opensAdjunct(parsed, comma)) return false;
  if (end - comma > 6 || !/^(?:NOUN|NAME)$/.test(tagAt(parsed, comma - 1))) return false;
  for (let k = comma - 1; k >= Math.max(limit, comma - 10); k -= 1) {
    const tag = tagAt(parsed, k);
    if (
      (tag === 'DET' || tag === 'POSS') &&
      k > limit &&
      tagAt(parsed, k - 1) === 'PREP' &&
      lowerAt(parsed, k - 1) === 'by' &&
      tagAt(parsed, k - 2) === 'VBD'
    )
      return false;
    if (tag === 'DET' || tag === 'POSS') return true;
    if (!INNER.has(tag) && tag !== 'PREP') return k < comma - 1 && isRole(lowerAt(parsed, comma - 1));
  }
  return isRole(lowerAt(parsed, comma - 1));
}

function stepLeft(parsed: ParsedText, j: number, end: number, limit: number): number | null {
  const tag = tagAt(parsed, j);
  const lower = lowerAt(parsed, j);
  if (INNER.has(tag)) return newPhraseStarts(parsed, j) && j < end - 1 ? null : j - 1;
  const left = tagAt(parsed, j - 1);
  if (tag === 'PREP' && left === 'VBD' && TAIL.test(lower)) {
    const relative = relativeBefore(parsed, j - 1, limit);
    if (relative >= 0) return lowerAt(parsed, relative - 1) === ',' ? relative - 2 : relative - 1;
    const reduced =
      /^(?:by|in|at|from|with|near)$/.test(lower) && /^(?:NOUN|NAME)$/.test(tagAt(parsed, j - 2));
    return reduced && j - 2 >= limit ? j - 2 : null;
  }
  if (tag === 'PREP' || tag === 'TO')
    return TAIL.test(lower) &&
      j > limit &&
      (NOMINAL.has(left) || left === 'ADJ') &&
      !isTimeWord(lowerAt(parsed, j - 1))
      ? j - 1
      : null;
  if (tag === 'CC')
    return lower === 'and' &&
      (NOMINAL.has(left) || isRole(lowerAt(parsed, j - 1))) &&
      j > limit &&
      lowerAt(parsed, j + 1) !== 'it'
      ? j - 1
      : null;
  if (tag === 'VBF' || tag === 'VBD' || tag === 'AUX' || tag === 'MODAL') return stepVerb(parsed, j, limit);
  // "After the storming the ministry": the next article opens the phrase.
  if (tag === 'VBG' && tagAt(parsed, j + 1) === 'DET' && /^(?:the|a)$/.test(lowerAt(parsed, j - 1)))
    return null;
  if (tag === 'VBG')
    return /^(?:DET|ADJ|POSS|PREP)$/.test(left) ||
      (NOMINAL.has(left) && /^(?:PREP|DET|NAME)$/.test(tagAt(parsed, j + 1)))
      ? j - 1
      : null;
  if (tag === 'ADV') return left === 'DET' || left === 'ADJ' ? j - 1 : null;
  if (lower === ',') return introducesName(parsed, j, end, limit) || inNameList(parsed, j) ? j - 1 : null;
  if (lower === '.' && tagAt(parsed, j - 1) === 'NAME' && j > limit) return j - 1;
  if (/^[-‑]$/.test(lower) && left === 'NUM' && j > limit) return j - 1;
  if (lower === ')' || lower === '&' || lower === '/')
    return lower === ')' ? beforeBracket(parsed, j, limit) : j - 1;
  return null;
}

function inNameList(parsed: ParsedText, comma: number): boolean {
  for (let k = comma + 1; k < comma + 6; k += 1) {
    if (lowerAt(parsed, k) === 'and')
      return (
        tagAt(parsed, comma - 1) === 'NAME' &&
        tagAt(parsed, k + 1) === 'NAME' &&
        tagAt(parsed, k - 1) === 'NAME'
      );
    if (tagAt(parsed, k) !== 'NAME') return false;
  }
  return false;
}

function beforeBracket(parsed: ParsedText, j: number, limit: number): number | null {
  for (let k = j - 1; k > limit && k > j - 14; k -= 1) if (lowerAt(parsed, k) === '(') return k - 1;
  return null;
}

/** "who *said* a sailor had shouted": what follows is the subject of the words, no part of the one who says them. */
const SAYS = /^(?:said|says|say|claimed|claims|thought|believed|insisted|alleged|reported|swore|recalled)$/;

function stepVerb(parsed: ParsedText, j: number, limit: number): number | null {
  const relative = relativeBefore(parsed, j, limit);
  if (relative >= 0 && SAYS.test(lowerAt(parsed, j)) && /^(?:DET|NAME|POSS)$/.test(tagAt(parsed, j + 1)))
    return null;
  if (relative >= 0) return lowerAt(parsed, relative - 1) === ',' ? relative - 2 : relative - 1;
  if (tagAt(parsed, j) !== 'VBD') return null;
  const left = tagAt(parsed, j - 1);
  if (left === 'DET' || left === 'ADJ' || left === 'POSS') return j - 1;
  const right = lowerAt(parsed, j + 1);
  return (left === 'NOUN' || left === 'NAME') &&
    /^(?:by|in|at|near|with|from|as|close)$/.test(right) &&
    j > limit
    ? j - 1
    : null;
}

/** Cuts adverbs, conjunctions and a clause-opening "In Zarvan" off the front. */
function trimFront(parsed: ParsedText, from: number, to: number): Range | null {
  let start = from;
  while (
    start < to &&
    /^(?:ADV|CC|SUB|MARK|THAT|AUX)$/.test(tagAt(parsed, start)) &&
    lowerAt(parsed, start) !== '"'
  )
    start += 1;
  if (tagAt(parsed, start) === 'PREP' || tagAt(parsed, start) === 'TO') {
    for (let k = start + 2; k < to; k += 1) {
      const opens =
        NOMINAL.has(tagAt(parsed, k - 1)) && tagAt(parsed, k) === 'NOUN' && isRole(lowerAt(parsed, k));
      if (opens) return { from: k, to };
    }
    return null;
  }
  for (let k = start; k < to; k += 1) if (NOMINAL.has(tagAt(parsed, k))) return { from: start, to };
  const alone =
    to - start === 1 && /^(?:another|both|some|many|few|several|others)$/.test(lowerAt(parsed, start));
  return alone ? { from: start, to } : null;
}

/** Grows a noun phrase leftwards from its last token `last`. */
export function phraseEndingAt(parsed: ParsedText, last: number, limit: number): Range | null {
  const tag = tagAt(parsed, last);
  const home = parsed.quoteAt[last];
  if (tag === 'PRON')
    return SUBJECT_PRONOUN.test(lowerAt(parsed, last)) ? { from: last, to: last + 1 } : null;
  if (!/^(?:NAME|NOUN|NUM|ADJ|POSS|DET)$/.test(tag) && !/^[).]$/.test(lowerAt(parsed, last))) {
    if (tag !== 'VBG' && tag !== 'VBD' && tag !== 'ADV') return null;
  }
  if (isTimeWord(lowerAt(parsed, last)) && tagAt(parsed, last - 1) === 'PREP') return null;
  let j: number | null = last;
  let from = last + 1;
  while (j !== null && j >= limit && parsed.quoteAt[j] === home) {
    const next = stepLeft(parsed, j, last + 1, limit);
    if (next === null) break;
    from = next + 1;
    j = next;
  }
  return from > last ? null : trimFront(parsed, Math.max(from, limit), last + 1);
}

/** "X, a spokesman for Y, said" and "X, citing Y, said": the phrase before a parenthesis that closes at `comma`. */
function beforeParenthesis(parsed: ParsedText, comma: number, limit: number): Range | null {
  for (let k = comma - 1; k > limit && k > comma - 30; k -= 1) {
    if (lowerAt(parsed, k) !== ',' && lowerAt(parsed, k) !== '—' && lowerAt(parsed, k) !== '–') continue;
    const near = phraseEndingAt(parsed, k - 1, limit);
    if (near === null) return null;
    const aged =
      near.to - near.from === 1 &&
      tagAt(parsed, near.from) === 'NUM' &&
      lowerAt(parsed, near.from - 1) === ',';
    const phrase = aged ? (phraseEndingAt(parsed, near.from - 2, limit) ?? near) : near;
    const opens = tagAt(parsed, k + 1);
    const inside =
      /^(?:DET|NAME|NOUN|NUM|POSS|ADJ|NEG)$/.test(opens) ||
      /^(?:who|whom|whose|which)$/.test(lowerAt(parsed, k + 1));
    if (inside) return { from: phrase.from, to: comma };
    if (/^(?:being|having)$/.test(lowerAt(parsed, k + 1))) return phrase;
    return /^(?:PREP|VBG|VBD|ADV|SUB)$/.test(opens) ? phrase : null;
  }
  return null;
}

/** `a "source in the Ministry" had told`: a few words in quotation marks behind an article name the speaker. */
function scareQuoted(
  parsed: ParsedText,
  last: number,
  { verb, limit }: { readonly verb: number; readonly limit: number },
): Range | null {
  const at = parsed.quoteAt[last] ?? -1;
  if (at < 0 || at === parsed.quoteAt[verb]) return null;
  let from = last;
  while (from > limit && last - from < 8 && parsed.quoteAt[from - 1] === at) from -= 1;
  let opens = from - 1;
  while (opens > limit && tagAt(parsed, opens) === 'ADJ') opens -= 1;
  const article = opens >= limit && /^(?:an?|the|some|one|two|three|unnamed)$/.test(lowerAt(parsed, opens));
  return article && parsed.quoteAt[from - 1] !== at ? { from: opens, to: last + 1 } : null;
}

/**
 * The speaker before a verb group that starts at `verb`; null when there is none.
 *
 * @example
 * subjectBefore(parsed, 3, 0); // { from: 0, to: 2 } for "The ministry also said"
 */
export function subjectBefore(parsed: ParsedText, verb: number, limit: number): Range | null {
  const last = skipAsidesLeft(parsed, verb - 1, limit);
  const scare = last < limit ? null : scareQuoted(parsed, last, { verb, limit });
  if (scare !== null) return scare;
  if (last < limit || parsed.quoteAt[last] !== parsed.quoteAt[verb]) return null;
  if (/^[,—–]$/.test(lowerAt(parsed, last))) return beforeParenthesis(parsed, last, limit);
  return phraseEndingAt(parsed, last, limit);
}

/**
 * The noun phrase that starts at `from` and ends before `limit`: "said *Oleg Marn, head of the union*, on Monday".
 *
 * @example
 * phraseStartingAt(parsed, 4, 12); // { from: 4, to: 6 }
 */
export function phraseStartingAt(parsed: ParsedText, from: number, limit: number): Range | null {
  let i = from;
  let nominal = false;
  while (i < limit && parsed.quoteAt[i] === parsed.quoteAt[from]) {
    const tag = tagAt(parsed, i);
    const lower = lowerAt(parsed, i);
    if (tag === 'PRON') {
      if (i === from) return { from, to: from + 1 };
      break;
    }
    if (
      nominal &&
      i > from &&
      (tag === 'DET' || (isTimeWord(lower) && tagAt(parsed, i - 1) !== 'PREP')) &&
      tagAt(parsed, i - 1) !== 'PREP' &&
      tagAt(parsed, i - 1) !== 'CC'
    )
      break;
    if (INNER.has(tag)) nominal ||= NOMINAL.has(tag);
    else if (isDescribing(parsed, i)) nominal ||= false;
    else if (!continuesRight(parsed, i, nominal)) break;
    i += 1;
  }
  while (
    i > from &&
    /^(?:PREP|CC|MARK|ADV|TO|DET|POSS)$/.test(tagAt(parsed, i - 1)) &&
    !/^[)]$/.test(lowerAt(parsed, i - 1))
  )
    i -= 1;
  return nominal && i > from ? { from, to: appositionEnd(parsed, { from, to: i }, limit) } : null;
}

/** "two of the *freed* men": a participle between an article and its noun. */
function isDescribing(parsed: ParsedText, i: number): boolean {
  return (
    tagAt(parsed, i) === 'VBD' &&
    /^(?:DET|POSS)$/.test(tagAt(parsed, i - 1)) &&
    /^(?:NOUN|NAME)$/.test(tagAt(parsed, i + 1))
  );
}

function continuesRight(parsed: ParsedText, i: number, nominal: boolean): boolean {
  const tag = tagAt(parsed, i);
  const lower = lowerAt(parsed, i);
  const right = tagAt(parsed, i + 1);
  if (tag === 'PREP' || tag === 'TO') {
    if (!nominal || !TAIL.test(lower) || lower === 'by') return false;
    return (
      !isTimeWord(lowerAt(parsed, i + 1)) &&
      right !== 'VBF' &&
      right !== 'VBG' &&
      !/^(?:statement|interview|tweet|report|letter|press|news)$/.test(lowerAt(parsed, i + 2)) &&
      lower !== 'to'
    );
  }
  if (tag === 'CC') return nominal && lower === 'and' && (right === 'NAME' || right === 'NOUN');
  if (lower === '.')
    return (
      tagAt(parsed, i - 1) === 'NAME' &&
      right === 'NAME' &&
      (parsed.tokens[i]?.start ?? 0) === (parsed.tokens[i - 1]?.end ?? -1)
    );
  if (lower === '(' || lower === ')' || lower === '&')
    return nominal && (lower !== '(' || /^\)$/.test(lowerAt(parsed, i + 2)));
  return tag === 'VBD' && !nominal;
}
