/**
 * The trained reader of attributions (English): finds cue, source and content as its corpus marks them, which is wider than
 * statements (intentions, beliefs, decrees) and never nested. Rules see refusals, silence, hearsay and nesting, which the
 * corpus does not mark; attributions.ts joins both.
 */
import { outermost, type RawAttribution } from '../../attribution.ts';
import type { ParsedText } from '../../parsed-text.ts';
import type { Range } from '../../sentences.ts';
import type { Voiced } from '../../voices.ts';
import { type HeardTelling, heardIn } from './chain-features.ts';
import { readChains } from './chain-reader.ts';
import { bestLabels, fillMissing, labelProbabilities, runsOf } from './decode.ts';
import { LONGEST_STRETCH } from './layout.ts';
import { type Network, openNetwork } from './network.ts';
import type { TaughtTelling } from './taught-telling.ts';
import {
  cueFeatures,
  type Spelling,
  sentenceOfTokens,
  spellingOf,
  type TokenFeatures,
  tokenFeatures,
} from './token-features.ts';
import { openWeights, type Settings, type Weights } from './weights.ts';

/** One relation as the model reads it; all ranges are token indexes. */
export interface ModelAttribution {
  readonly cue: Range;
  /** Empty when nobody is named; several when interrupted. */
  readonly source: readonly Range[];
  /** Never empty. Quotation marks and a leading "that" belong to it, the final full stop does not. */
  readonly content: readonly Range[];
  /** Share of such relations that people marked alike, from 0 to 1, as measured on the development texts. */
  readonly confidence: number;
}

export interface AttributionModel {
  readonly version: number;
  /** @param rules what the rules found in the same text: they are among the features */
  find(parsed: ParsedText, rules: readonly RawAttribution[]): ModelAttribution[];
  /**
   * Reads one stretch as a text of its own, such as the words of a speaker, who may quote another. The model never finds one
   * attribution inside another otherwise: its corpus forbids it. The rules' findings are left out here.
   */
  findWithin(parsed: ParsedText): (stretch: Range) => ModelAttribution[];
  /**
   * What the counting numbers of a text count, in a text that was read by `find` before.
   *
   * @returns null when the file of weights has no judge of figures
   */
  /** Who tells what through whom, at any depth; absent: the file of weights has no reader of chains. */
  chains?(parsed: ParsedText, voiced: readonly Voiced[]): TaughtTelling[];
  judge(parsed: ParsedText): ((stretch: Range, rows: Uint8Array) => readonly Float32Array[] | null) | null;
}

/** Most spellings kept. */
const KEPT_SPELLINGS = 20_000;

function openSpelling({ vocabulary, senses }: Weights): (lower: string) => Spelling {
  const kept = new Map<string, Spelling>();
  return (lower) => {
    const known = kept.get(lower);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_SPELLINGS) kept.clear();
    const spelling = spellingOf(lower, vocabulary, senses);
    kept.set(lower, spelling);
    return spelling;
  };
}

/**
 * Paragraphs as token ranges; a longer one than the network reads at once is cut where a sentence ends.
 *
 * @example
 * stretchesOf(parseText('Six died.')).length; // 1
 */
export function stretchesOf(parsed: ParsedText): Range[] {
  const stretches: Range[] = [];
  let from = 0;
  const close = (to: number): void => {
    for (let at = from; at < to; at += LONGEST_STRETCH)
      stretches.push({ from: at, to: Math.min(to, at + LONGEST_STRETCH) });
    from = to;
  };
  for (const sentence of parsed.sentences) {
    const changes = parsed.paragraphAt[sentence.from] !== parsed.paragraphAt[from];
    if (changes || sentence.to - from > LONGEST_STRETCH) close(sentence.from);
  }
  close(parsed.tokens.length);
  return stretches;
}

interface FoundCue extends Range {
  readonly p: number;
}

interface Reading {
  readonly parsed: ParsedText;
  readonly rules: readonly RawAttribution[];
  /** Per token: 1 where a cue of the rules begins. */
  readonly cueAt: Uint8Array;
  readonly sentenceOf: Int32Array;
  /** Per token: index into `rules` of the rule whose cue covers it, -1: none. */
  readonly ruleAt: Int32Array;
}

