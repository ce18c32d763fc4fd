/** What was said when: days down; on each day who said what, with every source that carries it. Unknown days last. */

import type { TimelineEvent } from '../reckon/timeline.ts';
import type { Claim } from '../record/claim.ts';
import { chainLine, reviewMark } from './claim-entry.ts';
import { timeOf } from './edtf-words.ts';
import { figureMark } from './figure-mark.ts';
import { type Content, type Html, html, joined } from './html.ts';
import { propositionPath, wordsPath } from './paths.ts';
import { boundsWords, edtfWords } from './said-words.ts';
import { stanceMark } from './stance-sign.ts';
import type { View } from './view.ts';

/** Chains spelled out for one event; the proposition's page has all. */
const MOST_CHAINS = 5;

/** What was said on one day. */
export interface Day {
  readonly day: string | null;
  readonly events: readonly TimelineEvent[];
}

/**
 * Events by day, in their order.
 *
 * @example
 * daysOf(view.timeline);
 */
export function daysOf(timeline: readonly TimelineEvent[]): readonly Day[] {
  const days = new Map<string, { readonly day: string | null; readonly events: TimelineEvent[] }>();
  for (const event of timeline) {
    const known = days.get(event.day ?? '');
    if (known === undefined) days.set(event.day ?? '', { day: event.day, events: [event] });
    else known.events.push(event);
  }
  return [...days.values()];
}

function chains(view: View, root: string, event: TimelineEvent, claims: readonly Claim[]): Content {
  const shown = claims
    .slice(0, MOST_CHAINS)
    .map((claim) => html`<span class="via">${chainLine(view, root, claim)}${reviewMark(claim)}</span>`);
  const left = claims.length - shown.length;
  return html`${joined(shown, html`<br>`)}${left > 0 ? html` <a class="more" href="${root}${propositionPath(event.proposition)}#claims">and ${left} more</a>` : null}`;
}

function line(view: View, root: string, event: TimelineEvent): Html {
  const claims = event.claims.flatMap((id) => view.record.claims.get(id) ?? []);
  const first = claims[0];
  const proposition = view.record.propositions.get(event.proposition);
  const mark = stanceMark(event.stance);
  const number =
    event.figure === null
      ? null
      : html` ${figureMark(first?.id ?? event.proposition, boundsWords(event.figure))}`;
  const about =
    proposition === undefined
      ? null
      : html`<a class="about-link" href="${root}${propositionPath(proposition.id)}"><bdi>${proposition.text}</bdi></a>`;
  return html`<li class="${first?.status ?? 'accepted'}">${first === undefined ? mark : html`<a class="cell" href="${root}${wordsPath(view, first)}">${mark}</a>`}${number} ${about}<br>${chains(view, root, event, claims)}</li>
`;
}

/**
 * The timeline of some days.
 *
 * @param root way to the top folder, '' or '../'
 * @param most events shown for a day; null for all
 * @example
 * timelineList(view, daysOf(view.timeline).slice(-10), { root: '', most: 6 });
 */
export function timelineList(
  view: View,
  days: readonly Day[],
  { root, most }: { readonly root: '' | '../'; readonly most: number | null },
): Html {
  return html`<ol class="timeline">${days.map(({ day, events }) => {
    const shown = most === null ? events : events.slice(0, most);
    const left = events.length - shown.length;
    return html`<li><h3 class="day">${day === null ? edtfWords(null) : timeOf(day)}</h3><ul>${shown.map((event) => line(view, root, event))}${
      left > 0 ? html`<li><a href="${root}timeline.html">and ${left} more that day</a></li>` : null
    }</ul></li>
`;
  })}</ol>`;
}
