/**
 * Tries every way to settle the doubtful links of an origin graph and keeps the extremes; with too many links
 * it gives bounds that hold in every world without trying them.
 */

import { type IndexedGraph, isClosedCircle } from './contraction.ts';
import { fewestPresent } from './fewest-present.ts';
import type { OriginInterval } from './origin-graph.ts';
import { strongComponents } from './strong-components.ts';
import type { VoiceClasses } from './voice-classes.ts';
import { type VoiceCount, worldCounter } from './world-count.ts';

export interface WorldBounds extends OriginInterval {
  readonly direct: number;
  /** In the world with the most voices. */
  readonly terminals: readonly number[];
  readonly circles: readonly (readonly number[])[];
  /** `link` is an index into the doubtful links. */
  readonly questions: readonly {
    readonly link: number;
    readonly ifYes: OriginInterval;
    readonly ifNo: OriginInterval;
  }[];
}

interface World {
  readonly terminals: readonly number[];
  readonly circles: readonly (readonly number[])[];
}

/**
 * Tries all worlds. Their number doubles with each doubtful link.
 *
 * @example
 * boundWorlds(contracted, classes).atMost; // null when a group is open
 */
export function boundWorlds(graph: IndexedGraph, classes: VoiceClasses): WorldBounds {
  const links = graph.possible.length;
  const whole = new Extremes();
  const yes = graph.possible.map(() => new Extremes());
  const no = graph.possible.map(() => new Extremes());
  const { always, changing } = splitWorlds(graph);
  const count = worldCounter(always, changing.nodes, classes);
  const counted = new Map<string, VoiceCount>();
  let widest: World = { terminals: [], circles: [] };
  let most = -1;
  for (let mask = 0; mask < 2 ** links; mask++) {
    const world = worldOf(changing, mask);
    const key = world.terminals.join(' ');
    const voices = counted.get(key) ?? count(world.terminals);
    counted.set(key, voices);
    whole.add(voices, world.circles.length);
    for (let link = 0; link < links; link++) {
      const settled = (mask >> link) & 1 ? yes : no;
      settled[link]?.add(voices, world.circles.length);
    }
    if (voices.most + world.circles.length > most) {
      most = voices.most + world.circles.length;
      widest = world;
    }
  }
  const questions = graph.possible.map((_, link) => ({
    link,
    ifYes: (yes[link] ?? whole).interval(),
    ifNo: (no[link] ?? whole).interval(),
  }));
  const terminals = [...always, ...widest.terminals].sort((a, b) => a - b);
  return {
    ...whole.interval(),
    direct: whole.fewestDirect,
    terminals,
    circles: widest.circles,
    questions,
  };
}

/**
 * Bounds that hold whatever the doubtful links are: for the lower one only nodes that rest on nothing in any
 * world and are reached in all of them count, for the upper one every node that may be an origin in some world.
 *
 * @example
 * boundCoarsely(contracted, classes).questions; // []
 */
export function boundCoarsely(graph: IndexedGraph, classes: VoiceClasses): WorldBounds {
  const all = withLinks(graph, -1);
  const always = reachable(graph.roots, graph.certain).filter((node) => all[node]?.length === 0);
  const reached = reachable(graph.roots, all);
  const maybe = reached.filter((node) => graph.certain[node]?.length === 0);
  const present = classes.present(always);
  const direct = present.filter((voice) => voice.direct.length > 0);
  const components = strongComponents(all, graph.roots).filter((nodes) => isCircle(nodes, all));
  const circles = components.reduce((sum, nodes) => sum + mostCircles(nodes, all), 0);
  const somewhere = graph.roots.length > 0 && components.length === 0 ? 1 : 0;
  const { slack, open } = classes.slack(maybe);
  return {
    atLeast: Math.max(fewestPresent(present, classes), somewhere),
    atMost: open ? null : classes.present(maybe).length + slack + circles,
    direct: fewestPresent(direct, classes),
    terminals: maybe,
    circles: components,
    questions: [],
  };
}

function isCircle(nodes: readonly number[], out: readonly (readonly number[])[]): boolean {
  const [first] = nodes;
  return nodes.length > 1 || (first !== undefined && out[first]?.includes(first) === true);
}

