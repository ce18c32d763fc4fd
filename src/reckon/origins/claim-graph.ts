/**
 * The graph "this report rests on that" for the claims on one proposition: a node for each report by version, for whoever
 * is cited, for each unnamed voice or group with its stated number, and for each cited text that the record does not hold.
 * Edges come from the claims' chains and from links. Two versions of a source are two nodes of one entity, the outlet.
 */
import type { Utterance, Voice } from '../../record/utterance.ts';
import { isoDay } from '../day-span.ts';
import { isAnonymous } from '../speakers.ts';
import { type BasisOptions, type ClaimBasis, readsOwnWords } from './claim-basis.ts';
import { isDirect } from './direct.ts';
import { actorNode, type ClaimGraph, type GraphDraft, joinNodes, reportNode } from './graph-draft.ts';
import { addFindings, addLinks } from './link-edges.ts';
import type { Traced } from './traced.ts';

export interface ClaimGraphOptions extends BasisOptions {
  /** Nothing when absent. */
  readonly traced?: Traced;
}

/** A graph, and for each utterance the node at which its own words end. */
export interface BuiltGraph {
  readonly graph: ClaimGraph;
  readonly endOf: readonly string[];
}

/**
 * Builds the graph. The order of the utterances does not matter.
 *
 * @example
 * claimGraph(utterances, basisOf(utterances, options), options).graph.nodes.length;
 */
export function claimGraph(
  utterances: readonly Utterance[],
  basis: ClaimBasis,
  options: ClaimGraphOptions,
): BuiltGraph {
  const draft: GraphDraft = { nodes: new Map(), links: new Map(), identities: [] };
  addReports(draft, { utterances, basis }, options);
  const endOf = utterances.map((_, at) => addBasis(draft, at, { utterances, basis }, options));
  const ends = addOwnWords(draft, endOf, { utterances, basis }, options);
  if (options.traced !== undefined) {
    const named = addLinks(draft, options.traced, options);
    addFindings(draft, options.traced, { ...options, named });
  }
  const graph = {
    nodes: [...draft.nodes.values()].sort((a, b) => compare(a.id, b.id)),
    links: [...draft.links.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to)),
    identities: draft.identities,
  };
  return { graph, endOf: ends };
}

interface Read {
  readonly utterances: readonly Utterance[];
  readonly basis: ClaimBasis;
}

function addReports({ nodes }: GraphDraft, { utterances, basis }: Read, options: ClaimGraphOptions): void {
  const { outlet, from, to } = basis.chains;
  for (const [at, { source }] of utterances.entries()) {
    const publisher = outlet[at] ?? `anonymous:${source}`;
    const day = from[at] === to[at] ? isoDay(from[at] ?? 0) : null;
    const before = nodes.get(source);
    if (before === undefined) {
      nodes.set(source, {
        ...reportNode(source, publisher, options.speakerOf),
        ...(day === null ? {} : { day }),
      });
    } else if (before.day !== undefined && before.day !== day) {
      const { day: _, ...undated } = before;
      nodes.set(source, undated);
    }
  }
}

/** Adds what one claim rests on; gives the node at which its words end, the report itself for own words. */
function addBasis(
  draft: GraphDraft,
  at: number,
  { utterances, basis }: Read,
  options: ClaimGraphOptions,
): string {
  const utterance = utterances[at];
  const cited = basis.chains.cited[at] ?? null;
  if (utterance === undefined) return '';
  const { source } = utterance;
  if (cited === null) return source;
  const onward = utterances[basis.next[at] ?? -1];
  const to = onward === undefined ? addVoice(draft, cited, utterance, options) : onward.source;
  const named = onward !== undefined && isAnonymous(cited) ? basis.chains.through[at] : null;
  const type = options.speakerOf(named ?? cited).kind === 'media' ? 'cites' : 'told';
  if (to !== source) joinNodes(draft, { from: source, to, certainty: 'certain', type, by: null });
  return to;
}

/** Somebody cited: unnamed, an actor, or an outlet of which no report is held. */
function addVoice(
  { nodes }: GraphDraft,
  cited: Voice,
  utterance: Utterance,
  options: ClaimGraphOptions,
): string {
  const direct = isDirect(utterance, options);
  const before = nodes.get(cited);
  if (before !== undefined) {
    if (direct && before.direct !== true) nodes.set(cited, { ...before, direct });
    return cited;
  }
  if (isAnonymous(cited)) {
    const stated = utterance.stated === undefined ? {} : { stated: utterance.stated };
    nodes.set(cited, { id: cited, kind: 'anonymous', voice: cited, held: true, ...stated });
    return cited;
  }
  nodes.set(cited, { ...actorNode(cited, options.speakerOf), ...(direct ? { direct } : {}) });
  return cited;
}

/** A report that also says something on its own authority has a node for that; one that only does is its own end. */
function addOwnWords(
  draft: GraphDraft,
  endOf: readonly string[],
  { utterances, basis }: Read,
  options: ClaimGraphOptions,
): readonly string[] {
  const attributed = new Set([...draft.links.values()].map(({ from }) => from));
  return endOf.map((end, at) => {
    const utterance = utterances[at];
    if (utterance === undefined || !readsOwnWords(basis, at)) return end;
    const { source } = utterance;
    const report = draft.nodes.get(source);
    if (report === undefined) return end;
    const direct = isDirect(utterance, options);
    if (!attributed.has(source)) {
      if (direct) draft.nodes.set(source, { ...report, direct });
      return end;
    }
    const id = `${source}#own`;
    const { day: _, ...rest } = report;
    const known = draft.nodes.get(id)?.direct === true || direct;
    draft.nodes.set(id, { ...rest, id, kind: 'actor', ...(known ? { direct: true } : {}) });
    joinNodes(draft, { from: source, to: id, certainty: 'certain', type: 'told', by: null });
    return id;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
