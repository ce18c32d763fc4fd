/**
 * What the attribution model sees of a text: per token a few small numbers (word, ending, shape, class, quotation,
 * sentence, what the rules found), and per cue how every token of its paragraph lies to it. Used alike by training
 * (training/attribution) and by the reader: a change here needs new weights and a new FEATURE_VERSION.
 */
import { outermost, type RawAttribution } from '../../attribution.ts';
import type { ParsedText } from '../../parsed-text.ts';
import type { Range } from '../../sentences.ts';
import type { Token } from '../../tokens.ts';
import type { WordClass } from '../../word-classes.ts';

/** Raised whenever a feature changes its meaning: weights of another version are refused. */
export const FEATURE_VERSION = 1;

/** Word ids below this are not words: 0 padding, 1 unknown. */
export const FIRST_WORD = 2;

/** Names and sizes of the per-token features, in order; every value is in [0, size). Word has the vocabulary's size. */
export const TOKEN_FEATURES = [
  ['suffix', 1024],
  ['prefix', 512],
  ['shape', 24],
  ['class', 22],
  ['quote', 6],
  ['sentence', 12],
  ['rule', 64],
  ['ruleShape', 12],
] as const;

const CLASSES: readonly WordClass[] = [
  'DET',
  'PRON',
  'POSS',
  'PREP',
  'CC',
  'SUB',
  'THAT',
  'WH',
  'AUX',
  'MODAL',
  'NEG',
  'TO',
  'ADV',
  'NUM',
  'NAME',
  'NOUN',
  'ADJ',
  'VBF',
  'VBD',
  'VBG',
  'MARK',
];
const CLASS_ID = new Map<string, number>(CLASSES.map((name, i) => [name, i]));

const SHAPES = [
  'active',
  'passive',
  'participle',
  'noun',
  'according',
  'hearsay',
  'decline',
  'silent',
  'citing',
  'reported-by',
] as const;
const SHAPE_ID = new Map<string, number>(SHAPES.map((name, i) => [name, i + 1]));