/** A circle has two nodes, or one that cites itself. */
function mostCircles(nodes: readonly number[], out: readonly (readonly number[])[]): number {
  const loops = nodes.filter((node) => out[node]?.includes(node) === true).length;
  return Math.floor((nodes.length - loops) / 2) + loops;
}

function reachable(starts: readonly number[], out: readonly (readonly number[])[]): readonly number[] {
  return strongComponents(out, starts).flat();
}

/** Bit `i` of the mask settles link `i`; -1 takes all of them. */
function withLinks(graph: IndexedGraph, mask: number): readonly (readonly number[])[] {
  const out = graph.certain.slice();
  for (const [link, [from, to]] of graph.possible.entries()) {
    if (mask === -1 || (mask >> link) & 1) out[from] = [...(out[from] ?? []), to];
  }
  return out;
}

/** The part of a graph that differs between worlds, numbered anew: nodes are indexes into `nodes`. */
interface ChangingPart {
  readonly nodes: readonly number[];
  readonly graph: IndexedGraph;
  /** Whether it certainly rests on something that is an origin in every world. */
  readonly hasExit: readonly boolean[];
}

/** Origins of every world, and the rest. */
function splitWorlds(graph: IndexedGraph): {
  readonly always: readonly number[];
  readonly changing: ChangingPart;
} {
  const doubtful = new Set(graph.possible.map(([from]) => from));
  const isAlways = (node: number): boolean => graph.certain[node]?.length === 0 && !doubtful.has(node);
  const always = reachable(graph.roots, graph.certain).filter(isAlways);
  const fixed = new Set(always);
  const nodes = reachable(graph.roots, withLinks(graph, -1)).filter((node) => !fixed.has(node));
  const indexOf = new Map(nodes.map((node, at) => [node, at]));
  const within = (some: readonly number[]): number[] => some.flatMap((node) => indexOf.get(node) ?? []);
  const certain = nodes.map((node) => graph.certain[node] ?? []);
  const part: IndexedGraph = {
    certain: certain.map(within),
    possible: graph.possible.map(([from, to]) => [indexOf.get(from) ?? -1, indexOf.get(to) ?? fixedEnd(to)]),
    roots: within(graph.roots),
    notes: [],
  };
  return {
    always,
    changing: { nodes, graph: part, hasExit: certain.map((out) => out.some((node) => fixed.has(node))) },
  };
}

/** Stands for a node that is an origin in every world: below -1, and never entered. */
function fixedEnd(node: number): number {
  return -2 - node;
}

function worldOf({ nodes, graph, hasExit }: ChangingPart, mask: number): World {
  const out = graph.certain.slice();
  const exits = hasExit.slice();
  for (const [link, [from, to]] of graph.possible.entries()) {
    if (from < 0 || ((mask >> link) & 1) === 0) continue;
    if (to < 0) exits[from] = true;
    else out[from] = [...(out[from] ?? []), to];
  }
  const terminals: number[] = [];
  const circles: (readonly number[])[] = [];
  const outer = (node: number): number => nodes[node] ?? -1;
  for (const component of strongComponents(out, graph.roots)) {
    if (component.some((node) => exits[node] === true)) continue;
    const [only] = component;
    if (component.length === 1 && only !== undefined && out[only]?.length === 0) terminals.push(outer(only));
    else if (isClosedCircle(component, out)) circles.push(component.map(outer));
  }
  return { terminals: terminals.sort((a, b) => a - b), circles };
}

/** The least and the most over worlds. */
class Extremes {
  private fewest = Number.POSITIVE_INFINITY;
  private most = 0;
  private open = false;
  fewestDirect = Number.POSITIVE_INFINITY;

  add(voices: VoiceCount, circles: number): void {
    this.fewest = Math.min(this.fewest, voices.fewest);
    this.fewestDirect = Math.min(this.fewestDirect, voices.fewestDirect);
    this.most = Math.max(this.most, voices.most + circles);
    this.open ||= voices.open;
  }

  interval(): OriginInterval {
    return { atLeast: this.fewest, atMost: this.open ? null : this.most };
  }
}
