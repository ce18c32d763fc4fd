/**
 * A card as SVG in which every run of letters names the one font that draws it: nothing is left to what a machine has installed. Lines
 * with letters that run from right to left are laid out here, run by run, since the painter shapes a line in one font alone.
 */
import type { Card, CardOp, CardText } from '../../desk/ports/card-painting.ts';
import type { CardFonts, FontRun } from './card-fonts.ts';
import { turns, visualRuns } from './visual-order.ts';

/** How far a run reaches, in pixels of the card. */
export type Measure = (run: FontRun, look: Pick<CardText, 'size' | 'weight' | 'italic'>) => number;

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 knows no such characters
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/gu, (sign) => ENTITY[sign] ?? sign);
}

/**
 * Runs of letters at a place, as SVG.
 *
 * @example
 * textElement(runs, { x: 56, y: 88, anchor: 'start' }, { size: 26, weight: 600, fill: '#1c1b19' });
 */
export function textElement(
  runs: readonly FontRun[],
  { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' },
  { size, weight, italic, fill }: Pick<CardText, 'size' | 'weight' | 'italic' | 'fill'>,
): string {
  const style = italic === true ? ' font-style="italic"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}"${style} fill="${fill}" text-anchor="${anchor}" xml:space="preserve">${runs
    .map(({ words, family }) => `<tspan font-family="${family}">${escaped(words)}</tspan>`)
    .join('')}</text>`;
}

/** The painter takes blanks at the end of a run for a part of the line around it, and puts them on the wrong side. */
function blanksApart({ words, family }: FontRun): readonly FontRun[] {
  const parts = /^(\s*)(.*?)(\s*)$/su.exec(words)?.slice(1) ?? [words];
  return parts.flatMap((part) => (part === '' ? [] : [{ words: part, family }]));
}

function textOf(op: CardText, fonts: CardFonts, measure: Measure): { svg: string; runs: readonly FontRun[] } {
  const { x, y, words, anchor = 'start' } = op;
  if (!turns(words)) {
    const runs = fonts.runsOf(op);
    return { svg: textElement(runs, { x, y, anchor }, op), runs };
  }
  const runs = visualRuns(words, words.startsWith('\u202b') ? 1 : 0).flatMap((run) => {
    const parts = fonts.runsOf({ ...op, words: run.words }).flatMap(blanksApart);
    return run.level % 2 === 1 ? parts.toReversed() : parts;
  });
  const widths = runs.map((run) => measure(run, op));
  let at = anchor === 'start' ? x : x - widths.reduce((sum, width) => sum + width, 0);
  const drawn = runs.map((run, index) => {
    const svg = textElement([run], { x: Math.round(at * 100) / 100, y, anchor: 'start' }, op);
    at += widths[index] ?? 0;
    return svg;
  });
  return { svg: drawn.join(''), runs };
}

/**
 * Draws it.
 *
 * @param scale pixels of the picture for one of the card
 * @returns the SVG, and the families that it names
 * @example
 * const { svg, families } = cardDrawing(card, { fonts, measure, scale: 1 });
 */
export function cardDrawing(
  { width, height, background, ops }: Card,
  { fonts, measure, scale }: { readonly fonts: CardFonts; readonly measure: Measure; readonly scale: number },
): { readonly svg: string; readonly families: ReadonlySet<string> } {
  const families = new Set<string>();
  const drawn = (op: CardOp): string => {
    if (op.kind === 'path') {
      const dash = op.dash === undefined ? '' : ` stroke-dasharray="${op.dash.join(' ')}"`;
      return `<path transform="translate(${op.x} ${op.y})" d="${escaped(op.d)}" fill="${op.fill ?? 'none'}" stroke="${op.stroke ?? 'none'}" stroke-width="${op.width}"${dash}/>`;
    }
    const { svg, runs } = textOf(op, fonts, measure);
    for (const { family } of runs) families.add(family);
    return svg;
  };
  const body = ops.map(drawn).join('\n');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${background}"/>\n${body}</svg>`,
    families,
  };
}
