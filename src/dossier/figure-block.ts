/** One figure: number, what it counts, its range drawn, standing, origins, and footnotes to the words. */

import type { Claim } from '../record/claim.ts';
import type { ClaimId } from '../record/id.ts';
import type { Toll } from '../record/toll.ts';
import { headline } from './figure-words.ts';
import type { Footnotes } from './footnotes.ts';
import { type Content, type Html, html, isolated, said } from './html.ts';
import { propositionPath } from './paths.ts';
import { rangeChart } from './range-chart.ts';
import { counted, lowBestHigh, measureWords, originsWords } from './said-words.ts';
import { standingTags } from './standing-tags.ts';
import { tollBounds } from './toll-bounds.ts';
import { type PropositionView, type View, voiceName } from './view.ts';

/** Footnotes shown at a figure; the rest is on the proposition's page. */
const MOST_NOTES = 6;

/**
 * Says whether a proposition has a number to show.
 *
 * @example
 * view.propositions.filter(isFigure);
 */
export function isFigure(view: PropositionView): view is PropositionView & { readonly toll: Toll } {
  const toll = view.toll;
  return toll !== null && (toll.low !== null || toll.best !== null || toll.high !== null);
}

function notes(
  view: View,
  root: string,
  figure: PropositionView,
  ids: readonly ClaimId[],
  footnotes: Footnotes,
): Content {
  const claims = ids.flatMap((id): Claim[] => {
    const claim = view.record.claims.get(id);
    return claim === undefined ? [] : [claim];
  });
  const left = claims.length - MOST_NOTES;
  return html`<span class="notes">${claims.slice(0, MOST_NOTES).map((claim) => footnotes.mark(claim))}${
    left > 0
      ? html`<a class="more" href="${root}${propositionPath(figure.proposition.id)}#claims">+${left} more</a>`
      : null
  }</span>`;
}

function deniers(view: View, figure: PropositionView): Content {
  const denying = figure.positions.filter((position) => position.latest === 'denies');
  const names = [...new Set(denying.map((position) => voiceName(view.record, position.actor)))];
  if (names.length === 0) return null;
  return html` <span class="denied-by">Denied by ${isolated(names.slice(0, 3).join(', '))}${names.length > 3 ? ` and ${names.length - 3} more` : null}.</span>`;
}

/**
 * One page says one thing: the origins of a figure are those of all claims that put its proposition forward.
 * When the claims that state a number rest on others or fewer, that is said in words.
 */
function numberOrigins({ toll, origins }: PropositionView & { readonly toll: Toll }): Content {
  const { min, max } = toll.origins;
  if (min === origins.atLeast && max === origins.atMost) return null;
  return html` <span class="of-number">Those that state a number: ${originsWords(min, max)}.</span>`;
}

/**
 * The figure as a block of the summary.
 *
 * @example
 * figureBlock(view, figure, footnotes, '');
 */
export function figureBlock(
  view: View,
  figure: PropositionView & { readonly toll: Toll },
  footnotes: Footnotes,
  root: '' | '../',
): Html {
  const { toll, proposition } = figure;
  const bounds = tollBounds(toll);
  const number = headline(bounds).map((part) =>
    part.number ? html`${part.text} ` : html`<small>${said(part.text)}</small> `,
  );
  const group = proposition.scope.group;
  const place = proposition.scope.place;
  const about = html`${group === null ? null : html`<span class="about"><bdi>${group}</bdi></span>`}${place === null ? null : html`<span class="about">in <bdi>${place}</bdi></span>`}`;
  const interval = originsWords(figure.origins.atLeast, figure.origins.atMost);
  return html`<article class="fig"><h3><span class="n" data-figure="${proposition.id}">${number}</span><span class="w"><a href="${root}${propositionPath(proposition.id)}">${measureWords(proposition.measure)}</a></span></h3>
<p class="scope">${about} ${notes(view, root, figure, toll.used, footnotes)}</p>
${rangeChart(bounds)}
<p>${standingTags(figure.standing)}</p>
<p class="small">${lowBestHigh(bounds)} ${counted(figure.claims.length, 'claim')} on ${interval}.${numberOrigins(figure)}${deniers(view, figure)}${
    toll.beside.length === 0
      ? null
      : html` <span class="beside">Beside it: ${notes(view, root, figure, toll.beside, footnotes)}</span>`
  }</p></article>`;
}