function cuesIn(p: Float32Array, stretch: Range, reading: Reading, settings: Settings): FoundCue[] {
  const found: FoundCue[] = [];
  const steps = stretch.to - stretch.from;
  for (let t = 0; t < steps; t += 1) {
    const seen = (reading.ruleAt[stretch.from + t] as number) >= 0;
    const begins = p[t * 3 + 1] as number;
    if (begins < (seen ? settings.begin : settings.beginUnseen)) continue;
    let to = t + 1;
    while (
      to < steps &&
      (p[to * 3 + 2] as number) >= settings.goOn &&
      (p[to * 3 + 2] as number) > (p[to * 3 + 1] as number)
    )
      to += 1;
    found.push({ from: stretch.from + t, to: stretch.from + to, p: begins });
    t = to - 1;
  }
  return found;
}

/** The line through the calibration's points. */
function calibrated(p: number, points: Settings['calibration']): number {
  let [x, y] = [0, 0];
  for (const [said, seen] of points) {
    if (p <= said) return said === x ? seen : y + ((seen - y) * (p - x)) / (said - x);
    [x, y] = [said, seen];
  }
  return points.length === 0 ? p : y;
}

function relationOf(
  network: Network,
  reading: Reading,
  job: { readonly stretch: Range; readonly cue: FoundCue; readonly settings: Settings },
): ModelAttribution | null {
  const { stretch, cue, settings } = job;
  const rule = reading.rules[overlapping(reading, cue)] ?? null;
  const rows = cueFeatures({ ...reading, stretch, cue: { ...cue, rule } });
  const scores = network.relate(rows, { first: cue.from - stretch.from, last: cue.to - 1 - stretch.from });
  const labels = bestLabels(scores, network);
  if (!labels.includes(1) || !labels.includes(3)) {
    const probabilities = labelProbabilities(scores, network);
    if (!labels.includes(1))
      fillMissing({ labels, probabilities, begins: 1, least: settings.sourceFallback });
    if (!labels.includes(3))
      fillMissing({ labels, probabilities, begins: 3, least: settings.contentFallback });
  }
  const placed = (begins: number): Range[] =>
    runsOf(labels, begins).map(({ from, to }) => ({ from: from + stretch.from, to: to + stretch.from }));
  const content = placed(3);
  if (content.length === 0) return null;
  return {
    cue: { from: cue.from, to: cue.to },
    source: placed(1),
    content,
    confidence: calibrated(cue.p, settings.calibration),
  };
}

function overlapping(reading: Reading, cue: Range): number {
  for (let i = cue.from; i < cue.to; i += 1) {
    const at = reading.ruleAt[i] as number;
    if (at >= 0) return at;
  }
  return -1;
}

function readingOf(parsed: ParsedText, rules: readonly RawAttribution[]): Reading {
  const cueAt = new Uint8Array(parsed.tokens.length);
  const ruleAt = new Int32Array(parsed.tokens.length).fill(-1);
  for (const [k, { cue }] of rules.entries()) {
    cueAt[cue.from] = 1;
    for (let i = cue.from; i < cue.to; i += 1) if (ruleAt[i] === -1) ruleAt[i] = k;
  }
  return { parsed, rules, cueAt, ruleAt, sentenceOf: sentenceOfTokens(parsed) };
}

interface Kept {
  readonly to: number;
  readonly states: Int16Array;
  /** Per token the probability that a cue begins. */
  readonly begins: Float32Array;
}

/** Where nothing but what was heard is this likely to be a cue, the reader of chains is not asked. */
const MAY_BE_CUE = 0.1;

function beginsOf(p: Float32Array): Float32Array {
  const begins = new Float32Array(p.length / 3);
  for (let t = 0; t < begins.length; t += 1) begins[t] = p[t * 3 + 1] as number;
  return begins;
}

function mayBeMore({ begins }: Kept, heard: readonly HeardTelling[]): boolean {
  return begins.some((p, i) => p >= MAY_BE_CUE && !heard.some(({ cue }) => cue.from <= i && i < cue.to));
}

