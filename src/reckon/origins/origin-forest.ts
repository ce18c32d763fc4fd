/**
 * The graph of a count as trees, for people: at the root where knowledge starts, below each node what rests on it. Every
 * report stands once, at a nearest way to an origin of the world with the most voices; what else it rests on is named beside it.
 */
import type { ClaimGraph, ClaimLink, ClaimNode } from './graph-draft.ts';
import type { Origin, OriginCount } from './origin-count.ts';
import { hopsTo } from './origin-hops.ts';

export interface ForestNode {
  readonly node: ClaimNode;
  /** To the node above it; null at the root. */
  readonly link: ClaimLink | null;
  /** Its other links. */
  readonly also: readonly ClaimLink[];
  readonly below: readonly ForestNode[];
}

/** One origin with all that is shown to rest on it. */
export interface OriginTree {
  readonly origin: Origin;
  /** Several when one voice stands at several nodes, or when it is a closed circle. */
  readonly roots: readonly ForestNode[];
}

/** The part of a count that is shown. */
type ForestCount = Pick<OriginCount, 'graph' | 'origins'> & {
  readonly bounds: Pick<OriginCount['bounds'], 'voices' | 'circles'>;
};

/**
 * Makes the trees; origins with the most nodes below them first.
 *
 * @example
 * originForest(countOrigins(utterances, actors))[0]?.roots[0]?.below.length; // reports that rest on the first origin
 */
export function originForest({ graph, bounds, origins }: ForestCount): readonly OriginTree[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const groups = [
    ...bounds.voices.map((ids) => ({ ids, circle: false })),
    ...bounds.circles.map((ids) => ({ ids, circle: true })),
  ];
  const below = nodesBelow(
    groups.flatMap(({ ids }) => ids),
    graph,
  );
  const trees = groups.flatMap(({ ids, circle }) => {
    const voices = new Set(ids.flatMap((id) => nodes.get(id)?.voice ?? []));
    const origin = origins.find(({ voice, kind }) => voices.has(voice) && (kind === 'circle') === circle);
    return origin === undefined ? [] : [{ origin, roots: ids.flatMap((id) => below.get(id) ?? []) }];
  });
  const size = ({ roots }: OriginTree): number => roots.reduce((sum, root) => sum + sizeOf(root), 0);
  return trees
    .map((tree) => ({ tree, size: size(tree) }))
    .toSorted((a, b) => b.size - a.size)
    .map(({ tree }) => tree);
}

interface Growing extends ForestNode {
  readonly below: Growing[];
}

/** All nodes with what hangs on them. No recursion: a chain of citations may be long. */
function nodesBelow(ends: readonly string[], graph: ClaimGraph): ReadonlyMap<string, ForestNode> {
  const hops = hopsTo(ends, graph);
  const from = Map.groupBy(graph.links, (link) => link.from);
  const grown = new Map<string, Growing>();
  for (const node of graph.nodes) {
    const links = from.get(node.id) ?? [];
    const up = links.find(({ to }) => to === hops.get(node.id)) ?? null;
    grown.set(node.id, { node, link: up, also: links.filter((link) => link !== up), below: [] });
  }
  for (const [id, next] of hops) {
    const child = grown.get(id);
    if (child !== undefined) grown.get(next)?.below.push(child);
  }
  for (const { below } of grown.values()) below.sort(byDay);
  return grown;
}

/** Oldest first, undated last. */
function byDay({ node: a }: ForestNode, { node: b }: ForestNode): number {
  const [left, right] = [a.day ?? '~', b.day ?? '~'];
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
}

function sizeOf(root: ForestNode): number {
  let size = 0;
  for (const open = [root]; open.length > 0; size++) open.push(...(open.pop()?.below ?? []));
  return size;
}
