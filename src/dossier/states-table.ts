/** States side by side: how many claims tell of which answer, where each stands last, and what waits for an answer. */

import type { StatePosition } from '../reckon/state-positions.ts';
import { ANSWERS } from '../record/proposition.ts';
import { answerMark } from './answer-mark.ts';
import { dataTable } from './data-table.ts';
import { timeOf } from './edtf-words.ts';
import { type Content, type Html, html, isolated, said } from './html.ts';
import { statePath } from './paths.ts';
import { measureWords } from './said-words.ts';
import { waitingWords } from './state-page.ts';
import type { View } from './view.ts';

function standsLast(state: StatePosition): Content {
  const lines = state.measures.flatMap(({ measure, latest }) =>
    latest.map(
      ({ answer, day, statedBy }) =>
        html`<span class="was">${measureWords(measure)}: ${answerMark(answer)} ${statedBy === 'itself' ? said('in its own words') : said('as others say')}, ${timeOf(day)}</span>`,
    ),
  );
  return lines.length === 0 ? said('no dated answer') : lines;
}

function waits(state: StatePosition): Content {
  const lines = state.measures.flatMap(({ measure, asked }) => {
    const words = waitingWords(asked);
    return words === null ? [] : [html`<span class="was">${measureWords(measure)}: ${words}</span>`];
  });
  return lines.length === 0 ? '–' : lines;
}

/**
 * The table of states; null when nobody answered and nobody was asked.
 *
 * @example
 * statesTable(view);
 */
export function statesTable(view: View): Html | null {
  if (view.states.length === 0) return null;
  return dataTable({
    caption: 'States and institutions by answer, in claims',
    columns: ['Who', ...ANSWERS, 'Last', 'Waiting'],
    rows: view.states.map((state, index): readonly Content[] => [
      html`<a href="${statePath(state, index)}">${isolated(state.byName)}</a>`,
      ...ANSWERS.map((answer) => html`<span class="num">${state.claims[answer]}</span>`),
      standsLast(state),
      waits(state),
    ]),
    look: 'responses states',
  });
}
