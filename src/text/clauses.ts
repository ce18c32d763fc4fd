/**
 * Where the words claimed begin and end: the clause after "said that", the clause before ", said X", the rest of a
 * sentence around "according to X". Ranges are token indexes.
 */
import type { Cue } from './cues/cue.ts';
import { lowerAt, skipAsidesLeft } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';
import { isTimeWord } from './time-words.ts';

const STOP = /^[.!?…;]$|^\.{2,}$/;

/** Cuts closing punctuation and spaces off the end of a range. */
export function trimEnd(parsed: ParsedText, range: Range): Range {
  let to = range.to;
  while (
    to > range.from &&
    (STOP.test(lowerAt(parsed, to - 1)) || /^(?:[,:—–]|and|but|or|while)$/.test(lowerAt(parsed, to - 1)))
  )
    to -= 1;
  return { from: range.from, to };
}

/** Cuts opening commas, colons and conjunctions off the front. */
export function trimStart(parsed: ParsedText, range: Range): Range {
  let from = range.from;
  while (
    from < range.to &&
    (/^[,:;.!?—–]$|^--+$/.test(lowerAt(parsed, from)) ||
      /^(?:and|but|however|meanwhile|while|although)$/.test(lowerAt(parsed, from)))
  )
    from += 1;
  return { from, to: range.to };
}

/**
 * The end of a clause that starts at `from`: the sentence end, or the border to the next attribution of the sentence.
 *
 * @example
 * clauseEnd(parsed, 4, { limit: 20, next: cue }); // 11
 */
export function clauseEnd(
  parsed: ParsedText,
  from: number,
  borders: {
    readonly limit: number;
    readonly cues: readonly Cue[];
    readonly sourceStart: (cue: Cue) => number;
  },
): number {
  for (let i = from; i < borders.limit; i += 1) {
    if (lowerAt(parsed, i) === ';' || endsInside(parsed, i) || (i > from && opensRemark(parsed, i))) return i;
  }
  let end = borders.limit;
  for (const cue of borders.cues) {
    if (cue.from <= from || cue.from >= end) continue;
    const border = borderBefore(parsed, from, cue, borders.sourceStart(cue));
    if (border !== null && border > from) end = Math.min(end, border);
  }
  return end;
}

const REMARK =
  /^(?:claims?|allegations?|accusations?|charges?|assertions?|denials?|versions?|accounts?|demands?|figures?|suggestions?|reports?|contentions?)$/;

/**
 * ", a claim first made by", ", an allegation the army denies": a remark on what was just said begins at the comma.
 *
 * @example
 * opensRemark(parsed, 7); // true at the comma of "it was empty, a claim first made by the crew"
 */
export function opensRemark(parsed: ParsedText, comma: number): boolean {
  if (lowerAt(parsed, comma) !== ',' || !/^(?:a|an|the same)$/.test(lowerAt(parsed, comma + 1))) return false;
  const noun = REMARK.test(lowerAt(parsed, comma + 2)) ? comma + 2 : comma + 3;
  if (!REMARK.test(lowerAt(parsed, noun)) || (parsed.quoteAt[comma] ?? -1) >= 0) return false;
  return (
    /^(?:by|from|that|which|first|made|originally|he|she|it|they|the|his|her|its|their|both)$/.test(
      lowerAt(parsed, noun + 1),
    ) || parsed.tags[noun + 1] === 'NAME'
  );
}

/** A full stop inside a quotation, which is one piece to the sentence splitter. */
export function endsInside(parsed: ParsedText, i: number): boolean {
  if (!/^[.!?]$/.test(lowerAt(parsed, i)) || (parsed.quoteAt[i] ?? -1) < 0) return false;
  const next = parsed.tokens[i + 1];
  const before = parsed.tokens[i - 1];
  if (next === undefined || !next.capital || parsed.quoteAt[i + 1] !== parsed.quoteAt[i]) return false;
  return (before?.text.length ?? 0) > 2 && !/^(?:mrs|gen|col|sgt|capt|prof)$/.test(before?.lower ?? '');
}

