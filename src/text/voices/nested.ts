/** Attributions inside the words of another: what leads to a further mouth, and what of the content is left without them. */
import type { RawAttribution, Scope } from '../attribution.ts';
import { endsInside, trimStart } from '../clauses.ts';
import { attributionsIn } from '../find-attributions.ts';
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import { ordersIn } from './orders.ts';
import { stanceOf } from './stance-of-cue.ts';

/** Tokens that a piece of content must have to stand without what was cut out of it. */
const SHORTEST = 4;

/**
 * A quotation of several sentences, sentence by sentence; any other range as it is.
 *
 * @example
 * spokenSentences(parsed, { from: 1, to: 14 }).length; // 2 for "We saw it. They ran."
 */
export function spokenSentences(parsed: ParsedText, range: Range): Range[] {
  const pieces: Range[] = [];
  let from = range.from;
  for (let i = range.from; i < range.to; i += 1) {
    if (!endsInside(parsed, i)) continue;
    pieces.push({ from, to: i + 1 });
    from = i + 1;
  }
  return from < range.to ? [...pieces, { from, to: range.to }] : pieces;
}

/** "hearing the soldiers argue": something heard, nobody's claim. */
function isPerceived(parsed: ParsedText, inner: RawAttribution): boolean {
  const { source } = inner;
  return (
    source !== null &&
    !/^(?:say|tell)$/.test(inner.cue.lemma) &&
    !inner.quoted &&
    lowerAt(parsed, inner.cue.to) !== 'that' &&
    /^(?:hear|hearing|heard|see|seeing|saw|watch|watching|watched)$/.test(lowerAt(parsed, source.from - 1))
  );
}

/** "Families are told that": the words of the speaker, who hands on nobody else's; "we were told" does. */
function hearsOnly(parsed: ParsedText, inner: RawAttribution): boolean {
  const { source, cue } = inner;
  if (source === null || cue.shape !== 'passive' || !cue.frames.includes('a')) return false;
  return !/^(?:i|we|it)$/.test(lowerAt(parsed, source.from));
}

/** "asked for phones": something taken, nothing demanded of anybody. */
function asksForThings(inner: RawAttribution, parsed: ParsedText): boolean {
  const { cue } = inner;
  return cue.lemma === 'ask' && lowerAt(parsed, cue.to) === 'for';
}

/**
 * Whether the words are the speaker's own: "I", "we".
 *
 * @example
 * isFirstPerson(parsed, { from: 4, to: 5 }); // true for "I"
 */
export function isFirstPerson(parsed: ParsedText, source: Range): boolean {
  return source.to - source.from === 1 && /^(?:i|we|my|our)$/.test(lowerAt(parsed, source.from));
}

/** Inside a quotation further marks are none; a turn or an indirect clause may quote. */
function isInQuotation(parsed: ParsedText, range: Range): boolean {
  const at = parsed.quoteAt[range.from] ?? -1;
  return at >= 0 && parsed.quoteAt[range.to - 1] === at;
}

/** "he knows of nothing": the same mouth, and the knowing is part of what it says. */
function isOwnKnowledge(parsed: ParsedText, { cue, source }: RawAttribution): boolean {
  return (
    /^(?:know of|be aware of|stand by)$/.test(cue.lemma) &&
    source !== null &&
    /^(?:he|she|it|they|i|we)$/.test(lowerAt(parsed, source.from))
  );
}

/** Neither "I" nor the pronoun that goes on from whoever speaks. */
function isOfAnother(parsed: ParsedText, { source }: RawAttribution): boolean {
  return (
    source !== null &&
    !isFirstPerson(parsed, source) &&
    !/^(?:who|which|that)$/.test(lowerAt(parsed, source.from))
  );
}

/** "conceded that he had not mentioned it": what is owned up to, no refusal. */
function ownsUpTo(outer: RawAttribution, { cue }: RawAttribution): boolean {
  return outer.cue.does === 'confirms' && (cue.shape === 'decline' || cue.shape === 'silent');
}

function meets(a: RawAttribution, b: RawAttribution): boolean {
  const [one, other] = [extent(a), extent(b)];
  return one.from < other.to && other.from < one.to;
}

function leadsOn(parsed: ParsedText, inner: RawAttribution): boolean {
  const possible = /^(?:should|must|can|could|may|might)$/.test(lowerAt(parsed, inner.cue.from));
  if (possible && inner.cue.shape === 'active') return false;
  if (isPerceived(parsed, inner) || asksForThings(inner, parsed)) return false;
  if (stanceOf(inner.cue) === null || inner.cue.shape === 'hearsay') return false;
  if (isOwnKnowledge(parsed, inner) || inner.cue.lemma === 'count') return false;
  if (inner.source === null) return inner.impersonal;
  if (inner.impersonal) return !hearsOnly(parsed, inner);
  return !isFirstPerson(parsed, inner.source);
}

