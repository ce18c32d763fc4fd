/** One state or institution: what it answered to what, over time, in whose words, and which requests have no answer on record. */

import type { AnswerStep, MeasurePosition, StatePosition } from '../reckon/state-positions.ts';
import type { Claim } from '../record/claim.ts';
import { answerMark } from './answer-mark.ts';
import { chainLine, reviewMark, wordsLink } from './claim-entry.ts';
import type { DossierFile } from './dossier-file.ts';
import { timeOf } from './edtf-words.ts';
import { figureMark } from './figure-mark.ts';
import { type Content, type Html, html, isolated, plainLine, said } from './html.ts';
import { heading, pageFile } from './page.ts';
import { actorPath, statePath } from './paths.ts';
import { boundsWords, counted, measureWords } from './said-words.ts';
import { stanceMark } from './stance-sign.ts';
import type { View } from './view.ts';

const ROOT = '../';
/** Claims spelled out for one answer of one day. */
const MOST_TOLD = 6;

function claimsOf(view: View, ids: AnswerStep['claims']): readonly Claim[] {
  return ids.flatMap((id) => view.record.claims.get(id) ?? []);
}

function told(view: View, claims: readonly Claim[]): Content {
  const left = claims.length - MOST_TOLD;
  return html`<ul>${claims.slice(0, MOST_TOLD).map(
    (
      claim,
    ) => html`<li>${chainLine(view, ROOT, claim)}: ${wordsLink(view, ROOT, claim, 240)}${reviewMark(claim)}</li>
`,
  )}</ul>${left > 0 ? html`<p class="note">and ${counted(left, 'further claim')}</p>` : null}`;
}

function numberOf({ claims: [first], count }: AnswerStep): Content {
  if (count === null) return null;
  return first === undefined ? boundsWords(count) : figureMark(first, boundsWords(count));
}

function stepOf(view: View, step: AnswerStep): Html {
  const whose = step.statedBy === 'itself' ? said('in its own words') : said('as others say');
  const number = step.count === null ? null : html`, ${numberOf(step)} people`;
  const reason =
    step.reason === null
      ? null
      : html`<p>Reason given: <q class="q" dir="auto">${plainLine(step.reason.exact, 400)}</q></p>`;
  const denied =
    step.deniedBy.length === 0
      ? null
      : html`<p class="was">${stanceMark('denies')} by the responder itself</p>${told(view, claimsOf(view, step.deniedBy))}`;
  return html`<li><p>${timeOf(step.day)}: ${answerMark(step.answer)}${number}, ${whose}</p>${reason}${told(view, claimsOf(view, step.claims))}${denied}</li>
`;
}

/**
 * Since when a request has no answer on record, as a sentence; null when nobody asked or an answer is on record since.
 *
 * @example
 * waitingWords({ on: '2031-05-02', claims: [], daysWithout: 10 }); // 'asked by 2 May 2031, no answer on record since: 10 days'
 */
export function waitingWords(asked: MeasurePosition['asked']): Content {
  if (asked === null || asked.on === null || asked.daysWithout === null) return null;
  return html`asked by ${timeOf(asked.on)}, no answer on record since: ${counted(asked.daysWithout, 'day')}`;
}

function measureSection(view: View, position: MeasurePosition): Html {
  const { measure, steps, asked } = position;
  const waiting = waitingWords(asked);
  const requests =
    asked === null ? null : html`<h3>Requests on record</h3>${told(view, claimsOf(view, asked.claims))}`;
  return html`<section aria-labelledby="m-${measure}"><h2 id="m-${measure}">${measureWords(measure)}</h2>${
    waiting === null ? null : html`<p class="lede">${waiting}, as of ${timeOf(view.asOf)}.</p>`
  }${
    steps.length === 0
      ? html`<p class="none">No answer is on record.</p>`
      : html`<ol class="steps">${steps.map((step) => stepOf(view, step))}</ol>`
  }${requests}</section>
`;
}

/**
 * The page of a state.
 *
 * @param index of the state in the list, 0-based
 * @example
 * statePage(view, state, 0).path; // 'states/act_….html'
 */
export function statePage(view: View, state: StatePosition, index: number): DossierFile {
  const main = html`<div class="frame">${heading('Answers over time', isolated(state.byName))}${
    state.by === null || !view.record.actors.has(state.by)
      ? null
      : html`<p class="small"><a href="${ROOT}${actorPath(state.by)}">Everything it says in this record</a></p>`
  }<p class="lede">What was answered on which day, and in whose words. “Declined” answers without answering; “silent” was asked and gave no reply; neither is “refused”. That no answer is on record does not say that none was given.</p>${state.measures.map((position) => measureSection(view, position))}</div>`;
  return pageFile(view, { path: statePath(state, index), title: state.byName, main, kind: 'reading' });
}
