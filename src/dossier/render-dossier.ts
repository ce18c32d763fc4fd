/**
 * The door of the room: a record snapshot in, the files of a static dossier out. Pure and deterministic: the
 * same input gives the same bytes. Refuses carried files with names that could leave the folder.
 */

import { OnRecordError } from '../record/onrecord-error.ts';
import { actorPage } from './actor-page.ts';
import { actorsPages } from './actors-page.ts';
import type { DossierAsset, DossierFile } from './dossier-file.ts';
import { fontFaces } from './font-faces.ts';
import { incidentPage } from './incident-page.ts';
import { incidentsPages } from './incidents-page.ts';
import { indexPage } from './index-page.ts';
import { methodPage } from './method-page.ts';
import { placePage } from './place-page.ts';
import { placesPages } from './places-page.ts';
import { propositionPage } from './proposition-page.ts';
import { propositionsPages } from './propositions-page.ts';
import { type DossierInput, publishedView } from './published-view.ts';
import { recordJson } from './record-json.ts';
import { releasePages } from './releases/release-pages.ts';
import { responsesPage } from './responses-page.ts';
import { searchIndexFile } from './search/search-index.ts';
import { searchPage } from './search/search-page.ts';
import { SEARCH_SCRIPT } from './search/search-script.ts';
import { sourcePage } from './source-page.ts';
import { sourcesPages } from './sources-page.ts';
import { statePage } from './state-page.ts';
import { PAGE_STYLE } from './style-page.ts';
import { PAPER_STYLE } from './style-paper.ts';
import { PARTS_STYLE } from './style-parts.ts';
import { TOKENS_STYLE } from './style-tokens.ts';
import { timelinePages } from './timeline-page.ts';
import type { DossierOptions } from './view.ts';

export type { DossierAsset, DossierFile, DossierInput, DossierOptions };

function carried(asset: DossierAsset): DossierFile {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(asset.name))
    throw new OnRecordError(
      'bad-usage',
      'The name of a file carried into a dossier may hold letters, digits, dots, hyphens and underscores only.',
      { subject: asset.name },
    );
  return { path: `assets/${asset.name}`, content: asset.bytes };
}

/**
 * Makes `record.json` alone, as a dossier of the same input holds it.
 *
 * @example
 * const { content } = renderRecord({ snapshot, texts, assets: [], cover, redactions: new Map(), options });
 */
export function renderRecord(input: DossierInput): DossierFile {
  const { view, estimates } = publishedView(input);
  return recordJson(view, estimates, input.places ?? []);
}

/**
 * Makes all files of a dossier. Write them into one empty folder and open `index.html`.
 *
 * @example
 * const files = renderDossier({ snapshot, texts, assets: [], cover, redactions: new Map(), options: {
 *   title: null, includeProposed: false, generatedAt: clock.now(), version: '0.1.0', head: null } });
 * files[0]?.path; // 'index.html'
 */
export function renderDossier(input: DossierInput): readonly DossierFile[] {
  const { options, assets } = input;
  const { view, estimates } = publishedView(input);
  const style = [
    fontFaces(assets.map((asset) => asset.name)),
    TOKENS_STYLE,
    PAGE_STYLE,
    PARTS_STYLE,
    PAPER_STYLE,
  ];
  const files = [
    indexPage(view, estimates),
    ...propositionsPages(view),
    ...view.propositions.map((item) => propositionPage(view, item)),
    responsesPage(view),
    ...view.states.map((state, index) => statePage(view, state, index)),
    ...incidentsPages(view),
    ...view.incidents.map((incident) => incidentPage(view, incident)),
    ...placesPages(view),
    ...view.places.map((place) => placePage(view, place)),
    ...timelinePages(view),
    ...actorsPages(view),
    ...view.actors.map((part) => actorPage(view, part)),
    ...sourcesPages(view),
    ...view.sources.map((source) => sourcePage(view, source)),
    methodPage(view),
    searchPage(view),
    recordJson(view, estimates, input.places ?? []),
    ...(options.head === null ? [] : [{ path: 'checkpoint', content: options.head.checkpoint }]),
    searchIndexFile(view),
    { path: 'assets/search.js', content: SEARCH_SCRIPT },
    { path: 'assets/style.css', content: style.join('\n') },
    ...assets.map(carried),
  ];
  return [...files, ...releasePages(view, files)];
}
