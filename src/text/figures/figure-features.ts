/**
 * What the judge of figures sees of a stretch besides the network's own states: per token the act word that stands there,
 * whether it names people or things, and the number it belongs to. Used alike by training (training/figures) and by the
 * reader: a change here needs new weights.
 */
import type { Measure } from '../../record/proposition.ts';
import { hitAt } from '../acts/predicate.ts';
import { type Tokens, tokensOf } from '../acts/reading.ts';
import type { ParsedText } from '../parsed-text.ts';
import { isPeoplePlural, isThing, mayBePerson } from '../people-nouns.ts';
import type { PlacedQuantity, QuantityKind } from '../quantity.ts';
import type { Range } from '../sentences.ts';
import { FIGURE_LABELS } from './figure-measures.ts';
import { ruledMarks } from './ruled-marks.ts';
import { PERSON_FORMS, type SinglePerson, singlePeople } from './single-people.ts';

/** Names and sizes of the features, in order; every value is in [0, size). */
export const FIGURE_FEATURES = [
  ['act', 32],
  ['people', 4],
  ['figure', 16],
  ['person', 8],
  ['rule', 32],
] as const;

/** A counting number in a stretch. */
export interface CountedFigure {
  readonly quantity: PlacedQuantity;
  /** UTF-16 code units in the whole text. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  /** Its last token, counted from the stretch's first: where the network answers. */
  readonly at: number;
}

export interface FigureFeatures {
  /** Row-major: token, then the features in the order of FIGURE_FEATURES. */
  readonly rows: Uint8Array;
  readonly figures: readonly CountedFigure[];
  /** People told of one by one without a number. */
  readonly persons: readonly SinglePerson[];
}

const LABEL_OF = new Map<Measure | null, number>(FIGURE_LABELS.map((measure, i) => [measure, i]));

/** The rules count people there and know nothing that befell them. */
const UNMEASURED = 31;

const KINDS: readonly QuantityKind[] = [
  'count',
  'age',
  'percent',
  'money',
  'year',
  'date',
  'ordinal',
  'measurement',
  'time',
];

/** Small numbers behave otherwise than large ones: 1 untold, 2 none, 3 one, then by size; 8 and more: no count. */
function figureMark({ kind, n }: PlacedQuantity): number {
  if (kind !== 'count') return 7 + KINDS.indexOf(kind);
  if (n === null) return 1;
  if (n < 2) return n === 0 ? 2 : 3;
  if (n < 10) return 4;
  if (n < 100) return 5;
  return n < 1000 ? 6 : 7;
}

function peopleMark(low: string): number {
  if (isPeoplePlural(low)) return 1;
  if (isThing(low)) return 3;
  return mayBePerson(low) ? 2 : 0;
}

/** Tokens of the stretch that a stretch of code units touches, counted from its first. */
type Touched = (start: number, end: number) => Range;

/** Both cuttings run through the same text in order, so one pointer finds where they touch. */
function touching(parsed: ParsedText, stretch: Range): Touched {
  let near = stretch.from;
  return (start, end) => {
    while (near > stretch.from && (parsed.tokens[near - 1]?.end ?? 0) > start) near -= 1;
    while (near < stretch.to && (parsed.tokens[near]?.end ?? 0) <= start) near += 1;
    let to = near;
    while (to < stretch.to && (parsed.tokens[to]?.start ?? 0) < end) to += 1;
    return { from: near - stretch.from, to: to - stretch.from };
  };
}

/** @returns whether there is a word for an act */
function markActs(tokens: Tokens, mark: (first: number, next: number, value: number) => void): boolean {
  let any = false;
  for (let index = 0; index < tokens.words.length; index += 1) {
    const hit = hitAt(tokens, index);
    if (hit === null) continue;
    any = true;
    mark(hit.first, hit.next, (LABEL_OF.get(hit.entry.measure) ?? 0) * 2 + (hit.entry.weak ? 1 : 0));
  }
  return any;
}

/**
 * The features of one stretch, its counting numbers and its people. Without a number and a word for an act nobody is asked
 * about: such paragraphs hardly ever tell what befell one person.
 *
 * @param stretch tokens of `parsed`
 * @example
 * figureFeatures(parseText('26 died.'), { from: 0, to: 3 }).figures.length; // 1
 */
export function figureFeatures(parsed: ParsedText, stretch: Range): FigureFeatures {
  const width = FIGURE_FEATURES.length;
  const rows = new Uint8Array(Math.max(0, stretch.to - stretch.from) * width);
  const base = parsed.tokens[stretch.from]?.start ?? 0;
  const tokens = tokensOf(parsed.text.slice(base, parsed.tokens[stretch.to - 1]?.end ?? base));
  const touched = touching(parsed, stretch);
  const place = (start: number, end: number): Range => touched(base + start, base + end);
  const set = ({ from, to }: Range, column: number, value: number): void => {
    for (let at = from; at < to; at += 1) {
      const cell = at * width + column;
      if (column === 2 || column === 4 || rows[cell] === 0) rows[cell] = value;
    }
  };
  const tellsOfActs = markActs(tokens, (first, next, value) => {
    const [from, last] = [tokens.words[first], tokens.words[next - 1]];
    if (from !== undefined && last !== undefined) set(place(from.start, last.end), 0, value);
  });
  if (!tellsOfActs && tokens.quantities.every(({ kind }) => kind !== 'count'))
    return { rows, figures: [], persons: [] };
  for (const word of tokens.words) {
    const mark = peopleMark(word.low);
    if (mark > 0) set(place(word.start, word.end), 1, mark);
  }
  const figures = tokens.quantities.flatMap((quantity): CountedFigure[] => {
    const range = place(quantity.start, quantity.end);
    if (range.to === range.from) return [];
    set(range, 2, figureMark(quantity));
    const { start, end } = quantity;
    return quantity.kind === 'count'
      ? [{ quantity, start: base + start, end: base + end, at: range.to - 1 }]
      : [];
  });
  const taken = new Set(figures.map(({ at }) => at));
  const persons = singlePeople(parsed, stretch).filter(({ at }) => !taken.has(at));
  for (const { at, form } of persons) rows[at * width + 3] = PERSON_FORMS.indexOf(form) + 1;
  for (const { start, end, measure } of ruledMarks(tokens))
    set(place(start, end), 4, measure === null ? UNMEASURED : (LABEL_OF.get(measure) ?? 0));
  return { rows, figures, persons };
}
