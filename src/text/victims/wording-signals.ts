/**
 * What the wording beside a mention says of its news: parts of a group, bounds, earlier years, denial, quotation, murder
 * taken as known, and what sort of text it is (speech, comment, communique).
 */
import { lowAt } from '../acts/reading.ts';
import { type Ground, isNear } from './fact-features.ts';
import type { People } from './same-people.ts';
import type { VictimKind } from './victim-fact.ts';

const TOLD =
  /^(?:murders?|killings?|deaths?|assassinations?|massacres?|kidnappings?|abductions?|executions?|case|slayings?)$/;
const PAST =
  /^(?:ago|since|year|years|decade|previous|previously|earlier|anniversary|1[89]\d\d|past|months)$/;
const DENIED = /^(?:no|not|none|nobody|neither|nor|never|without|unharmed|unhurt|false|deny|denied|denies)$/;
const BOUND = /^(?:least|than|about|approximately|nearly|almost|over|some|around|estimated)$/;
const SPEAKER = /^(?:i|we|our|us|my|you|your)$/;
const COMMENT =
  /^(?:editorial|commentary|interview|speech|address|conference|communique|statement|message|article|column)$/;
const QUOTE = /^["“”]$/;

/** What a whole text is. */
export interface Register {
  readonly spoken: number;
  readonly comment: number;
  readonly length: number;
  readonly quantities: number;
  /** What was already looked at, by the first token of the mention: it is the same for each kind of harm. */
  readonly looked: Map<number, number[]>;
}

/** The register of a text. */
export function registerOf(ground: Ground): Register {
  const { words } = ground.tokens;
  let [spoken, comment] = [0, 0];
  for (let at = 0; at < words.length; at += 1) {
    const low = lowAt(ground.tokens, at);
    if (SPEAKER.test(low)) spoken += 1;
    if (at < 60 && COMMENT.test(low)) comment += 1;
  }
  const quantities = ground.shown.filter((shown) => shown === '#').length;
  const share = 100 / Math.max(1, words.length);
  return {
    spoken: spoken * share,
    comment,
    length: words.length,
    quantities: quantities * share,
    looked: new Map(),
  };
}

interface Sentence {
  readonly from: number;
  readonly to: number;
}

function sentenceAround(ground: Ground, at: number): Sentence {
  const number = ground.sentences[at];
  let [from, to] = [at, at + 1];
  while (from > 0 && ground.sentences[from - 1] === number) from -= 1;
  while (to < ground.sentences.length && ground.sentences[to] === number) to += 1;
  return { from, to };
}

/** Numbers of the signals, in order. */
const WIDTH = 16;

function look(ground: Ground, first: number, next: number): number[] {
  const { tokens, shown, kinds } = ground;
  const { from, to } = sentenceAround(ground, first);
  let [past, denied, numbers, quotes, spoken, bound, told] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const low = lowAt(tokens, at);
    if (PAST.test(low)) past += 1;
    if (DENIED.test(low)) denied += 1;
    if (SPEAKER.test(low)) spoken += 1;
    if (shown[at] === '#') numbers += 1;
    if (at < first && QUOTE.test(low)) quotes += 1;
    if (at < first && at >= first - 4 && BOUND.test(low)) bound = 1;
    if (at < first && at >= first - 5 && TOLD.test(low)) told = 1;
  }
  const after = lowAt(tokens, next);
  let inside = 0;
  for (let at = first; at < next; at += 1) inside |= kinds[at] ?? 0;
  const partly = (low: string, then: string): number =>
    low === 'of' && /^(?:them|whom|the|these|those|which)$/.test(then) ? 1 : 0;
  return [
    past,
    denied,
    numbers,
    quotes % 2,
    spoken,
    bound,
    told,
    partly(after, lowAt(tokens, next + 1)) + partly(lowAt(tokens, first + 1), lowAt(tokens, first + 2)),
    to - from,
    first - from,
    /^(?:was|were|have|had|has|who)$/.test(after) ? 1 : 0,
    /^(?:,|and|or|;)$/.test(after) ? 1 : 0,
    /^(?:in|at|on|near|during|by|from)$/.test(after) ? 1 : 0,
    inside,
    kinds[first - 1] ?? 0,
    kinds[next] ?? 0,
  ];
}

/** The signals: each as the first mention near a word for the harm has it, and as the most of all has it. */
export function wordingSignals(
  ground: Ground,
  register: Register,
  request: { readonly people: People; readonly kind: VictimKind },
): number[] {
  const first = new Array<number>(WIDTH).fill(0);
  const most = new Array<number>(WIDTH).fill(0);
  let seen = 0;
  for (const mention of request.people.mentions) {
    if (seen >= 6 || mention.type === 'pronoun' || !isNear(ground, mention, request.kind)) continue;
    const here = register.looked.get(mention.first) ?? look(ground, mention.first, mention.next);
    register.looked.set(mention.first, here);
    for (let at = 0; at < WIDTH; at += 1) {
      if (seen === 0) first[at] = here[at] ?? 0;
      most[at] = Math.max(most[at] ?? 0, here[at] ?? 0);
    }
    seen += 1;
  }
  return [...first, ...most, register.spoken, register.comment, register.length, register.quantities];
}
