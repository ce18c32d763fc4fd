/** Content left of the cue: “…,” said X; …, the ministry said; and the rest of a quotation that the cue interrupts. */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { skipAdjuncts, trimEnd, trimStart } from './clauses.ts';
import { clause, type Found, found, hasVerb, inner, isQuoteStart, type Search } from './content-search.ts';
import { lowerAt } from './noun-phrases.ts';
import type { Range } from './sentences.ts';
import { isTimeWord } from './time-words.ts';

/** Content before the cue: "…," said X; "…, the ministry said". */
export function leftOf(search: Search, more: Partial<Found> = {}): Found | null {
  const { scope, cue, source, inverted } = search;
  const { parsed, range } = scope;
  if (cue.shape === 'participle' || cue.shape === 'noun' || !/[qtb]/.test(cue.frames)) return null;
  const start = inverted || source === null ? cue.from : Math.min(cue.from, source.from);
  let end = start;
  while (
    end > range.from &&
    (parsed.tags[end - 1] === 'ADV' ||
      /^(?:as|so)$/.test(lowerAt(parsed, end - 1)) ||
      isTimeWord(lowerAt(parsed, end - 1)))
  )
    end -= 1;
  const word =
    end === range.from + 2 &&
    /^(?:NOUN|NUM|NAME)$/.test(parsed.tags[range.from] ?? '') &&
    !isTimeWord(lowerAt(parsed, range.from));
  if (end <= range.from + 1) return null;
  const asAside = lowerAt(parsed, end) === 'as' && (parsed.quoteAt[end - 1] ?? -1) < 0;
  if (asAside && search.cues.some((other) => other.head < end)) return null;
  const before = lowerAt(parsed, end - 1);
  const quoteBefore = !scope.inside && (parsed.quoteAt[end - 1] ?? -1) >= 0;
  if (before !== ',' && !quoteBefore && !/^[—–?!]$/.test(before)) return null;
  if (
    !quoteBefore &&
    !(before === ',' && (parsed.quoteAt[end - 2] ?? -1) >= 0 && !scope.inside) &&
    !ends(search)
  )
    return null;
  const content = leftContent(search, end) ?? (word ? [{ from: range.from, to: range.from + 1 }] : null);
  if (content === null) return null;
  const after = goesOnAfter(search, content);
  if (after !== null) return found(after, READER_REASONS.clauseAround, 0.75, more);
  const quoted = content.every(
    (part) =>
      (parsed.quoteAt[part.from] ?? -1) >= 0 && parsed.quoteAt[part.from] === parsed.quoteAt[part.to - 1],
  );
  const tail = !scope.inside ? afterInterruption(search) : null;
  const all = tail === null ? content : [...content, tail];
  return found(
    all,
    quoted ? READER_REASONS.quotationBefore : READER_REASONS.clauseBefore,
    quoted ? 0.95 : 0.8,
    {
      quoted,
      ...more,
    },
  );
}

/** "In the capital alone, the group said, 240 were taken": what stands before is no clause, the claim follows. */
function goesOnAfter(search: Search, before: readonly Range[]): Range[] | null {
  const { scope, cue } = search;
  const { parsed, range } = scope;
  const [only] = before;
  const behind = search.inverted && search.source !== null ? search.source.to : cue.to;
  if (only === undefined || before.length > 1 || lowerAt(parsed, behind) !== ',') return null;
  if (search.inverted && !/^(?:VBF|VBD|AUX|MODAL)$/.test(parsed.tags[behind + 1] ?? '')) return null;
  if (!scope.inside && (parsed.quoteAt[only.to - 1] ?? -1) >= 0) return null;
  const rest = clause(search, behind + 1);
  if (rest.to > range.to || rest.to <= rest.from) return null;
  if (parsed.tags[only.from] === 'PREP' && !hasVerb(parsed, only))
    return hasVerb(parsed, rest) ? [rest] : null;
  const opens = parsed.tags[rest.from] ?? '';
  const other = search.cues.some(({ head }) => head > cue.to && head < rest.to);
  if (opens === 'CC' && countsOn(search, rest)) return [only, { from: rest.from + 1, to: rest.to }];
  return other ||
    /^(?:SUB|WH|VBG|CC|THAT)$/.test(opens) ||
    rest.to - rest.from < (/^VB[FD]$/.test(opens) ? 2 : 3)
    ? null
    : [only, rest];
}

/** "Six were arrested, it said, *and eleven workers were questioned*": a second count, by the same speaker. */
function countsOn({ scope: { parsed }, cue, cues }: Search, rest: Range): boolean {
  const passive = (head: number): boolean => /^(?:was|were|been)$/.test(lowerAt(parsed, head - 1));
  const other = cues.some(({ head }) => head > cue.to && head < rest.to && !passive(head));
  if (other || lowerAt(parsed, rest.from) !== 'and') return false;
  const counted =
    parsed.tags[rest.from + 1] === 'NUM' ||
    /^(?:dozens|hundreds|thousands|several|many|another|others|nobody|none|no|most|all)$/.test(
      lowerAt(parsed, rest.from + 1),
    );
  return counted && hasVerb(parsed, { from: rest.from + 2, to: rest.to });
}

