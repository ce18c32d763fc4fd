import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundOrigins } from './bound-origins.ts';
import { bruteForce, graphs } from './brute-force.cases.ts';
import type { OriginGraph, OriginLink, OriginNode } from './origin-graph.ts';

interface GivenCase {
  readonly case: number;
  readonly claim: string;
  readonly title: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: 'report' | 'actor' | 'anon' | 'document';
    readonly entity?: string;
    readonly direct?: boolean;
    readonly n?: readonly [number, number | null];
    readonly t?: string;
    readonly asserts?: boolean;
  }[];
  readonly edges: readonly OriginLink[];
  readonly identity: readonly { readonly a: string; readonly b: string; readonly rel: 'same' | 'distinct' }[];
  readonly at_least: number;
  readonly at_most: number | null;
  readonly direct: number;
}

const CASES = new URL('../../../../shared/eval/origins/origin_cases.jsonl', import.meta.url);

describe('acceptance cases', () => {
  if (!existsSync(CASES)) {
    if (process.env.CI === 'true') test('the shared origin cases are there', () => expect.unreachable());
    else test.skip('SKIPPED: ../shared/eval/origins/origin_cases.jsonl is absent', () => undefined);
    return;
  }
  const cases = readFileSync(CASES, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GivenCase);
  test('there are nineteen', () => expect(cases).toHaveLength(19));
  test.each(cases)('$case: $title ($claim)', (given) => {
    const bounds = boundOrigins(graphOf(given));
    const { atLeast, atMost, direct } = bounds;
    expect({ atLeast, atMost, direct }).toEqual({
      atLeast: given.at_least,
      atMost: given.at_most,
      direct: given.direct,
    });
  });
});

function graphOf(given: GivenCase): OriginGraph {
  return {
    nodes: given.nodes.map(({ id, kind, entity, direct, n, t, asserts }) => ({
      id,
      kind: kind === 'anon' ? 'anonymous' : kind,
      ...(entity === undefined ? {} : { entity }),
      ...(direct === undefined ? {} : { direct }),
      ...(n === undefined ? {} : { stated: { min: n[0], max: n[1] } }),
      ...(t === undefined ? {} : { day: t }),
      ...(asserts === undefined ? {} : { asserts }),
    })),
    links: given.edges,
    identities: given.identity.map(({ a, b, rel }) => ({ a, b, relation: rel })),
  };
}

const RUNS = { numRuns: 600 };

describe('laws', () => {
  test('the bounds are those of trying everything', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { atLeast, atMost } = boundOrigins(graph);
        expect({ atLeast, atMost }).toEqual(bruteForce(graph));
      }),
      RUNS,
    );
  });

  const anyLink = fc.tuple(fc.nat(5), fc.nat(5));
  const linkIn = (graph: OriginGraph, [from, to]: [number, number], certainty: OriginLink['certainty']) => ({
    from: `n${from % graph.nodes.length}`,
    to: `n${to % graph.nodes.length}`,
    certainty,
  });

  test('a further possible link never raises the minimum and never lowers the maximum', () => {
    fc.assert(
      fc.property(graphs, anyLink, (graph, ends) => {
        const before = boundOrigins(graph);
        const after = boundOrigins({ ...graph, links: [...graph.links, linkIn(graph, ends, 'possible')] });
        expect(after.atLeast).toBeLessThanOrEqual(before.atLeast);
        expect(after.atMost ?? 99).toBeGreaterThanOrEqual(before.atMost ?? 99);
      }),
      RUNS,
    );
  });

  test('a finding of sameness never raises the maximum', () => {
    fc.assert(
      fc.property(graphs, anyLink, (graph, ends) => {
        const { from: a, to: b } = linkIn(graph, ends, 'certain');
        const identities = [...graph.identities, { a, b, relation: 'same' as const }];
        expect(boundOrigins({ ...graph, identities }).atMost ?? 99).toBeLessThanOrEqual(
          boundOrigins(graph).atMost ?? 99,
        );
      }),
      RUNS,
    );
  });

  test('a further report that rests on a counted one never raises the minimum or the maximum', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const before = boundOrigins(graph);
        const copy: OriginNode = { id: 'copy', kind: 'report' };
        const links = [...graph.links, { from: 'copy', to: 'n0', certainty: 'certain' as const }];
        if (graph.nodes[0]?.kind !== 'report') return;
        const after = boundOrigins({ ...graph, nodes: [...graph.nodes, copy], links });
        expect(after.atLeast).toBeLessThanOrEqual(before.atLeast);
        expect(after.atMost).toEqual(before.atMost);
      }),
      RUNS,
    );
  });

  test('a finding of difference never lowers the minimum', () => {
    fc.assert(
      fc.property(graphs, anyLink, (graph, ends) => {
        const { from: a, to: b } = linkIn(graph, ends, 'certain');
        const identities = [...graph.identities, { a, b, relation: 'distinct' as const }];
        expect(boundOrigins({ ...graph, identities }).atLeast).toBeGreaterThanOrEqual(
          boundOrigins(graph).atLeast,
        );
      }),
      RUNS,
    );
  });

  test('a report that no longer makes the claim never raises the maximum', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const nodes = graph.nodes.map((node, at) => (at === 0 ? { ...node, asserts: false } : node));
        expect(boundOrigins({ ...graph, nodes }).atMost ?? 99).toBeLessThanOrEqual(
          boundOrigins(graph).atMost ?? 99,
        );
      }),
      RUNS,
    );
  });

  test('the order of input does not matter', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { atLeast, atMost, direct } = boundOrigins(graph);
        const turned = boundOrigins({
          nodes: graph.nodes.toReversed(),
          links: graph.links.toReversed(),
          identities: graph.identities.toReversed(),
        });
        expect({ atLeast: turned.atLeast, atMost: turned.atMost, direct: turned.direct }).toEqual({
          atLeast,
          atMost,
          direct,
        });
      }),
      RUNS,
    );
  });
});

test('with too many doubtful links the interval contains the exact one', () => {
  const reports = Array.from({ length: 16 }, (_, at): OriginNode => ({ id: `r${at}`, kind: 'report' }));
  const links = reports
    .slice(1)
    .map((report): OriginLink => ({ from: report.id, to: 'r0', certainty: 'possible' }));
  const bounds = boundOrigins({ nodes: reports, links, identities: [] });
  expect(bounds.atLeast).toBe(1);
  expect(bounds.atMost).toBe(16);
  expect(bounds.notes.join(' ')).toContain('15 doubtful links');
});

test('each doubtful link tells what settling it would give', () => {
  const bounds = boundOrigins({
    nodes: [
      { id: 'P', kind: 'report' },
      { id: 'Q', kind: 'report' },
    ],
    links: [{ from: 'Q', to: 'P', certainty: 'possible' }],
    identities: [],
  });
  expect(bounds.questions).toEqual([
    {
      link: { from: 'Q', to: 'P', certainty: 'possible' },
      ifYes: { atLeast: 1, atMost: 1 },
      ifNo: { atLeast: 1, atMost: 2 },
    },
  ]);
});
