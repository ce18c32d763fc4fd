/** Shortest ways in the graph of claims from reports to where knowledge starts. */
import type { ClaimGraph } from './graph-draft.ts';

/**
 * For each node that is no end, the next one on a shortest way to an end; certain links before doubtful ones.
 *
 * @example
 * hopsTo(['N'], graph).get('A'); // 'N' when A rests on N
 */
export function hopsTo(ends: readonly string[], { links }: ClaimGraph): ReadonlyMap<string, string> {
  const hops = new Map<string, string>();
  const reached = new Set(ends);
  for (const certainties of [['certain'], ['certain', 'possible']]) {
    const into = Map.groupBy(
      links.filter(({ certainty }) => certainties.includes(certainty)),
      ({ to }) => to,
    );
    const open = [...reached];
    for (let at = 0; at < open.length; at++) {
      const node = open[at] ?? '';
      for (const { from } of into.get(node) ?? []) {
        if (reached.has(from)) continue;
        reached.add(from);
        hops.set(from, node);
        open.push(from);
      }
    }
  }
  return hops;
}
