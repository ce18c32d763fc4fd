/** What every card is made of: its size, lines of words, paragraphs and rules. */
import { LIGHT } from '../style-tokens.ts';
import type { CardOp, CardText } from './card-ops.ts';
import { linesOf, shortened } from './card-text.ts';

/** As platforms show pictures of pages that are passed on (Open Graph): 1.91 to 1. Pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;
export const LEFT = 56;
export const RIGHT = WIDTH - 56;

/** How words look; Inter, regular, in the quieter ink when not said otherwise. */
export type CardLook = Partial<Omit<CardText, 'kind' | 'x' | 'y' | 'words'>> & { readonly size: number };

/** Where a line stands. */
export interface LinePlace {
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly width: number;
}

/** The first letter of a script says where the words begin. */
const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Words at a place, as they are.
 *
 * @example
 * textAt(56, 88, '26 killed', { size: 26 });
 */
export function textAt(x: number, y: number, words: string, look: CardLook): CardText {
  return { kind: 'text', x, y, words, font: 'sans', weight: 400, fill: LIGHT['ink-2'], ...look };
}

/**
 * One line, shortened where it is too long; words written from right to left end at its right edge.
 *
 * @example
 * lineAt({ x: 56, y: 88, width: 1088 }, 'Weavers have been killed in Dol', { size: 26 });
 */
export function lineAt({ x, y, width }: LinePlace, words: string, look: CardLook): CardText {
  const line = shortened(words, look.size, width);
  return RIGHT_TO_LEFT.test(line)
    ? // Embedded, so that full stops and Latin words in it stand on the right side.
      textAt(x + width, y, `\u202b${line}\u202c`, { ...look, anchor: 'end' })
    : textAt(x, y, line, look);
}

/**
 * A paragraph: its lines below one another, and where the last stands.
 *
 * @param at `y` is the base line above the first; `step` from line to line; `most` lines
 * @example
 * paragraph('Weavers in Dol', { x: 56, y: 258, step: 29, width: 400, most: 2 }, { size: 20 }).y;
 */
export function paragraph(
  words: string,
  at: LinePlace & { readonly step: number; readonly most: number },
  look: CardLook,
): { readonly ops: readonly CardOp[]; readonly y: number } {
  const lines = linesOf(words, { size: look.size, width: at.width, most: at.most });
  return {
    ops: lines.map((line, index) =>
      lineAt({ x: at.x, y: at.y + at.step * (index + 1), width: at.width }, line, look),
    ),
    y: at.y + at.step * lines.length,
  };
}

/**
 * A line across.
 *
 * @example
 * rule({ x: 56, y: 528, width: 1088 }, '#d8d3c8', 1);
 */
export function rule({ x, y, width }: LinePlace, stroke: string, thick: number): CardOp {
  return { kind: 'path', d: `M0 0H${width}`, x, y, fill: null, stroke, width: thick };
}
