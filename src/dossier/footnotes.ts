/**
 * Footnotes of one page: a mark leads straight to the quoted words; the list at the end, made for paper,
 * repeats who says it through whom, the words, and in which source they stand.
 */
import type { Claim } from '../record/claim.ts';
import type { ClaimId } from '../record/id.ts';
import { chainLine, reviewMark, wordsLink } from './claim-entry.ts';
import { timeOf } from './edtf-words.ts';
import { type Content, type Html, html, isolated } from './html.ts';
import { onPaper } from './on-paper.ts';
import { wordsPath } from './paths.ts';
import { stanceMark } from './stance-sign.ts';
import { sourceTitle, type View } from './view.ts';

export interface Footnotes {
  /** The raised number for a claim; the same claim keeps its number. */
  readonly mark: (claim: Claim) => Html;
  /** The list of all marks made so far. */
  readonly list: () => Content;
}

/**
 * Starts the footnotes of a page.
 *
 * @param root way to the top folder, '' or '../'
 * @example
 * const notes = footnotesOf(view, '');
 */
export function footnotesOf(view: View, root: string): Footnotes {
  const numbers = new Map<ClaimId, number>();
  const claims: Claim[] = [];
  const mark = (claim: Claim): Html => {
    const known = numbers.get(claim.id) ?? claims.push(claim);
    numbers.set(claim.id, known);
    const source = view.record.sources.get(claim.source);
    return html`<sup><a class="fn" href="${root}${wordsPath(view, claim)}" aria-label="Footnote ${known}: the words in ${source === undefined ? 'its source' : sourceTitle(source)}">${known}</a></sup>`;
  };
  const list = (): Content =>
    claims.length === 0
      ? null
      : html`<ol class="footnotes">${claims.map((claim, index) => entry(view, root, claim, index + 1))}</ol>`;
  return { mark, list };
}

function entry(view: View, root: string, claim: Claim, number: number): Html {
  const source = view.record.sources.get(claim.source);
  return html`<li id="fn-${number}">${stanceMark(claim.stance)} ${chainLine(view, root, claim)}: ${wordsLink(view, root, claim, 240)} <span class="src-of">${
    source === undefined ? null : isolated(sourceTitle(source))
  }, ${timeOf(claim.saidAt)}</span>${reviewMark(claim)}${onPaper(source?.url ?? null)}</li>
`;
}
