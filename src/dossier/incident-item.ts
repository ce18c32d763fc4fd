/** An incident as it is named in lists: when, where, its leading figures. */

import { timeOf } from './edtf-words.ts';
import { isFigure } from './figure-block.ts';
import { figureMark } from './figure-mark.ts';
import { type Content, type Html, html, isolated, joined } from './html.ts';
import { incidentPath, placePath } from './paths.ts';
import { placeOfId } from './place-groups.ts';
import { leadingFigures } from './proposition-weight.ts';
import type { PublishedIncident } from './published-incidents.ts';
import { boundsWords, counted, measureWords } from './said-words.ts';
import { tollBounds } from './toll-bounds.ts';
import type { PropositionView, View } from './view.ts';

/**
 * What an incident is called: its title, else the first proposition that speaks of it.
 *
 * @example
 * incidentName(view, incident); // 'Raid on Orsa'
 */
export function incidentName(view: View, incident: PublishedIncident): string {
  return incident.title ?? propositionsOf(view, incident)[0]?.proposition.text ?? 'title not published';
}

/**
 * The propositions that speak of an incident, the weightiest first.
 *
 * @example
 * propositionsOf(view, incident).length;
 */
export function propositionsOf(view: View, incident: PublishedIncident): readonly PropositionView[] {
  const own = new Set(incident.propositions);
  return view.propositions.filter(({ proposition }) => own.has(proposition.id));
}

/**
 * The item of a list.
 *
 * @param root way to the top folder, '' or '../'
 * @example
 * html`<ol>${view.incidents.map((incident) => incidentItem(view, '', incident))}</ol>`;
 */
export function incidentItem(view: View, root: '' | '../', incident: PublishedIncident): Html {
  const place = placeOfId(view.places, incident.place);
  const figures = leadingFigures(propositionsOf(view, incident))
    .filter(isFigure)
    .slice(0, 4)
    .map(
      ({ toll, proposition }) =>
        html`${figureMark(proposition.id, boundsWords(tollBounds(toll)))} ${measureWords(proposition.measure)}`,
    );
  const told: Content = figures.length === 0 ? null : html`<br>${joined(figures, ' · ')}`;
  return html`<li><a class="prop" href="${root}${incidentPath(incident.id)}">${isolated(incidentName(view, incident))}</a><br><span class="kind">${incident.kind === null ? null : html`${isolated(incident.kind)} · `}${timeOf(incident.when?.edtf ?? null)}${
    place === null ? null : html` · <a href="${root}${placePath(place.file)}">${isolated(place.name)}</a>`
  } · ${counted(incident.propositions.length, 'proposition')}</span>${told}</li>
`;
}
