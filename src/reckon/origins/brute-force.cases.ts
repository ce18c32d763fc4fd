/** Origins by brute force on random graphs, for tests and the bench: written without the code under test. */
import fc from 'fast-check';
import type { OriginGraph, OriginIdentity, OriginLink, OriginNode } from './origin-graph.ts';

const KINDS = ['report', 'report', 'report', 'actor', 'anonymous'] as const;

/** Random graphs with doubtful links, groups, entities and findings. */
export const graphs: fc.Arbitrary<OriginGraph> = fc.integer({ min: 1, max: 6 }).chain((size) => {
  const at = fc.integer({ min: 0, max: size - 1 });
  const node = fc.record({
    kind: fc.constantFrom(...KINDS),
    entity: fc.constantFrom('', '', 'E', 'F'),
    direct: fc.boolean(),
    min: fc.integer({ min: 1, max: 2 }),
    more: fc.constantFrom(0, 0, 1),
    asserts: fc.boolean(),
  });
  return fc
    .record({
      nodes: fc.array(node, { minLength: size, maxLength: size }),
      links: fc.array(fc.tuple(at, at, fc.constantFrom('certain', 'certain', 'possible')), { maxLength: 8 }),
      identities: fc.array(fc.tuple(at, at, fc.constantFrom('same', 'distinct', 'unknown')), {
        maxLength: 2,
      }),
    })
    .map(({ nodes, links, identities }) => ({
      nodes: nodes.map(
        ({ kind, entity, direct, min, more, asserts }, i): OriginNode => ({
          id: `n${i}`,
          kind,
          asserts: asserts || i === 0,
          ...(entity === '' || kind === 'anonymous' ? {} : { entity }),
          ...(kind === 'anonymous'
            ? { stated: { min, max: min + more } }
            : { direct: direct && kind === 'actor' }),
        }),
      ),
      links: links.map(
        ([from, to, certainty]): OriginLink => ({
          from: `n${from}`,
          to: `n${to}`,
          certainty: certainty as OriginLink['certainty'],
        }),
      ),
      identities: identities.map(
        ([a, b, relation]): OriginIdentity => ({
          a: `n${a}`,
          b: `n${b}`,
          relation: relation as OriginIdentity['relation'],
        }),
      ),
    }));
});

/** Every world, every way to put its origins into voices: slow, and written without the code under test. */
export function bruteForce(graph: OriginGraph): { atLeast: number; atMost: number } {
  const doubtful = graph.links.filter((link) => link.certainty === 'possible');
  let atLeast = Number.POSITIVE_INFINITY;
  let atMost = 0;
  for (let mask = 0; mask < 2 ** doubtful.length; mask++) {
    const links = graph.links.filter((link) => {
      const at = doubtful.indexOf(link);
      return at < 0 || ((mask >> at) & 1) === 1;
    });
    const { sinks, circles, slack } = ends(graph, links);
    const units = unitsOf(sinks);
    atLeast = Math.min(atLeast, units.length === 0 ? 0 : fewest(units, graph));
    atMost = Math.max(atMost, distinctVoices(units, graph) + circles + slack);
  }
  return { atLeast, atMost };
}

interface Unit {
  readonly node: OriginNode;
  readonly member: number;
}

function ends(graph: OriginGraph, links: readonly OriginLink[]) {
  const to = (id: string) => links.filter((link) => link.from === id).map((link) => link.to);
  const closure = (id: string): Set<string> => {
    const seen = new Set<string>();
    const open = to(id);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...to(next));
    }
    return seen;
  };
  const roots = graph.nodes.filter((node) => node.kind === 'report' && node.asserts !== false);
  const reached = new Set(roots.flatMap((node) => [node.id, ...closure(node.id)]));
  const sinks = graph.nodes.filter((node) => reached.has(node.id) && to(node.id).length === 0);
  const circles = new Set<string>();
  for (const id of reached) {
    const onward = closure(id);
    if (onward.size === 0 || ![...onward].every((other) => closure(other).has(id))) continue;
    circles.add([...onward].sort().join(' '));
  }
  const slack = sinks.reduce((sum, { stated }) => sum + ((stated?.max ?? 1) - (stated?.min ?? 1)), 0);
  return { sinks, circles: circles.size, slack };
}

