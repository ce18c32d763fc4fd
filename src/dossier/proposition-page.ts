/** One proposition: positions side by side, every claim with its chain and words, origins, standing, toll. */

import type { Position } from '../reckon/positions.ts';
import type { Claim } from '../record/claim.ts';
import type { PropositionId } from '../record/id.ts';
import type { TollBound } from '../record/toll.ts';
import { actorLink, chainLine, claimEntry, reviewMark, wordsLink } from './claim-entry.ts';
import { withClaimLinks } from './claim-reference.ts';
import { dataTable } from './data-table.ts';
import type { DossierFile } from './dossier-file.ts';
import { timeOf } from './edtf-words.ts';
import { figureBlock, isFigure } from './figure-block.ts';
import { figureMark } from './figure-mark.ts';
import { numberWords } from './figure-words.ts';
import { flatToll } from './flat-toll.ts';
import { footnotesOf } from './footnotes.ts';
import { type Content, type Html, html, isolated, joined, said } from './html.ts';
import { incidentName } from './incident-item.ts';
import { originGraph } from './origin-graph.ts';
import { heading, pageFile } from './page.ts';
import { incidentPath, placePath, propositionPath, wordsPath } from './paths.ts';
import { counted, measureWords } from './said-words.ts';
import { stanceLegend, stanceMark } from './stance-sign.ts';
import { standingTags } from './standing-tags.ts';
import { tollChart } from './toll-chart.ts';
import { type PropositionView, type View, voiceActor, voiceName } from './view.ts';

const ROOT = '../';
/** Claims that get their words in the positions; all are in the list below. */
const MOST_POSITIONS = 60;
/** Above this many claims the browser draws only what is seen. */
const LONG = 200;
/** Entries of one voice that stand open; later ones are folded. */
const OPEN_ENTRIES = 6;

function scopeLine(view: View, { proposition }: PropositionView): Html {
  const place = view.placeOf(proposition.scope.place);
  const incidents = view.incidents.filter(({ propositions }) => propositions.includes(proposition.id));
  const parts: readonly (readonly [string, Content])[] = [
    ['kind', said(proposition.kind)],
    ['counts', proposition.measure === null ? null : measureWords(proposition.measure)],
    ['people, in the sources’ words', proposition.scope.group],
    [
      'place',
      place === null
        ? proposition.scope.place
        : html`<a href="${ROOT}${placePath(place.file)}">${proposition.scope.place}</a>`,
    ],
    ['alleged to have done it', proposition.scope.by],
    ['who answers', proposition.scope.actor],
    [
      'incident',
      incidents.length === 0
        ? null
        : joined(
            incidents.map(
              (one) =>
                html`<a href="${ROOT}${incidentPath(one.id)}">${isolated(incidentName(view, one))}</a>`,
            ),
            ', ',
          ),
    ],
  ];
  return html`<dl class="facts">${parts.map(([name, value]) =>
    value === null ? null : html`<div><dt>${said(name)}</dt><dd><bdi>${value}</bdi></dd></div>`,
  )}</dl>`;
}

function standingSection(view: View, item: PropositionView): Html {
  return html`<section aria-labelledby="standing"><h2 id="standing">Where it stands</h2><p>${standingTags(item.standing)}</p><p class="because" lang="en">${withClaimLinks(item.standing.because, item.claims)}</p><p class="note">Computed from the claims below by <a href="${ROOT}method.html#standing">a fixed rule</a>. A denial is shown beside it and lowers nothing.</p>${rejections(item)}${broader(view, item)}</section>`;
}

function rejections({ rejected }: PropositionView): Content {
  if (rejected.claims === 0) return null;
  return html`<p class="rejected"><b>${counted(rejected.claims, 'claim')} rejected</b> by reviewers, ${counted(rejected.reasons, 'reason')} kept in the record. Rejected claims move no figure and are not shown.</p>`;
}

function broader(view: View, item: PropositionView): Content {
  const wider = item.proposition.narrowerThan;
  const proposition = wider === null ? undefined : view.record.propositions.get(wider);
  return proposition === undefined
    ? null
    : html`<p>Part of: <a href="${ROOT}${propositionPath(proposition.id)}"><bdi>${proposition.text}</bdi></a></p>`;
}

function positionCard(view: View, position: Position): Html {
  const actor = voiceActor(view.record, position.actor);
  const name =
    actor === null ? isolated(voiceName(view.record, position.actor)) : actorLink(view, ROOT, actor);
  const entries = position.history.map((entry) => {
    const claim = view.record.claims.get(entry.claim);
    return html`<li>${timeOf(entry.saidAt)}: ${
      claim === undefined
        ? stanceMark(entry.stance)
        : html`<a class="cell" href="${ROOT}${wordsPath(view, claim)}">${stanceMark(entry.stance)}</a> ${wordsLink(view, ROOT, claim, 160)}${reviewMark(claim)}`
    }</li>`;
  });
  const shown = entries.slice(0, OPEN_ENTRIES);
  const rest = entries.slice(OPEN_ENTRIES);
  const history = html`<ol>${shown}</ol>${
    rest.length === 0
      ? null
      : html`<details><summary>${counted(rest.length, 'later claim')}</summary><ol>${rest}</ol></details>`
  }`;
  const inherited = position.inherited
    ? html`<p class="note">Said of the whole occurrence or of a part of it, shown here too.</p>`
    : null;
  return html`<li class="position ${position.latest}"><h3>${name}</h3><p class="now">${stanceMark(position.latest)}</p>${inherited}${history}</li>
`;
}

