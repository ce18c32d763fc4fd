/** How many independent origins stand behind each proposition, and the way of each claim to its origin. */

import type { ClaimLink, ClaimNode } from '../reckon/origins/graph-draft.ts';
import type { Origin, OriginCount } from '../reckon/origins/origin-count.ts';
import type { OriginInterval } from '../reckon/origins/origin-graph.ts';
import { type OriginQuestion, originQuestions } from '../reckon/origins/origin-questions.ts';
import type { ClaimId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Voice } from '../record/utterance.ts';
import type { Desk } from './desk.ts';
import { type OriginTreeView, viewTrees } from './origin-tree-view.ts';
import {
  type PropositionFigures,
  type Reckoned,
  type ReckonQuery,
  reckonPropositions,
} from './reckon-propositions.ts';
import { type VoiceView, viewVoice } from './voice-name.ts';

export interface OriginView {
  readonly voice: VoiceView;
  readonly kind: Origin['kind'];
  readonly claims: readonly ClaimId[];
}

export interface PropositionOrigins {
  readonly proposition: Proposition;
  readonly atLeast: number;
  /** Null: open. */
  readonly atMost: number | null;
  readonly direct: number;
  readonly origins: readonly OriginView[];
  /** Origins that are not listed, because `most` was given. */
  readonly originsNotListed: number;
  /** From the outlet to the origin. */
  readonly paths: readonly { readonly claim: ClaimId; readonly path: readonly VoiceView[] }[];
  readonly circles: readonly (readonly VoiceView[])[];
  /** Cited, but the record holds no report of theirs. */
  readonly toObtain: readonly VoiceView[];
  readonly unreviewed: number;
  /** Reports that make the claims. */
  readonly reports: number;
  /** Origins of the claims that deny it; null when nobody does. */
  readonly denials:
    | (OriginInterval & {
        readonly direct: number;
        readonly reports: number;
        readonly trees: readonly OriginTreeView[];
      })
    | null;
  /** One way for each report, from where knowledge starts. Empty when `most` was given. */
  readonly trees: readonly OriginTreeView[];
  /** What is open, and what each answer would change; the most telling first. */
  readonly questions: readonly QuestionView[];
  /** Empty when `most` was given. */
  readonly graph: OriginGraphView;
  readonly notes: readonly string[];
}

export interface QuestionView extends Omit<OriginQuestion, 'voices'> {
  readonly voices: readonly VoiceView[];
}

/** The graph, with names: what rests on what. */
export interface OriginGraphView {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: ClaimNode['kind'];
    readonly name: string;
    readonly day: string | null;
    /** False: cited, and to be obtained. */
    readonly held: boolean;
    /** Whether knowledge starts there in the world with the most voices. */
    readonly origin: boolean;
  }[];
  readonly links: readonly Pick<ClaimLink, 'from' | 'to' | 'certainty' | 'type' | 'by'>[];
}

export interface OriginList {
  readonly propositions: readonly PropositionOrigins[];
  readonly fitting: number;
  readonly waiting: number;
}

export interface OriginQuery extends ReckonQuery {
  /** Origins and ways of each proposition that are named, those of most claims first; all when absent. */
  readonly most?: number;
}

/**
 * Lists origins, the most spoken-of propositions first.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { propositions } = await originsOf(desk, { includeProposed: false, proposition: 'prp_2cd' });
 */
export async function originsOf(desk: Desk, query: OriginQuery): Promise<OriginList> {
  const reckoned = await reckonPropositions(desk, query);
  const propositions: PropositionOrigins[] = [];
  for (const figures of reckoned.propositions)
    propositions.push(await named(desk, reckoned, { figures, most: query.most ?? Number.POSITIVE_INFINITY }));
  return { propositions, fitting: reckoned.fitting, waiting: reckoned.waiting };
}

async function named(
  desk: Desk,
  { lookup }: Reckoned,
  { figures, most }: { readonly figures: PropositionFigures; readonly most: number },
): Promise<PropositionOrigins> {
  const { origins, denials, proposition } = figures;
  const name = (voice: Voice): Promise<VoiceView> => viewVoice(voice, { store: desk.store, lookup });
  const all = (voices: readonly Voice[]): Promise<VoiceView[]> => Promise.all(voices.map(name));
  const whole = !Number.isFinite(most);
  const trees = async (count: OriginCount): Promise<readonly OriginTreeView[]> =>
    whole ? viewTrees(count, { store: desk.store, lookup }) : [];
  const listed = leading(origins.origins, most, ({ claims }) => claims.length);
  const ways = leading(origins.paths, most, ({ path }) => path.length);
  return {
    proposition,
    atLeast: origins.atLeast,
    atMost: origins.atMost,
    direct: origins.direct,
    origins: await Promise.all(
      listed.map(async ({ voice, kind, claims }) => ({ voice: await name(voice), kind, claims })),
    ),
    originsNotListed: origins.origins.length - listed.length,
    paths: await Promise.all(ways.map(async ({ claim, path }) => ({ claim, path: await all(path) }))),
    circles: await Promise.all(origins.circles.map(all)),
    toObtain: await all(origins.toObtain),
    unreviewed: origins.unreviewed,
    reports: origins.reports,
    denials:
      denials === null
        ? null
        : {
            ...intervalOf(denials),
            direct: denials.direct,
            reports: denials.reports,
            trees: await trees(denials),
          },
    trees: await trees(origins),
    questions: await Promise.all(
      originQuestions(origins).map(async (question) => ({ ...question, voices: await all(question.voices) })),
    ),
    graph: whole ? await graphView(origins, name) : { nodes: [], links: [] },
    notes: origins.notes,
  };
}

function intervalOf({ atLeast, atMost }: OriginInterval): OriginInterval {
  return { atLeast, atMost };
}

async function graphView(
  { graph, bounds }: OriginCount,
  name: (voice: Voice) => Promise<VoiceView>,
): Promise<OriginGraphView> {
  const ends = new Set([...bounds.origins, ...bounds.circles.flat()]);
  const nodes = graph.nodes.map(async ({ id, kind, voice, day, held }) => ({
    id,
    kind,
    name: (await name(voice)).name,
    day: day ?? null,
    held,
    origin: ends.has(id),
  }));
  return {
    nodes: await Promise.all(nodes),
    links: graph.links.map(({ from, to, certainty, type, by }) => ({ from, to, certainty, type, by })),
  };
}

/** Those of the greatest size first, when they are not all wanted; the order stays when they are. */
function leading<T>(all: readonly T[], most: number, sizeOf: (one: T) => number): readonly T[] {
  return all.length <= most ? all : all.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most);
}