/** Where content gives way to `cue`, or null when the cue stands inside the content. */
function borderBefore(parsed: ParsedText, from: number, cue: Cue, start: number): number | null {
  const before = lowerAt(parsed, start - 1);
  if (cue.shape === 'according' || cue.shape === 'citing' || cue.shape === 'reported-by') {
    return before === ',' ? start - 1 : cue.shape === 'according' ? cue.from : null;
  }
  if (cue.shape === 'participle' && start === cue.from) {
    const joiner = skipAsidesLeft(parsed, start - 1, from);
    if (lowerAt(parsed, joiner) === 'by' && joiner - from > 2) return null;
    if (/^(?:while|after|before|by|without|despite|when)$/.test(lowerAt(parsed, joiner)))
      return lowerAt(parsed, joiner - 1) === ',' ? joiner - 1 : joiner;
  }
  if (cue.shape === 'participle' && start === cue.from)
    return before === ','
      ? start - 1
      : /^(?:and|but)$/.test(before) && lowerAt(parsed, start - 2) === ','
        ? start - 2
        : null;
  if (cue.shape === 'hearsay' || cue.shape === 'noun') return null;
  let i = start - 1;
  while (i > from && parsed.tags[i] === 'ADV') i -= 1;
  const joiner = lowerAt(parsed, i);
  if (/^(?:after|before)$/.test(joiner) && isTimeWord(lowerAt(parsed, i - 1))) {
    let k = i - 1;
    while (k > from && (isTimeWord(lowerAt(parsed, k)) || /^(?:NUM|DET|ADJ|ADV)$/.test(parsed.tags[k] ?? '')))
      k -= 1;
    if (lowerAt(parsed, k) === ',') return k;
  }
  if (/^(?:and|but|while|although|though|whereas|as|yet|after|before|when|because|which)$/.test(joiner)) {
    const comma = lowerAt(parsed, i - 1) === ',';
    if (comma) return i - 1;
    const shared = start === cue.from;
    return (joiner === 'but' && i > from) || (joiner === 'and' && shared && i > from + 1) ? i : null;
  }
  if (joiner === ',' && cue.continues === true) return i;
  return joiner === ',' && cue.shape === 'active' && start < cue.from ? i : null;
}

/** Behind "a week earlier", "two days later"; the place itself where none stands. */
function spanBefore(parsed: ParsedText, i: number): number {
  const opens = /^(?:DET|NUM)$/.test(parsed.tags[i] ?? '') && isTimeWord(lowerAt(parsed, i + 1));
  return opens && /^(?:earlier|later|before|ago|after)$/.test(lowerAt(parsed, i + 2)) ? i + 3 : i;
}

/** Skips "in a statement on Monday", "to reporters", "late on Tuesday" after a cue; returns the next index. */
export function skipAdjuncts(parsed: ParsedText, from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const lower = lowerAt(parsed, i);
    if (parsed.tags[i] === 'ADV' && !/^(?:so|only|just|even|once|almost|nearly)$/.test(lower)) i += 1;
    else if (isTimeWord(lower)) i += 1;
    else if (spanBefore(parsed, i) > i) i = spanBefore(parsed, i);
    else if (/^(?:last|this|next|late|earlier|early)$/.test(lower) && isTimeWord(lowerAt(parsed, i + 1)))
      i += 2;
    else if (/^(?:in|on|at|during|via|by|through|after|before|from|for|with|to|of)$/.test(lower)) {
      const end = adjunctEnd(parsed, i, limit);
      if (end === i) return i;
      i = end;
    } else return i;
  }
  return i;
}

const VENUE =
  /^(?:statement|interview|report|tweet|letter|post|posts|press|news|briefing|conference|email|e-mail|message|video|telephone|phone|reporters|journalists|twitter|facebook|telegram|telex|speech|court|website|site|television|radio|tv|response|reply|comment|comments|remarks|communique|hearing|statements|channel|article|note|condition|anonymity|address|broadcast)$/;

function adjunctEnd(parsed: ParsedText, from: number, limit: number): number {
  let venue = false;
  let i = from + 1;
  for (; i < Math.min(limit, from + 9); i += 1) {
    const lower = lowerAt(parsed, i);
    const dates =
      /^\d{1,4}$/.test(lower) &&
      (venue ||
        /^(?:in|on|at|during|by)$/.test(lowerAt(parsed, i - 1)) ||
        isTimeWord(lowerAt(parsed, i + 1)));
    const may = lower === 'may' && parsed.tokens[i]?.capital === true;
    if (VENUE.test(lower) || isTimeWord(lower) || dates || may) venue = true;
    else if (
      venue &&
      !/^(?:of|to|from|published|posted|released|issued|on|with|the|in|its|his|her|their|and|by|last|this)$/.test(
        lower,
      ) &&
      parsed.tags[i] !== 'NAME' &&
      parsed.tags[i] !== 'ADV'
    )
      break;
    if (
      parsed.tags[i] === 'THAT' ||
      /^[,:;"“«]$/.test(lower) ||
      /^(?:AUX|MODAL|VBF|SUB|PRON)$/.test(parsed.tags[i] ?? '')
    )
      break;
  }
  return venue ? i : from;
}
