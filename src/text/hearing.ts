/** What resolving a speaker knows of the text: entities, speakers so far, sentences; and the verdict it gives. */
import type { ActorKind } from '../record/actor.ts';
import type { Anonymity } from '../record/attribution.ts';
import type { RawAttribution } from './attribution.ts';
import type { Entity } from './entities.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** A resolved speaker. */
export interface Speaker {
  readonly named: string;
  readonly range: Range;
  readonly resolved: string | null;
  readonly because: string | null;
  readonly kind: ActorKind;
  readonly anonymity: Anonymity;
}

/** What was read so far. */
export interface Hearing {
  readonly parsed: ParsedText;
  readonly entities: readonly Entity[];
  /** Speakers so far with the token where each was named. */
  readonly spoken: Speaker[];
  /** Who was asked last, and in which sentence: the one who has not answered. */
  asked: { readonly range: Range; readonly sentence: number } | null;
  /** Who publishes the text; null when unknown. */
  readonly outlet: string | null;
  /** What the trained model finds inside a content; null: rules alone. */
  readonly inner: ((content: Range) => readonly RawAttribution[]) | null;
}

/** Whom a mention stands for, and why. */
export interface Verdict {
  readonly resolved: string | null;
  readonly because: string | null;
  readonly kind: ActorKind;
  readonly anonymity: Anonymity;
}

/**
 * Nobody in particular.
 *
 * @example
 * UNKNOWN.resolved; // null
 */
export const UNKNOWN: Verdict = { resolved: null, because: null, kind: 'unnamed', anonymity: 'anonymous' };

/**
 * The entities named in a range, in order of position.
 *
 * @example
 * entitiesIn(hearing, range)[0]?.name
 */
export function entitiesIn(hearing: Hearing, range: Range): Entity[] {
  return hearing.entities
    .filter((e) => e.mentions.some((m) => m >= range.from && m < range.to))
    .sort((a, b) => firstIn(a, range) - firstIn(b, range));
}

/**
 * Token of the first mention inside a range; its end when there is none.
 *
 * @example
 * firstIn(entity, range); // 12
 */
export function firstIn(entity: Entity, range: Range): number {
  return entity.mentions.find((m) => m >= range.from && m < range.to) ?? range.to;
}

/**
 * Index of the sentence a token stands in.
 *
 * @example
 * sentenceOf(parsed, 40); // 2
 */
export function sentenceOf(parsed: ParsedText, token: number): number {
  let low = 0;
  let high = parsed.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parsed.sentences[middle]?.from ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * How many sentences lie between two tokens; 0 in the same one.
 *
 * @example
 * distance(parsed, 4, 60); // 2
 */
export function distance(parsed: ParsedText, a: number, b: number): number {
  return sentenceOf(parsed, b) - sentenceOf(parsed, a);
}

/** Head noun of a description: its last noun before a preposition, comma or relative clause. */
export function headOf(parsed: ParsedText, range: Range): string {
  let head = '';
  for (let i = range.from; i < range.to; i += 1) {
    const tag = parsed.tags[i];
    if (lowerAt(parsed, i) === '.' && /^(?:mr|mrs|ms|dr|gen|col|lt|maj|capt|sgt)$/.test(head)) continue;
    const person = tag === 'ADJ' && head !== '' && lowerAt(parsed, i) === 'official';
    if (tag === 'NOUN' || tag === 'NAME' || person) head = lowerAt(parsed, i);
    else if (tag === 'PRON' || tag === 'NUM' || tag === 'ADJ')
      head = head === '' || !/^(?:NOUN|NAME)$/.test(parsed.tags[i - 1] ?? '') ? lowerAt(parsed, i) : head;
    else if (tag !== 'DET' && tag !== 'POSS' && tag !== 'CC' && !(tag === 'VBD' && head === '')) break;
    else if (tag === 'POSS' && !/^(?:'s|'|’)$/.test(lowerAt(parsed, i)) && head !== '') break;
  }
  return head;
}

/**
 * The candidate mentioned last before a token; null when none was.
 *
 * @example
 * recentOf(hearing.entities, 60)?.name
 */
export function recentOf(candidates: readonly Entity[], before: number): Entity | null {
  let best: Entity | null = null;
  let at = -1;
  for (const entity of candidates) {
    const mention = entity.mentions.findLast((m) => m < before) ?? -1;
    if (mention > at) {
      at = mention;
      best = entity;
    }
  }
  return best;
}

/**
 * The words of a range on one line.
 *
 * @example
 * textOf(parsed, { from: 0, to: 2 }); // 'The ministry'
 */
export function textOf(parsed: ParsedText, range: Range): string {
  return parsed.text
    .slice(parsed.tokens[range.from]?.start ?? 0, parsed.tokens[range.to - 1]?.end ?? 0)
    .replace(/\s+/g, ' ');
}

/** "residents of Zarvan", "the newspaper that …": names in a tail do not name the speaker. */
export function tailOf(parsed: ParsedText, at: number, range: Range): boolean {
  for (let i = range.from; i < at; i += 1) {
    if (/^(?:PREP|THAT|TO|WH)$/.test(parsed.tags[i] ?? '') || /^(?:who|which)$/.test(lowerAt(parsed, i)))
      return true;
  }
  return false;
}
