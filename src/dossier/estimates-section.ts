/**
 * Estimates of the undocumented, in a box of their own: statistics, never added to a toll and never drawn with one. Every
 * method beside the others; a refused one with its reasons. The table behind them and the names of its lists stay in the
 * record: small counts may point at people. So do their hashes: a table of small counts can be guessed from its hash.
 */
import type { LoggedEstimate, LoggedMethod } from '../record/estimate.ts';
import { dataTable } from './data-table.ts';
import { counted, numberWords } from './figure-words.ts';
import { type Content, type Html, html } from './html.ts';

/**
 * The box; the latest estimate of each subject.
 *
 * @param estimates as they stand in the log, oldest first
 * @returns null when there is none
 * @example
 * estimatesSection([]); // null
 */
export function estimatesSection(estimates: readonly LoggedEstimate[]): Content {
  const latest = new Map(estimates.map((estimate) => [estimate.about, estimate]));
  if (latest.size === 0) return null;
  return html`<section aria-labelledby="estimates"><h2 id="estimates">Estimates of what nobody recorded</h2><p class="note">Statistics from the overlap of lists: how many there may have been in all, recorded people included. They are no toll and are added to none. Methods are printed side by side because they disagree; where the data do not allow a figure, none is given.</p>${[
    ...latest.values(),
  ].map(box)}</section>`;
}

function box(estimate: LoggedEstimate): Html {
  const { about, recorded, lists, methods, program } = estimate;
  return html`<div class="panel"><h3><bdi>${about}</bdi></h3><p>${counted(recorded, 'person', 'people')} recorded on ${counted(lists.length, 'list')}.</p>${dataTable(
    {
      caption: `Estimates: ${about}`,
      columns: ['Method', 'All people', 'Limits (95 %)'],
      rows: methods.map(row),
      look: 'plain',
    },
  )}<p class="note">By ${program}. The estimate record stands in the log of the record; whoever is given it gets the same digits with “onrecord estimate --again”.</p></div>`;
}

function row(method: LoggedMethod): readonly Content[] {
  if ('refused' in method) return [method.method, 'no figure', method.refused.join(' ')];
  const people = html`${method.floor ? 'at least ' : null}<span class="num">${numberWords(method.people)}</span>`;
  return [
    method.method,
    people,
    html`<span class="num">${numberWords(method.low)}</span> to <span class="num">${numberWords(method.high)}</span>`,
  ];
}
