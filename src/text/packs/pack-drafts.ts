/** What is claimed in one stretch, as `draft-proposition.ts` says it for English: one draft for each figure, act or answer. */
import type { Answer, Measure, Scope } from '../../record/proposition.ts';
import type { Quantity } from '../../record/quantity.ts';
import type { When } from '../../record/when.ts';
import type { DateMention } from '../dates.ts';
import type { PropositionDraft } from '../proposed-claim.ts';
import { quantityOf } from '../quantity/bounds.ts';
import { type Glossed, within } from './gloss.ts';
import { itemsOf, type PackItem } from './pack-acts.ts';
import { beforeVerb } from './pack-cues.ts';
import { isComma, trimmed } from './pack-edges.ts';
import { wordsOf } from './pack-hearing.ts';
import { shouted } from './pack-phrase-extent.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { isAt, phraseAt } from './phrase-index.ts';

/** One claim inside a stretch; the range is in tokens. */
export interface PackDraft {
  readonly range: TokenRange;
  readonly draft: PropositionDraft;
  readonly quantity: Quantity | null;
  readonly when: When | null;
  readonly where: string | null;
}

/** What is known around the stretch. */
export interface DraftSetting {
  readonly text: PackText;
  readonly glossed: Glossed;
  /** Who speaks, when it is a state or body: it answers for itself. */
  readonly speaker: string | null;
  /** The place as a subject elsewhere in the text, by its form here; null when it is not there. */
  placeName(range: TokenRange): string;
}

/** Whether a token goes on with the name of a place: a capital, and in words printed in capitals nothing that joins them. */
function isNamed({ tokens, lexicon }: PackText, from: number, at: number): boolean {
  const token = tokens[at];
  if (token?.cap !== true || token.kind !== 'word') return false;
  return at === from || !isAt(lexicon.prepositions, tokens, at);
}

/** A capitalised name behind a preposition of place; nouns like "town" between them are left out. */
function placeIn({ text }: DraftSetting, range: TokenRange): TokenRange | null {
  const { tokens, lexicon } = text;
  if (!lexicon.capitals) return null;
  for (let i = range.from; i < range.to - 1; i += 1) {
    const led = phraseAt(lexicon.placePrepositions, tokens, i);
    if (led === null) continue;
    let from = led.next;
    for (
      let noun = phraseAt(lexicon.placeNouns, tokens, from);
      noun !== null;
      noun = phraseAt(lexicon.placeNouns, tokens, from)
    )
      from = noun.next;
    let to = from;
    while (to < range.to && to - from < 3 && isNamed(text, from, to)) to += 1;
    const speaks = isAt(lexicon.speakers, tokens, from);
    const goesOn = shouted(text, from) && isAt(lexicon.prepositions, tokens, to);
    if (to > from && !speaks && !goesOn) return { from, to };
  }
  return null;
}

function inside(range: TokenRange, text: PackText): { start: number; end: number } {
  return { start: text.tokens[range.from]?.start ?? 0, end: text.tokens[range.to - 1]?.end ?? 0 };
}

function datesOf({ text, glossed }: DraftSetting, range: TokenRange): DateMention[] {
  const { start, end } = inside(range, text);
  return within(glossed.dates, (date) => date.start, { from: start, to: end }).filter(
    (date) => date.end <= end,
  );
}

/** The first date of the part, or the only one of the whole. */
function whenIn(setting: DraftSetting, range: TokenRange, whole: TokenRange): When | null {
  const own = datesOf(setting, range)[0]?.when ?? null;
  if (own !== null) return own;
  const all = datesOf(setting, whole);
  return all.length === 1 ? (all[0]?.when ?? null) : null;
}