/** "One of them, she added, said that": the words before the inserted speaker are the subject. */
function withSubject(parsed: ParsedText, outer: RawAttribution, inner: RawAttribution): RawAttribution {
  const whole = outer.content[0];
  const { source, cue } = outer;
  if (whole === undefined || source === null || inner.source === null) return inner;
  const around = cue.head > whole.from && cue.head < whole.to;
  if (!around || inner.source.from !== source.from) return inner;
  const to = Math.min(cue.from, source.from);
  return {
    ...inner,
    source: { from: whole.from, to: lowerAt(parsed, to - 1) === ',' ? to - 1 : to },
  };
}

/** "We asked the unit and the unit says": what leads to nobody may hold another that does. */
function ledOnTo(scope: Scope, found: readonly RawAttribution[]): RawAttribution[] {
  return found.flatMap((inner) => {
    if (leadsOn(scope.parsed, inner) || isPerceived(scope.parsed, inner)) return [inner];
    const deeper = inner.content.flatMap((range) =>
      range.from > scope.range.from && range.to - range.from > 3
        ? attributionsIn({ ...scope, range }).filter((one) => leadsOn(scope.parsed, one))
        : [],
    );
    return deeper.length > 0 ? deeper : [inner];
  });
}

/**
 * Attributions inside the content of one that lead to another mouth.
 *
 * @param more what the trained model finds in a content; asked where the rules find nothing
 * @example
 * nestedIn(parsed, outer, null).length; // 1 for "said that the minister had denied it"
 */
export function nestedIn(
  parsed: ParsedText,
  outer: RawAttribution,
  more: ((content: Range) => readonly RawAttribution[]) | null,
): RawAttribution[] {
  return outer.content
    .flatMap((range) => spokenSentences(parsed, range))
    .flatMap((range) => {
      const scope = { parsed, range, inside: isInQuotation(parsed, range), sentence: outer.sentence };
      const given = ordersIn(parsed, range, outer.sentence).filter((order) => isOfAnother(parsed, order));
      const told = ledOnTo(scope, attributionsIn(scope))
        .map((inner) => withSubject(parsed, outer, inner))
        .filter(
          (inner) =>
            inner.cue.head !== outer.cue.head &&
            leadsOn(parsed, inner) &&
            !ownsUpTo(outer, inner) &&
            !given.some((order) => order.cue.head === inner.cue.head),
        );
      const orders = given.filter((order) => !told.some((inner) => meets(inner, order)));
      const found = [...told, ...orders].sort((a, b) => a.cue.from - b.cue.from);
      if (found.length > 0 || more === null) return found;
      return more(range).filter((inner) => leadsOn(parsed, inner));
    });
}

/**
 * "rejected a report by the Watch that six were shot": the claim that is rejected, with whoever makes it.
 *
 * @example
 * claimsNamedIn(parsed, outer)[0]?.cue.lemma; // 'report'
 */
export function claimsNamedIn(parsed: ParsedText, outer: RawAttribution): RawAttribution[] {
  if (outer.cue.shape === 'decline' || outer.cue.shape === 'silent') return [];
  return outer.content
    .flatMap((range) => attributionsIn({ parsed, range, inside: false, sentence: outer.sentence }))
    .filter(({ cue, source }) => cue.shape === 'noun' && source !== null);
}

function extent(attribution: RawAttribution): Range {
  const ranges = [
    ...attribution.content,
    attribution.source ?? attribution.cue,
    attribution.addressee ?? attribution.cue,
    { from: attribution.cue.from, to: attribution.cue.to },
  ];
  return { from: Math.min(...ranges.map((r) => r.from)), to: Math.max(...ranges.map((r) => r.to)) };
}

/**
 * What is left of a content when the nested attributions are taken out; pieces of a few tokens are dropped.
 *
 * @example
 * remainder(parsed, [{ from: 2, to: 30 }], nested); // [{ from: 2, to: 12 }]
 */
export function remainder(
  parsed: ParsedText,
  content: readonly Range[],
  nested: readonly RawAttribution[],
): Range[] {
  let left: Range[] = [...content];
  for (const inner of nested) {
    const cut = extent(inner);
    left = left.flatMap((range) => {
      if (cut.to <= range.from || cut.from >= range.to) return [range];
      return [
        { from: range.from, to: Math.min(range.to, cut.from) },
        { from: Math.max(range.from, cut.to), to: range.to },
      ]
        .map((piece) => trimStart(parsed, piece))
        .filter((piece) => piece.to - piece.from >= SHORTEST);
    });
  }
  return left;
}
