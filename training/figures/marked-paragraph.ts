/**
 * Paragraphs with their figures marked in place: "{Four|k} were shot". One paragraph a line; everything in them is invented.
 * Behind the bar stand the letters of the measures that are fair, divided by "/"; "-" none; "!" one person without a
 * number; "?" neither owed nor wrong. A number without braces counts nothing that we measure. A line that begins with "#"
 * names the register of those below it.
 */
import type { Measure } from '../../src/record/proposition.ts';

/** Words that tell how many, and of what. UTF-16 code units, end exclusive. */
export interface FigureMark {
  readonly start: number;
  readonly end: number;
  /** Null: counts nothing that we measure. */
  readonly measures: readonly (Measure | null)[];
  readonly optional: boolean;
  /** One person told of without a number. */
  readonly single: boolean;
}

export interface MarkedParagraph {
  readonly id: string;
  readonly set: string;
  readonly text: string;
  readonly marks: readonly FigureMark[];
}

const LETTERS: Readonly<Record<string, Measure | null>> = {
  k: 'killed',
  i: 'injured',
  d: 'detained',
  a: 'abducted',
  x: 'disappeared',
  t: 'tortured',
  s: 'sexual-violence',
  p: 'displaced',
  r: 'released',
  e: 'evacuation',
  v: 'visa',
  y: 'asylum',
  n: 'investigation',
  o: 'relocation',
  h: 'detention-sites',
  '-': null,
};

function measureOf(letter: string, where: string): Measure | null {
  const measure = LETTERS[letter];
  if (measure === undefined) throw new Error(`${where}: no measure has the letter "${letter}"`);
  return measure;
}

/**
 * The paragraphs of a file.
 *
 * @throws Error for a letter without a measure
 * @example
 * readMarked('mine', '{Four|k} were shot.')[0]?.text; // 'Four were shot.'
 */
export function readMarked(set: string, lines: string): MarkedParagraph[] {
  return lines.split('\n').flatMap((line, k) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const marks: FigureMark[] = [];
    let text = '';
    let from = 0;
    for (const match of line.matchAll(/\{([^{}|]*)\|([^{}]*)\}/g)) {
      text += line.slice(from, match.index);
      from = match.index + match[0].length;
      const start = text.length;
      text += match[1] ?? '';
      const said = match[2] ?? '';
      const letters = (said.split(' ')[0] ?? '')
        .replace(/[?!]/g, '')
        .split('/')
        .filter((one) => one !== '');
      const measures = letters.map((one) => measureOf(one, `${set}:${k + 1}`));
      marks.push({
        start,
        end: text.length,
        measures,
        optional: said.includes('?'),
        single: said.includes('!'),
      });
    }
    return [{ id: `${set}:${k + 1}`, set, text: text + line.slice(from), marks }];
  });
}
