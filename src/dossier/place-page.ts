/** One place: how it is known, what happened there as told, what is claimed, and every claim that names it. */

import { claimLine } from './claim-line.ts';
import type { DossierFile } from './dossier-file.ts';
import { footnotesOf } from './footnotes.ts';
import { type Content, type Html, html, isolated, joined, said } from './html.ts';
import { incidentItem } from './incident-item.ts';
import { heading, pageFile } from './page.ts';
import { placePath } from './paths.ts';
import { placeOfId } from './place-groups.ts';
import { placeKindWords, precisionWords } from './place-words.ts';
import { placesMap } from './places-map.ts';
import { footnotesSection, saidOf } from './said-of.ts';
import { counted } from './said-words.ts';
import type { PlaceGroup, View } from './view.ts';

const ROOT = '../';
const MOST_CLAIMS = 100;

function placeLink(place: PlaceGroup): Html {
  return html`<a href="${ROOT}${placePath(place.file)}">${isolated(place.name)}</a>`;
}

function facts(view: View, place: PlaceGroup): Html {
  const { recorded, wordings } = place;
  const above = placeOfId(view.places, recorded?.partOf ?? null);
  const within = view.places.filter((other) => other.recorded?.partOf === place.key);
  const rows: readonly (readonly [string, Content])[] = [
    ['As sources word it', joined(wordings.slice(0, 20).map(isolated), ' · ')],
    ['Kind', recorded === null ? null : said(placeKindWords(recorded.kind))],
    ['How exactly it is known', recorded === null ? null : said(precisionWords(recorded.precision))],
    [
      'Where it lies',
      recorded === null
        ? said('nobody has put it on record')
        : recorded.latitude === null && recorded.country === null
          ? said('not published')
          : null,
    ],
    ['Lies in', above === null ? null : placeLink(above)],
    ['Holds', within.length === 0 ? null : joined(within.map(placeLink), ', ')],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) =>
    value === null ? null : html`<div><dt>${said(name)}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

function incidents(view: View, place: PlaceGroup): Content {
  if (place.incidents.length === 0) return null;
  return html`<section aria-labelledby="incidents"><h2 id="incidents">${counted(place.incidents.length, 'incident')}</h2><ol class="incidents">${place.incidents.map((incident) => incidentItem(view, ROOT, incident))}</ol></section>`;
}

function naming(view: View, { claims }: PlaceGroup): Content {
  if (claims.length === 0) return null;
  const left = claims.length - MOST_CLAIMS;
  return html`<section aria-labelledby="naming"><h2 id="naming">${counted(claims.length, 'claim')} on other propositions that ${claims.length === 1 ? 'names' : 'name'} it</h2><ul class="said-list">${claims
    .slice(0, MOST_CLAIMS)
    .map((claim) => claimLine(view, ROOT, claim))}</ul>${
    left > 0 ? html`<p class="note">and ${counted(left, 'further claim')}</p>` : null
  }</section>`;
}

/**
 * The page of a place.
 *
 * @example
 * placePage(view, place).path; // 'places/plc_….html'
 */
export function placePage(view: View, place: PlaceGroup): DossierFile {
  const footnotes = footnotesOf(view, ROOT);
  const map = placesMap(view, ROOT, { places: [place], size: 'small' });
  const said = saidOf(view, place.propositions, footnotes);
  const main = html`<div class="frame">${heading('Place', isolated(place.name))}<div class="${map === null ? 'head' : 'head with-map'}">${facts(view, place)}${map}</div>
${said}${incidents(view, place)}${naming(view, place)}</div>${footnotesSection(footnotes)}`;
  return pageFile(view, { path: placePath(place.file), title: place.name, main, kind: 'sheet' });
}
