/** What a main verb says: a clause behind its complementizer, words behind a colon, a quotation, an object. */
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import type { PackAttribution } from './pack-attribution.ts';
import type { FoundCue } from './pack-cues.ts';
import { isOpen } from './pack-cues.ts';
import { innerOf, isComma, speechAt, speechBefore, trimmed } from './pack-edges.ts';
import { isStop, type PackText, type TokenRange } from './pack-text.ts';
import { indexOf, isAt, phraseAt } from './phrase-index.ts';

/** Where to look. */
export interface ContentSearch {
  /** From the end of what is taken already up to the next cue of the same speaker. */
  readonly range: TokenRange;
  readonly cue: FoundCue;
  /** First token behind cue and speaker. */
  readonly next: number;
  /** First token behind a speaker that stands before the cue: "на запрос" in "прокуратура на запрос не ответила". */
  readonly matter?: number;
}

/** What was found and which tokens it takes together with its cue. */
export interface FoundContent {
  readonly from: number;
  readonly to: number;
  readonly parts: Pick<PackAttribution, 'content' | 'rule' | 'quoted' | 'demands' | 'pointsBack'>;
}

const REACH = 22;

function found(
  range: TokenRange,
  rule: string,
  more: Partial<FoundContent['parts']> = {},
): FoundContent | null {
  if (range.to <= range.from) return null;
  return {
    from: range.from,
    to: range.to,
    parts: { content: [range], rule, quoted: false, demands: false, pointsBack: false, ...more },
  };
}

/** Words behind a colon: one quotation, or all. */
function behindColon(text: PackText, range: TokenRange, at: number): FoundContent | null {
  const quote = speechAt(text, range, at);
  if (quote === null) return found(trimmed(text, { from: at, to: range.to }), READER_REASONS.behindColon);
  const content = trimmed(text, innerOf(text, quote));
  const hit = found(content, READER_REASONS.quotationBehindColon, { quoted: true });
  return hit === null ? null : { ...hit, to: quote.to };
}

/** A complementizer, colon or quotation behind the cue. */
function opened(text: PackText, { range, cue }: ContentSearch): FoundContent | null {
  const { tokens, lexicon } = text;
  for (let i = cue.to; i < Math.min(range.to, cue.to + REACH); i += 1) {
    const token = tokens[i];
    if (token?.text === ':' && isOpen(text, range, i)) return behindColon(text, range, i + 1);
    const quote = speechAt(text, range, i);
    if (quote !== null) {
      const hit = found(trimmed(text, innerOf(text, quote)), READER_REASONS.quotationBehindVerb, {
        quoted: true,
      });
      return hit === null ? null : { ...hit, to: quote.to };
    }
    const demand = phraseAt(lexicon.demands, tokens, i);
    if (demand !== null)
      return found(trimmed(text, { from: demand.next, to: range.to }), READER_REASONS.clauseDemands, {
        demands: true,
      });
    const that = phraseAt(lexicon.complementizers, tokens, i);
    if (that !== null)
      return found(trimmed(text, { from: that.next, to: range.to }), READER_REASONS.clauseBehindVerb);
    if (
      isStop(token) ||
      token?.text === ';' ||
      (i > cue.to &&
        isAt(lexicon.cues, tokens, i) &&
        phraseAt(lexicon.cues, tokens, i)?.value.shape === 'active')
    )
      break;
  }
  return null;
}

/** Where an object ends: at a mark that parts clauses. */
function objectEnd(text: PackText, range: TokenRange, from: number): number {
  let to = from;
  while (to < range.to) {
    const token = text.tokens[to];
    if (
      token?.text === ';' ||
      (isStop(token) && to > from && token?.gap === false && text.tokens[to + 1]?.gap !== false)
    )
      break;
    to += 1;
  }
  return to;
}

function pointerIn(text: PackText, { range, next }: ContentSearch): TokenRange | null {
  for (let i = range.from; i < Math.min(range.to, next + 4); i += 1) {
    const phrase = phraseAt(text.lexicon.pointsBack, text.tokens, i);
    if (phrase !== null)
      // "назвал эти сообщения ложью": what they are called belongs to the words
      return {
        from: i,
        to: phraseAt(text.lexicon.falseWords, text.tokens, phrase.next)?.next ?? phrase.next,
      };
  }
  return null;
}

/** "dijo haber visto", "aseguró no saber nada": the infinitive is what is said. */
function infinitiveAt({ tokens, lexicon }: PackText, next: number): boolean {
  const { isInfinitive } = lexicon.pack;
  if (isInfinitive === undefined) return false;
  const verb = isAt(lexicon.negators, tokens, next) ? next + 1 : next;
  return tokens[verb]?.gap === true && isInfinitive(tokens[verb].low);
}

/** Words between "о" and the figure, at most. */
const TO_FIGURE = 3;

/** "говорил о *шести погибших*": a figure behind a verb of saying; null where none is spoken of. */
function figureSpokenOf(text: PackText, range: TokenRange, next: number): TokenRange | null {
  const { tokens, lexicon } = text;
  const { about } = lexicon.pack;
  const led = about === undefined ? null : phraseAt(indexOf(about), tokens, next);
  if (led === null) return null;
  for (let i = led.next; i < Math.min(range.to, led.next + TO_FIGURE); i += 1)
    if (tokens[i]?.kind === 'number' || isAt(lexicon.numbers, tokens, i))
      return trimmed(text, { from: led.next, to: objectEnd(text, range, led.next) });
  return null;
}

/**
 * The content of a main verb; null when it says nothing here.
 *
 * @example
 * contentOf(text, { range, cue, next: cue.to })?.parts.content
 */
export function contentOf(text: PackText, search: ContentSearch): FoundContent | null {
  const { range, cue, next } = search;
  const { frames, does } = cue.entry;
  const answer = frames.includes('s');
  if (answer)
    return found(
      trimmed(text, {
        from: Math.min(search.matter ?? cue.from, cue.from),
        to: objectEnd(text, range, cue.to),
      }),
      READER_REASONS.wordsAreAnswer,
    );
  const clause = frames === 'o' ? null : opened(text, search);
  if (clause !== null) return clause;
  const quote = speechBefore(text, range, cue.from);
  if (quote !== null) {
    const hit = found(trimmed(text, innerOf(text, quote)), READER_REASONS.quotationBeforeVerb, {
      quoted: true,
    });
    if (hit !== null) return { ...hit, to: Math.max(cue.to, next) };
  }
  const pointer = pointerIn(text, search);
  if (pointer !== null && does !== 'asks')
    return {
      from: pointer.from,
      to: Math.max(pointer.to, next, cue.to),
      parts: {
        content: [pointer],
        rule: READER_REASONS.speaksOfBefore,
        quoted: false,
        demands: false,
        pointsBack: true,
      },
    };
  if (frames.includes('b')) {
    const from = isComma(text, next) ? next + 1 : next;
    return found(trimmed(text, { from, to: range.to }), READER_REASONS.clauseRightBehind);
  }
  const figure = figureSpokenOf(text, range, next);
  if (figure !== null) return found(figure, READER_REASONS.objectOfVerb);
  if (frames.includes('n') || frames === 'o' || infinitiveAt(text, next)) {
    const object = trimmed(text, { from: next, to: objectEnd(text, range, next) });
    const bare = object.to - object.from === 1 && isAt(text.lexicon.adverbs, text.tokens, object.from);
    return bare ? null : found(object, READER_REASONS.objectOfVerb);
  }
  return null;
}
