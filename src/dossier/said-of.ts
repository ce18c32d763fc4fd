/** What is said of a place or in an incident: the leading figures, every proposition, and who says what. */

import { figureBlock, isFigure } from './figure-block.ts';
import type { Footnotes } from './footnotes.ts';
import { type Content, type Html, html } from './html.ts';
import { positionsMatrix } from './positions-matrix.ts';
import { propositionTable } from './proposition-table.ts';
import { leadingFigures } from './proposition-weight.ts';
import { counted } from './said-words.ts';
import { stanceLegend } from './stance-sign.ts';
import type { PropositionView, View } from './view.ts';

const ROOT = '../';
const MATRIX_ROWS = 12;
const TABLE_ROWS = 200;

/**
 * The sections of a page one folder down.
 *
 * @param footnotes of that page
 * @example
 * saidOf(view, place.propositions, footnotes);
 */
export function saidOf(view: View, items: readonly PropositionView[], footnotes: Footnotes): Content {
  if (items.length === 0) return null;
  return [figures(view, items, footnotes), matrix(view, items), table(items)];
}

function figures(view: View, items: readonly PropositionView[], footnotes: Footnotes): Content {
  const leading = leadingFigures(items).filter(isFigure);
  if (leading.length === 0) return null;
  return html`<section aria-labelledby="figures"><h2 id="figures" class="quiet">Figures</h2><div class="figures of-${Math.min(leading.length, 3)}">${leading.map(
    (figure) => figureBlock(view, figure, footnotes, ROOT),
  )}</div></section>`;
}

function matrix(view: View, items: readonly PropositionView[]): Content {
  const rows = items.filter((item) => item.positions.length > 0).slice(0, MATRIX_ROWS);
  if (rows.length === 0) return null;
  return html`<section aria-labelledby="positions"><h2 id="positions">Who says what</h2><p class="note">Each actor’s latest position. A sign leads to the words.</p>${positionsMatrix(view, ROOT, rows)}${stanceLegend()}</section>`;
}

function table(items: readonly PropositionView[]): Html {
  const shown = items.slice(0, TABLE_ROWS);
  const left = items.length - shown.length;
  return html`<section aria-labelledby="propositions"><h2 id="propositions">${counted(items.length, 'proposition')}</h2>${propositionTable(ROOT, shown, 'Propositions')}${left === 0 ? null : html`<p class="note">and ${counted(left, 'further proposition')}: <a href="../propositions.html">all propositions</a></p>`}</section>`;
}

/**
 * The footnotes of such a page as its last section; null when there are none.
 *
 * @example
 * footnotesSection(footnotes);
 */
export function footnotesSection(footnotes: Footnotes): Content {
  const list = footnotes.list();
  return list === null
    ? null
    : html`<section class="frame" aria-labelledby="footnotes"><h2 id="footnotes">Footnotes</h2><p class="note">Each leads to the exact words in the stored copy of the source.</p>${list}</section>`;
}
