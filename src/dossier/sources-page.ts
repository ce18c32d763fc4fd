/** The list of sources: who put it out, when, what kind, how many claims were taken from it. */
import type { Source } from '../record/source.ts';
import type { DossierFile } from './dossier-file.ts';
import { timeOf } from './edtf-words.ts';
import { counted } from './figure-words.ts';
import { type Html, html } from './html.ts';
import { onPaper } from './on-paper.ts';
import { heading, pageFile } from './page.ts';
import { sourcePath } from './paths.ts';
import { actorName, sourceTitle, type View } from './view.ts';

function sourceItem(view: View, source: Source): Html {
  const publisher = actorName(view.record, source.publisher);
  const claims = view.claimsOf.get(source.id)?.length ?? 0;
  const text = (view.capturesOf.get(source.id) ?? []).some((capture) => capture.text !== null);
  return html`<li><b><bdi>${publisher ?? 'publisher unknown'}</bdi></b>, ${timeOf(source.publishedAt)}: <a href="${sourcePath(source.id)}"><bdi>${sourceTitle(source)}</bdi></a> <span class="kind">${source.kind.replace('-', ' ')}, ${counted(claims, 'claim')}${text ? null : ', no text'}</span>${onPaper(source.url)}</li>
`;
}

/**
 * A list of sources, for a page at the top of the folder.
 *
 * @example
 * sourceList(view, view.sources);
 */
export function sourceList(view: View, sources: readonly Source[]): Html {
  return html`<ol class="src">${sources.map((source) => sourceItem(view, source))}</ol>`;
}

/**
 * The page of all sources.
 *
 * @example
 * sourcesPage(view).path; // 'sources.html'
 */
export function sourcesPage(view: View): DossierFile {
  const list =
    view.sources.length === 0
      ? html`<p class="none">No source has been captured yet.</p>`
      : sourceList(view, view.sources);
  const main = html`<div class="frame">${heading('All sources', counted(view.sources.length, 'source'))}<p class="lede">Each leads to the stored copy of its text with every cited passage marked; of an internal source only the quoted passages are shown.</p>${list}</div>`;
  return pageFile(view, { path: 'sources.html', title: 'Sources', main, kind: 'sheet' });
}
