/** One claim in full: its sign, its chain spelled out, number, day, and the exact words as a link to where they stand. */

import type { Attribution } from '../record/attribution.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId } from '../record/id.ts';
import { timeOf } from './edtf-words.ts';
import { type Content, type Html, html, isolated, joined, plainLine, said } from './html.ts';
import { actorPath, entryAnchor, sourcePath, wordsPath } from './paths.ts';
import { quantityWords } from './said-words.ts';
import { shownWords } from './spoken-words.ts';
import { stanceMark } from './stance-sign.ts';
import { actorName, sourceTitle, type View } from './view.ts';

/**
 * An actor as a link to what the record holds of it.
 *
 * @example
 * actorLink(view, root, step.speaker);
 */
export function actorLink(view: View, root: string, actor: ActorId): Html {
  return html`<a href="${root}${actorPath(actor)}"><bdi>${actorName(view.record, actor) ?? said('name not published')}</bdi></a>`;
}

function speakerOf(view: View, root: string, step: Attribution): Html {
  if (step.speaker === null || !view.record.actors.has(step.speaker))
    return html`<span class="unnamed">${step.named === '' ? 'unnamed' : html`unnamed: “${isolated(step.named)}”`}</span>`;
  const name = actorName(view.record, step.speaker);
  const mention = step.named !== '' && step.named !== name && step.passage !== null;
  return html`${actorLink(view, root, step.speaker)}${mention ? html` <span class="mention">(“${isolated(step.named)}”)</span>` : null}`;
}

const FORCE: Readonly<Record<string, string>> = {
  distancing: 'words that keep their distance',
  endorsing: 'words that vouch for it',
};

function stepOf(view: View, root: string, step: Attribution): Html {
  const cue = step.cue;
  const force = cue === null ? undefined : FORCE[cue.force];
  return html`<span class="step">${speakerOf(view, root, step)}${
    cue === null
      ? null
      : html` <span class="cue-words">“${isolated(cue.text)}”</span>${force === undefined ? null : html` <small>(${said(force)})</small>`}`
  }</span>`;
}

/**
 * The chain of mouths, outermost first.
 *
 * @example
 * chainLine(view, root, claim); // Lark Daily → The Courier “has alleged”
 */
export function chainLine(view: View, root: string, claim: Claim): Html {
  return html`<span class="chain">${joined(
    claim.chain.map((step) => stepOf(view, root, step)),
    html` <span class="then" aria-label="which cites">→</span> `,
  )}</span>`;
}

/**
 * The mark of a proposal that nobody reviewed; nothing for an accepted claim.
 *
 * @example
 * reviewMark(claim);
 */
export function reviewMark(claim: Claim): Content {
  return claim.status === 'proposed' ? html` <span class="tag dashed">unreviewed</span>` : null;
}

/**
 * The claim's words in quotation marks, linked to where they stand in the stored copy.
 *
 * @param limit code points shown
 * @example
 * wordsLink(view, root, claim, 120);
 */
export function wordsLink(view: View, root: string, claim: Claim, limit: number): Html {
  const words = plainLine(shownWords(view, claim), limit);
  return html`<a class="words" href="${root}${wordsPath(view, claim)}"><q dir="auto">${words}</q></a>`;
}

function furtherWords(claim: Claim): Content {
  return claim.passages
    .slice(1)
    .map((passage) => html`<p class="further">also: <q dir="auto">${plainLine(passage.exact, 400)}</q></p>`);
}

function provenance(view: View, root: string, claim: Claim): Html {
  const source = view.record.sources.get(claim.source);
  const place = claim.where === null ? null : html` · where: ${isolated(claim.where)}`;
  const when = claim.when === null ? null : html` · about ${timeOf(claim.when.edtf)}`;
  const by =
    claim.status === 'proposed'
      ? html` · proposed by ${claim.extraction?.by ?? 'a program'}, not reviewed`
      : html` · accepted by a person`;
  return html`<p class="from">in <a href="${root}${sourcePath(claim.source)}"><bdi>${source === undefined ? 'its source' : sourceTitle(source)}</bdi></a>${place}${when}${by}</p>`;
}

/**
 * A claim as an entry of a list.
 *
 * @param root way to the top folder, '' or '../'
 *
 * @example
 * html`<ol>${claims.map((claim) => claimEntry(view, '../', { claim, number: 1 }))}</ol>`;
 */
export function claimEntry(
  view: View,
  root: string,
  { claim, number: place }: { readonly claim: Claim; readonly number: number },
): Html {
  const quantity = claim.quantity;
  const number =
    quantity === null
      ? null
      : html` <span class="qty" data-figure="${claim.id}">${quantityWords(quantity)}</span> <span class="wording">worded “${isolated(quantity.wording)}”</span>`;
  return html`<li id="${entryAnchor(claim.id)}" class="claim ${claim.status}">
<p class="line"><span class="no">${place}</span> ${stanceMark(claim.stance)}${number} <span class="said">${timeOf(claim.saidAt)}</span>${reviewMark(claim)}</p>
<p class="who">${chainLine(view, root, claim)}</p>
<blockquote>${wordsLink(view, root, claim, 600)}</blockquote>
${furtherWords(claim)}${provenance(view, root, claim)}</li>
`;
}
