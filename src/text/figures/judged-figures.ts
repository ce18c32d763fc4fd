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
import type { SinglePerson } from './single-people.ts';

/** Least probabilities, chosen by cross-validation over the batches (docs/methods/figures.md). */
const LEAST = { number: 0.55, person: 0.7 } as const;

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

const NONE: Verdicts = { numbers: [], people: [] };

/** The probability of each label at a token. */
function probabilitiesAt(scores: Float32Array, at: number): number[] {
  const own = scores.subarray(at * FIGURE_LABELS.length, (at + 1) * FIGURE_LABELS.length);
  const most = Math.max(...own);
  const parts = [...own].map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

function likeliest(scores: Float32Array, at: number, least: number): Judgement | null {
  const parts = probabilitiesAt(scores, at);
  const best = parts.indexOf(Math.max(...parts.slice(1)), 1);
  const probability = parts[best] ?? 0;
  const measure = FIGURE_LABELS[best] ?? null;
  return probability < least || measure === null ? null : { measure, probability };
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|sir|father|sister|brother|the|old|little)$/;

/** Whether somebody told of before may be meant again: a pronoun, or a name that shares a word. */
function isAgain(parsed: ParsedText, person: SinglePerson, before: readonly JudgedPerson[]): boolean {
  if (person.form === 'nobody') return false;
  if (person.form === 'pronoun') return before.length > 0;
  if (person.form !== 'name') return false;
  const words = parsed.text.slice(person.from, person.end).toLowerCase().split(/\s+/);
  const surname = words.at(-1) ?? '';
  return before.some(({ from, end }) => {
    const known = parsed.text.slice(from, end).toLowerCase().split(/\s+/);
    const given = words.filter((word) => word !== surname && !TITLE.test(word));
    return known.includes(surname) && given.every((word) => known.includes(word));
  });
}

/** "Her brother". */
const OWNED = /^(?:his|her|their|my|our)\b/i;

/** "the baker, Milo Venn", "her brother, a baker,": the same person twice, with a comma between. */
function isApposition(parsed: ParsedText, person: SinglePerson, last: JudgedPerson | undefined): boolean {
  if (last === undefined || person.form === 'nobody' || last.nobody) return false;
  const [before, own] = [parsed.text.slice(last.from, last.end), parsed.text.slice(person.from, person.end)];
  if (!/^\s*[,(–—]\s*(?:\d+,\s*)?$/.test(parsed.text.slice(last.end, person.from))) return false;
  const isName = (words: string): boolean =>
    !parsed.shout && /^\p{Lu}/u.test(words) && !/^(?:The|An?|His|Her)\b/.test(words);
  if (isName(before) !== isName(own)) return true;
  return (
    OWNED.test(before) && /^an? /i.test(own) && /^,(?! (?:and|or)\b)/i.test(parsed.text.slice(person.end))
  );
}

/** "Veloria", of which the text says "in Veloria" elsewhere. */
function isPlace({ text }: ParsedText, { form, from, end }: SinglePerson): boolean {
  if (form !== 'name') return false;
  const name = text.slice(from, end);
  return ['in', 'across', 'throughout', 'outside'].some((where) => text.includes(` ${where} ${name}`));
}

function verdictsOf(
  parsed: ParsedText,
  stretch: Range,
  judge: (stretch: Range, rows: Uint8Array) => Float32Array | null,
): Verdicts {
  const { rows, figures, persons } = figureFeatures(parsed, stretch);
  if (figures.length + persons.length === 0) return NONE;
  const scores = judge(stretch, rows);
  if (scores === null) return NONE;
  const numbers = figures.flatMap(({ start, end, at, quantity }): JudgedNumber[] => {
    const said = likeliest(scores, at, LEAST.number);
    return said === null ? [] : [{ start, end, quantity: quantity.value, ...said }];
  });
  const people: JudgedPerson[] = [];
  for (const person of persons) {
    const said = likeliest(scores, person.at, LEAST.person);
    if (said === null || isPlace(parsed, person) || isApposition(parsed, person, people.at(-1))) continue;
    if (
      isAgain(
        parsed,
        person,
        people.filter(({ measure }) => measure === said.measure),
      )
    )
      continue;
    people.push({ ...said, from: person.from, end: person.end, nobody: person.form === 'nobody' });
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
  const read = new Map<number, Verdicts>();
  const verdictsAt = (index: number): Verdicts => {
    const known = read.get(index);
    if (known !== undefined) return known;
    const stretch = stretches?.[index];
    const made = stretch === undefined ? NONE : verdictsOf(parsed, stretch, judge);
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
