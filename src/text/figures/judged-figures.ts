/**
 * What a trained judge makes of numbers that the rules pass over: "Eleven men have not returned", "twenty-two fresh
 * graves". It is asked only about those, reads the whole paragraph, and answers only where it is sure enough. A
 * proposal as any other: a person accepts it or does not.
 */
import type { Measure } from '../../record/proposition.ts';
import { type AttributionModel, stretchesOf } from '../models/attribution/attribution-model.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import { type CountedFigure, figureFeatures } from './figure-features.ts';
import { FIGURE_LABELS } from './figure-measures.ts';

/** Least probability with which a measure is proposed; chosen on paragraphs left out of training (docs/methods/figures.md). */
const LEAST = 0.55;

/** What a counting number counts; null: nothing that we measure, or nobody can tell. UTF-16 code units, end exclusive. */
export type JudgedFigure = (start: number, end: number) => Measure | null;

interface Verdict extends Pick<CountedFigure, 'start' | 'end'> {
  readonly measure: Measure | null;
}

function likeliest(scores: Float32Array, at: number): Measure | null {
  const own = scores.subarray(at * FIGURE_LABELS.length, (at + 1) * FIGURE_LABELS.length);
  const most = Math.max(...own);
  const parts = [...own].map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  const best = parts.indexOf(Math.max(...parts.slice(1)), 1);
  return (parts[best] ?? 0) / sum >= LEAST ? (FIGURE_LABELS[best] ?? null) : null;
}

/** The stretch that holds a place; stretches lie in order. */
function stretchAt(parsed: ParsedText, stretches: readonly Range[], start: number): number {
  return stretches.findIndex(({ to }) => (parsed.tokens[to - 1]?.end ?? 0) > start);
}

/**
 * Opens the judge for one text; each of its paragraphs is read once, when it is first asked about.
 *
 * @returns null when the model has no judge
 * @example
 * judgedFigures(parseText('Twenty came back.'), model)?.(0, 6); // 'released'
 */
export function judgedFigures(parsed: ParsedText, model: AttributionModel): JudgedFigure | null {
  const judge = model.judge(parsed);
  if (judge === null) return null;
  let stretches: readonly Range[] | null = null;
  const read = new Map<number, readonly Verdict[]>();
  const verdicts = (index: number, stretch: Range): readonly Verdict[] => {
    const known = read.get(index);
    if (known !== undefined) return known;
    const { rows, figures } = figureFeatures(parsed, stretch);
    const scores = figures.length === 0 ? null : judge(stretch, rows);
    const made =
      scores === null ? [] : figures.map((one) => ({ ...one, measure: likeliest(scores, one.at) }));
    read.set(index, made);
    return made;
  };
  return (start, end) => {
    stretches ??= stretchesOf(parsed);
    const index = stretchAt(parsed, stretches, start);
    const stretch = stretches[index];
    if (stretch === undefined) return null;
    return verdicts(index, stretch).find((one) => one.start < end && start < one.end)?.measure ?? null;
  };
}
