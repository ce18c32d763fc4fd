/**
 * How many independent origins stand behind a set of claims: always an interval (shared provenance §4, rule
 * `origins-2`). It counts voices, not truth. The graph of claims and links is bounded by `bound-origins.ts`; what a
 * program found and nobody reviewed may widen the interval and never narrows it.
 */
import type { Actor } from '../../record/actor.ts';
import type { Connection } from '../../record/attribution.ts';
import type { ActorId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Utterance, Voice } from '../../record/utterance.ts';
import { isLive, polarityOf } from '../polarity.ts';
import { namesIn, speakersOf } from '../speakers.ts';
import { boundOrigins } from './bound-origins.ts';
import { basisOf } from './claim-basis.ts';
import { claimGraph } from './claim-graph.ts';
import { ownActByName } from './direct.ts';
import type { OriginCount } from './origin-count.ts';
import { notesOn } from './origin-notes.ts';
import { pathsToOrigins } from './origin-paths.ts';
import type { Traced } from './traced.ts';

export interface OriginOptions {
  /** Lets a body count as direct on its own answers and policies. */
  readonly proposition?: Proposition | null;
  /** How the innermost speaker knows, when `Utterance.connection` is not filled. */
  readonly connectionOf?: (utterance: Utterance) => Connection;
  /** Links between reports and findings about voices; none when absent. */
  readonly traced?: Traced;
}

/**
 * Counts the origins of the claims on one proposition and on one side of it. Rejected and superseded claims
 * are left out. If both sides are handed in, the claims for it are counted and a note says so.
 *
 * @example
 * const { reports, atLeast } = countOrigins(utterances, actors);
 * [reports, atLeast]; // [2, 1]
 */
export function countOrigins(
  utterances: readonly Utterance[],
  actors: ReadonlyMap<ActorId, Actor>,
  options: OriginOptions = {},
): OriginCount {
  const { counted, leftOut } = oneSide(utterances.filter(isLive));
  const speakerOf = speakersOf(actors);
  const rules = {
    ...options,
    speakerOf,
    proposition: options.proposition ?? null,
    ownAct: ownActByName(namesIn(actors)),
  };
  const basis = basisOf(counted, rules);
  const { graph, endOf } = claimGraph(counted, basis, rules);
  const bounds = boundOrigins(graph);
  const { atLeast, atMost, direct } = bounds;
  const found = pathsToOrigins({ counted, basis, graph, endOf, bounds, speakerOf });
  const voiceOf = new Map(graph.nodes.map(({ id, voice }) => [id, voice]));
  const circles = bounds.circles.map((circle) => voicesOf(circle, voiceOf)).toSorted(byFirst);
  const toObtain = voicesOf(
    graph.nodes.filter(({ held }) => !held).map(({ id }) => id),
    voiceOf,
  );
  return Object.freeze({
    reports: new Set(counted.map(({ source }) => source)).size,
    atLeast,
    atMost,
    direct,
    ...found,
    circles,
    toObtain,
    unreviewed: counted.filter((utterance) => utterance.status === 'proposed').length,
    notes: notesOn({ counted, basis, graph, bounds, origins: found.origins, toObtain, leftOut }),
    graph,
    bounds,
  });
}

/**
 * Counts the origins of the claims that deny a proposition: a denial is a claim of its own, with voices of its own.
 *
 * @returns null when nobody denies it
 * @example
 * countDenials(utterances, snapshot.actors)?.atLeast; // 1: a ministry, whoever speaks for it
 */
export function countDenials(
  utterances: readonly Utterance[],
  actors: ReadonlyMap<ActorId, Actor>,
  options: OriginOptions = {},
): OriginCount | null {
  const denying = utterances.filter((utterance) => isLive(utterance) && utterance.stance === 'denies');
  return denying.length === 0 ? null : countOrigins(denying, actors, options);
}

function oneSide(live: readonly Utterance[]): { counted: readonly Utterance[]; leftOut: number } {
  const putForward = live.filter((utterance) => polarityOf(utterance.stance) === 'for');
  if (putForward.length === 0) return { counted: live, leftOut: 0 };
  return { counted: putForward, leftOut: live.length - putForward.length };
}

function voicesOf(nodes: readonly string[], voiceOf: ReadonlyMap<string, Voice>): readonly Voice[] {
  return [...new Set(nodes.flatMap((id) => voiceOf.get(id) ?? []))].sort();
}

function byFirst([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
