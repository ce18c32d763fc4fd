import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Utterance } from '../../record/utterance.ts';
import { actor, actorsOf, said } from '../fixtures/invented-records.ts';
import { countOrigins } from './count-origins.ts';
import { type ForestNode, originForest } from './origin-forest.ts';

const OUTLETS = ['paper', 'radio', 'agency', 'lark', 'echo'];
const ACTORS = actorsOf(...OUTLETS.map((name) => actor(name, 'media')), actor('survivor', 'person'));

function ids(nodes: readonly ForestNode[]): string[] {
  return nodes.flatMap(({ node, below }) => [node.id, ...ids(below)]);
}

function shape(nodes: readonly ForestNode[]): unknown {
  return nodes.map(({ node, below }) => (below.length === 0 ? node.voice : [node.voice, shape(below)]));
}

test('what rests on an origin hangs below it, layer by layer', () => {
  const count = countOrigins(
    [
      said('a', ['paper'], { source: 'a' }),
      said('b', ['agency', 'paper'], { source: 'b' }),
      said('c', ['radio', 'agency'], { source: 'c' }),
      said('d', ['lark', 'survivor'], { source: 'd' }),
    ],
    ACTORS,
  );
  const trees = originForest(count).map(({ roots }) => shape(roots));
  const voice = (name: string): unknown =>
    [...ACTORS.values()].find(({ names }) => names[0]?.text === name)?.id;
  expect(trees).toEqual([
    [[voice('paper'), [[voice('agency'), [voice('radio')]]]]],
    [[voice('survivor'), [voice('lark')]]],
  ]);
});

test('every node of the graph stands in the trees exactly once', () => {
  const utterance = fc
    .record({ own: fc.nat(4), chain: fc.array(fc.nat(5), { maxLength: 2 }), source: fc.nat(5) })
    .map(({ own, chain, source }) => ({ own, chain, source }));
  fc.assert(
    fc.property(fc.array(utterance, { minLength: 1, maxLength: 12 }), (drawn) => {
      const names = [...OUTLETS, 'survivor'];
      const utterances = drawn.map(
        ({ own, chain, source }, at): Utterance =>
          said(
            `c${at}`,
            [own, ...chain].map((one) => names[one] ?? 'paper'),
            { source: `s${own}-${source}` },
          ),
      );
      const count = countOrigins(utterances, ACTORS);
      const shown = originForest(count).flatMap(({ roots }) => ids(roots));
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.toSorted()).toEqual(count.graph.nodes.map(({ id }) => id).toSorted());
    }),
    { numRuns: 300 },
  );
});

test('a chain of 20,000 reports needs no deep stack', () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `n${at}`);
  const nodes = ids.map((id) => ({ id, kind: 'report', voice: 'anonymous:', held: true }) as const);
  const links = ids
    .slice(1)
    .map((from, at) => ({ from, to: `n${at}`, certainty: 'certain', type: 'cites', by: null }) as const);
  const [tree] = originForest({
    graph: { nodes, links, identities: [] },
    bounds: { voices: [['n0']], circles: [] },
    origins: [{ voice: 'anonymous:', kind: 'untraced', claims: [] }],
  });
  expect(tree?.roots[0]?.below[0]?.node.id).toBe('n1');
});
