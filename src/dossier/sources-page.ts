/** The list of sources: who put it out, when, what kind, how many claims were taken from it. */

import type { Source } from '../record/source.ts';
import type { DossierFile } from './dossier-file.ts';
import { timeOf } from './edtf-words.ts';
import { type Html, html, said } from './html.ts';
import { onPaper } from './on-paper.ts';
import { heading, pageFile } from './page.ts';
import { type PagePart, partLinks, partPath, partsOf } from './paging.ts';
import { sourcePath } from './paths.ts';
import { counted } from './said-words.ts';
import { actorName, sourceTitle, type View } from './view.ts';

function sourceItem(view: View, root: string, source: Source): Html {
  const publisher = actorName(view.record, source.publisher);
  const claims = view.claimsOf.get(source.id)?.length ?? 0;
  const text = (view.capturesOf.get(source.id) ?? []).some((capture) => capture.text !== null);
  return html`<li><b><bdi>${publisher ?? said('publisher unknown')}</bdi></b>, ${timeOf(source.publishedAt)}: <a href="${root}${sourcePath(source.id)}"><bdi>${sourceTitle(source)}</bdi></a> <span class="kind">${said(source.kind.replace('-', ' '))}, ${counted(claims, 'claim')}${text ? null : html`, no text`}</span>${onPaper(source.url)}</li>
`;
}

/**
 * A list of sources.
 *
 * @param root way to the top folder, '' or '../'
 * @example
 * sourceList(view, '', view.sources);
 */
export function sourceList(view: View, root: '' | '../', sources: readonly Source[]): Html {
  return html`<ol class="src">${sources.map((source) => sourceItem(view, root, source))}</ol>`;
}

/**
 * The pages of all sources.
 *
 * @example
 * sourcesPages(view)[0]?.path; // 'sources.html'
 */
export function sourcesPages(view: View): readonly DossierFile[] {
  return partsOf(view.sources).map((part) => sourcesPart(view, part));
}

function sourcesPart(view: View, part: PagePart<Source>): DossierFile {
  const list =
    view.sources.length === 0
      ? html`<p class="none">No source has been captured yet.</p>`
      : html`${partLinks('sources', part)}${sourceList(view, '', part.items)}`;
  const main = html`<div class="frame">${heading('All sources', counted(view.sources.length, 'source'))}<p class="lede">Each leads to the stored copy of its text with every cited passage marked; of an internal source only the quoted passages are shown.</p>${list}</div>`;
  return pageFile(view, {
    path: partPath('sources', part.number),
    title: part.number === 1 ? 'Sources' : `Sources, page ${part.number}`,
    main,
    kind: 'sheet',
  });
}
