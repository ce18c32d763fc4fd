/** A proposition that an earlier release held and this one does not: its address stays, and says what became of it. */
import type { PropositionId } from '../../record/id.ts';
import type { DossierFile } from '../dossier-file.ts';
import { html, said } from '../html.ts';
import { heading, pageFile } from '../page.ts';
import { propositionPath } from '../paths.ts';
import type { View } from '../view.ts';
import { releaseAnchor } from './changes-page.ts';
import type { ShownRelease } from './shown-release.ts';

/**
 * The pages of all that is gone.
 *
 * @example
 * gonePages(view, release)[0]?.path; // 'propositions/prp_….html'
 */
export function gonePages(view: View, release: ShownRelease): readonly DossierFile[] {
  const shown = new Set(view.propositions.map(({ proposition }) => proposition.id));
  const gone = new Map<PropositionId, Pick<ShownRelease, 'id' | 'number' | 'corrects'>>();
  for (const one of [...release.earlier, release])
    for (const { kind, proposition } of one.changes)
      if (kind === 'removed' && !shown.has(proposition)) gone.set(proposition, one);
  return [...gone].map(([id, { id: by, number, corrects }]) => {
    const main = html`<div class="frame">${heading('Proposition', said('No longer in this release'))}<p>An earlier release held the proposition <code>${id}</code>. Release ${number} took it out: <bdi>${corrects?.reason ?? ''}</bdi> <a href="${`../changes.html#${releaseAnchor(by)}`}">What changed with it</a></p></div>`;
    return pageFile(view, {
      path: propositionPath(id),
      title: 'No longer in this release',
      main,
      kind: 'reading',
    });
  });
}
