/**
 * What changed between two releases, proposition by proposition, told in figures and ids alone: the log keeps it, and what is erased
 * later must not live on there in words.
 */

import type { FiledProposition, RecordFile } from '../../exchange/record-file/record-file.ts';
import { counted } from '../../record/number-words.ts';
import type { ReleaseChange, ReleaseChangeKind } from '../../record/release/release.ts';

/**
 * Compares two published records; in the order of the later one, what is gone at the end.
 *
 * @example
 * releaseChanges(before, after)[0]; // { kind: 'figure', proposition, before: 'low 12, best 12, …', after: 'low 26, …' }
 */
export function releaseChanges(before: RecordFile, after: RecordFile): readonly ReleaseChange[] {
  const earlier = new Map(before.propositions.map((one) => [one.id, one]));
  const later = new Set(after.propositions.map(({ id }) => id));
  return [
    ...after.propositions.flatMap((now) => {
      const then = earlier.get(now.id);
      return then === undefined ? [change('added', now, null, claimsWords(now))] : between(then, now);
    }),
    ...before.propositions
      .filter(({ id }) => !later.has(id))
      .map((then) => change('removed', then, claimsWords(then), null)),
  ];
}

function between(then: FiledProposition, now: FiledProposition): readonly ReleaseChange[] {
  const changes: ReleaseChange[] = [];
  if (then.text !== now.text) changes.push(change('reworded', now, null, null));
  const [was, is] = [figureWords(then), figureWords(now)];
  if (was !== is) changes.push(change('figure', now, was, is));
  else if ([...then.claims].sort().join() !== [...now.claims].sort().join())
    changes.push(change('claims', now, claimsWords(then), claimsWords(now)));
  return changes;
}

function change(
  kind: ReleaseChangeKind,
  { id: proposition }: FiledProposition,
  before: string | null,
  after: string | null,
): ReleaseChange {
  return { kind, proposition, before, after };
}

function claimsWords({ claims }: FiledProposition): string {
  return counted(claims.length, 'claim');
}

/** "low 12, best 12, high 26; 2 origins or more; corroborated". */
function figureWords({ toll, origins, standing }: FiledProposition): string {
  const bound = (name: 'low' | 'best' | 'high'): string => `${name} ${toll?.[name]?.value ?? 'not stated'}`;
  const numbers = toll === null ? [] : [`${bound('low')}, ${bound('best')}, ${bound('high')}`];
  const { atLeast, atMost } = origins;
  const range = atLeast === atMost ? `${atLeast}` : `${atLeast} to ${atMost ?? 'open'}`;
  return [...numbers, `origins ${range}`, [standing.word, ...standing.flags].join(', ')].join('; ');
}
