/**
 * Tries every way to settle the doubtful links of an origin graph and keeps the extremes; with too many links
 * it gives bounds that hold in every world without trying them.
 */
import { fewestVoices } from './fewest-voices.ts';
import { type IndexedGraph, isClosedCircle } from './origin-contraction.ts';
import type { OriginInterval } from './origin-graph.ts';
import { strongComponents } from './strong-components.ts';
import type { VoiceClasses } from './voice-classes.ts';

/** What a set of terminal nodes amounts to. */
export interface VoiceCount {
  readonly fewest: number;
  readonly fewestDirect: number;
  readonly most: number;
  readonly open: boolean;
}

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
 * boundWorlds(contracted, voicesOf).atMost; // null when a group is open
 */
export function boundWorlds(
  graph: IndexedGraph,
  count: (terminals: readonly number[]) => VoiceCount,
): WorldBounds {
  const links = graph.possible.length;
  const whole = new Extremes();
  const yes = graph.possible.map(() => new Extremes());
  const no = graph.possible.map(() => new Extremes());
  const counted = new Map<string, VoiceCount>();
  let widest: World = { terminals: [], circles: [] };
  let most = -1;
  for (let mask = 0; mask < 2 ** links; mask++) {
    const world = worldOf(graph, mask);
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
  return { ...whole.interval(), direct: whole.fewestDirect, ...widest, questions };
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
    atLeast: Math.max(fewestAmong(present, classes), somewhere),
    atMost: open ? null : classes.present(maybe).length + slack + circles,
    direct: fewestAmong(direct, classes),
    terminals: maybe,
    circles: components,
    questions: [],
  };
}

function fewestAmong(voices: ReturnType<VoiceClasses['present']>, classes: VoiceClasses): number {
  return fewestVoices(
    voices.map(
      (a) => new Set([...voices.keys()].filter((j) => voices[j] !== a && differ(a, voices[j], classes))),
    ),
  );
}

type Voice = ReturnType<VoiceClasses['present']>[number];

function differ(a: Voice, b: Voice | undefined, classes: VoiceClasses): boolean {
  return b !== undefined && classes.areDifferent(a, b);
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

function worldOf(graph: IndexedGraph, mask: number): World {
  const out = withLinks(graph, mask);
  const terminals: number[] = [];
  const circles: (readonly number[])[] = [];
  for (const component of strongComponents(out, graph.roots)) {
    const [only] = component;
    if (component.length === 1 && only !== undefined && out[only]?.length === 0) terminals.push(only);
    else if (isClosedCircle(component, out)) circles.push(component);
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
