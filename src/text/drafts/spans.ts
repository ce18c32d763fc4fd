/** Cuts one stretch of text into the clauses of its items, so that each claim points at its own words. */
import { lowAt, type Tokens } from '../acts/reading.ts';
import type { Item } from './item.ts';

/** Token indexes, end exclusive. */
export interface TokenSpan {
  readonly first: number;
  readonly next: number;
}

/** Marks and words between clauses. */
const BETWEEN = [',', ';', ':', '.', '–', '—', '?', '!', '¶', 'and', 'but', 'while', 'whereas'];
const BREAKS = new Set([...BETWEEN, '(', ')']);
const EDGE = new Set([...BETWEEN, '"', '“', '”', ')']);

/** Words that nothing follows any more when a clause was cut behind them. */
const DANGLING = new Set(['from', 'of', 'that', 'which', 'who', 'the', 'a', 'an', 'to', 'with']);

function lastBreakBefore(tokens: Tokens, from: number, until: number): number {
  for (let at = until - 1; at >= from; at -= 1) if (BREAKS.has(lowAt(tokens, at))) return at;
  return until - 1;
}

function trimmed(tokens: Tokens, span: TokenSpan): TokenSpan {
  let { first, next } = span;
  while (next > first + 1 && (EDGE.has(lowAt(tokens, next - 1)) || DANGLING.has(lowAt(tokens, next - 1))))
    next -= 1;
  while (first < next - 1 && EDGE.has(lowAt(tokens, first))) first += 1;
  return { first, next };
}

/** "Since May, when the army sent in troops to …, hundreds have been killed": a long opening with a clause of its own. */
function behindOpening(tokens: Tokens, first: number): number {
  if (first < 12 || lowAt(tokens, first - 1) !== ',') return 0;
  if (
    !/^(?:since|after|when|while|as|although|though|because|before|following|in|during)$/.test(
      lowAt(tokens, 0),
    )
  )
    return 0;
  for (let at = 1; at < first - 3; at += 1)
    if (/^(?:when|where|which|who)$/.test(lowAt(tokens, at))) return first;
  return 0;
}

/** "28 involved persons under 18 | ; the youngest was 14": the last of several figures ends with its own clause. */
function endOf(tokens: Tokens, { next }: Item): number {
  for (let at = next; at < tokens.words.length; at += 1) if (lowAt(tokens, at) === ';') return at;
  return tokens.words.length;
}

/**
 * The span of each item, in the order of the items. A lone item takes all of the text.
 *
 * @example
 * // "killing at least 3 and injuring 14 others": "killing at least 3" and "injuring 14 others"
 */
export function spansOf(tokens: Tokens, items: readonly Item[]): TokenSpan[] {
  const whole = { first: 0, next: tokens.words.length };
  const [only] = items;
  if (only !== undefined && items.length === 1)
    return [trimmed(tokens, { first: behindOpening(tokens, only.first), next: whole.next })];
  return items.map((item, index) => {
    if (item.phrase) return { first: item.first, next: item.next };
    const before = items[index - 1];
    const after = items.slice(index + 1, index + 13).find((other) => other.first >= item.next);
    const apart = before !== undefined && before.next <= item.first;
    const first =
      before === undefined ? 0 : apart ? lastBreakBefore(tokens, before.next, item.first) + 1 : item.first;
    const next =
      after === undefined
        ? endOf(tokens, item)
        : Math.max(item.next, lastBreakBefore(tokens, item.next, after.first));
    const inner = before !== undefined && !apart ? { first: item.first, next: item.next } : { first, next };
    return trimmed(tokens, inner);
  });
}
