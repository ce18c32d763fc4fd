/**
 * What training asks about the people told of one by one. Annotations mark a person once; whoever may be the same person
 * again ("he", "the man", the surname, an apposition) is neither learnt from nor scored.
 */
import type { Measure } from '../../src/record/proposition.ts';
import { FIGURE_LABELS } from '../../src/text/figures/figure-measures.ts';
import type { SinglePerson } from '../../src/text/figures/single-people.ts';
import type { ParsedText } from '../../src/text/parsed-text.ts';
import type { FigureMark } from './marked-paragraph.ts';

/** What is asked of the network at one token, and what is fair to answer. */
export interface Asked {
  readonly at: number;
  /** Indexes of FIGURE_LABELS; label 0 stands for what counts nothing we measure. */
  readonly labels: readonly number[];
  /** Neither learnt from nor scored. */
  readonly optional: boolean;
  readonly person: boolean;
}

/** @example labelsOf(['killed']); // [1] */
export function labelsOf(measures: readonly (Measure | null)[]): number[] {
  return measures.map((measure) =>
    Math.max(0, (FIGURE_LABELS as readonly (Measure | null)[]).indexOf(measure)),
  );
}

const ANYBODY =
  /^(?:man|woman|boy|girl|victim|body|corpse|detainee|prisoner|child|deceased|son|daughter|brother|sister|baby|inmate)$/;

function touches(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}

/** "the baker, Milo Venn": nothing but a comma and describing words between. */
function isApposition(parsed: ParsedText, one: SinglePerson, other: SinglePerson): boolean {
  const [first, second] = one.at < other.at ? [one, other] : [other, one];
  const between = second.at - first.at - 1;
  if (between > 5) return false;
  for (let at = first.at + 1; at < second.at; at += 1) {
    const tag = parsed.tags[at] ?? 'MARK';
    const text = parsed.tokens[at]?.text ?? '';
    if (tag === 'MARK' ? !/^[,(–—]$/.test(text) : !/^(?:DET|ADJ|POSS|NUM|NOUN|NAME)$/.test(tag)) return false;
  }
  return between === 0 || parsed.tokens[first.at + 1]?.kind === 'mark';
}

/**
 * The questions about people of one paragraph, read as one stretch.
 *
 * @example
 * askedOfPersons(parseText('He died.'), [], persons); // one question: label 0
 */
export function askedOfPersons(
  parsed: ParsedText,
  marks: readonly FigureMark[],
  persons: readonly SinglePerson[],
): Asked[] {
  const single = marks.filter((mark) => mark.single && mark.measures.some((one) => one !== null));
  const marked = persons.filter((person) => single.some((mark) => touches(mark, person)));
  const words = new Set(
    single.flatMap(
      ({ start, end }) =>
        parsed.text
          .slice(start, end)
          .toLowerCase()
          .match(/\p{L}{3,}/gu) ?? [],
    ),
  );
  const again = (person: SinglePerson): boolean => {
    if (single.length === 0) return false;
    const low = parsed.tokens[person.at]?.lower ?? '';
    return (
      person.form === 'pronoun' ||
      words.has(low) ||
      ANYBODY.test(low) ||
      marked.some((other) => isApposition(parsed, person, other))
    );
  };
  /** Several may stand in one mark ("Ion's apprentice"): the last of them is meant. "No one" and "one" stand in marks of numbers. */
  const isLoose = (mark: FigureMark, person: SinglePerson): boolean => {
    if (mark.optional) return true;
    if (person.form === 'nobody' || parsed.tokens[person.at]?.lower === 'one') return false;
    const counts = !mark.single && mark.measures[0] !== null;
    return counts || persons.some((other) => other.at > person.at && touches(mark, other));
  };
  return persons.map((person): Asked => {
    const mark = marks.find((one) => touches(one, person));
    const measures = mark === undefined ? [null] : mark.measures;
    const loose = mark === undefined ? again(person) : isLoose(mark, person);
    return { at: person.at, labels: labelsOf(measures), optional: loose, person: true };
  });
}
