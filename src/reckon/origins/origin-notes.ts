/** What a person should know about a count of origins, in sentences. */
import type { Utterance, Voice } from '../../record/utterance.ts';
import type { OriginBounds } from './bound-origins.ts';
import type { ClaimBasis } from './claim-basis.ts';
import type { ClaimGraph } from './graph-draft.ts';
import type { Origin } from './origin-count.ts';

interface Noted {
  readonly counted: readonly Utterance[];
  readonly basis: ClaimBasis;
  readonly graph: ClaimGraph;
  readonly bounds: OriginBounds;
  readonly origins: readonly Origin[];
  readonly toObtain: readonly Voice[];
  /** Claims handed in that are not on the side counted. */
  readonly leftOut: number;
}

/**
 * The notes, the assumption that every count makes first.
 *
 * @example
 * notesOn(noted)[0]; // 'Assumes that each report names the whole basis of what it says.'
 */
export function notesOn({
  counted,
  basis,
  graph,
  bounds,
  origins,
  toObtain,
  leftOut,
}: Noted): readonly string[] {
  const notes = ['Assumes that each report names the whole basis of what it says.'];
  const untraced = origins.filter(({ kind }) => kind === 'untraced').length;
  const anonymous = origins.filter(({ kind }) => kind === 'anonymous').length;
  if (untraced > 1)
    notes.push(`${untraced} untraced voices may share one basis: they count once in "at least".`);
  if (anonymous > 0)
    notes.push(
      `${phrase(anonymous, 'unnamed voice')} may be any other voice: only a number that the text states raises "at least".`,
    );
  const doubtful = graph.links.filter(({ certainty }) => certainty === 'possible').length;
  if (doubtful > 0)
    notes.push(
      `${phrase(doubtful, 'doubtful link')} not decided on: counted both ways, as there and as not there.`,
    );
  if (toObtain.length > 0)
    notes.push(
      `${phrase(toObtain.length, 'cited outlet')} not in the record: obtain the report to narrow this.`,
    );
  if (basis.unmatched.length > 0) {
    const ids = basis.unmatched.map((at) => counted[at]?.claim ?? '').toSorted();
    notes.push(`Cited with a figure that the record does not hold from the cited voice: ${ids.join(', ')}.`);
  }
  if (bounds.circles.length > 0)
    notes.push(
      'Reports that rest only on each other establish nothing: counted as at most one unknown origin.',
    );
  if (leftOut > 0)
    notes.push(`${phrase(leftOut, 'claim')} against or beside the proposition left out of the count.`);
  return [...notes, ...bounds.notes];
}

function phrase(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
