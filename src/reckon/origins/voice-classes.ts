/**
 * Which origins are one voice, and which are proved to be two. One voice: one entity, or a finding. Two: both
 * direct and of different kin, members of one stated group, or a finding. Everything else is unknown.
 */
import type { OriginGraph, OriginNode } from './origin-graph.ts';

/** One voice that is present in a world. */
export interface PresentVoice {
  /** Number of its class; members of a group have one each. */
  readonly id: number;
  /** The group node, for a member of a group of several; -1 otherwise. */
  readonly group: number;
  /** Class of the node, for findings. */
  readonly nodeClass: number;
  /** Its nodes that are origins in this world. */
  readonly nodes: readonly number[];
  /** Those of them that are direct. */
  readonly direct: readonly number[];
}

export interface VoiceClasses {
  /** The class of a node: nodes of one class are one voice. */
  classOf(node: number): number;
  /** The voices of a set of terminal nodes, one each. */
  present(terminals: readonly number[]): readonly PresentVoice[];
  /** Kins of its direct nodes; none when it is not direct. */
  kinsOf(voice: PresentVoice): ReadonlySet<string>;
  /** Whether findings speak of it, or it joins direct nodes of several kins. */
  isJudged(voice: PresentVoice): boolean;
  /** Whether two voices are proved to be different. */
  areDifferent(a: PresentVoice, b: PresentVoice): boolean;
  /** Members that stated groups may have beyond their minimum. */
  slack(terminals: readonly number[]): { readonly slack: number; readonly open: boolean };
  readonly notes: readonly string[];
}

/**
 * Reads the identities of a graph once, so that worlds can be judged fast.
 *
 * @example
 * voiceClasses(graph).present([0, 1]).length; // 1 when both nodes are of one entity
 */
export function voiceClasses(graph: OriginGraph): VoiceClasses {
  const classOf = mergeSame(graph);
  const apart = pairs(graph, 'distinct', (node) => classOf[node] ?? -1);
  const unknown = pairs(graph, 'unknown', (node) => node);
  const statedOf = (node: number) => sizeOf(graph.nodes[node]);
  const kinOf = (node: number) => {
    const { kin, entity, id } = graph.nodes[node] ?? { id: '' };
    return kin ?? entity ?? id;
  };
  const directsDiffer = (a: PresentVoice, b: PresentVoice): boolean =>
    a.direct.some((x) => b.direct.some((y) => kinOf(x) !== kinOf(y) && !unknown.keys.has(pairKey(x, y))));
  const judgedClasses = new Set([...apart.members].map((node) => classOf[node] ?? node));
  const kinsOf = (voice: PresentVoice): ReadonlySet<string> => new Set(voice.direct.map(kinOf));
  return {
    kinsOf,
    isJudged: (voice) =>
      judgedClasses.has(voice.nodeClass) ||
      voice.direct.some((node) => unknown.members.has(node)) ||
      kinsOf(voice).size > 1,
    classOf: (node) => classOf[node] ?? node,
    present: (terminals) => presentVoices(terminals, graph, classOf),
    areDifferent: (a, b) =>
      (a.group >= 0 && a.group === b.group) ||
      apart.keys.has(pairKey(a.nodeClass, b.nodeClass)) ||
      directsDiffer(a, b),
    slack: (terminals) => {
      let slack = 0;
      let open = false;
      for (const node of terminals) {
        const { min, max } = statedOf(node);
        if (max === null) open = true;
        else slack += max - min;
      }
      return { slack, open };
    },
    notes: contradictions(graph, classOf),
  };
}

interface Draft extends PresentVoice {
  readonly nodes: number[];
  readonly direct: number[];
}

function presentVoices(
  terminals: readonly number[],
  graph: OriginGraph,
  classOf: Int32Array,
): readonly PresentVoice[] {
  const voices = new Map<number, Draft>();
  let member = graph.nodes.length;
  for (const node of terminals) {
    const { min } = sizeOf(graph.nodes[node]);
    const nodeClass = classOf[node] ?? node;
    if (min !== 1) {
      for (let k = 0; k < min; k++) {
        const id = member++;
        voices.set(id, { id, group: node, nodeClass, nodes: [node], direct: [] });
      }
      continue;
    }
    let voice = voices.get(nodeClass);
    if (voice === undefined) {
      voice = { id: nodeClass, group: -1, nodeClass, nodes: [], direct: [] };
      voices.set(nodeClass, voice);
    }
    voice.nodes.push(node);
    if (graph.nodes[node]?.direct === true) voice.direct.push(node);
  }
  return [...voices.values()];
}

function sizeOf(node: OriginNode | undefined): { readonly min: number; readonly max: number | null } {
  return node?.kind === 'anonymous' && node.stated !== undefined ? node.stated : { min: 1, max: 1 };
}

/** Joins nodes of one entity and nodes found to be one. A group of several is no single voice and joins nothing. */
function mergeSame(graph: OriginGraph): Int32Array {
  const parent = Int32Array.from(graph.nodes.keys());
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const join = (a: number | undefined, b: number | undefined): void => {
    if (a === undefined || b === undefined) return;
    if (sizeOf(graph.nodes[a]).min !== 1 || sizeOf(graph.nodes[b]).min !== 1) return;
    parent[find(b)] = find(a);
  };
  const byEntity = new Map<string, number>();
  for (const [at, node] of graph.nodes.entries()) {
    if (node.entity === undefined) continue;
    if (byEntity.has(node.entity)) join(byEntity.get(node.entity), at);
    else byEntity.set(node.entity, at);
  }
  const indexOf = new Map(graph.nodes.map((node, at) => [node.id, at]));
  for (const { a, b, relation } of graph.identities) {
    if (relation === 'same') join(indexOf.get(a), indexOf.get(b));
  }
  return Int32Array.from(graph.nodes.keys(), find);
}

/** Pairs that findings name, by key, and the nodes in them. */
interface FoundPairs {
  readonly keys: ReadonlySet<string>;
  readonly members: ReadonlySet<number>;
}

function pairs(
  graph: OriginGraph,
  relation: 'distinct' | 'unknown',
  key: (node: number) => number,
): FoundPairs {
  const indexOf = new Map(graph.nodes.map((node, at) => [node.id, at]));
  const keys = new Set<string>();
  const members = new Set<number>();
  for (const identity of graph.identities) {
    const a = indexOf.get(identity.a);
    const b = indexOf.get(identity.b);
    if (identity.relation !== relation || a === undefined || b === undefined) continue;
    keys.add(pairKey(key(a), key(b)));
    members.add(a).add(b);
  }
  return { keys, members };
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function contradictions(graph: OriginGraph, classOf: Int32Array): readonly string[] {
  const indexOf = new Map(graph.nodes.map((node, at) => [node.id, at]));
  return graph.identities
    .filter(({ a, b, relation }) => {
      const left = classOf[indexOf.get(a) ?? -1];
      return (
        relation === 'distinct' && a !== b && left !== undefined && left === classOf[indexOf.get(b) ?? -1]
      );
    })
    .map(({ a, b }) => `${a} and ${b} are found to be both one voice and two: taken as one.`);
}
