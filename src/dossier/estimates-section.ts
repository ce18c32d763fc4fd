/**
 * Estimates of the undocumented, in a box of their own: statistics, never added to a toll and never drawn with one. Every
 * method beside the others; a refused one with its reasons. The table behind them and the names of its lists stay in the
 * record: small counts may point at people; reasons speak of list A, B. So do their hashes: a table of small counts can be guessed from its hash.
 */

import type { LoggedEstimate, LoggedMethod } from '../record/estimate.ts';
import { dataTable } from './data-table.ts';
import { numberWords } from './figure-words.ts';
import { type Content, type Html, html } from './html.ts';
import { counted } from './said-words.ts';

/**
 * The box; the latest estimate of each subject.
 *
 * @param estimates as they stand in the log, oldest first
 * @returns null when there is none
 * @example
 * estimatesSection([]); // null
 */
export function estimatesSection(estimates: readonly LoggedEstimate[]): Content {
  const latest = latestEstimates(estimates);
  if (latest.length === 0) return null;
  return html`<section aria-labelledby="estimates"><h2 id="estimates">Estimates of what nobody recorded</h2><p class="note">Statistics from the overlap of lists: how many there may have been in all, recorded people included. They are no toll and are added to none. Methods are printed side by side because they disagree; where the data do not allow a figure, none is given.</p>${latest.map(box)}</section>`;
}

/**
 * The latest estimate of each subject.
 *
 * @param estimates oldest first
 * @example
 * latestEstimates([first, again]); // [again] when both are about the same
 */
export function latestEstimates(estimates: readonly LoggedEstimate[]): readonly LoggedEstimate[] {
  return [...new Map(estimates.map((estimate) => [estimate.about, estimate])).values()];
}

/**
 * Why a method gives no figure, with letters for the names of lists: the names stay in the record.
 *
 * @example
 * publishedReasons(estimate, ['List clinic holds fewer than 5 people.']); // ['List A holds fewer than 5 people.']
 */
export function publishedReasons(
  { lists }: Pick<LoggedEstimate, 'lists'>,
  reasons: readonly string[],
): readonly string[] {
  const letters = new Map(lists.map((name, at) => [name, String.fromCodePoint(65 + at)]));
  const names = lists
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (names.length === 0) return reasons;
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return reasons.map((reason) => reason.replace(named, (name) => letters.get(name) ?? name));
}

function box(estimate: LoggedEstimate): Html {
  const { about, recorded, lists, methods, program } = estimate;
  return html`<div class="panel"><h3><bdi>${about}</bdi></h3><p>${counted(recorded, 'person', 'people')} recorded on ${counted(lists.length, 'list')}.</p>${dataTable(
    {
      caption: `Estimates: ${about}`,
      columns: ['Method', 'All people', 'Limits (95 %)'],
      rows: methods.map((method) => row(estimate, method)),
      look: 'plain',
    },
  )}<p class="note">By ${program}. The estimate record stands in the log of the record; whoever is given it gets the same digits with “onrecord estimate --again”.</p></div>`;
}

function row(estimate: LoggedEstimate, method: LoggedMethod): readonly Content[] {
  if ('refused' in method)
    return [method.method, 'no figure', publishedReasons(estimate, method.refused).join(' ')];
  const people = html`${method.floor ? 'at least ' : null}<span class="num">${numberWords(method.people)}</span>`;
  return [
    method.method,
    people,
    html`<span class="num">${numberWords(method.low)}</span> to <span class="num">${numberWords(method.high)}</span>`,
  ];
}
