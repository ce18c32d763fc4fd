/**
 * The door of the room: a record snapshot in, the files of a static dossier out. Pure and deterministic: the
 * same input gives the same bytes. Refuses carried files with names that could leave the folder.
 */

import { OnRecordError } from '../record/onrecord-error.ts';
import { actorPage } from './actor-page.ts';
import { actorsPages } from './actors-page.ts';
import { countsPages } from './counts-page.ts';
import type { DossierAsset, DossierDrawing, DossierFile } from './dossier-file.ts';
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
import { sharedCards } from './releases/shared-cards.ts';
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

export type { DossierAsset, DossierDrawing, DossierFile, DossierInput, DossierOptions };

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
  return [...dossierFiles(input)];
}

/**
 * Makes the files of a dossier one after the other: of a large record they need not be in memory together.
 *
 * @example
 * for (const { path, content } of dossierFiles(input)) await writeFile(path, content);
 */
export function* dossierFiles(input: DossierInput): Generator<DossierFile> {
  const options = { ...input.options, cards: false };
  for (const part of dossierParts({ ...input, options })) if ('content' in part) yield part;
}

/**
 * The same with the cards of pages that are passed on, where `options.cards` asks for them: whoever takes these paints them.
 *
 * @example
 * for (const part of dossierParts(input)) if ('card' in part) await painter.paint(part.card, 1);
 */
export function* dossierParts(input: DossierInput): Generator<DossierFile | DossierDrawing> {
  const { options, assets } = input;
  const { view, estimates } = publishedView(input);
  const style = [
    fontFaces(assets.map((asset) => asset.name)),
    TOKENS_STYLE,
    PAGE_STYLE,
    PARTS_STYLE,
    PAPER_STYLE,
  ];
  const made: Pick<DossierFile, 'path'>[] = [];
  for (const file of pagesOf()) {
    made.push({ path: file.path });
    yield file;
  }
  yield* releasePages(view, made);
  yield* sharedCards(view);

  function* pagesOf(): Generator<DossierFile> {
    yield indexPage(view, estimates);
    yield* propositionsPages(view);
    for (const item of view.propositions) yield propositionPage(view, item);
    yield responsesPage(view);
    for (const [index, state] of view.states.entries()) yield statePage(view, state, index);
    yield* countsPages(view);
    yield* incidentsPages(view);
    for (const incident of view.incidents) yield incidentPage(view, incident);
    yield* placesPages(view);
    for (const place of view.places) yield placePage(view, place);
    yield* timelinePages(view);
    yield* actorsPages(view);
    for (const part of view.actors) yield actorPage(view, part);
    yield* sourcesPages(view);
    for (const source of view.sources) yield sourcePage(view, source);
    yield methodPage(view);
    yield searchPage(view);
    yield recordJson(view, estimates, input.places ?? []);
    if (options.head !== null) yield { path: 'checkpoint', content: options.head.checkpoint };
    yield searchIndexFile(view);
    yield { path: 'assets/search.js', content: SEARCH_SCRIPT };
    yield { path: 'assets/style.css', content: style.join('\n') };
    for (const asset of assets) yield carried(asset);
  }
}