/** Nothing but adjuncts follows the cue, so its content must stand before it. */
export function ends(search: Search): boolean {
  const { scope, cue, source, inverted } = search;
  const { parsed, range } = scope;
  const from = skipAdjuncts(
    parsed,
    inverted && source !== null ? Math.max(source.to, cue.to) : cue.to,
    range.to,
  );
  return (
    from >= range.to ||
    parsed.tags[from] === 'MARK' ||
    inverted ||
    /^(?:PREP|VBG|SUB|CC|WH)$/.test(parsed.tags[from] ?? '')
  );
}

function leftContent(search: Search, end: number): Range[] | null {
  const { parsed, range } = search.scope;
  const last = lowerAt(parsed, end - 1) === ',' && (parsed.quoteAt[end - 1] ?? -1) < 0 ? end - 2 : end - 1;
  const at = parsed.quoteAt[last] ?? -1;
  if (!search.scope.inside && at >= 0) {
    let from = last;
    while (from > range.from && parsed.quoteAt[from - 1] === at) from -= 1;
    const joined =
      from - 1 > range.from &&
      /^(?:,|and|that|the|a|is|are|was|were|as|of|to|in|by|be|been|not|no)$/.test(lowerAt(parsed, from - 1));
    const first = parsed.tokens[parsed.quoteInner[at]?.from ?? from];
    const runsOn =
      from > range.from &&
      parsed.tags[from - 1] === 'NAME' &&
      first?.kind === 'word' &&
      !first.capital &&
      !parsed.shout;
    const wholeClause =
      joined ||
      runsOn ||
      (from > range.from && /^(?:NOUN|VBF|VBD|PREP|DET|AUX|TO|ADJ|POSS)$/.test(parsed.tags[from - 1] ?? ''));
    if (!wholeClause) return [trimEnd(parsed, inner(parsed, last))];
  }
  const whole = trimEnd(parsed, trimStart(parsed, { from: leftBorder(search, end), to: last + 1 }));
  const medial = lowerAt(parsed, search.cue.to) === ',' && parsed.tags[whole.from] === 'NAME';
  return whole.to - whole.from < (medial ? 1 : 2) ? null : [whole];
}

/** Content before the cue starts with the sentence or after its last semicolon. */
function leftBorder(search: Search, end: number): number {
  const { parsed, range } = search.scope;
  let from = range.from;
  for (let i = from; i < end - 1; i += 1) {
    if (/^[;:]$/.test(lowerAt(parsed, i)) && (parsed.quoteAt[i] ?? -1) < 0) from = i + 1;
  }
  return from;
}

/** "A," said X, "B": the rest of an interrupted quotation. */
function afterInterruption(search: Search): Range | null {
  const { scope, cue, source, inverted } = search;
  const { parsed, range } = scope;
  const from = skipAdjuncts(
    parsed,
    inverted && source !== null ? Math.max(source.to, cue.to) : cue.to,
    range.to,
  );
  for (let i = from; i < Math.min(from + 3, range.to); i += 1) {
    if (isQuoteStart(search, i)) return inner(parsed, i);
    if (!/^[,:]$/.test(lowerAt(parsed, i))) break;
  }
  return laterHalf(search, from);
}

/** '"A," says X, tapping the list, "and B."': a second half that goes on in lower case. */
function laterHalf(search: Search, from: number): Range | null {
  const { parsed, range } = search.scope;
  for (let i = from; i < range.to; i += 1) {
    if (search.cues.some((other) => other.from === i && other !== search.cue)) return null;
    if (!isQuoteStart(search, i)) continue;
    const half = inner(parsed, i);
    const first = parsed.tokens[half.from];
    const goesOn = first?.kind === 'word' && !first.capital && lowerAt(parsed, i - 1) === ',';
    return goesOn && half.to - half.from >= 3 ? half : null;
  }
  return null;
}

/** A quotation ends right before the speaker, and no "that" follows the cue. */
export function quoteStandsBefore(search: Search): boolean {
  const { scope, cue, source } = search;
  const { parsed, range } = scope;
  if (scope.inside || source === null || cue.shape !== 'active' || !cue.frames.includes('q')) return false;
  const start = Math.min(source.from, cue.from);
  if (start <= range.from) return false;
  const before = lowerAt(parsed, start - 1) === ',' ? start - 2 : start - 1;
  const at = parsed.quoteAt[before] ?? -1;
  if (at < 0 || /^(?:that|:)$/.test(lowerAt(parsed, cue.to))) return false;
  const quote = parsed.quotes[at];
  return (
    quote !== undefined &&
    (before + 1 < start || /[,.!?…—-]\s*$/.test(parsed.text.slice(quote.innerStart, quote.innerEnd)))
  );
}
