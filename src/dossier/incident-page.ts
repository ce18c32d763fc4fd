/** One incident: when and where, what it follows from, what is claimed of it, and what was said of it day by day. */
import clarity from '../../vocab/ucdp-event-clarity.json' with { type: 'json' };
import type { DossierFile } from './dossier-file.ts';
import { timeOf } from './edtf-words.ts';
import { footnotesOf } from './footnotes.ts';
import { type Content, type Html, html, isolated, joined, said } from './html.ts';
import { incidentName, propositionsOf } from './incident-item.ts';
import { heading, pageFile } from './page.ts';
import { incidentPath, placePath } from './paths.ts';
import { placeOfId } from './place-groups.ts';
import { placesMap } from './places-map.ts';
import type { PublishedIncident } from './published-incidents.ts';
import { footnotesSection, saidOf } from './said-of.ts';
import { daysOf, timelineList } from './timeline.ts';
import type { View } from './view.ts';

const ROOT = '../';
/** Events of one day that are shown. */
const MOST_A_DAY = 12;

function incidentLink(view: View, incident: PublishedIncident): Html {
  return html`<a href="${ROOT}${incidentPath(incident.id)}">${isolated(incidentName(view, incident))}</a>`;
}

function facts(view: View, incident: PublishedIncident): Html {
  const place = placeOfId(view.places, incident.place);
  const before = view.incidents.filter(({ id }) => incident.chain.includes(id));
  const after = view.incidents.filter(({ chain }) => chain.includes(incident.id));
  const links = (some: readonly PublishedIncident[]): Content =>
    some.length === 0
      ? null
      : joined(
          some.map((one) => incidentLink(view, one)),
          ', ',
        );
  const rows: readonly (readonly [string, Content])[] = [
    ['When, as told', timeOf(incident.when?.edtf ?? null)],
    [
      'Where, as told',
      place === null ? null : html`<a href="${ROOT}${placePath(place.file)}">${isolated(place.name)}</a>`,
    ],
    [
      'Clarity',
      said(clarity.codes.find(({ code }) => code === String(incident.clarity))?.label ?? 'not said'),
    ],
    ['Follows from', links(before)],
    ['Followed by', links(after)],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) =>
    value === null ? null : html`<div><dt>${said(name)}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

function days(view: View, incident: PublishedIncident): Content {
  const own = new Set(incident.propositions);
  const events = view.timeline.filter(({ proposition }) => own.has(proposition));
  if (events.length === 0) return null;
  return html`<section aria-labelledby="days"><h2 id="days">What was said of it, by day</h2>${timelineList(view, daysOf(events), { root: ROOT, most: MOST_A_DAY })}</section>`;
}

/**
 * The page of an incident.
 *
 * @example
 * incidentPage(view, incident).path; // 'incidents/inc_….html'
 */
export function incidentPage(view: View, incident: PublishedIncident): DossierFile {
  const footnotes = footnotesOf(view, ROOT);
  const name = incidentName(view, incident);
  const place = placeOfId(view.places, incident.place);
  const map = place === null ? null : placesMap(view, ROOT, { places: [place], size: 'small' });
  const said = saidOf(view, propositionsOf(view, incident), footnotes);
  const kicker = incident.kind === null ? 'Incident' : html`Incident · ${isolated(incident.kind)}`;
  const main = html`<div class="frame">${heading(kicker, isolated(name))}<div class="${map === null ? 'head' : 'head with-map'}">${facts(view, incident)}${map}</div>
<p class="note">A person judged that these propositions speak of one occurrence. Nothing is added up: each figure is of its own proposition.</p>
${said}${days(view, incident)}</div>${footnotesSection(footnotes)}`;
  return pageFile(view, { path: incidentPath(incident.id), title: name, main, kind: 'sheet' });
}