function positionsSection(view: View, item: PropositionView): Html {
  const shown = item.positions.slice(0, MOST_POSITIONS);
  const left = item.positions.length - shown.length;
  return html`<section aria-labelledby="positions"><h2 id="positions">Positions side by side</h2><p class="note">What each has said, oldest first. Nothing is dropped and nothing is averaged.</p><ul class="positions">${shown.map(
    (position) => positionCard(view, position),
  )}</ul>${left > 0 ? html`<p class="note">${counted(left, 'further voice')}: see the claims below.</p>` : null}${stanceLegend()}</section>`;
}

function claimCell(view: View, claim: Claim | undefined): Content {
  return claim === undefined
    ? null
    : html`${chainLine(view, ROOT, claim)}: ${wordsLink(view, ROOT, claim, 90)}${reviewMark(claim)}`;
}

function boundCell(view: View, of: PropositionId, bound: TollBound | null): Content {
  if (bound === null) return html`<span class="unknown">not stated</span>`;
  const claim = view.record.claims.get(bound.setBy);
  const number = numberWords(bound.value);
  return claim === undefined
    ? figureMark(of, number)
    : html`<a href="${ROOT}${wordsPath(view, claim)}">${figureMark(claim.id, number)}</a>`;
}

function tollSection(view: View, item: PropositionView): Content {
  const { toll } = item;
  if (toll === null) return null;
  const rules = dataTable({
    caption: 'The toll by each named rule',
    columns: ['Rule', 'Low', 'Best', 'High'],
    rows: toll.rules.map((rule) => [
      html`<a href="${ROOT}method.html#rules">${said(rule.rule)}</a> <small>version ${rule.version}</small>`,
      boundCell(view, item.proposition.id, rule.low),
      boundCell(view, item.proposition.id, rule.best),
      boundCell(view, item.proposition.id, rule.high),
    ]),
    look: 'plain',
  });
  const excluded = toll.excluded.map((entry) => [
    claimCell(view, view.record.claims.get(entry.claim)),
    html`<span lang="en">${withClaimLinks(entry.reason, item.claims)}</span>`,
  ]);
  const used = counted(toll.used.length, 'claim');
  return html`<section aria-labelledby="toll"><h2 id="toll">The toll</h2>${tollChart(view, ROOT, item) ?? flatToll(view, ROOT, item)}<h3>By three named rules</h3>${rules}
<h3>Used and left out</h3><p>${used} used, ${counted(toll.excluded.length, 'claim')} left out, ${counted(toll.beside.length, 'claim')} shown beside.</p>${
    excluded.length === 0
      ? null
      : dataTable({
          caption: 'Claims left out of the toll, and why',
          columns: ['Claim', 'Why it is left out'],
          rows: excluded,
          look: 'plain',
        })
  }</section>`;
}

function claimsSection(view: View, item: PropositionView): Html {
  return html`<section aria-labelledby="claims"><h2 id="claims">${counted(item.claims.length, 'claim')}</h2><p class="note">Each with the chain of mouths from the outlet to whoever knows, and the exact words.</p><ol class="claims${item.claims.length > LONG ? ' long' : ''}">${item.claims.map((claim, index) => claimEntry(view, ROOT, { claim, number: index + 1 }))}</ol></section>`;
}

/**
 * The page of a proposition.
 *
 * @example
 * propositionPage(view, item).path; // 'propositions/prp_….html'
 */
export function propositionPage(view: View, item: PropositionView): DossierFile {
  const { proposition } = item;
  const main = html`<div class="frame">${heading(html`Proposition · ${said(proposition.kind)}`, isolated(proposition.text))}
<div class="head${isFigure(item) ? ' with-figure' : ''}">${
    isFigure(item)
      ? html`<div class="figures one"><h2 class="quiet">The figure</h2>${figureBlock(view, item, footnotesOf(view, ROOT), ROOT)}</div>`
      : null
  }<div>${standingSection(view, item)}${scopeLine(view, item)}</div></div>
${item.claims.length === 0 ? nothingLeft() : saidSections(view, item)}</div>`;
  return pageFile(view, {
    path: propositionPath(proposition.id),
    title: proposition.text,
    main,
    kind: 'sheet',
  });
}

function nothingLeft(): Html {
  return html`<p class="none">Nothing that was put forward here stood up to review, so there is no position, no origin and no number to show.</p>`;
}

function saidSections(view: View, item: PropositionView): Html {
  return html`${positionsSection(view, item)}
<section aria-labelledby="origins"><h2 id="origins">Where it comes from</h2><p class="note">Ten outlets that cite one newspaper are one origin. <a href="${ROOT}method.html#origins">How origins are counted</a></p>${originGraph(view, ROOT, item)}</section>
${tollSection(view, item)}
${claimsSection(view, item)}`;
}
