/**
 * Comments and assignments that may hold words of a source that is erased: they go with it, whole. Of a comment on a proposition or an
 * incident nobody can say from which of its sources its words are: it goes with any of them.
 */
import type { SourceId } from '../../../record/id.ts';
import type { Assignment } from '../../../record/team/assignment.ts';
import type { Comment } from '../../../record/team/comment.ts';
import { allKept } from '../kept.ts';
import type { Team } from '../team.ts';
import { dropMentions } from './mentions.ts';

/**
 * Drops them.
 *
 * @example
 * await forgetWords(team, ['src_…']);
 */
export async function forgetWords(team: Team, sources: readonly SourceId[]): Promise<void> {
  const goes = (of: { readonly sources: readonly SourceId[] }): boolean =>
    of.sources.some((one) => sources.includes(one));
  for (const { id, value } of await allKept<Comment>(team, 'comment'))
    if (goes(value)) {
      await dropMentions(team, value.id);
      await team.store.drop('comment', id);
    }
  for (const { id, value } of await allKept<Assignment>(team, 'assignment'))
    if (goes(value)) await team.store.drop('assignment', id);
}
