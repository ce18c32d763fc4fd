/**
 * Sentences as token ranges. A quotation is one piece: full stops inside it end no sentence, except that a quotation
 * ending in one also ends the sentence it closes. Knows abbreviations, titles and initials.
 */
import type { Token } from './tokens.ts';

/** A stretch of tokens: indexes, 0-based, end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What the splitter needs to know of a token's surroundings. */
export interface Layout {
  readonly tokens: readonly Token[];
  /** Per token: index of the quotation it stands in (marks included), -1 outside. */
  readonly quoteAt: Int32Array;
  /** Per token: index of its paragraph. */
  readonly paragraphAt: Int32Array;
}

const TITLES = new Set(
  'mr mrs ms dr prof gen col lt sgt capt maj cpl st rev gov sen rep adm brig jr sr hon fr messrs mgr pres'.split(
    ' ',
  ),
);
const SHORTENED = new Set(
  'inc ltd co corp vs etc jan feb mar apr jun jul aug sept sep oct nov dec no dept fig approx ca cf'.split(
    ' ',
  ),
);
const STOPS = new Set(['.', '!', '?', '…', '...']);

function stopsHere(layout: Layout, i: number): boolean {
  const { tokens } = layout;
  const token = tokens[i];
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (token === undefined || !STOPS.has(token.text)) return false;
  if (next === undefined || token.text !== '.' || before === undefined) return true;
  if (before.end !== token.start) return true;
  if (TITLES.has(before.lower)) return false;
  if (before.text.length === 1 && before.capital && next.capital) return false;
  if (before.lower === 'no') return !/^\d/.test(next.text);
  if (SHORTENED.has(before.lower)) return next.capital;
  return next.start > token.end || next.kind === 'mark';
}

/** "…," he said goes on; "….” The minister goes on only when a short attribution follows. */
function quotationEnds(layout: Layout, last: number): boolean {
  const { tokens, quoteAt } = layout;
  const next = tokens[last + 1];
  if (next === undefined) return true;
  let inner = last;
  while (
    inner > 0 &&
    quoteAt[inner] === quoteAt[last] &&
    /^(?:["”»’'“)]|'')$/.test(tokens[inner]?.text ?? '')
  )
    inner -= 1;
  const stop = tokens[inner];
  if (stop === undefined || quoteAt[inner] !== quoteAt[last] || !STOPS.has(stop.text)) return false;
  if (next.kind === 'mark' && !/^(?:["“«„‘([—–-]|'')$/.test(next.text)) return false;
  if (!next.capital && next.kind === 'word') return false;
  return stop.text === '.' || !attributionFollows(layout, last + 1);
}

const SPEECH = /^(?:said|says|asked|told|wrote|added|replied|tweeted|cried|shouted|declared|exclaimed)$/;

function attributionFollows(layout: Layout, from: number): boolean {
  for (let i = from; i < Math.min(from + 6, layout.tokens.length); i += 1) {
    const token = layout.tokens[i];
    if (token === undefined || STOPS.has(token.text)) return false;
    if (SPEECH.test(token.lower)) return /^[.,]?$/.test(layout.tokens[i + 1]?.text ?? '');
  }
  return false;
}

function endsAfter(layout: Layout, i: number): boolean {
  const { tokens, quoteAt, paragraphAt } = layout;
  if (i + 1 >= tokens.length || paragraphAt[i] !== paragraphAt[i + 1]) return true;
  const quote = quoteAt[i] ?? -1;
  if (quote >= 0) return quote !== quoteAt[i + 1] && quotationEnds(layout, i);
  const text = tokens[i]?.text ?? '';
  if (text === ')' && STOPS.has(tokens[i - 1]?.text ?? '')) return tokens[i + 1]?.capital === true;
  if (/^(?:\p{Lu}\.){2,}$/u.test(text)) return false;
  const opening = (quoteAt[i + 1] ?? -1) >= 0;
  return stopsHere(layout, i) && (opening || !/^["”»’)\]]$/.test(tokens[i + 1]?.text ?? ''));
}

/** Tokens; no sentence that somebody wrote is longer, and what reads a sentence may look at each word beside each other. */
const LONGEST = 400;

/** Where an endless sentence is cut: behind its last stop, else its last comma or the like, else right here. */
function cutOf(layout: Layout, from: number, to: number): number {
  const behindLast = (marks: RegExp): number => {
    for (let i = to - 1; i > from + LONGEST / 2; i -= 1)
      if (marks.test(layout.tokens[i]?.text ?? '')) return i + 1;
    return -1;
  };
  const stop = behindLast(/^[.!?…]$/);
  const pause = stop > 0 ? stop : behindLast(/^[,;:)”"»–—]$/);
  return pause > 0 ? pause : to;
}

/**
 * Splits the tokens into sentences, in order, without gaps.
 *
 * @example
 * sentencesOf(layout); // [{ from: 0, to: 9 }, { from: 9, to: 20 }]
 */
export function sentencesOf(layout: Layout): Range[] {
  const found: Range[] = [];
  let from = 0;
  for (let i = 0; i < layout.tokens.length; i += 1) {
    while (i + 1 - from > LONGEST) {
      const to = cutOf(layout, from, from + LONGEST);
      found.push({ from, to });
      from = to;
    }
    if (!endsAfter(layout, i)) continue;
    found.push({ from, to: i + 1 });
    from = i + 1;
  }
  return found;
}
