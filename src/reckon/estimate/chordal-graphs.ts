/**
 * All decomposable graphs over a few lists: labelled graphs without a chordless circle of four or more. They are made
 * when they are needed, not shipped: a graph on p lists is a graph on p-1 lists with one list tied to some of them, and
 * maximum cardinality search (Tarjan & Yannakakis 1984) tells which are chordal and gives their cliques and separators
 * (Blair & Peyton 1993). 8, 61, 822, 18,154 and 617,675 graphs for 3 to 7 lists (OEIS A058862).
 */
import { listsIn } from './capture-table.ts';

/** Graphs one after the other; a graph is the parts from `starts[g]` up to `starts[g + 1]`. */
export interface ChordalGraphs {
  readonly lists: number;
  readonly count: number;
  readonly starts: Uint32Array;
  /** Subsets of lists as bits: of each graph its cliques first, then its separators that are not empty. */
  readonly parts: Uint8Array;
  /** Cliques of each graph. */
  readonly cliques: Uint8Array;
}

/** More than seven would be half a billion graphs. */
export const MOST_GRAPH_LISTS = 7;

/** Neighbours of each list in one graph, as bits. */
type Adjacency = Uint8Array;

/**
 * Makes all decomposable graphs; the last one is the complete graph.
 *
 * @param lists 1 to 7
 * @example
 * chordalGraphs(5).count; // 822
 */
export function chordalGraphs(lists: number): ChordalGraphs {
  if (lists < 1 || lists > MOST_GRAPH_LISTS) throw new RangeError('chordal graphs are made for 1 to 7 lists');
  let smaller: Adjacency[] = [Uint8Array.of(0)];
  for (let size = 2; size < lists; size += 1) {
    const grown: Adjacency[] = [];
    eachGrown(smaller, size, (adjacency) => {
      if (isChordal(adjacency, size)) grown.push(adjacency.slice());
    });
    smaller = grown;
  }
  const starts: number[] = [0];
  const parts: number[] = [];
  const cliques: number[] = [];
  const found = { cliques: [] as number[], separators: [] as number[] };
  const take = (adjacency: Adjacency): void => {
    if (!isChordal(adjacency, lists, found)) return;
    for (const clique of found.cliques) parts.push(clique);
    for (const separator of found.separators) parts.push(separator);
    cliques.push(found.cliques.length);
    starts.push(parts.length);
  };
  if (lists === 1) take(Uint8Array.of(0));
  else eachGrown(smaller, lists, take);
  return {
    lists,
    count: cliques.length,
    starts: Uint32Array.from(starts),
    parts: Uint8Array.from(parts),
    cliques: Uint8Array.from(cliques),
  };
}

/** Each smaller graph with the last list tied to each subset of the others; the adjacency is used again. */
function eachGrown(smaller: readonly Adjacency[], size: number, use: (grown: Adjacency) => void): void {
  const grown = new Uint8Array(size);
  const last = size - 1;
  for (const before of smaller)
    for (let tied = 0; tied < 1 << last; tied += 1) {
      for (let list = 0; list < last; list += 1)
        grown[list] = (before[list] ?? 0) | (((tied >> list) & 1) << last);
      grown[last] = tied;
      use(grown);
    }
}

/** Whether the graph is chordal; when it is, `found` holds its cliques and its separators. */
function isChordal(
  adjacency: Adjacency,
  size: number,
  found?: { readonly cliques: number[]; readonly separators: number[] },
): boolean {
  if (found !== undefined) {
    found.cliques.length = 0;
    found.separators.length = 0;
  }
  let visited = 0;
  let clique = 0;
  for (let step = 0; step < size; step += 1) {
    const next = mostTied(adjacency, size, visited);
    const before = (adjacency[next] ?? 0) & visited;
    for (let left = before; left !== 0; left &= left - 1) {
      const neighbour = 31 - Math.clz32(left & -left);
      if ((before & ~(1 << neighbour) & ~(adjacency[neighbour] ?? 0)) !== 0) return false;
    }
    // The neighbours seen before are the clique so far: it grows. Otherwise a new clique begins.
    if (before !== clique && found !== undefined) {
      found.cliques.push(clique);
      if (before !== 0) found.separators.push(before);
    }
    clique = before | (1 << next);
    visited |= 1 << next;
  }
  found?.cliques.push(clique);
  return true;
}

/** The unvisited list with most visited neighbours; the first of several. */
function mostTied(adjacency: Adjacency, size: number, visited: number): number {
  let best = -1;
  let most = -1;
  for (let list = 0; list < size; list += 1) {
    if (((visited >> list) & 1) !== 0) continue;
    const ties = listsIn((adjacency[list] ?? 0) & visited);
    if (ties > most) {
      most = ties;
      best = list;
    }
  }
  return best;
}