function unitsOf(sinks: readonly OriginNode[]): readonly Unit[] {
  return sinks.flatMap((node) =>
    Array.from({ length: node.stated?.min ?? 1 }, (_, member) => ({ node, member })),
  );
}

function group(node: OriginNode): boolean {
  return (node.stated?.min ?? 1) > 1;
}

/** Nodes that are one voice with the node, found by spreading until nothing is added. */
function oneVoice(start: OriginNode, graph: OriginGraph): ReadonlySet<string> {
  const found = new Set([start.id]);
  if (group(start)) return found;
  for (let grown = true; grown; ) {
    grown = false;
    for (const node of graph.nodes) {
      if (found.has(node.id) || group(node)) continue;
      const joined = graph.nodes.some(
        (other) =>
          found.has(other.id) &&
          ((node.entity !== undefined && node.entity === other.entity) ||
            related(node, other, 'same', graph)),
      );
      if (joined) {
        found.add(node.id);
        grown = true;
      }
    }
  }
  return found;
}

function related(
  x: OriginNode,
  y: OriginNode,
  relation: OriginIdentity['relation'],
  graph: OriginGraph,
): boolean {
  return graph.identities.some(
    (id) =>
      id.relation === relation && ((id.a === x.id && id.b === y.id) || (id.a === y.id && id.b === x.id)),
  );
}

function mustJoin(x: Unit, y: Unit, graph: OriginGraph): boolean {
  return x.node !== y.node && oneVoice(x.node, graph).has(y.node.id);
}

function mustSplit(x: Unit, y: Unit, graph: OriginGraph): boolean {
  if (x.node === y.node) return true;
  if (mustJoin(x, y, graph)) return false;
  const left = graph.nodes.filter((node) => oneVoice(x.node, graph).has(node.id));
  const right = graph.nodes.filter((node) => oneVoice(y.node, graph).has(node.id));
  return left.some((a) => right.some((b) => related(a, b, 'distinct', graph)));
}

/** Direct origins of one voice stand together, so their voices are compared as wholes. */
function directSplit(xs: readonly Unit[], ys: readonly Unit[], graph: OriginGraph): boolean {
  const direct = (units: readonly Unit[]) =>
    units.map(({ node }) => node).filter((node) => node.direct === true);
  return direct(xs).some((a) =>
    direct(ys).some((b) => (a.entity ?? a.id) !== (b.entity ?? b.id) && !related(a, b, 'unknown', graph)),
  );
}

function joinedUnits(units: readonly Unit[], graph: OriginGraph): Unit[][] {
  const voices: Unit[][] = [];
  for (const unit of units) {
    const home = voices.find((voice) => voice.some((other) => mustJoin(unit, other, graph)));
    if (home === undefined) voices.push([unit]);
    else home.push(unit);
  }
  return voices;
}

function distinctVoices(units: readonly Unit[], graph: OriginGraph): number {
  return joinedUnits(units, graph).length;
}

function fewest(units: readonly Unit[], graph: OriginGraph): number {
  const voices = joinedUnits(units, graph);
  let best = voices.length;
  const place = (at: number, parts: Unit[][][]): void => {
    const voice = voices[at];
    if (voice === undefined) {
      best = Math.min(best, parts.length);
      return;
    }
    for (const part of parts) {
      const splits = part.some(
        (other) =>
          directSplit(voice, other, graph) || voice.some((x) => other.some((y) => mustSplit(x, y, graph))),
      );
      if (splits) continue;
      part.push(voice);
      place(at + 1, parts);
      part.pop();
    }
    place(at + 1, [...parts, [voice]]);
  };
  place(0, []);
  return best;
}
