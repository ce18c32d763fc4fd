/**
 * Bounds on the number of independent origins of one claim, from a graph "this report rests on that" in which
 * some links and identities are doubtful (shared provenance §4, rule `origin-graph-1`). A world settles every
 * doubtful link; at least = the fewest voices in any world, at most = the most. It assigns no probability.
 */

import { contractGraph, indexGraph } from './contraction.ts';
import type { OriginGraph, OriginInterval, OriginLink } from './origin-graph.ts';
import { type VoiceClasses, voiceClasses } from './voice-classes.ts';
import { boundCoarsely, boundWorlds } from './worlds.ts';

export interface OriginBounds extends OriginInterval {
  readonly direct: number;
  /** Nodes at which knowledge starts, in the world with the most voices. */
  readonly origins: readonly string[];
  /** The same nodes by voice: those of one entity, or found to be one, together. */
  readonly voices: readonly (readonly string[])[];
  /** Closed circles in that world. */
  readonly circles: readonly (readonly string[])[];
  /** The bounds if each doubtful link were settled; empty when there are too many. */
  readonly questions: readonly {
    readonly link: OriginLink;
    readonly ifYes: OriginInterval;
    readonly ifNo: OriginInterval;
  }[];
  readonly notes: readonly string[];
}

/** Doubtful links up to which all worlds are tried; with more the bounds are valid but wider. */
export const MOST_DOUBTFUL_LINKS = 14;

/**
 * Bounds the number of independent origins. A link that names no known node is dropped with a note.
 *
 * @example
 * boundOrigins({ nodes: [{ id: 'N', kind: 'report' }], links: [], identities: [] }).atLeast; // 1
 */
export function boundOrigins(graph: OriginGraph): OriginBounds {
  const indexed = indexGraph(graph);
  const classes = voiceClasses(graph);
  const contracted = contractGraph(indexed);
  const doubtful = contracted.possible.length;
  const bounds =
    doubtful > MOST_DOUBTFUL_LINKS ? boundCoarsely(contracted, classes) : boundWorlds(contracted, classes);
  const name = (node: number): string => graph.nodes[node]?.id ?? '';
  const notes = [...indexed.notes, ...classes.notes];
  if (doubtful > MOST_DOUBTFUL_LINKS) {
    notes.push(`${doubtful} doubtful links are too many to try all: the interval is valid but wide.`);
  }
  return Object.freeze({
    atLeast: bounds.atLeast,
    atMost: bounds.atMost,
    direct: bounds.direct,
    origins: bounds.terminals.map(name).toSorted(),
    voices: byVoice(bounds.terminals, classes).map((nodes) => nodes.map(name).toSorted()),
    circles: bounds.circles.map((circle) => circle.map(name).toSorted()),
    questions: bounds.questions.map(({ link, ifYes, ifNo }) => {
      const [from, to] = contracted.possible[link] ?? [-1, -1];
      return { link: { from: name(from), to: name(to), certainty: 'possible' as const }, ifYes, ifNo };
    }),
    notes,
  });
}

function byVoice(terminals: readonly number[], classes: VoiceClasses): readonly (readonly number[])[] {
  return [...Map.groupBy(terminals, (node) => classes.classOf(node)).values()];
}
