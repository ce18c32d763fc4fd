/** The front page: figures with their doubt, who says what, the toll as it became known, answers, sources, footnotes. */

import type { LoggedEstimate } from '../record/estimate.ts';
import type { Toll } from '../record/toll.ts';
import { dataTable } from './data-table.ts';
import type { DossierFile } from './dossier-file.ts';
import { estimatesSection } from './estimates-section.ts';
import { figureBlock, isFigure } from './figure-block.ts';
import { figureMark } from './figure-mark.ts';
import { numberWords } from './figure-words.ts';
import { flatToll } from './flat-toll.ts';
import { type Footnotes, footnotesOf } from './footnotes.ts';
import { type Content, type Html, html, isolated } from './html.ts';
import { incidentItem } from './incident-item.ts';
import { originGraph } from './origin-graph.ts';
import { asKnown, checkPath, heading, pageFile } from './page.ts';
import { propositionPath } from './paths.ts';
import { placesMap } from './places-map.ts';
import { positionsMatrix } from './positions-matrix.ts';
import { byMeasure, leadingFigures } from './proposition-weight.ts';
import { responsesTable } from './responses-table.ts';
import { boundsWords, counted, measureWords, originsWords } from './said-words.ts';
import { sourceList } from './sources-page.ts';
import { stanceLegend } from './stance-sign.ts';
import { standingTags } from './standing-tags.ts';
import { daysOf, timelineList } from './timeline.ts';
import { tollBounds } from './toll-bounds.ts';
import { tollChart } from './toll-chart.ts';
import type { PropositionView, View } from './view.ts';

const MATRIX_ROWS = 12;
const CHARTS = 2;
/** Signs in a chart of the front page; the page of the proposition has all. */
const SIGNS = 80;
const LATEST_DAYS = 6;
const SOURCES = 40;
const ANSWERS = 12;
const INCIDENTS = 8;

type Figure = PropositionView & { readonly toll: Toll };

function summaryBar(view: View): Html {
  const { record, published, options } = view;
  return html`<div class="bar"><span>As known on <b>${asKnown(record.asOf)}</b></span><span>Log position <b>${numberWords(options.head?.seq ?? record.logPosition)}</b></span><span>Reviewed claims <b>${numberWords(record.claims.size - published.unreviewed)}</b></span><span>Unreviewed <b>${numberWords(published.unreviewed)}</b></span><a href="${checkPath(view)}">Check it yourself</a><a href="method.html">How we count</a></div>`;
}

function figuresSection(view: View, figures: readonly Figure[], footnotes: Footnotes): Html {
  if (figures.length === 0)
    return html`<section aria-labelledby="figures"><h2 id="figures">Figures</h2><p class="none">No number has been claimed in this record.</p></section>`;
  const leading = leadingFigures(figures).filter(isFigure);
  const rest = byMeasure(figures.filter((figure) => !leading.includes(figure)));
  return html`<section aria-labelledby="figures"><h2 id="figures" class="quiet">Figures</h2><div class="figures of-${leading.length}">${leading.map(
    (figure) => figureBlock(view, figure, footnotes, ''),
  )}</div>${rest.length === 0 ? null : furtherFigures(rest)}</section>`;
}

function furtherFigures(rest: readonly Figure[]): Html {
  const shown = rest.slice(0, 40);
  return html`<details class="further-figures" open><summary>${counted(rest.length, 'further figure')}</summary>${dataTable(
    {
      caption: 'Further figures',
      columns: ['Figure', 'Number', 'Origins', 'Standing'],
      rows: shown.map((figure) => [
        html`<a href="${propositionPath(figure.proposition.id)}"><bdi>${figure.proposition.text}</bdi></a>`,
        html`${figureMark(figure.proposition.id, boundsWords(tollBounds(figure.toll)))} ${measureWords(figure.proposition.measure)}`,
        originsWords(figure.origins.atLeast, figure.origins.atMost),
        standingTags(figure.standing),
      ]),
      look: 'plain',
    },
  )}${rest.length > shown.length ? html`<p><a href="propositions.html">All propositions</a></p>` : null}</details>`;
}

function matrixSection(view: View): Html {
  const rows = view.propositions.filter((item) => item.positions.length > 0).slice(0, MATRIX_ROWS);
  const left = view.propositions.length - rows.length;
  return html`<section aria-labelledby="positions"><h2 id="positions">Who says what</h2><p class="note">Each actor’s latest position on each proposition. A sign leads to the words; a proposition leads to everything said about it.</p>${
    rows.length === 0
      ? html`<p class="none">Nobody’s position is on record yet.</p>`
      : positionsMatrix(view, '', rows)
  }${left > 0 ? html`<p><a href="propositions.html">${counted(left, 'further proposition')}</a></p>` : null}${stanceLegend()}</section>`;
}

