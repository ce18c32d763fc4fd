/** The page that searches the folder. The only page with a script; without one it says how to find things. */
import type { DossierFile } from '../dossier-file.ts';
import { html, said } from '../html.ts';
import { heading, pageFile } from '../page.ts';
import type { View } from '../view.ts';

const LISTS = [
  ['propositions.html', 'Propositions'],
  ['places.html', 'Places'],
  ['actors.html', 'Actors'],
  ['sources.html', 'Sources'],
] as const;

/**
 * The search page.
 *
 * @example
 * searchPage(view).path; // 'search.html'
 */
export function searchPage(view: View): DossierFile {
  const main = html`<div class="frame">${heading('This folder', said('Search'))}
<div id="search-without"><p class="lede">The search needs a script, which your browser does not run here. Everything can be read without it:</p><ul>${LISTS.map(
    ([path, name]) => html`<li><a href="${path}">${said(name)}</a></li>`,
  )}</ul><p class="note">Your browser’s own search finds words on each of these pages and in the texts of the sources.</p></div>
<div id="search-with" hidden><p class="lede"><label for="search-box">Propositions, incidents, places, actors, titles of sources, and the exact words of claims. In any script; accents and case do not matter.</label></p><p><input id="search-box" type="search" autocomplete="off" spellcheck="false" dir="auto"></p><p id="search-told" class="note" role="status"></p>
<div id="search-found" data-none="Nothing found. All words that you type must stand together in one place." data-count="# found" data-more="and # more: type further words" data-propositions="Propositions" data-incidents="Incidents" data-places="Places" data-actors="Actors" data-sources="Sources" data-claims="Words of claims"></div><p class="note">The search runs in this page and asks nobody for anything.</p></div></div>`;
  return pageFile(view, {
    path: 'search.html',
    title: 'Search',
    main,
    kind: 'reading',
    scripts: ['assets/search-index.js', 'assets/search.js'],
  });
}
