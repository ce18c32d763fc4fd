/** Changes between two releases in words, each leading to its proposition. */
import type { ReleaseChange } from '../../record/release/release.ts';
import { type Html, html, said } from '../html.ts';
import { propositionPath } from '../paths.ts';
import { counted } from '../said-words.ts';
import type { View } from '../view.ts';

/**
 * A change in words, without its proposition.
 *
 * @example
 * changeWords({ kind: 'claims', proposition, before: '1 claim', after: '2 claims' }); // rests on other claims: before 1 claim, now 2 claims
 */
function changeWords({ kind, before, after }: ReleaseChange): Html {
  const [was, is] = [said(before ?? 'none'), said(after ?? 'none')];
  switch (kind) {
    case 'added':
      return html`was added (${said(after ?? 'no claim')}).`;
    case 'removed':
      return html`is no longer in it (before ${said(before ?? 'no claim')}).`;
    case 'reworded':
      return html`has other words.`;
    case 'figure':
      return html`has other figures: before ${was}; now ${is}.`;
    case 'claims':
      return html`rests on other claims: before ${was}, now ${is}.`;
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
function propositionWords(view: View, id: ReleaseChange['proposition']): string {
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
      html`<li><a href="${root}${propositionPath(change.proposition)}"><bdi>${propositionWords(view, change.proposition)}</bdi></a> ${changeWords(change)}</li>
`,
  )}</ul>`;
}