/** FNV-1a over UTF-16 code units of a stretch of a word. */
function hashOf(word: string, from: number, to: number): number {
  let h = 2166136261;
  for (let i = from; i < to; i += 1) {
    h ^= word.charCodeAt(i);
    h = Math.imul(h, 16777619);
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

const MARK_SHAPE = new Map<string, number>([
  [',', 8],
  ['.', 9],
  [':', 10],
  [';', 11],
  ['-', 12],
  ['–', 12],
  ['—', 12],
  ['--', 12],
  ['“', 13],
  ['”', 14],
  ['"', 15],
  ["''", 15],
  ['‘', 16],
  ['’', 17],
  ["'", 17],
  ['(', 18],
  ['[', 18],
  [')', 19],
  [']', 19],
  ['?', 20],
  ['!', 21],
  ['―', 22],
]);

function shapeOf(token: Token, shout: boolean): number {
  if (token.kind === 'mark') return MARK_SHAPE.get(token.text) ?? 7;
  if (token.kind === 'number') return token.text === token.lower ? 5 : 6;
  if (!token.capital || shout) return 1;
  if (token.text.length === 1) return 4;
  return token.text === token.text.toUpperCase() ? 3 : 2;
}

/** What of a token depends on its letters alone: kept by the word, since texts repeat their words. */
export interface Spelling {
  readonly word: number;
  readonly suffix: number;
  readonly prefix: number;
  /** Rows of the judge's wider list of words; those of its parts where the list lacks the whole. */
  readonly senses: readonly number[];
}

/**
 * The form under which a word stands in the vocabulary: lower case, digits as 0.
 *
 * @example
 * vocabularyForm('1,200'); // '0,000'
 */
export function vocabularyForm(lower: string): string {
  const code = lower.charCodeAt(0);
  return code >= 97 && code <= 122 ? lower : lower.replace(/\p{N}/gu, '0');
}

/**
 * Where a lower-case word, or what it is put together of ("counter-attack", "soldier's"), stands in a list.
 *
 * @example
 * sensesOf('lock-up', new Map([['lock', 4], ['up', 9]])); // [4, 9]
 */
export function sensesOf(lower: string, list: ReadonlyMap<string, number>): readonly number[] {
  const form = lower.replaceAll('’', "'");
  const whole = list.get(form);
  if (whole !== undefined) return [whole];
  if (form.endsWith("'s")) return sensesOf(form.slice(0, -2), list);
  const parts = form.split('-');
  return parts.length === 1 ? [] : parts.flatMap((part) => sensesOf(part, list));
}

/**
 * Word id, hashed beginning and ending, and senses of a lower-case word.
 *
 * @param senses the judge's wider list; empty: none
 * @example
 * spellingOf('reported', vocabulary).word; // its id, or 1
 */
export function spellingOf(
  lower: string,
  vocabulary: ReadonlyMap<string, number>,
  senses: ReadonlyMap<string, number> = new Map(),
): Spelling {
  const form = vocabularyForm(lower);
  return {
    word: vocabulary.get(form) ?? 1,
    suffix: hashOf(form, Math.max(0, form.length - 3), form.length) % 1024,
    prefix: hashOf(form, 0, Math.min(3, form.length)) % 512,
    senses: sensesOf(lower, senses),
  };
}

/** 1 first mark of a quotation, 2 inside, 3 its last token, 0 outside; 4 and 5 for one that goes on. */
function quoteStates(parsed: ParsedText): Uint8Array {
  const states = new Uint8Array(parsed.tokens.length);
  for (let i = 0; i < states.length; i += 1) {
    const at = parsed.quoteAt[i] ?? -1;
    if (at < 0) continue;
    const first = (parsed.quoteAt[i - 1] ?? -1) !== at;
    const last = (parsed.quoteAt[i + 1] ?? -1) !== at;
    states[i] = first ? 1 : last ? (parsed.quotes[at]?.continues === true ? 5 : 3) : 2;
  }
  return states;
}

/** Bits: 1 a cue begins, 2 in a cue, 4 in a source, 8 in a content, 16 content begins, 32 content ends. */
function ruleMarks(
  count: number,
  rules: readonly RawAttribution[],
): { bits: Uint8Array; shapes: Uint8Array } {
  const bits = new Uint8Array(count);
  const shapes = new Uint8Array(count);
  const mark = (at: number, bit: number): void => {
    bits[at] = (bits[at] ?? 0) | bit;
  };
  for (const { cue, source, content } of rules) {
    mark(cue.from, 1);
    for (let i = cue.from; i < cue.to; i += 1) {
      mark(i, 2);
      shapes[i] = SHAPE_ID.get(cue.shape) ?? 11;
    }
    if (source !== null) for (let i = source.from; i < source.to; i += 1) mark(i, 4);
    for (const range of content) {
      if (range.to <= range.from) continue;
      mark(range.from, 16);
      mark(range.to - 1, 32);
      for (let i = range.from; i < range.to; i += 1) mark(i, 8);
    }
  }
  return { bits, shapes };
}

function sentencePlaces(parsed: ParsedText): Uint8Array {
  const places = new Uint8Array(parsed.tokens.length);
  for (const { from, to } of parsed.sentences) {
    for (let i = from; i < to; i += 1) {
      const distance = i - from;
      const bucket = distance < 4 ? distance : distance < 8 ? 4 : distance < 16 ? 5 : distance < 30 ? 6 : 7;
      places[i] = i === to - 1 ? 8 + Math.min(3, bucket >> 1) : bucket;
    }
  }
  return places;
}

/** Spellings and the features of TOKEN_FEATURES, token by token. */
export interface TokenFeatures {
  readonly spellings: readonly Spelling[];
  /** Row-major: token, then the features in the order of TOKEN_FEATURES. */
  readonly rest: Uint16Array;
}

/**
 * The features of all tokens.
 *
 * @param spelling looks a lower-case word up (see `spellingOf`); the caller may keep answers
 * @example
 * tokenFeatures(parsed, rules, (lower) => spellingOf(lower, vocabulary)).spellings.length; // parsed.tokens.length
 */
export function tokenFeatures(
  parsed: ParsedText,
  rules: readonly RawAttribution[],
  spelling: (lower: string) => Spelling,
): TokenFeatures {
  const count = parsed.tokens.length;
  const width = TOKEN_FEATURES.length;
  const spellings: Spelling[] = [];
  const rest = new Uint16Array(count * width);
  const quotes = quoteStates(parsed);
  const places = sentencePlaces(parsed);
  const { bits, shapes } = ruleMarks(count, rules.map(outermost));
  for (const [i, token] of parsed.tokens.entries()) {
    const own = spelling(token.lower);
    spellings.push(own);
    const at = i * width;
    rest[at] = own.suffix;
    rest[at + 1] = own.prefix;
    rest[at + 2] = shapeOf(token, parsed.shout);
    rest[at + 3] = CLASS_ID.get(parsed.tags[i] ?? 'NOUN') ?? 21;
    rest[at + 4] = quotes[i] ?? 0;
    rest[at + 5] = places[i] ?? 0;
    rest[at + 6] = bits[i] ?? 0;
    rest[at + 7] = shapes[i] ?? 0;
  }
  return { spellings, rest };
}

/** Names and sizes of the features that say how a token lies to one cue. */
export const CUE_FEATURES = [
  ['distance', 28],
  ['sentenceGap', 7],
  ['quoteToCue', 16],
  ['commas', 12],
  ['otherCues', 9],
  ['ruleForCue', 16],
] as const;

function distanceBucket(d: number): number {
  return d <= 4
    ? d
    : d <= 6
      ? 5
      : d <= 9
        ? 6
        : d <= 14
          ? 7
          : d <= 20
            ? 8
            : d <= 30
              ? 9
              : d <= 45
                ? 10
                : d <= 70
                  ? 11
                  : 12;
}

/** A cue as the model sees it: its tokens, and what the rules found for it (null: nothing). */
export interface CandidateCue extends Range {
  readonly rule: RawAttribution | null;
}

/** How the tokens between a token and the cue add up, counted from the cue outwards. */
interface Outward {
  commas: number;
  cues: number;
}

function quoteBefore(parsed: ParsedText, cue: Range, limit: number): number {
  for (let i = cue.from - 1; i >= Math.max(limit, cue.from - 3); i -= 1) {
    const at = parsed.quoteAt[i] ?? -1;
    if (at >= 0) return at;
    if (parsed.tokens[i]?.kind !== 'mark') break;
  }
  return -1;
}

function quoteAfter(parsed: ParsedText, cue: Range, limit: number): number {
  for (let i = cue.to; i < Math.min(limit, cue.to + 3); i += 1) {
    const at = parsed.quoteAt[i] ?? -1;
    if (at >= 0) return at;
    if (parsed.tokens[i]?.kind !== 'mark') break;
  }
  return -1;
}

/** Sentence index of every token. */
export function sentenceOfTokens(parsed: ParsedText): Int32Array {
  const of = new Int32Array(parsed.tokens.length);
  for (const [k, { from, to }] of parsed.sentences.entries()) of.fill(k, from, to);
  return of;
}

interface CueView {
  readonly parsed: ParsedText;
  readonly stretch: Range;
  readonly cue: CandidateCue;
  readonly sentenceOf: Int32Array;
  /** 1 where another candidate cue begins. */
  readonly cueAt: Uint8Array;
}

function ruleBits(view: CueView): Uint8Array {
  const { stretch, cue } = view;
  const bits = new Uint8Array(stretch.to - stretch.from);
  const { rule } = cue;
  if (rule === null) return bits;
  const mark = (range: Range, bit: number): void => {
    for (let i = Math.max(range.from, stretch.from); i < Math.min(range.to, stretch.to); i += 1)
      bits[i - stretch.from] = (bits[i - stretch.from] ?? 0) | bit;
  };
  if (rule.source !== null) mark(rule.source, 1);
  for (const range of rule.content) {
    mark(range, 2);
    mark({ from: range.from, to: range.from + 1 }, 4);
    mark({ from: range.to - 1, to: range.to }, 8);
  }
  return bits;
}

/**
 * How every token of a stretch lies to a cue: row-major, token by token, the features in the order of CUE_FEATURES.
 *
 * @example
 * cueFeatures({ parsed, stretch, cue, sentenceOf, cueAt }).length; // tokens of the stretch times CUE_FEATURES.length
 */
export function cueFeatures(view: CueView): Uint8Array {
  const { parsed, stretch, cue, sentenceOf, cueAt } = view;
  const width = CUE_FEATURES.length;
  const rows = new Uint8Array((stretch.to - stretch.from) * width);
  const bits = ruleBits(view);
  const [left, right] = [quoteBefore(parsed, cue, stretch.from), quoteAfter(parsed, cue, stretch.to)];
  const own = parsed.quoteAt[cue.from] ?? -1;
  const home = sentenceOf[cue.from] ?? 0;
  const fill = (i: number, side: number, distance: number, outward: Outward): void => {
    const at = (i - stretch.from) * width;
    const quote = parsed.quoteAt[i] ?? -1;
    const quoted = quote < 0 ? 0 : quote === own ? 1 : quote === left ? 2 : quote === right ? 3 : 4;
    rows[at] = side === 0 ? 0 : (side === 1 ? 0 : 14) + 1 + distanceBucket(distance);
    rows[at + 1] = Math.max(-3, Math.min(3, (sentenceOf[i] ?? 0) - home)) + 3;
    rows[at + 2] = quoted * 3 + side;
    rows[at + 3] = Math.min(3, outward.commas) * 3 + side;
    rows[at + 4] = Math.min(2, outward.cues) * 3 + side;
    rows[at + 5] = bits[i - stretch.from] ?? 0;
  };
  for (let i = cue.from; i < cue.to; i += 1) fill(i, 0, 0, { commas: 0, cues: 0 });
  const step = (i: number, outward: Outward): void => {
    const { text } = parsed.tokens[i] ?? { text: '' };
    if (text === ',' || text === ';' || text === '—' || text === '--') outward.commas += 1;
    if (cueAt[i] === 1) outward.cues += 1;
  };
  const before: Outward = { commas: 0, cues: 0 };
  for (let i = cue.from - 1; i >= stretch.from; i -= 1) {
    fill(i, 1, cue.from - 1 - i, before);
    step(i, before);
  }
  const after: Outward = { commas: 0, cues: 0 };
  for (let i = cue.to; i < stretch.to; i += 1) {
    fill(i, 2, i - cue.to, after);
    step(i, after);
  }
  return rows;
}
