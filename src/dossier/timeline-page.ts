/** The whole timeline. */
import type { DossierFile } from './dossier-file.ts';
import { counted } from './figure-words.ts';
import { html } from './html.ts';
import { heading, pageFile } from './page.ts';
import { stanceLegend } from './stance-sign.ts';
import { daysOf, timelineList } from './timeline.ts';
import type { View } from './view.ts';

/**
 * The page of everything that was said, by day.
 *
 * @example
 * timelinePage(view).path; // 'timeline.html'
 */
export function timelinePage(view: View): DossierFile {
  const claims = view.timeline;
  const list =
    claims.length === 0
      ? html`<p class="none">Nothing has been said yet.</p>`
      : timelineList(view, daysOf(claims), null);
  const main = html`<div class="frame">${heading('Timeline', counted(claims.length, 'utterance'))}<p class="lede">By the day on which it was said or published, not the day on which it is said to have happened.</p>${stanceLegend()}<h2 class="quiet">Days</h2>${list}</div>`;
  return pageFile(view, { path: 'timeline.html', title: 'Timeline', main, kind: 'sheet' });
}
