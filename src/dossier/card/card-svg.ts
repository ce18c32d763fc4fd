/** A card as a file of SVG: no script, no address, no font; the fonts are named, and others stand in where they are not there. */
import { type Html, html, htmlText } from '../html.ts';
import type { Card, CardOp } from './card-ops.ts';

const FONTS = {
  serif: '"Source Serif 4","Noto Serif",Georgia,"Times New Roman",serif',
  sans: 'Inter,"Noto Sans","Segoe UI",Arial,sans-serif',
} as const;

function opSvg(op: CardOp): Html {
  if (op.kind === 'text')
    return html`<text x="${op.x}" y="${op.y}" font-family="${FONTS[op.font]}" font-size="${op.size}" font-weight="${op.weight}"${op.italic === true ? html` font-style="italic"` : null} fill="${op.fill}" text-anchor="${op.anchor ?? 'start'}">${op.words}</text>
`;
  const dash = op.dash === undefined ? null : html` stroke-dasharray="${op.dash.join(' ')}"`;
  return html`<path transform="translate(${op.x} ${op.y})" d="${op.d}" fill="${op.fill ?? 'none'}" stroke="${op.stroke ?? 'none'}" stroke-width="${op.width}"${dash}/>
`;
}

/**
 * The file.
 *
 * @example
 * cardSvg(card); // '<svg xmlns="http://www.w3.org/2000/svg" …'
 */
export function cardSvg({ width, height, background, ops, title, alt }: Card): string {
  return htmlText(html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc"><title id="title">${title}</title><desc id="desc">${alt}</desc>
<rect width="${width}" height="${height}" fill="${background}"/>
${ops.map(opSvg)}</svg>
`);
}
