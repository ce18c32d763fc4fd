/** Parts of the bench of origins about the count itself: worked cases, random graphs against brute force, and time. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { boundOrigins } from '../../src/reckon/origins/bound-origins.ts';
import { bruteForce, graphs } from '../../src/reckon/origins/brute-force.cases.ts';
import type { OriginGraph, OriginLink, OriginNode } from '../../src/reckon/origins/origin-graph.ts';
import type { Part } from './part.ts';

const CASES = new URL('../../../shared/eval/origins/origin_cases.jsonl', import.meta.url);

interface GivenCase {
  readonly case: number;
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

function graphOf({ nodes, edges, identity }: GivenCase): OriginGraph {
  return {
    nodes: nodes.map(({ kind, n, t, ...node }) => ({
      ...node,
      kind: kind === 'anon' ? 'anonymous' : kind,
      ...(n === undefined ? {} : { stated: { min: n[0], max: n[1] } }),
      ...(t === undefined ? {} : { day: t }),
    })),
    links: edges,
    identities: identity.map(({ a, b, rel }) => ({ a, b, relation: rel })),
  };
}

/** The worked cases of the definition. */
export const ORIGIN_CASES: Part = {
  name: 'cases',
  about: 'The 19 worked claims of the definition: at least, at most and direct must each be exact.',
  run: async ({ say }) => {
    if (!existsSync(CASES)) {
      say('../shared/eval/origins/origin_cases.jsonl is absent: nothing was compared.');
      return { cases_exact: null, cases: 0 };
    }
    const cases = readFileSync(CASES, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as GivenCase);
    let exact = 0;
    for (const given of cases) {
      const { atLeast, atMost, direct } = boundOrigins(graphOf(given));
      const right = atLeast === given.at_least && atMost === given.at_most && direct === given.direct;
      if (right) exact += 1;
      else say(`case ${given.case} (${given.title}): [${atLeast}, ${atMost}, ${direct}]`);
    }
    say(`${exact} of ${cases.length} exact`);
    return { cases_exact: exact, cases: cases.length };
  },
};

const RANDOM_GRAPHS = 4000;

/** Every world and every partition, tried. */
export const BRUTE_FORCE: Part = {
  name: 'brute-force',
  about: `${RANDOM_GRAPHS} random graphs: the bounds against trying every world and every way to put its origins into voices.`,
  run: async ({ say }) => {
    let disagreements = 0;
    for (const graph of fc.sample(graphs, { numRuns: RANDOM_GRAPHS, seed: 5 })) {
      const { atLeast, atMost } = boundOrigins(graph);
      const tried = bruteForce(graph);
      if (atLeast !== tried.atLeast || atMost !== tried.atMost) disagreements += 1;
    }
    say(`${disagreements} of ${RANDOM_GRAPHS} disagree`);
    return { brute_force_disagreements: disagreements, brute_force_graphs: RANDOM_GRAPHS };
  },
};

/** A linear congruential generator: the same graph on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Size {
  readonly reports: number;
  readonly actors: number;
  readonly doubtful: number;
}

function largeGraph({ reports, actors, doubtful }: Size): OriginGraph {
  const next = numbers(12_345);
  const below = (limit: number): number => Math.floor(next() * limit);
  const nodes: OriginNode[] = [];
  const links: OriginLink[] = [];
  for (let actor = 0; actor < actors; actor++)
    nodes.push({ id: `a${actor}`, kind: 'actor', entity: `a${actor}`, direct: next() < 0.5 });
  for (let at = 0; at < reports; at++) {
    nodes.push({ id: `r${at}`, kind: 'report', entity: `o${at % Math.floor(reports / 3)}` });
    if (at === 0 || next() >= 0.97) continue;
    const to = next() < 0.15 ? `a${below(actors)}` : `r${below(at)}`;
    links.push({ from: `r${at}`, to, certainty: 'certain' });
  }
  for (let at = 0; at < doubtful; at++)
    links.push({ from: `r${reports - 1 - 3 * at}`, to: `r${below(reports - 100)}`, certainty: 'possible' });
  return { nodes, links, identities: [] };
}

/** How long one claim takes. */
export const SCALE: Part = {
  name: 'scale',
  about:
    'One claim: 2,000 reports, 40 actors, 8 doubtful links; and 20,000, 80, 12. Bounds of an invented graph, timed once.',
  run: async ({ say }) => {
    const seconds = (size: Size): number => {
      const graph = largeGraph(size);
      const began = performance.now();
      const { atLeast, atMost } = boundOrigins(graph);
      const took = Math.round(performance.now() - began) / 1000;
      say(`${size.reports} reports: ${atLeast} to ${atMost} origins in ${took} s`);
      return took;
    };
    return {
      scale_2000_seconds: seconds({ reports: 2000, actors: 40, doubtful: 8 }),
      scale_20000_seconds: seconds({ reports: 20_000, actors: 80, doubtful: 12 }),
    };
  },
};
