/**
 * Whether two lists rest on the same origins. Lists that do are not independent: estimates from their overlap (multiple
 * systems estimation) take a shared informant for agreement. It says what the record shows; it does not assume the rest.
 */
import type { SourceId } from '../../record/id.ts';
import type { Voice } from '../../record/utterance.ts';
import type { ClaimGraph } from './graph-draft.ts';
import type { OriginCount } from './origin-count.ts';
import { strongComponents } from './strong-components.ts';
import { voiceClasses } from './voice-classes.ts';

export interface SharedOrigins {
  /**
   * `shared`: both rest on one voice. `possible`: they do if a doubtful link holds. `not-shown`: nothing joins them, and nothing
   * proves that they are apart. `apart`: all their voices are proved to be different.
   */
  readonly verdict: 'shared' | 'possible' | 'not-shown' | 'apart';
  /** Voices on which both rest. */
  readonly shared: readonly Voice[];
  /** Voices on which both rest if a doubtful link holds. */
  readonly possible: readonly Voice[];
}

/**
 * Compares two lists, each given by the reports it was made from.
 *
 * @param counts counts of origins of the propositions that the lists speak of
 * @example
 * sharedOrigins([hospitalList], [ministryList], [countOrigins(utterances, actors)]).verdict; // 'not-shown'
 */
export function sharedOrigins(
  listA: readonly SourceId[],
  listB: readonly SourceId[],
  counts: Iterable<Pick<OriginCount, 'graph'>>,
): SharedOrigins {
  const shared = new Set<Voice>();
  const possible = new Set<Voice>();
  let met = 0;
  let apart = 0;
  for (const { graph } of counts) {
    const found = compareOn(graph, listA, listB);
    for (const voice of found.shared) shared.add(voice);
    for (const voice of found.possible) possible.add(voice);
    met += found.both ? 1 : 0;
    apart += found.both && found.apart ? 1 : 0;
  }
  const verdict =
    shared.size > 0
      ? 'shared'
      : possible.size > 0
        ? 'possible'
        : met > 0 && met === apart
          ? 'apart'
          : 'not-shown';
  return {
    verdict,
    shared: [...shared].sort(),
    possible: [...possible].filter((voice) => !shared.has(voice)).sort(),
  };
}

interface Compared {
  /** Both lists speak of it. */
  readonly both: boolean;
  readonly shared: readonly Voice[];
  readonly possible: readonly Voice[];
  readonly apart: boolean;
}

function compareOn(graph: ClaimGraph, a: readonly SourceId[], b: readonly SourceId[]): Compared {
  const classes = voiceClasses(graph);
  const certain = [endsOf(graph, a, ['certain']), endsOf(graph, b, ['certain'])];
  const any = [endsOf(graph, a, ['certain', 'possible']), endsOf(graph, b, ['certain', 'possible'])];
  const common = ([left = [], right = []]: readonly (readonly number[])[]): readonly Voice[] => {
    const known = new Set(left.map(classes.classOf));
    return right
      .filter((node) => known.has(classes.classOf(node)))
      .flatMap((node) => graph.nodes[node]?.voice ?? []);
  };
  const [left = [], right = []] = any.map((nodes) => classes.present(nodes));
  return {
    both: left.length > 0 && right.length > 0,
    shared: common(certain),
    possible: common(any),
    apart: left.every((one) => right.every((other) => classes.areDifferent(one, other))),
  };
}

/** Nodes at which the knowledge of some reports starts, and those on circles that nothing leads out of. */
function endsOf(
  graph: ClaimGraph,
  sources: readonly SourceId[],
  certainties: readonly string[],
): readonly number[] {
  const indexOf = new Map(graph.nodes.map(({ id }, at) => [id, at]));
  const out: number[][] = graph.nodes.map(() => []);
  for (const { from, to, certainty } of graph.links) {
    const [a, b] = [indexOf.get(from), indexOf.get(to)];
    if (a !== undefined && b !== undefined && certainties.includes(certainty)) out[a]?.push(b);
  }
  const starts = sources.flatMap((source) => indexOf.get(source) ?? []);
  const components = strongComponents(out, starts);
  return components
    .filter((nodes) => nodes.every((node) => out[node]?.every((to) => nodes.includes(to))))
    .flat();
}
