/**
 * What is open in a count of origins, and what each answer would change: doubtful links, cited texts to obtain, voices whose
 * basis is not said, and unknown voices that may be one. Those that narrow the interval most come first.
 */
import type { LinkId } from '../../record/id.ts';
import type { Voice } from '../../record/utterance.ts';
import { boundOrigins } from './bound-origins.ts';
import type { ClaimGraph, ClaimNode } from './graph-draft.ts';
import type { OriginCount } from './origin-count.ts';
import type { OriginIdentity, OriginInterval } from './origin-graph.ts';

export interface OriginQuestion {
  /**
   * `link`: does the first rest on the second? `obtain`: does the cited text rest on a voice that is counted already?
   * `basis`: the same of a voice that does not say how it knows. `same`: are the two one voice?
   */
  readonly ask: 'link' | 'obtain' | 'basis' | 'same';
  /** Whom it is about: two for `link` and `same`, one otherwise. */
  readonly voices: readonly Voice[];
  /** The link to be decided on; null for other questions. */
  readonly link: LinkId | null;
  readonly ifYes: OriginInterval;
  /** For `obtain` and `basis`: it turns out to know it at first hand. */
  readonly ifNo: OriginInterval;
}

/** Questions that need the count anew are asked of at most so many voices. */
const MOST_VOICES = 12;
/** With more doubtful links than this the count is too dear to be made anew for each answer. */
const MOST_DOUBTFUL = 8;

/**
 * Lists the open questions, the one that narrows the interval most first: every doubtful link and every
 * text to obtain, and of the others those whose answer can change the interval.
 *
 * @example
 * originQuestions(countOrigins(utterances, actors))[0]?.ask; // 'link'
 */
export function originQuestions(count: OriginCount): readonly OriginQuestion[] {
  const voices = voiceQuestions(count).filter(
    ({ ask, ifYes, ifNo }) => ask === 'obtain' || !sameInterval(ifYes, count) || !sameInterval(ifNo, count),
  );
  return [...linkQuestions(count), ...voices]
    .map((question) => ({ question, narrows: narrowing(question, count) }))
    .sort((a, b) => b.narrows - a.narrows || compare(keyOf(a.question), keyOf(b.question)))
    .map(({ question }) => question);
}

function linkQuestions({ graph, bounds }: OriginCount): readonly OriginQuestion[] {
  const by = new Map(graph.links.map((link) => [`${link.from} ${link.to}`, link.by]));
  const voiceOf = new Map(graph.nodes.map(({ id, voice }) => [id, voice]));
  return bounds.questions.map(({ link, ifYes, ifNo }) => ({
    ask: 'link',
    voices: [link.from, link.to].flatMap((id) => voiceOf.get(id) ?? []),
    link: by.get(`${link.from} ${link.to}`) ?? null,
    ifYes,
    ifNo,
  }));
}

function voiceQuestions({ graph, bounds }: OriginCount): readonly OriginQuestion[] {
  if (bounds.questions.length > MOST_DOUBTFUL) return [];
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const voices = bounds.voices.map((ids) => ids.flatMap((id) => nodes.get(id) ?? []));
  const open = voices.filter((members) => members.every(isOpen)).slice(0, MOST_VOICES);
  const questions = open.flatMap((members) => basisQuestion(graph, members, voices));
  for (const [at, [a]] of open.entries()) {
    for (const [b] of open.slice(at + 1))
      if (a !== undefined && b !== undefined && open.length <= 4) questions.push(sameQuestion(graph, a, b));
  }
  return questions;
}

/** Nobody has said how it knows; a group of stated size is no single voice to ask. */
function isOpen({ direct, stated }: ClaimNode): boolean {
  return direct !== true && (stated === undefined || (stated.min === 1 && stated.max === 1));
}

function basisQuestion(
  graph: ClaimGraph,
  members: readonly ClaimNode[],
  voices: readonly (readonly ClaimNode[])[],
): readonly OriginQuestion[] {
  const [first] = members;
  const ids = new Set(members.map(({ id }) => id));
  const other = voices.flat().find(({ id }) => !ids.has(id));
  if (first === undefined) return [];
  const links = members.flatMap(({ id, day: _ }) =>
    other === undefined ? [] : [{ from: id, to: other.id, certainty: 'certain' } as const],
  );
  const undated = graph.nodes.map(({ day: _, ...node }) => node);
  const known = graph.nodes.map((node) =>
    ids.has(node.id) ? { ...node, kind: namedKind(node), direct: true } : node,
  );
  return [
    {
      ask: members.some(({ held }) => !held) ? 'obtain' : 'basis',
      voices: [first.voice],
      link: null,
      ifYes: interval({
        ...graph,
        nodes: links.length > 0 ? undated : graph.nodes,
        links: [...graph.links, ...links],
      }),
      ifNo: interval({ ...graph, nodes: known }),
    },
  ];
}

function namedKind({ kind }: ClaimNode): ClaimNode['kind'] {
  return kind === 'anonymous' ? 'actor' : kind;
}

function sameQuestion(graph: ClaimGraph, a: ClaimNode, b: ClaimNode): OriginQuestion {
  const found = (relation: OriginIdentity['relation']): OriginInterval =>
    interval({ ...graph, identities: [...graph.identities, { a: a.id, b: b.id, relation }] });
  return {
    ask: 'same',
    voices: [a.voice, b.voice],
    link: null,
    ifYes: found('same'),
    ifNo: found('distinct'),
  };
}

function interval(graph: Parameters<typeof boundOrigins>[0]): OriginInterval {
  const { atLeast, atMost } = boundOrigins(graph);
  return { atLeast, atMost };
}

/** How much narrower the interval is after an answer, on the mean; an open one is taken as very wide. */
function narrowing({ ifYes, ifNo }: OriginQuestion, count: OriginInterval): number {
  return width(count) - (width(ifYes) + width(ifNo)) / 2;
}

function sameInterval(a: OriginInterval, b: OriginInterval): boolean {
  return a.atLeast === b.atLeast && a.atMost === b.atMost;
}

function width({ atLeast, atMost }: OriginInterval): number {
  return (atMost ?? 1_000_000) - atLeast;
}

function keyOf({ ask, voices, link }: OriginQuestion): string {
  return `${ask} ${voices.join(' ')} ${link ?? ''}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
