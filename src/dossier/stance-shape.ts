/** The stance signs as drawings for charts: the same shapes as in text, readable in black and white. */
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { Stance } from '../record/stance.ts';
import { type Content, type Html, html } from './html.ts';

const SIZE = 80;
const SMALL = 16;
const circle = symbol(symbolCircle, SIZE)() ?? '';
const half = 'M0,-5.05A5.05,5.05,0,0,0,0,5.05Z';

function drawing(stance: Stance): Html {
  switch (stance) {
    case 'alleges':
      return html`<path class="full" d="${circle}"/>`;
    case 'confirms':
      return html`<path class="full" d="${symbol(symbolTriangle, SIZE)() ?? ''}"/>`;
    case 'denies':
      return html`<path class="hollow" d="${symbol(symbolDiamond, SIZE)() ?? ''}"/>`;
    case 'disputes':
      return html`<path class="hollow" d="${circle}"/><path class="full" d="${half}"/>`;
    case 'declines':
      return html`<path class="hollow" d="${symbol(symbolSquare, SIZE)() ?? ''}"/>`;
    case 'silent':
      return html`<path class="full" d="${symbol(symbolCircle, SMALL)() ?? ''}"/>`;
    case 'asks':
      return html`<text class="sign" y="5" text-anchor="middle">?</text>`;
    case 'undertakes':
      return html`<path class="stroke" d="M-6,0H6M2,-4L6,0L2,4"/>`;
  }
}

/**
 * The sign at a place of a drawing.
 *
 * @param at pixels of the drawing
 * @param title said on hover
 * @example
 * stanceShape('denies', { x: 10, y: 20, unreviewed: false }, 'denied by the Guard');
 */
export function stanceShape(
  stance: Stance,
  at: { readonly x: number; readonly y: number; readonly unreviewed: boolean },
  title: Content,
): Html {
  return html`<g class="sh ${stance}" transform="translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})"><title>${title}</title>${at.unreviewed ? html`<circle class="ring" r="10"/>` : null}${drawing(stance)}</g>`;
}
