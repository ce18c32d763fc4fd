/**
 * A toll's chart as a file of its own, with its colours (light, dark, and paper), a legend and its text alternative, so
 * that it can be put into a report or sent to somebody. No script, no font and no address is in it.
 */
import { html, htmlText, plainLine } from './html.ts';
import { stanceShape } from './stance-shape.ts';
import { CHART_STYLE, SIGN_STYLE } from './style-parts.ts';
import { TOKENS_STYLE } from './style-tokens.ts';
import { drawingWords, signsOf, stancesIn, type TollDrawing } from './toll-drawing.ts';
import { hatching, isOpen, plotBody } from './toll-plot.ts';
import { type Frame, scalesOf } from './toll-scales.ts';

const HEAD = 34;
const ALONE: Frame = {
  width: 860,
  height: 420,
  left: 58,
  right: 842,
  top: 66 + HEAD,
  bottom: 316,
  lane: 26 + HEAD,
  ticks: 7,
  labels: 10,
  look: 'alone',
};

/**
 * The file; null when there is nothing to draw.
 *
 * @param note a line below the legend: from which record, under which choices
 * @example
 * tollSvg(drawing, 'Accepted claims only.'); // '<svg xmlns="http://www.w3.org/2000/svg" …'
 */
export function tollSvg(drawing: TollDrawing, note: string): string | null {
  const drawn = signsOf(drawing.claims);
  if (drawn.length === 0 && drawing.steps.length === 0) return null;
  const scales = scalesOf(drawing, drawn, ALONE);
  const { width, left } = ALONE;
  const items = [
    { key: html`<path class="best" d="M0 0H24"/>`, word: 'best' },
    { key: html`<path class="low" d="M0 0H24"/>`, word: 'low' },
    { key: html`<path class="high" d="M0 0H24"/>`, word: 'high' },
    { key: html`<rect class="span" y="-6" width="24" height="12"/>`, word: 'between' },
    ...(isOpen(drawing)
      ? [
          {
            key: html`<path class="unbounded" d="${hatching({ left: 0, right: 24, top: -6, bottom: 6 })}"/>`,
            word: 'no upper bound',
          },
        ]
      : []),
    ...stancesIn(drawing.claims).map((stance) => ({
      key: stanceShape(stance, { x: 12, y: 0, unreviewed: false }, stance),
      word: stance,
    })),
    ...(drawing.claims.some(({ used, value, day }) => !used && value !== null && day !== null)
      ? [
          {
            key: html`<g class="left-out">${stanceShape('alleges', { x: 12, y: 0, unreviewed: false }, 'small')}</g>`,
            word: 'small: a copy, or replaced',
          },
        ]
      : []),
    ...(drawing.claims.some(({ unreviewed, day }) => unreviewed && day !== null)
      ? [{ key: html`<circle class="key-ring" cx="12" r="9"/>`, word: 'ringed: not reviewed' }]
      : []),
  ];
  let x = left;
  let y = 384;
  const legend = items.map(({ key, word }) => {
    const wide = 34 + word.length * 6.4 + 14;
    if (x + wide > width) {
      x = left;
      y += 22;
    }
    const item = html`<g transform="translate(${x.toFixed(1)} ${y})">${key}<text x="32" y="4">${word}</text></g>`;
    x += wide;
    return item;
  });
  const height = y + 44;
  return htmlText(html`<svg xmlns="http://www.w3.org/2000/svg" class="toll alone" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc"><title id="title">${plainLine(drawing.title)}: the toll ${drawing.axis === 'known' ? 'as it became known' : 'by day of the event'}</title><desc id="desc">${drawingWords(drawing)}</desc>
<style>${TOKENS_STYLE}
${SIGN_STYLE}
${CHART_STYLE}
.sheet{fill:var(--paper)}.head{font:600 17px var(--serif)!important;fill:var(--ink)!important}
@media print{.sheet{fill:#fff}}</style>
<rect class="sheet" width="${width}" height="${height}"/><text class="head" x="16" y="28">${plainLine(drawing.title, 90)}</text>
${plotBody(drawing, scales)}
${legend}<text class="note" x="16" y="${height - 12}">${plainLine(note, 140)}</text></svg>
`);
}
