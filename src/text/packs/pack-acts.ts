/**
 * Acts in a stretch and the figures that belong to them. A figure goes to the act that is nearest in its own clause;
 * each figure has one act, an act may have several figures.
 */
import type { Measure } from '../../record/proposition.ts';
import { isPersonSingular } from '../people-nouns.ts';
import type { ActHit } from './act-hit.ts';
import { type Glossed, type PackQuantity, within } from './gloss.ts';
import { beforeVerb } from './pack-cues.ts';
import { doerOf, nameEnd } from './pack-doer.ts';
import { isComma } from './pack-edges.ts';
import { speakerAt } from './pack-phrase-extent.ts';
import { isStop, type PackText, type TokenRange } from './pack-text.ts';
import { isAt, phraseAt } from './phrase-index.ts';

/** An act with what belongs to it; ranges are token indexes. */
export interface PackItem extends TokenRange {
  readonly measure: Measure;
  readonly act: ActHit;
  readonly quantity: PackQuantity | null;
  /** The words for the people, without the figure; null when none are given. */
  readonly group: TokenRange | null;
  /** One named person whom it befell. */
  readonly victim: TokenRange | null;
  readonly by: TokenRange | null;
  readonly negated: boolean;
}

const REACH = 14;
const CLAUSE_COST = 6;
/** Tokens between "среди раненых" and the figure: a verb, a dash. */
const AMONG_REACH = 3;

function hitsIn(text: PackText, range: TokenRange): ActHit[] {
  const found: ActHit[] = [];
  let i = range.from;
  while (i < range.to) {
    const phrase = text.named[i] === 1 ? null : phraseAt(text.lexicon.acts, text.tokens, i);
    if (phrase === null || phrase.next > range.to) {
      i += 1;
      continue;
    }
    found.push({ from: i, to: phrase.next, act: phrase.value });
    i = phrase.next;
  }
  return found;
}

/** Marks and joints between two tokens: each parts clauses a little. */
function partings(text: PackText, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const token = text.tokens[i];
    if (token?.text === ';' || isStop(token)) count += 2;
    else if (isComma(text, i) || isAt(text.lexicon.joints, text.tokens, i)) count += 1;
  }
  return count;
}

/** "среди раненых двое детей", "entre los muertos hay cuatro niños": a figure right behind those whom the act befell. */
function isAmong(text: PackText, quantity: PackQuantity, hit: ActHit): boolean {
  const { tokens, lexicon } = text;
  if (hit.to > quantity.first || quantity.first - hit.to > AMONG_REACH) return false;
  const led = [1, 2, 3].some((back) => phraseAt(lexicon.among, tokens, hit.from - back)?.next === hit.from);
  return led && partings(text, hit.to, quantity.first) === 0;
}

/** How far a figure is from an act, in tokens and clause marks; infinite when they cannot belong together. */
function cost(text: PackText, quantity: PackQuantity, hit: ActHit): number {
  const before = quantity.next <= hit.from;
  const gap = before ? hit.from - quantity.next : hit.to <= quantity.first ? quantity.first - hit.to : 0;
  if (gap > REACH) return Number.POSITIVE_INFINITY;
  const parted = before ? partings(text, quantity.next, hit.from) : partings(text, hit.to, quantity.first);
  const { form } = hit.act;
  const behind = form === 'noun' || form === 'toll' || form === 'did';
  if (form === 'state' && isAmong(text, quantity, hit)) return 0;
  if (form === 'state' || form === 'site')
    return before && gap <= 3 && parted === 0 ? gap - 3 : Number.POSITIVE_INFINITY;
  if (before && form === 'noun' && gap === 0) return 0;
  if (before && behind && form !== 'did') return Number.POSITIVE_INFINITY;
  return gap + parted * CLAUSE_COST + (before && behind ? 2 : 0);
}

