/** What states and institutions answered: granted, refused, declined, silent, in whose words. */

import type { ResponseRow } from '../reckon/responses.ts';
import type { Claim } from '../record/claim.ts';
import type { Answer } from '../record/proposition.ts';
import { actorLink, reviewMark } from './claim-entry.ts';
import { dataTable } from './data-table.ts';
import { timeOf } from './edtf-words.ts';
import { boundsWords, measureWords } from './figure-words.ts';
import type { Footnotes } from './footnotes.ts';
import { type Content, type Html, html, isolated, plainLine } from './html.ts';
import { stanceMark } from './stance-sign.ts';
import { type View, wordsOf } from './view.ts';

const LOOK: Readonly<Record<Answer, { readonly shape: string; readonly look: string }>> = {
  granted: { shape: '▲', look: 'confirms' },
  refused: { shape: '✕', look: 'stop' },
  partly: { shape: '◐', look: 'disputes' },
  pending: { shape: '…', look: 'declines' },
  declined: { shape: '□', look: 'declines' },
  silent: { shape: '·', look: 'silent' },
};

function answerMark(answer: Answer): Html {
  return html`<span class="st ${LOOK[answer].look}"><i aria-hidden="true">${LOOK[answer].shape}</i>${answer}</span>`;
}

function whose(view: View, response: ResponseRow, basis: readonly Claim[], footnotes: Footnotes): Content {
  const first = basis[0];
  const words = response.reason ?? (first === undefined ? '' : (wordsOf(first)?.exact ?? ''));
  const lead = response.statedBy === 'itself' ? 'in its own words' : 'as others say about it';
  const marks = basis.slice(0, 6).map((claim) => html`${footnotes.mark(claim)}${reviewMark(claim)}`);
  const denied = response.deniedBy.flatMap((id) => view.record.claims.get(id) ?? []);
  const denial =
    denied.length === 0
      ? null
      : html`<span class="was">${stanceMark('denies')} by the responder itself ${denied.map((claim) => footnotes.mark(claim))}</span>`;
  return html`<span class="by">${lead}</span>${marks} <q class="q" dir="auto">${plainLine(words, 220)}</q>${denial}`;
}

/**
 * The table of answers; a sentence when there is none.
 *
 * @example
 * responsesTable(view, view.responses, footnotes);
 */
export function responsesTable(view: View, responses: readonly ResponseRow[], footnotes: Footnotes): Html {
  if (responses.length === 0)
    return html`<p class="none">No answer of a state or institution is on record.</p>`;
  const rows = responses.map((response): readonly Content[] => {
    const basis = response.basis.flatMap((id) => view.record.claims.get(id) ?? []);
    return [
      response.by !== null && view.record.actors.has(response.by)
        ? actorLink(view, '', response.by)
        : isolated(response.byName),
      measureWords(response.measure),
      answerMark(response.answer),
      response.count === null ? 'not stated' : html`<span class="num">${boundsWords(response.count)}</span>`,
      timeOf(response.answeredAt),
      whose(view, response, basis, footnotes),
    ];
  });
  return dataTable({
    caption: 'Answers of states and institutions',
    columns: ['Who', 'Asked for', 'Answer', 'People', 'Day', 'In whose words'],
    rows,
    look: 'responses',
  });
}