/** What was computed of a text: its features, and the states of stretches, by their first token. */
interface Seen {
  readonly features: TokenFeatures;
  readonly kept: Map<number, Kept>;
}

/** In a text of so many tokens every stretch's states are kept (384 bytes a token), in a longer one those beside numbers. */
const KEPT_WHOLE = 20_000;

function holdsNumber({ tags, tokens }: ParsedText, { from, to }: Range): boolean {
  for (let i = from; i < to; i += 1) if (tags[i] === 'NUM' || tokens[i]?.kind === 'number') return true;
  return false;
}

/**
 * Opens the model.
 *
 * @param bytes the file models/attribution-en-N.bin
 * @throws Error for bytes that are no such file, are cut off, or were made for other features
 * @example
 * openAttributionModel(bytes).find(parseText('“No,” she said.'), []).length; // 1
 */
export function openAttributionModel(bytes: Uint8Array): AttributionModel {
  const weights = openWeights(bytes);
  const network = openNetwork(weights);
  const spelling = openSpelling(weights);
  const { settings } = weights;
  const seen = new WeakMap<ParsedText, Seen>();
  const judges = weights.figureHidden !== null || weights.chainHidden !== null;
  const openText = (parsed: ParsedText, rules: readonly RawAttribution[]) => {
    const features = tokenFeatures(parsed, rules, spelling);
    const kept: Seen['kept'] = new Map();
    const short = parsed.tokens.length <= KEPT_WHOLE;
    const keeps = judges && (rules.length > 0 || !seen.has(parsed));
    if (rules.length > 0 || !seen.has(parsed)) seen.set(parsed, { features, kept });
    const reading = readingOf(parsed, rules.map(outermost));
    return (stretch: Range): ModelAttribution[] => {
      const p = network.encode({ features, ...stretch });
      if (keeps && (short || holdsNumber(parsed, stretch)))
        kept.set(stretch.from, { to: stretch.to, states: network.keep(), begins: beginsOf(p) });
      return cuesIn(p, stretch, reading, settings).flatMap((cue) => {
        const relation = relationOf(network, reading, { stretch, cue, settings });
        return relation === null ? [] : [relation];
      });
    };
  };
  const judge: AttributionModel['judge'] = (parsed) => {
    if (weights.figureHidden === null) return null;
    return (stretch, rows) => {
      const before = seen.get(parsed);
      const features = before?.features ?? tokenFeatures(parsed, [], spelling);
      const same = before?.kept.get(stretch.from);
      if (same?.to === stretch.to) network.restore({ features, ...stretch }, same.states);
      else network.encode({ features, ...stretch });
      return network.judge(rows);
    };
  };
  const { chains: reader } = network;
  const chains = (parsed: ParsedText, voiced: readonly Voiced[]): TaughtTelling[] => {
    if (reader === null) return [];
    const before = seen.get(parsed);
    const features = before?.features ?? tokenFeatures(parsed, [], spelling);
    const sentenceOf = sentenceOfTokens(parsed);
    return stretchesOf(parsed).flatMap((stretch) => {
      const heard = heardIn(voiced, stretch);
      if (heard.length === 0) return [];
      const same = before?.kept.get(stretch.from);
      if (same?.to === stretch.to && !mayBeMore(same, heard)) return [];
      if (same?.to === stretch.to) network.restore({ features, ...stretch }, same.states);
      else network.encode({ features, ...stretch });
      const cueAt = new Uint8Array(parsed.tokens.length);
      for (const { cue } of heard) cueAt[cue.from + stretch.from] = 1;
      return readChains(reader, { parsed, stretch, sentenceOf, heard, cueAt }, features);
    });
  };
  return {
    version: weights.version,
    judge,
    chains,
    find: (parsed, rules) => stretchesOf(parsed).flatMap(openText(parsed, rules)),
    findWithin: (parsed) => {
      let read: ((stretch: Range) => ModelAttribution[]) | null = null;
      return ({ from, to }) => {
        read ??= openText(parsed, []);
        return read({ from, to: Math.min(to, from + LONGEST_STRETCH) });
      };
    },
  };
}
