/** What the people who publish say of the method, in each language of the release. */
import { type Content, html } from '../html.ts';
import type { View } from '../view.ts';

/**
 * The section; null for a dossier that is no release.
 *
 * @example
 * methodNotes(view);
 */
export function methodNotes({ options: { release } }: View): Content {
  if (release === undefined) return null;
  return html`<section aria-labelledby="notes-of-people"><h2 id="notes-of-people">What the people who publish this say</h2>${release.profile.methodNotes.map(
    ({ lang, text }) =>
      html`<div lang="${lang}" dir="auto">${text.split(/\n{2,}/).map((part) => html`<p dir="auto">${part}</p>`)}</div>`,
  )}</section>`;
}
