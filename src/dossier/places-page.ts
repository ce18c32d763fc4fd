/** All places of the record: a map of those that persons put on record, and each with what is claimed of it. */

import { dataTable } from './data-table.ts';
import type { DossierFile } from './dossier-file.ts';
import { isFigure } from './figure-block.ts';
import { figureMark } from './figure-mark.ts';
import { type Content, type Html, html, isolated, joined, said } from './html.ts';
import { heading, pageFile } from './page.ts';
import { partLinks, partPath, partsOf } from './paging.ts';
import { placePath } from './paths.ts';
import { placeKindWords, precisionWords } from './place-words.ts';
import { placesMap } from './places-map.ts';
import { leadingFigures } from './proposition-weight.ts';
import { boundsWords, counted, measureWords } from './said-words.ts';
import { tollBounds } from './toll-bounds.ts';
import type { PlaceGroup, View } from './view.ts';

/** Figures named in a row of the list. */
const FIGURES = 3;

function row({ file, name, recorded, propositions, claims }: PlaceGroup): readonly Content[] {
  const figures = leadingFigures(propositions)
    .filter(isFigure)
    .slice(0, FIGURES)
    .map(
      ({ toll, proposition }) =>
        html`${figureMark(proposition.id, boundsWords(tollBounds(toll)))} ${measureWords(proposition.measure)}`,
    );
  return [
    html`<a class="prop" href="${placePath(file)}">${isolated(name)}</a>`,
    recorded === null
      ? html`<span class="unknown">nobody has placed it</span>`
      : html`${said(placeKindWords(recorded.kind))}, ${said(precisionWords(recorded.precision))}`,
    figures.length === 0 ? null : joined(figures, html`<br>`),
    counted(propositions.length, 'proposition'),
    counted(propositions.reduce((sum, item) => sum + item.claims.length, 0) + claims.length, 'claim'),
  ];
}

function list(places: readonly PlaceGroup[]): Html {
  return dataTable({
    caption: 'All places',
    columns: ['Place, as sources word it', 'How it is known', 'Figures', 'Propositions', 'Claims'],
    rows: places.map(row),
    look: 'propositions',
  });
}

/**
 * The pages of all places, those most spoken of first.
 *
 * @example
 * placesPages(view)[0]?.path; // 'places.html'
 */
export function placesPages(view: View): readonly DossierFile[] {
  return partsOf(view.places, 200).map((part) => {
    const map = part.number === 1 ? placesMap(view, '', { places: view.places, size: 'wide' }) : null;
    const main = html`<div class="frame">${heading('All places', counted(view.places.length, 'place'))}<p class="lede">Places in the words of the sources. Where one lies is told only when a person put it on record, and of points and sites never.</p>${map}${partLinks('places', part)}${
      view.places.length === 0 ? html`<p class="none">No source names a place.</p>` : list(part.items)
    }</div>`;
    return pageFile(view, {
      path: partPath('places', part.number),
      title: part.number === 1 ? 'Places' : `Places, page ${part.number}`,
      main,
      kind: 'sheet',
    });
  });
}