function people(text: PackText, quantity: PackQuantity, hit: ActHit, price: number): boolean {
  if (quantity.kind !== 'count') return false;
  if (hit.act.form === 'site' || hit.act.form === 'state' || hit.act.form === 'toll') return true;
  if (quantity.counts === 'things') return false;
  if (quantity.counts === 'people' || speakerAt(text, quantity.next) !== null) return true;
  return price <= (hit.act.weak === true ? 2 : 6);
}

/** The noun phrase behind a figure: up to the next mark, preposition, joint or act. */
function groupBehind(text: PackText, range: TokenRange, quantity: PackQuantity): TokenRange | null {
  const { tokens, lexicon } = text;
  let to = quantity.next;
  while (to < range.to && to - quantity.next < 5) {
    const token = tokens[to];
    if (token === undefined || token.kind !== 'word') break;
    if (
      isAt(lexicon.prepositions, tokens, to) ||
      isAt(lexicon.joints, tokens, to) ||
      (phraseAt(lexicon.acts, tokens, to)?.value.form ?? 'state') !== 'state'
    )
      break;
    if (
      isAt(lexicon.adverbs, tokens, to) ||
      isAt(lexicon.complementizers, tokens, to) ||
      isAt(lexicon.relatives, tokens, to)
    )
      break;
    if (
      isAt(lexicon.negators, tokens, to) ||
      isAt(lexicon.cues, tokens, to) ||
      isAt(lexicon.byForms, tokens, to)
    )
      break;
    to += 1;
  }
  return to > quantity.next ? { from: quantity.next, to } : null;
}

function negatedAct(text: PackText, range: TokenRange, hit: ActHit): boolean {
  const { tokens, lexicon } = text;
  if (beforeVerb(text, range, hit.from).negated) return true;
  for (let i = hit.from - 1; i >= Math.max(range.from, hit.from - 7); i -= 1) {
    if (isComma(text, i) || isStop(tokens[i])) break;
    if (isAt(lexicon.nobody, tokens, i)) return true;
  }
  for (let i = hit.to; i < Math.min(range.to, hit.to + 4); i += 1) {
    if (isComma(text, i) || isStop(tokens[i])) break;
    if (isAt(lexicon.nobody, tokens, i)) return true;
  }
  return false;
}

interface Pair {
  readonly quantity: PackQuantity;
  readonly hit: ActHit;
  readonly price: number;
}

const STATE_LOSES = 7;
/** "Убиты 7 боевиков и 2 мирных жителя": a further figure of one act may stand so much further away. */
const SEVERAL = 12;

/** "Умерли двое задержанных": beside another act a word such as "detained" only says who. */
function priceOf(text: PackText, quantity: PackQuantity, hit: ActHit, hits: readonly ActHit[]): number {
  const price = cost(text, quantity, hit);
  if (hit.act.form !== 'state' || price === Number.POSITIVE_INFINITY) return price;
  const beside = hits.some(
    (other) =>
      other.act.form !== 'state' &&
      other.act.form !== 'site' &&
      (other.act.weak !== true || hit.act.weak === true) &&
      cost(text, quantity, other) < STATE_LOSES,
  );
  return beside ? STATE_LOSES : price;
}

function pairs(text: PackText, quantities: readonly PackQuantity[], hits: readonly ActHit[]): Pair[] {
  const all = quantities.flatMap((quantity) =>
    hits
      .map((hit): Pair => ({ quantity, hit, price: priceOf(text, quantity, hit, hits) }))
      .filter(({ hit, price }) => price < REACH + CLAUSE_COST && people(text, quantity, hit, price)),
  );
  all.sort((a, b) => a.price - b.price);
  const taken = new Set<PackQuantity>();
  const chosen: Pair[] = [];
  const used = new Map<ActHit, number>();
  for (const pair of all) {
    if (taken.has(pair.quantity)) continue;
    const first = used.get(pair.hit);
    const { form } = pair.hit.act;
    const both = form === 'did' ? 4 : SEVERAL;
    if (first !== undefined && isPartOf(text, pair.quantity)) continue;
    if (first !== undefined && (form === 'state' || pair.price > first + both)) continue;
    taken.add(pair.quantity);
    used.set(pair.hit, Math.min(first ?? pair.price, pair.price));
    chosen.push(pair);
  }
  return chosen.sort((a, b) => a.quantity.first - b.quantity.first);
}

