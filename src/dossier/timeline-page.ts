/** The whole timeline, parted when it is long. */

import type { DossierFile } from './dossier-file.ts';
import { html } from './html.ts';
import { heading, pageFile } from './page.ts';
import { partLinks, partPath, partsOf } from './paging.ts';
import { counted } from './said-words.ts';
import { stanceLegend } from './stance-sign.ts';
import { daysOf, timelineList } from './timeline.ts';
import type { View } from './view.ts';

/**
 * The pages of everything that was said, by day.
 *
 * @example
 * timelinePages(view)[0]?.path; // 'timeline.html'
 */
export function timelinePages(view: View): readonly DossierFile[] {
  const events = view.timeline;
  return partsOf(events).map((part) => {
    const list =
      events.length === 0
        ? html`<p class="none">Nothing has been said yet.</p>`
        : timelineList(view, daysOf(part.items), { root: '', most: null });
    const ways = partLinks('timeline', part);
    const main = html`<div class="frame">${heading('Timeline', counted(events.length, 'utterance'))}<p class="lede">By the day on which it was said or published, not the day on which it is said to have happened.</p>${stanceLegend()}${ways}<h2 class="quiet">Days</h2>${list}${part.items.length > 100 && ways !== null ? html`<p class="note">Page ${part.number} of ${part.of}; the others are linked above.</p>` : null}</div>`;
    return pageFile(view, {
      path: partPath('timeline', part.number),
      title: part.number === 1 ? 'Timeline' : `Timeline, page ${part.number}`,
      main,
      kind: 'sheet',
    });
  });
}
