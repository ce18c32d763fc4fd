/** Changes between two releases in words, each leading to its proposition. */
import type { ReleaseChange } from '../../record/release/release.ts';
import { counted } from '../figure-words.ts';
import { type Html, html } from '../html.ts';
import { propositionPath } from '../paths.ts';
import type { View } from '../view.ts';

/**
 * A change in words, without its proposition.
 *
 * @example
 * changeWords({ kind: 'claims', proposition, before: '1 claim', after: '2 claims' }); // 'rests on other claims: before 1 claim, now 2 claims'
 */
export function changeWords({ kind, before, after }: ReleaseChange): string {
  switch (kind) {
    case 'added':
      return `was added (${after ?? 'no claim'})`;
    case 'removed':
      return `is no longer in it (before ${before ?? 'no claim'})`;
    case 'reworded':
      return 'has other words';
    case 'figure':
      return `has other figures: before ${before ?? 'none'}; now ${after ?? 'none'}`;
    case 'claims':
      return `rests on other claims: before ${before ?? 'none'}, now ${after ?? 'none'}`;
    default:
      return kind satisfies never;
  }
}

/**
 * What a proposition is called on a page: its words, or its id where it is no longer in the release.
 *
 * @example
 * propositionWords(view, change.proposition);
 */
export function propositionWords(view: View, id: ReleaseChange['proposition']): string {
  return view.record.propositions.get(id)?.text ?? `Proposition ${id}`;
}

/**
 * A list of changes.
 *
 * @param root way to the top folder, '' or '../', or the public address
 * @example
 * changeList(view, view.options.release.changes, '');
 */
export function changeList(view: View, changes: readonly ReleaseChange[], root: string): Html {
  if (changes.length === 0)
    return html`<p class="none">No proposition and no figure changed; words beside them may have.</p>`;
  return html`<p>${counted(changes.length, 'change')}.</p><ul>${changes.map(
    (change) =>
      html`<li><a href="${root}${propositionPath(change.proposition)}"><bdi>${propositionWords(view, change.proposition)}</bdi></a> ${changeWords(change)}.</li>
`,
  )}</ul>`;
}
