/**
 * What a trained judge makes of the figures of a text, beside the rules: numbers that the rules pass over ("Eleven men have not
 * returned", "twenty-two fresh graves"), single people told of without a number ("her brother is still inside"), and
 * measures that the rules read otherwise. It reads the whole paragraph and answers only where it is sure enough. A proposal
 * as any other: a person accepts it or does not.
 */
import type { Measure } from '../../record/proposition.ts';
import type { Quantity } from '../../record/quantity.ts';
import { type AttributionModel, stretchesOf } from '../models/attribution/attribution-model.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import { figureFeatures } from './figure-features.ts';
import { FIGURE_LABELS } from './figure-measures.ts';
import { countsNothing, haveSurvived, isAccused, isChallenge, isTold } from './no-figure.ts';
import { areAddressed, isAgain, isApposition, isCounted, namesBody, placeNames } from './same-person.ts';

/** Least probabilities, chosen by cross-validation over the batches (docs/methods/figures.md). */
const LEAST = { number: 0.5, person: 0.75 } as const;

/** What a number counts, as judged. */
export interface Judgement {
  readonly measure: Measure;
  /** 0 to 1. */
  readonly probability: number;
}

/** One person told of without a number, or nobody, and what befell them. UTF-16 code units in the text. */
export interface JudgedPerson extends Judgement {
  /** Where the words for the person begin. */
  readonly from: number;
  /** End exclusive. */
  readonly end: number;
  /** "No one": the words say that it befell nobody. */
  readonly nobody: boolean;
}

/** The judge of one text; each of its paragraphs is read once, when it is first asked about. */
export interface FigureJudge {
  /** What a number counts, by its place in the text; null: nothing that we measure, or nobody can tell. */
  of(start: number, end: number): Judgement | null;
  /** The people of a stretch of the text, in order; each once in its paragraph. */
  people(start: number, end: number): readonly JudgedPerson[];
  /** The numbers of the text that count something, in order. */
  numbers(): readonly JudgedNumber[];
}

/** One number and what it counts. UTF-16 code units in the text, end exclusive. */
export interface JudgedNumber extends Judgement {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
}

interface Verdicts {
  readonly numbers: readonly JudgedNumber[];
  readonly people: readonly JudgedPerson[];
}

/** Each judge's scores of the labels, token by token. */
type Scores = readonly Float32Array[];

const NONE: Verdicts = { numbers: [], people: [] };

/** The probability of each label at a token, as the judges have it between them. */
function probabilitiesAt(judges: Scores, at: number): number[] {
  const all = judges.map((scores) => ownAt(scores, at));
  return FIGURE_LABELS.map((_, k) => all.reduce((sum, own) => sum + (own[k] ?? 0), 0) / judges.length);
}

function ownAt(scores: Float32Array, at: number): number[] {
  const own = scores.subarray(at * FIGURE_LABELS.length, (at + 1) * FIGURE_LABELS.length);
  const most = Math.max(...own);
  const parts = [...own].map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

function likeliest(scores: Scores, at: number, least: number): Judgement | null {
  const parts = probabilitiesAt(scores, at);
  const best = parts.indexOf(Math.max(...parts.slice(1)), 1);
  const probability = parts[best] ?? 0;
  const measure = FIGURE_LABELS[best] ?? null;
  return probability < least || measure === null ? null : { measure, probability };
}

/** The token where words begin that end with another. */
function firstAt({ tokens }: ParsedText, head: number, from: number): number {
  let first = head;
  while (first > 0 && (tokens[first]?.start ?? 0) > from) first -= 1;
  return first;
}

function verdictsOf(
  parsed: ParsedText,
  stretch: Range,
  judge: (stretch: Range, rows: Uint8Array) => Scores | null,
  places: () => ReadonlySet<string>,
): Verdicts {
  const { rows, figures, persons } = figureFeatures(parsed, stretch);
  if (figures.length + persons.length === 0) return NONE;
  const scores = judge(stretch, rows);
  if (scores === null) return NONE;
  const numbers = figures.flatMap(({ start, end, at, quantity }): JudgedNumber[] => {
    const next = stretch.from + at + 1;
    let first = next - 1;
    while (first > stretch.from && (parsed.tokens[first - 1]?.end ?? 0) > start) first -= 1;
    if (countsNothing(parsed, first, next)) return [];
    const said = likeliest(scores, at, LEAST.number);
    if (said?.measure === 'killed' && haveSurvived(parsed, next)) return [];
    return said === null ? [] : [{ start, end, quantity: quantity.value, ...said }];
  });
  const people: JudgedPerson[] = [];
  const ones = figures.filter(({ quantity: { n } }) => n === 1);
  for (const person of persons) {
    const said = likeliest(scores, person.at, LEAST.person);
    if (said === null) continue;
    const { from, end, form } = person;
    const head = stretch.from + person.at;
    if (form === 'nobody' && figures.some((figure) => figure.start < end && from < figure.end)) continue;
    if (isChallenge(parsed, head) || isTold(parsed, head) || isAccused(parsed, head)) continue;
    if (form === 'name' && (areAddressed(parsed, head) || namesBody(parsed, firstAt(parsed, head, from))))
      continue;
    if (form === 'name' && places().has(parsed.text.slice(from, end).toLowerCase())) continue;
    const last = people.at(-1);
    if (isApposition(parsed, person, last?.nobody === true ? undefined : last)) continue;
    if (isCounted(parsed, person, ones)) continue;
    if (
      isAgain(
        parsed,
        person,
        people.filter(({ measure }) => measure === said.measure),
      )
    )
      continue;
    people.push({ ...said, from, end, nobody: form === 'nobody' });
  }
  return { numbers, people };
}

/**
 * Opens the judge for one text.
 *
 * @returns null when the model has no judge
 * @example
 * judgedFigures(parseText('Twenty came back.'), model)?.of(0, 6); // { measure: 'released', … }
 */
export function judgedFigures(parsed: ParsedText, model: AttributionModel): FigureJudge | null {
  const judge = model.judge(parsed);
  if (judge === null) return null;
  let stretches: readonly Range[] | null = null;
  let named: ReadonlySet<string> | null = null;
  const places = (): ReadonlySet<string> => {
    named ??= placeNames(parsed.text);
    return named;
  };
  const read = new Map<number, Verdicts>();
  const verdictsAt = (index: number): Verdicts => {
    const known = read.get(index);
    if (known !== undefined) return known;
    const stretch = stretches?.[index];
    const made = stretch === undefined ? NONE : verdictsOf(parsed, stretch, judge, places);
    read.set(index, made);
    return made;
  };
  /** Stretches lie in order; those that a stretch of the text touches. */
  const touched = (start: number, end: number): Verdicts[] => {
    stretches ??= stretchesOf(parsed);
    const found: Verdicts[] = [];
    for (const [index, { from, to }] of stretches.entries()) {
      if ((parsed.tokens[from]?.start ?? 0) >= end) break;
      if ((parsed.tokens[to - 1]?.end ?? 0) > start) found.push(verdictsAt(index));
    }
    return found;
  };
  return {
    of: (start, end) => {
      for (const { numbers } of touched(start, end)) {
        const one = numbers.find((number) => number.start < end && start < number.end);
        if (one !== undefined) return { measure: one.measure, probability: one.probability };
      }
      return null;
    },
    people: (start, end) =>
      touched(start, end).flatMap(({ people }) =>
        people.filter((person) => person.from >= start && person.end <= end),
      ),
    numbers: () => touched(0, parsed.text.length).flatMap(({ numbers }) => numbers),
  };
}
