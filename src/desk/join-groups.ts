/** Propositions that may be one, those that hang together in one group: a person chooses which of them are. Nothing is joined here. */
import type { PropositionId } from '../record/id.ts';
import { type ClaimView, viewClaim } from './claim-view.ts';
import type { Desk } from './desk.ts';
import type { FoundProposition } from './find-propositions.ts';
import { pairsHeldApart } from './hold-apart.ts';
import { openLookup } from './lookup.ts';
import { type JoinPair, suggestJoins } from './suggest-joins.ts';

export interface JoinGroup {
  /** Two or more, the most spoken-of first. */
  readonly members: readonly FoundProposition[];
  /** Why, each reason once, that of the best pair first. */
  readonly because: readonly string[];
}

export interface JoinGroups {
  /** The largest first. */
  readonly groups: readonly JoinGroup[];
  /** Propositions that were not compared, because there are too many. */
  readonly notCompared: number;
}

/** A group as a person reads it. */
export interface WordedGroup {
  readonly members: readonly (FoundProposition & {
    /** BCP 47. */
    readonly lang: string;
    /** The first claim on it; null: none is accepted or waits. */
    readonly said: ClaimView | null;
  })[];
  /** Members that are not told. */
  readonly more: number;
  readonly because: readonly string[];
}

/** So many of a group are shown. */
const MOST_TOLD = 60;

/**
 * Groups the pairs of `suggestJoins`. Two that a person holds apart are never in one group, whatever lies between them.
 *
 * @example
 * const { groups } = await joinGroups(desk);
 * groups[0]?.members.length; // 14
 */
export async function joinGroups(desk: Pick<Desk, 'store'>): Promise<JoinGroups> {
  const { pairs, notCompared } = await suggestJoins(desk, {});
  const apart = (await pairsHeldApart(desk)).map(({ pair }) => pair);
  const groupOf = new Map<PropositionId, Set<PropositionId>>();
  const found = new Map<PropositionId, FoundProposition>();
  for (const { into, from } of pairs) {
    for (const one of [into, from]) {
      found.set(one.id, one);
      if (!groupOf.has(one.id)) groupOf.set(one.id, new Set([one.id]));
    }
    const [a, b] = [groupOf.get(into.id), groupOf.get(from.id)];
    if (a === undefined || b === undefined || a === b) continue;
    const held = apart.some(([x, y]) => (a.has(x) && b.has(y)) || (a.has(y) && b.has(x)));
    if (held) continue;
    for (const id of b) {
      a.add(id);
      groupOf.set(id, a);
    }
  }
  // Pairs come best first and sorting is stable: of equal groups that of the better pair comes first.
  const groups = [...new Set(groupOf.values())]
    .filter((ids) => ids.size > 1)
    .map((ids) => ({ members: membersOf(ids, found), because: reasonsOf(ids, pairs) }))
    .toSorted((a, b) => b.members.length - a.members.length);
  return { groups, notCompared };
}

/**
 * Adds to each member what somebody said of it: bare wordings are told apart by their words.
 *
 * @example
 * const { members } = await withWords(desk, groups[0]);
 */
export async function withWords({ store }: Pick<Desk, 'store'>, group: JoinGroup): Promise<WordedGroup> {
  const lookup = openLookup(store);
  const told = group.members.slice(0, MOST_TOLD);
  const members: WordedGroup['members'][number][] = [];
  for (const member of told) {
    const claims = await store.claims({
      proposition: member.id,
      statuses: ['accepted', 'proposed'],
      limit: 1,
    });
    const said = claims[0] === undefined ? null : await viewClaim(claims[0], lookup);
    const lang = (await store.proposition(member.id))?.lang ?? 'und';
    members.push({ ...member, lang, said });
  }
  return { members, more: group.members.length - told.length, because: group.because };
}

function membersOf(
  ids: ReadonlySet<PropositionId>,
  found: ReadonlyMap<PropositionId, FoundProposition>,
): readonly FoundProposition[] {
  return [...ids]
    .flatMap((id) => found.get(id) ?? [])
    .toSorted((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
}

function reasonsOf(ids: ReadonlySet<PropositionId>, pairs: readonly JoinPair[]): readonly string[] {
  return [...new Set(pairs.filter(({ into }) => ids.has(into.id)).map(({ because }) => because))].slice(0, 3);
}
