/**
 * Makes an origin graph small without changing its bounds: a report that is neither where knowledge starts,
 * nor an end of a doubtful link, nor on a closed circle is bypassed (shared provenance §4, step 3).
 */
import type { OriginGraph } from './origin-graph.ts';
import { strongComponents } from './strong-components.ts';

/** A graph by numbers: nodes are indexes into `OriginGraph.nodes`, 0-based. */
export interface IndexedGraph {
  /** For each node, what it certainly rests on. */
  readonly certain: readonly (readonly number[])[];
  readonly possible: readonly (readonly [from: number, to: number])[];
  /** Reports that make the claim, or the first kept nodes that they rest on. */
  readonly roots: readonly number[];
  readonly notes: readonly string[];
}

/**
 * Numbers the nodes and drops links to later or unknown texts, each with a note.
 *
 * @example
 * indexGraph(graph).roots; // the reports that make the claim
 */
export function indexGraph(graph: OriginGraph): IndexedGraph {
  const indexOf = new Map(graph.nodes.map((node, at) => [node.id, at]));
  const certain: number[][] = graph.nodes.map(() => []);
  const possible: [number, number][] = [];
  const notes: string[] = [];
  for (const { from, to, certainty } of graph.links) {
    const a = indexOf.get(from);
    const b = indexOf.get(to);
    if (a === undefined || b === undefined) {
      notes.push(`Link from ${from} to ${to} left out: one of them is not in the graph.`);
      continue;
    }
    const day = graph.nodes[a]?.day;
    const dayTo = graph.nodes[b]?.day;
    if (day !== undefined && dayTo !== undefined && day < dayTo) {
      notes.push(`Link from ${from} to ${to} left out: it leads to a later text.`);
    } else if (certainty === 'certain') certain[a]?.push(b);
    else possible.push([a, b]);
  }
  const roots = [...graph.nodes.entries()]
    .filter(([, node]) => node.kind === 'report' && node.asserts !== false)
    .map(([at]) => at);
  return { certain, possible, roots, notes };
}

/**
 * Bypasses every node that cannot matter to the bounds.
 *
 * @example
 * contractGraph(indexGraph(tenOutletsCiteOne)).roots.length; // 1
 */
export function contractGraph(graph: IndexedGraph): IndexedGraph {
  const kept = keptNodes(graph);
  const certain: (readonly number[])[] = graph.certain.map(() => []);
  for (const node of kept) {
    const onward = graph.certain[node] ?? [];
    if (onward.length > 0) certain[node] = firstKept(onward, kept, graph.certain);
  }
  return { ...graph, certain, roots: firstKept(graph.roots, kept, graph.certain) };
}

function keptNodes({ certain, possible }: IndexedGraph): ReadonlySet<number> {
  const kept = new Set<number>(possible.flat());
  for (const [node, onward] of certain.entries()) if (onward.length === 0) kept.add(node);
  for (const component of strongComponents(certain, certain.keys())) {
    if (isClosedCircle(component, certain)) for (const node of component) kept.add(node);
  }
  return kept;
}

/**
 * Whether a component is a circle that nothing leads out of.
 *
 * @example
 * isClosedCircle([0, 1], [[1], [0]]); // true
 */
export function isClosedCircle(component: readonly number[], out: readonly (readonly number[])[]): boolean {
  const inside = new Set(component);
  let links = 0;
  for (const node of component) {
    for (const to of out[node] ?? []) {
      if (!inside.has(to)) return false;
      links++;
    }
  }
  return links > 0;
}

function firstKept(
  starts: readonly number[],
  kept: ReadonlySet<number>,
  out: readonly (readonly number[])[],
): readonly number[] {
  const found = new Set<number>();
  const seen = new Set<number>();
  const open = [...starts];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (kept.has(node)) found.add(node);
    else for (const to of out[node] ?? []) open.push(to);
  }
  return [...found];
}