function tollSection(view: View, figures: readonly Figure[]): Content {
  const drawn: { readonly figure: Figure; readonly chart: Content }[] = [];
  for (const figure of figures) {
    if (drawn.length === CHARTS) break;
    const chart = tollChart(view, '', figure, SIGNS);
    if (chart !== null) drawn.push({ figure, chart });
  }
  if (drawn.length === 0) return unchangedTolls(view, figures);
  return html`<section aria-labelledby="tolls"><h2 id="tolls">The toll, as it became known</h2><p class="note">Steps: low, best and high over independent origins. Signs: single claims, in the shape of their stance. Reported only; nothing here estimates what nobody reported.</p>${drawn.map(
    ({ figure, chart }) =>
      html`<div class="two"><div><h3><a href="${propositionPath(figure.proposition.id)}"><bdi>${figure.proposition.text}</bdi></a></h3>${chart}</div><div class="panel"><h3>Where “${boundsWords(tollBounds(figure.toll))}” comes from</h3>${originGraph(view, '', figure)}</div></div>`,
  )}</section>`;
}

/** No toll changed over time: said in words instead of flat drawings. */
function unchangedTolls(view: View, figures: readonly Figure[]): Content {
  const leading = leadingFigures(figures);
  if (leading.length === 0) return null;
  return html`<section aria-labelledby="tolls"><h2 id="tolls">The toll, as it became known</h2><p class="note">No number on record has changed over time.</p><ul class="flats">${leading.map(
    (figure) =>
      html`<li><h3><a href="${propositionPath(figure.proposition.id)}"><bdi>${figure.proposition.text}</bdi></a></h3>${flatToll(view, '', figure)}</li>`,
  )}</ul></section>`;
}

function timelineSection(view: View): Content {
  const days = daysOf(view.timeline);
  if (days.length === 0) return null;
  const shown = days.filter((day) => day.day !== null).slice(-LATEST_DAYS);
  if (shown.length === 0) return null;
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2><p class="note">The latest ${counted(shown.length, 'day')} on which something was said. <a href="timeline.html">The whole timeline</a></p>${timelineList(view, shown, { root: '', most: 6 })}</section>`;
}

function answersSection(view: View, footnotes: Footnotes): Html {
  const left = view.responses.length - ANSWERS;
  return html`<section aria-labelledby="answers"><h2 id="answers">What states answered</h2><p class="note">Declining to speak, refusing and staying silent are three different answers.</p>${responsesTable(view, view.responses.slice(0, ANSWERS), footnotes)}${
    left > 0 ? html`<p><a href="responses.html">${counted(left, 'further answer')}</a></p>` : null
  }</section>`;
}

function incidentsSection(view: View): Content {
  if (view.incidents.length === 0) return null;
  const left = view.incidents.length - INCIDENTS;
  return html`<section aria-labelledby="incidents"><h2 id="incidents">Incidents</h2><p class="note">Propositions that a person judged to speak of one occurrence. Nothing is added up.</p><ol class="incidents">${view.incidents.slice(0, INCIDENTS).map((incident) => incidentItem(view, '', incident))}</ol>${
    left > 0 ? html`<p><a href="incidents.html">${counted(left, 'further incident')}</a></p>` : null
  }</section>`;
}

function placesSection(view: View): Content {
  const map = placesMap(view, '', { places: view.places, size: 'wide' });
  if (map === null) return null;
  return html`<section aria-labelledby="places"><h2 id="places">Where it is said to have happened</h2><p class="note">Places that a person put on record. An area is drawn where only an area is known. <a href="places.html">${counted(view.places.length, 'place')}, with what is claimed of each</a></p>${map}</section>`;
}

function sourcesSection(view: View): Html {
  const left = view.sources.length - SOURCES;
  return html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2>${
    view.sources.length === 0
      ? html`<p class="none">No source has been captured yet.</p>`
      : sourceList(view, '', view.sources.slice(0, SOURCES))
  }${left > 0 ? html`<p><a href="sources.html">${counted(left, 'further source')}</a></p>` : null}</section>`;
}

/**
 * The front page.
 *
 * @example
 * indexPage(view, []).path; // 'index.html'
 */
export function indexPage(view: View, estimates: readonly LoggedEstimate[]): DossierFile {
  const { record } = view;
  const footnotes = footnotesOf(view, '');
  const figures = view.propositions.filter(isFigure);
  const kicker = html`Record · ${counted(record.sources.size, 'source')} · ${counted(record.claims.size, 'claim')} · ${counted(record.propositions.size, 'proposition')}`;
  const body = html`<div class="frame">${heading(kicker, isolated(view.title))}
<p class="lede">What has been claimed, by whom, and on whose knowledge it rests. A figure here is never a verdict: it is the sum of what independent origins say, with every denial beside it.</p>
${summaryBar(view)}
${figuresSection(view, figures, footnotes)}
${matrixSection(view)}
${tollSection(view, figures)}
${estimatesSection(estimates)}
${answersSection(view, footnotes)}
${incidentsSection(view)}
${placesSection(view)}
${timelineSection(view)}
${sourcesSection(view)}</div>`;
  const list = footnotes.list();
  const notes =
    list === null
      ? null
      : html`<section class="frame" aria-labelledby="footnotes"><h2 id="footnotes">Footnotes</h2><p class="note">Each leads to the exact words in the stored copy of the source.</p>${list}</section>`;
  return pageFile(view, {
    path: 'index.html',
    title: view.title,
    main: html`${body}${notes}`,
    kind: 'sheet',
  });
}
