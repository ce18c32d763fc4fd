/** What states and institutions answered: granted, refused, declined, silent, in whose words. */

import type { ResponseRow } from '../reckon/responses.ts';
import type { Claim } from '../record/claim.ts';
import { answerMark } from './answer-mark.ts';
import { dataTable } from './data-table.ts';
import { timeOf } from './edtf-words.ts';
import { figureMark } from './figure-mark.ts';
import type { Footnotes } from './footnotes.ts';
import { type Content, type Html, html, isolated, plainLine, said } from './html.ts';
import { responderCell } from './responder-cell.ts';
import { boundsWords, measureWords } from './said-words.ts';
import { spokenWords } from './spoken-words.ts';
import { stanceMark } from './stance-sign.ts';
import { actorName, type View } from './view.ts';

/** Claims whose words are spelled out for one answer. */
const MOST_TOLD = 3;

/** Whose words: the responder's own, or what others tell; and through which outlet they came. */
function lead(view: View, response: ResponseRow, claim: Claim): Content {
  const outlet = claim.chain[0];
  const teller = claim.stance === 'silent' ? (claim.chain.at(-2) ?? outlet) : claim.chain.at(-1);
  const nameOf = (step: typeof outlet): Content => {
    if (step === undefined) return said('an unknown outlet');
    const name = actorName(view.record, step.speaker);
    if (name !== null) return isolated(name);
    return step.named === '' ? said('somebody unnamed') : html`unnamed “${isolated(step.named)}”`;
  };
  const through = claim.chain.length > 1 && outlet?.speaker !== null && outlet?.speaker !== teller?.speaker;
  if (response.statedBy === 'itself')
    return through ? html`in its own words, as told by ${nameOf(outlet)}` : said('in its own words');
  return through
    ? html`as told by ${nameOf(teller)} in ${nameOf(outlet)}`
    : html`as told by ${nameOf(teller)}`;
}

function inWords(view: View, response: ResponseRow, claim: Claim, footnotes: Footnotes): Html {
  const evidence = claim.passages
    .slice(1, 3)
    .map((passage) => html`<q class="q in-support" dir="auto">${plainLine(passage.exact, 320)}</q>`);
  return html`<div class="told ${claim.status}"><span class="by">${lead(view, response, claim)}, ${timeOf(claim.saidAt)}</span>${footnotes.mark(claim)}${claim.status === 'proposed' ? html`<span class="vh"> unreviewed</span>` : null} <q class="q" dir="auto">${plainLine(spokenWords(view, claim), 220)}</q>${evidence}</div>`;
}

function whose(view: View, response: ResponseRow, basis: readonly Claim[], footnotes: Footnotes): Content {
  const shown = basis.slice(0, MOST_TOLD).map((claim) => inWords(view, response, claim, footnotes));
  const rest = basis.slice(MOST_TOLD, MOST_TOLD + 6).map((claim) => footnotes.mark(claim));
  const denied = response.deniedBy.flatMap((id) => view.record.claims.get(id) ?? []);
  const denial =
    denied.length === 0
      ? null
      : html`<span class="was">${stanceMark('denies')} by the responder itself ${denied.map((claim) => footnotes.mark(claim))}</span>`;
  const left = basis.length - shown.length;
  return html`${shown}${left === 0 ? null : html`<span class="was">and ${left} more ${rest}</span>`}${denial}`;
}

function dayCell(response: ResponseRow): Html {
  if (response.answeredAt !== null) return html`said ${timeOf(response.answeredAt)}`;
  return response.reportedAt === null ? timeOf(null) : html`reported ${timeOf(response.reportedAt)}`;
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
      responderCell(view, response),
      measureWords(response.measure),
      answerMark(response.answer),
      response.count === null
        ? said('not stated')
        : basis[0] === undefined
          ? boundsWords(response.count)
          : figureMark(basis[0].id, boundsWords(response.count)),
      dayCell(response),
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