/** "el periodista fue secuestrado", "mataron a su hermano": one person, told by an article or possessive in the singular. */
function personNear(
  text: PackText,
  range: TokenRange,
  hit: ActHit,
  by: TokenRange | null,
): TokenRange | null {
  const { tokens, lexicon } = text;
  if (lexicon.pack.statesArePeople !== true || hit.act.form === 'state') return null;
  const ahead = hit.act.form === 'suffered' ? [-1, 1] : [1];
  for (const way of ahead) {
    for (let n = 1; n <= 6; n += 1) {
      const i = way < 0 ? hit.from - n : hit.to + n - 1;
      if (
        i < range.from ||
        i >= range.to ||
        isComma(text, i) ||
        isStop(tokens[i]) ||
        isAt(lexicon.joints, tokens, i)
      )
        break;
      const gloss = phraseAt(lexicon.glosses, tokens, i)?.value ?? '';
      const owned = by !== null && i >= by.from && i < by.to;
      if (!owned && isPersonSingular(gloss) && isSingled(text, range, i, hit)) return { from: i, to: i + 1 };
    }
  }
  return null;
}

/** An article, a possessive or the act itself stands right before the noun. */
function isSingled(text: PackText, range: TokenRange, i: number, hit: ActHit): boolean {
  const { tokens, lexicon } = text;
  if (!lexicon.capitals) return true;
  if (i === hit.to) return true;
  return i > range.from && (isAt(lexicon.articles, tokens, i - 1) || isAt(lexicon.contracted, tokens, i - 1));
}

/** One person named right beside the act. */
function victimOf(text: PackText, range: TokenRange, hit: ActHit, by: TokenRange | null): TokenRange | null {
  if (!text.lexicon.capitals || hit.act.form === 'toll' || hit.act.form === 'site') return null;
  const runs: TokenRange[] = [];
  const near = { from: Math.max(range.from, hit.from - 9), to: Math.min(range.to, hit.to + 7) };
  for (let i = near.from; i < near.to; i += 1) {
    const token = text.tokens[i];
    if (token?.cap !== true || token.kind !== 'word' || text.named[i] === 1) continue;
    const to = nameEnd(text, { ...near, to: near.to + 3 }, i);
    const inDoer = by !== null && i < by.to && to > by.from;
    const placed =
      isAt(text.lexicon.placePrepositions, text.tokens, i - 1) ||
      isAt(text.lexicon.placeNouns, text.tokens, i - 1);
    const opening = i === range.from && to - i === 1;
    if (!inDoer && !placed && !opening && to - i >= 2) runs.push({ from: i, to });
    i = Math.max(i, to - 1);
  }
  const run =
    hit.act.form === 'suffered'
      ? (runs.findLast(({ to }) => to <= hit.from) ?? runs.find(({ from }) => from >= hit.to))
      : (runs.find(({ from }) => from >= hit.to) ?? runs.findLast(({ to }) => to <= hit.from));
  if (run === undefined) return personNear(text, range, hit, by);
  return partings(text, Math.min(run.to, hit.to), Math.max(run.from, hit.from)) <= 1 ? run : null;
}

function withFigures(text: PackText, range: TokenRange, chosen: readonly Pair[]): PackItem[] {
  return chosen.map(({ quantity, hit }): PackItem => {
    const group = groupBehind(text, range, quantity);
    return {
      from: Math.min(quantity.first, hit.from),
      to: Math.max(group?.to ?? quantity.next, hit.to),
      measure: hit.act.measure,
      act: hit,
      quantity,
      group,
      victim: null,
      by: doerOf(text, range, hit),
      negated: quantity.n === 0 ? false : negatedAct(text, range, hit),
    };
  });
}