function tidy(words: string): string {
  return words
    .replace(/[«»"“”„]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:—–-]+|[\s.,;:!?—–]+$/g, '')
    .trim();
}

function plain(setting: DraftSetting, range: TokenRange): PackDraft {
  const { text } = setting;
  const place = placeIn(setting, range);
  const words = wordsOf(text, range);
  const where = place === null ? null : wordsOf(text, place);
  return {
    range,
    draft: {
      kind: 'occurrence',
      measure: null,
      answer: null,
      scope: { group: null, place: place === null ? null : setting.placeName(place), by: null, actor: null },
      text: tidy(words) || words,
      sameAs: null,
    },
    quantity: null,
    when: whenIn(setting, range, range),
    where,
  };
}

function one(words: string): Quantity {
  return quantityOf({ n: 1, to: null, comparator: 'exactly', unit: 'individual', wording: words });
}

function claimOf(setting: DraftSetting, item: PackItem, range: TokenRange, whole: TokenRange): PackDraft {
  const { text } = setting;
  const place = placeIn(setting, range) ?? placeIn(setting, whole);
  const group = item.group ?? item.victim;
  const scope: Scope = {
    group: group === null ? null : wordsOf(text, group),
    place: place === null ? null : setting.placeName(place),
    by: item.by === null ? null : wordsOf(text, item.by),
    actor: null,
  };
  const counted = item.quantity !== null || item.measure === 'detention-sites';
  const single = item.victim !== null && !item.negated ? one(wordsOf(text, item.victim)) : null;
  return {
    range,
    draft: {
      kind: counted ? 'count' : 'occurrence',
      measure: item.measure,
      answer: null,
      scope,
      text: text.lexicon.pack.wordAct(item.measure, scope),
      sameAs: null,
      ...(item.negated ? { negated: true as const } : {}),
    },
    quantity: item.quantity?.value ?? single,
    when: whenIn(setting, range, whole),
    where: place === null ? null : wordsOf(text, place),
  };
}

/** Cuts a stretch between its items, at the comma or joint before the later one where there is one. */
function rangesOf(text: PackText, whole: TokenRange, items: readonly PackItem[]): TokenRange[] {
  const cuts = items.slice(1).map((item, k) => {
    const before = items[k]?.to ?? whole.from;
    for (let i = item.from; i > before; i -= 1)
      if (isComma(text, i - 1) || isAt(text.lexicon.joints, text.tokens, i - 1)) return i - 1;
    const cut = Math.max(item.from, Math.min(before, item.to));
    return cut > before && text.tokens[cut]?.gap === false ? cut - 1 : cut;
  });
  const edges = [whole.from, ...cuts, whole.to];
  return items.map((item, k) => {
    const piece = trimmed(text, { from: edges[k] ?? whole.from, to: edges[k + 1] ?? whole.to });
    return piece.to > piece.from ? piece : { from: item.from, to: item.to };
  });
}

function first<Value>(
  text: PackText,
  range: TokenRange,
  index: Parameters<typeof phraseAt<Value>>[0],
): { at: number; next: number; value: Value } | null {
  for (let i = range.from; i < range.to; i += 1) {
    const found = phraseAt(index, text.tokens, i);
    if (found !== null && found.next <= range.to) return { at: i, ...found };
  }
  return null;
}

/** "отказала в визе двенадцати заявителям": what was asked of a state and what it answered. */
function answerIn(setting: DraftSetting, range: TokenRange): PackDraft | null {
  const { text, glossed } = setting;
  const asked = first<Measure>(text, range, text.lexicon.asked);
  if (asked === null) return null;
  const found = first<Answer>(text, range, text.lexicon.answers);
  if (found === null) return null;
  const turned = found.value === 'granted' && beforeVerb(text, range, found.at).negated;
  const answer: Answer = turned ? 'refused' : found.value;
  const figure = within(glossed.quantities, ({ first: from }) => from, range).find(
    ({ kind, next }) => kind === 'count' && next <= range.to,
  );
  const actor = placeActor(setting, range, found.at) ?? setting.speaker;
  const words = wordsOf(text, range);
  return {
    range,
    draft: {
      kind: 'response',
      measure: asked.value,
      answer,
      scope: { group: null, place: null, by: null, actor },
      text: tidy(figure === undefined ? words : words.replace(figure.value.wording, '')) || words,
      sameAs: null,
    },
    quantity: figure?.value ?? null,
    when: whenIn(setting, range, range),
    where: null,
  };
}

/** A capitalised subject right before the answering verb: "Ардания выдала". */
function placeActor({ text }: DraftSetting, range: TokenRange, at: number): string | null {
  if (!text.lexicon.capitals) return null;
  let to = at;
  while (
    to > range.from &&
    (isAt(text.lexicon.adverbs, text.tokens, to - 1) || isAt(text.lexicon.negators, text.tokens, to - 1))
  )
    to -= 1;
  let from = to;
  while (from > range.from && text.tokens[from - 1]?.cap === true && to - from < 3) from -= 1;
  return from < to ? wordsOf(text, { from, to }) : null;
}

/**
 * The claims of one stretch, in order; never empty.
 *
 * @example
 * draftsOf(setting, { from: 2, to: 9 })[0]?.draft.measure; // 'killed'
 */
export function draftsOf(setting: DraftSetting, whole: TokenRange, still: boolean): PackDraft[] {
  if (still) return [plain(setting, whole)];
  const answer = answerIn(setting, whole);
  if (answer !== null) return [answer];
  const items = itemsOf(setting.text, whole, setting.glossed);
  if (items.length === 0) return [plain(setting, whole)];
  const ranges = rangesOf(setting.text, whole, items);
  return items.map((item, k) => claimOf(setting, item, ranges[k] ?? whole, whole));
}
