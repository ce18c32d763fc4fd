/** The way of each claim to where its knowledge starts, and the claims of each origin. */
import type { ClaimId } from '../../record/id.ts';
import type { Utterance, Voice } from '../../record/utterance.ts';
import type { SpeakerOf } from '../speakers.ts';
import type { OriginBounds } from './bound-origins.ts';
import type { ClaimBasis } from './claim-basis.ts';
import type { ClaimGraph, ClaimNode } from './graph-draft.ts';
import type { Origin, OriginCount } from './origin-count.ts';
import { hopsTo } from './origin-hops.ts';

interface Counted {
  readonly counted: readonly Utterance[];
  readonly basis: ClaimBasis;
  readonly graph: ClaimGraph;
  /** For each utterance, the node at which its own words end. */
  readonly endOf: readonly string[];
  readonly bounds: OriginBounds;
  readonly speakerOf: SpeakerOf;
}

/**
 * Follows every claim: first the mouths of its own chain and of the claims that it rests on, then links, to an origin of the
 * world with the most voices. A report that rests on several is shown with the nearest.
 *
 * @example
 * pathsToOrigins({ counted, basis, graph, endOf, bounds, speakerOf }).paths[0]?.path; // [outlet, paper]
 */
export function pathsToOrigins(given: Counted): Pick<OriginCount, 'origins' | 'paths'> {
  const { counted, graph, endOf, bounds, speakerOf } = given;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const onward = hopsTo([...bounds.origins, ...bounds.circles.flat()], graph);
  const claimsAt = new Map<string, ClaimId[]>();
  const paths = counted.map((utterance, start) => {
    const path: Voice[] = [];
    const step = (voice: Voice): void => {
      if (path.at(-1) !== voice) path.push(voice);
    };
    const last = walkClaims(start, given, (at) => {
      step(given.basis.chains.outlet[at] ?? 'anonymous:');
      for (const voice of counted[at]?.voices.slice(1) ?? []) step(speakerOf(voice).entity);
    });
    let end = endOf[last] ?? '';
    for (let next = onward.get(end); next !== undefined; next = onward.get(end)) {
      end = next;
      step(nodes.get(end)?.voice ?? 'anonymous:');
    }
    const claims = claimsAt.get(end);
    if (claims === undefined) claimsAt.set(end, [utterance.claim]);
    else claims.push(utterance.claim);
    return { claim: utterance.claim, path };
  });
  return {
    origins: originsOf(bounds, nodes, claimsAt),
    paths: paths.toSorted((a, b) => compare(a.claim, b.claim)),
  };
}

/** Visits a claim and those that it rests on; gives the last, or the first one met twice. */
function walkClaims(start: number, { basis }: Counted, visit: (at: number) => void): number {
  const seen = new Set<number>();
  let at = start;
  for (;;) {
    seen.add(at);
    visit(at);
    const next = basis.next[at] ?? -1;
    if (next < 0 || seen.has(next)) return at;
    at = next;
  }
}

function originsOf(
  { voices, circles }: OriginBounds,
  nodes: ReadonlyMap<string, ClaimNode>,
  claimsAt: ReadonlyMap<string, readonly ClaimId[]>,
): readonly Origin[] {
  const claimsOf = (ids: readonly string[]): ClaimId[] => ids.flatMap((id) => claimsAt.get(id) ?? []).sort();
  const origins = voices.flatMap((members): Origin[] => {
    const all = members.flatMap((id) => nodes.get(id) ?? []);
    const [first] = all;
    if (first === undefined) return [];
    const kind = all.some(({ direct }) => direct === true)
      ? 'direct'
      : all.every((node) => node.kind === 'anonymous')
        ? 'anonymous'
        : 'untraced';
    return [{ voice: first.voice, kind, claims: claimsOf(members) }];
  });
  const closed = circles.flatMap((members): Origin[] => {
    const [voice] = members.flatMap((id) => nodes.get(id)?.voice ?? []).sort();
    return voice === undefined ? [] : [{ voice, kind: 'circle', claims: claimsOf(members) }];
  });
  return [...origins, ...closed].toSorted((a, b) => compare(a.voice, b.voice) || compare(a.kind, b.kind));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