/** Acts without a figure: each measure once, not one that a figure tells already. */
function bare(
  text: PackText,
  range: TokenRange,
  hits: readonly ActHit[],
  told: readonly PackItem[],
): PackItem[] {
  const found: PackItem[] = [];
  for (const hit of hits) {
    const { measure, form, weak } = hit.act;
    if (
      form === 'toll' ||
      form === 'site' ||
      told.some((item) => item.act === hit || item.measure === measure)
    )
      continue;
    const by = doerOf(text, range, hit);
    const victim = victimOf(text, range, hit, by);
    if (weak === true && victim === null) continue;
    if (form === 'state' && told.some((item) => hit.from >= item.from && hit.to <= item.to)) continue;
    if (found.some((item) => item.measure === measure)) continue;
    found.push({
      from: Math.min(hit.from, victim?.from ?? hit.from),
      to: Math.max(hit.to, victim?.to ?? hit.to),
      measure,
      act: hit,
      quantity: null,
      group: null,
      victim,
      by,
      negated: negatedAct(text, range, hit),
    });
  }
  return found;
}

/** "из них пятеро детей": a part of the figure before it, no further figure. */
function isPartOf(text: PackText, { first }: PackQuantity): boolean {
  return [1, 2, 3].some((back) => {
    const led = phraseAt(text.lexicon.partitives, text.tokens, first - back);
    return led !== null && led.next === first;
  });
}

/** "Из 50 задержанных отпущены 12": the first figure is only what the second one is a part of. */
function isPartitive(text: PackText, { first, next }: PackQuantity, all: readonly PackQuantity[]): boolean {
  const led = isAt(text.lexicon.partitives, text.tokens, first - 1);
  return led && all.some((other) => other.first >= next && other.kind === 'count');
}

/** Words for those whom an act befell: "26 heridos", "los detenidos". */
function isPeople(text: PackText, hit: ActHit): boolean {
  if (hit.act.form === 'state') return true;
  const led = isAt(text.lexicon.articles, text.tokens, hit.from - 1);
  return hit.act.form === 'suffered' && led && text.lexicon.capitals && hit.to === hit.from + 1;
}

/**
 * "Los tres detenidos presentaban signos de tortura", "golpearon a tres detenidos": beside another act in its clause a
 * word for those whom an act befell earlier only says who they are.
 */
function withoutBystanders(text: PackText, hits: readonly ActHit[]): ActHit[] {
  return hits.filter((hit, k) => {
    if (text.lexicon.pack.statesArePeople !== true || !isPeople(text, hit)) return true;
    const [before, after] = [hits[k - 1], hits[k + 1]];
    const told =
      before !== undefined &&
      (before.act.form === 'did' || before.act.form === 'noun') &&
      hit.from - before.to <= 4 &&
      partings(text, before.to, hit.from) === 0;
    const goesOn =
      after !== undefined &&
      after.act.form === 'suffered' &&
      after.from - hit.to <= 5 &&
      partings(text, hit.to, after.from) === 0;
    return !(told || goesOn);
  });
}

/**
 * The acts of a stretch with their figures, in order.
 *
 * @example
 * itemsOf(text, range, glossed).map(({ measure }) => measure); // ['killed', 'detained']
 */
export function itemsOf(text: PackText, range: TokenRange, glossed: Glossed): PackItem[] {
  const quantities = within(glossed.quantities, ({ first }) => first, range).filter(
    ({ next }) => next <= range.to,
  );
  const hits = withoutBystanders(text, hitsIn(text, range));
  const counted = quantities.filter((quantity) => !isPartitive(text, quantity, quantities));
  const items = withFigures(text, range, pairs(text, counted, hits));
  return [...items, ...bare(text, range, hits, items)].sort((a, b) => a.from - b.from);
}
