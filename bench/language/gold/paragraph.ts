/**
 * The gold paragraphs as they stand in `dev/` and `held-out/`, and what must be true of each. Positions are code
 * points, 0-based, end exclusive. README.md says what the spans, chains and stances mean.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANONYMITIES } from '../../../src/record/attribution.ts';
import { sliceCodePoints } from '../../../src/record/code-points.ts';
import type { Span } from '../../../src/record/passage.ts';
import { MEASURES, type Measure } from '../../../src/record/proposition.ts';
import { type Bounds, checkBounds } from '../../../src/record/quantity.ts';
import { STANCES, type Stance } from '../../../src/record/stance.ts';
import { parseEdtf } from '../../../src/record/when.ts';

export const HALVES = ['dev', 'held-out'] as const;
/** `dev` may be read by whoever works on the reader; of `held-out` only totals are printed. */
export type Half = (typeof HALVES)[number];

/** Written later and scored once before any rule was mended after them (README.md); since then they may be read. */
export const BATCHES = [
  'batch-1',
  'batch-2',
  'batch-3',
  'batch-4',
  'batch-5',
  'chains-1',
  'chains-2',
  'chains-3',
  'chains-4',
  'chains-5',
  'chains-6',
  'chains-7',
  'chains-8',
] as const;
/** Paragraphs about figures, in the order in which the reader first saw them; all of them may be read. */
export const FIGURE_BATCHES = [
  'figures-1',
  'figures-2',
  'figures-3',
  'figures-4',
  'figures-5',
  'figures-6',
  'figures-7',
  'figures-8',
] as const;
export type FigureBatch = (typeof FIGURE_BATCHES)[number];
/** A half or a batch: one folder each. */
export type GoldSet = Half | (typeof BATCHES)[number] | FigureBatch;

const KINDS = ['direct', 'indirect', 'mixed'] as const;

/** Words of the paragraph and where they stand. */
export interface GoldSpan extends Span {
  readonly text: string;
}

/** A number of persons (or the measure's unit) as the words give it. Null is unbounded. */
export interface GoldQuantity extends GoldSpan, Bounds {
  readonly measure: Measure;
  /** Other measures that are as fair: "taken away" is detained or abducted. */
  readonly measureAlso?: readonly Measure[];
  /** The act stands outside the content, in the sentence before or in what was asked. */
  readonly implied?: true;
  /** One victim told of without a number, counted as one. */
  readonly single: boolean;
  /** Neither owed nor wrong. */
  readonly optional?: true;
}

/** Names from the outermost to the innermost speaker, without the outlet; null is somebody unnamed. */
export type Chain = readonly (string | null)[];

export interface GoldRelation {
  readonly id: string;
  readonly cue: GoldSpan | null;
  readonly source: GoldSpan | null;
  /** Whom the source stands for; null when nobody can tell, or when the outlet speaks itself. */
  readonly resolved: string | null;
  readonly anonymity: string;
  readonly content: readonly GoldSpan[];
  readonly kind: string;
  readonly chain: Chain;
  /** Other chains that are as fair. */
  readonly chainAlso?: readonly Chain[];
  readonly stance: Stance;
  /** Other stances that are as fair. */
  readonly stanceAlso?: readonly Stance[];
  readonly quantities: readonly GoldQuantity[];
  /** EDTF of the event, or of the day until which no answer came; null: not annotated. */
  readonly when: string | null;
  /** Neither owed nor wrong. */
  readonly optional?: true;
  readonly phenomena: readonly string[];
}

export interface GoldParagraph {
  readonly id: string;
  readonly region: string;
  readonly register: string;
  readonly publishedAt: string;
  readonly outlet: string | null;
  /** Other names by which the text calls the outlet. */
  readonly outletNames: readonly string[];
  readonly text: string;
  /** Other spellings that count for a name; null: leaving it unresolved counts as well. */
  readonly names: Readonly<Record<string, Chain>>;
  readonly relations: readonly GoldRelation[];
  readonly single_victims: readonly (GoldSpan & { readonly measure: Measure })[];
  /** Words that must not become a claim. */
  readonly distractors: readonly GoldSpan[];
}

/**
 * The paragraphs of one half or batch.
 *
 * @example
 * readGold('dev').length; // at least 65
 */
export function readGold(set: GoldSet): readonly GoldParagraph[] {
  const file = join(import.meta.dirname, set, 'paragraphs.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldParagraph);
}

/**
 * What is wrong with a paragraph: words that do not stand at their positions, codes outside the vocabularies, bounds
 * in the wrong order. Names ids, never the text. Empty when all is well.
 *
 * @example
 * faultsOf(readGold('dev')[0]!); // []
 */
export function faultsOf(paragraph: GoldParagraph): readonly string[] {
  const { id, text, publishedAt, relations, single_victims: victims, distractors } = paragraph;
  const faults: string[] = [];
  if ('message' in parseEdtf(publishedAt)) faults.push(`${id}: publishedAt is no day`);
  const check = (span: GoldSpan | null, what: string): void => {
    if (span !== null && (span.text === '' || sliceCodePoints(text, span.start, span.end) !== span.text))
      faults.push(`${what} does not stand at its position`);
  };
  for (const [at, span] of distractors.entries()) check(span, `${id}: distractor ${at}`);
  for (const [at, span] of victims.entries()) check(span, `${id}: victim ${at}`);
  for (const relation of relations) {
    check(relation.cue, `${relation.id}: cue`);
    check(relation.source, `${relation.id}: source`);
    for (const span of relation.content) check(span, `${relation.id}: content`);
    for (const span of relation.quantities) check(span, `${relation.id}: quantity`);
    faults.push(...wrongCodes(relation).map((fault) => `${relation.id}: ${fault}`));
  }
  return faults;
}

function wrongCodes(relation: GoldRelation): readonly string[] {
  const { stance, stanceAlso = [], kind, anonymity, chain, resolved, content, quantities, when } = relation;
  const faults: string[] = [];
  const among = (list: readonly string[], code: string, what: string): void => {
    if (!list.includes(code)) faults.push(`${what} ${code} is unknown`);
  };
  for (const code of [stance, ...stanceAlso]) among(STANCES, code, 'stance');
  among(KINDS, kind, 'kind');
  among(ANONYMITIES, anonymity, 'anonymity');
  if (content.length === 0) faults.push('content is empty');
  if ((chain.at(-1) ?? null) !== resolved) faults.push('resolved is not the last of the chain');
  if (anonymity === 'anonymous' && resolved !== null) faults.push('anonymous but resolved');
  if (when !== null && 'message' in parseEdtf(when)) faults.push(`${when} is not EDTF`);
  if ((stance === 'silent' || stance === 'declines') && quantities.length > 0)
    faults.push('no number in silence');
  for (const quantity of quantities) {
    for (const code of [quantity.measure, ...(quantity.measureAlso ?? [])]) among(MEASURES, code, 'measure');
    checkBounds(quantity, (path, message) => faults.push(`${path} ${message}`));
  }
  return faults;
}
