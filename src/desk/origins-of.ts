/** How many independent origins stand behind each proposition, and the way of each claim to its origin. */

import type { Origin } from '../reckon/origins.ts';
import type { ClaimId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Voice } from '../record/utterance.ts';
import type { Desk } from './desk.ts';
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
  /** From the outlet to the origin. */
  readonly paths: readonly { readonly claim: ClaimId; readonly path: readonly VoiceView[] }[];
  readonly circles: readonly (readonly VoiceView[])[];
  /** Cited, but the record holds no report of theirs. */
  readonly toObtain: readonly VoiceView[];
  readonly unreviewed: number;
  readonly notes: readonly string[];
}

export interface OriginList {
  readonly propositions: readonly PropositionOrigins[];
  readonly fitting: number;
  readonly waiting: number;
}

/**
 * Lists origins, the most spoken-of propositions first.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { propositions } = await originsOf(desk, { includeProposed: false, proposition: 'prp_2cd' });
 */
export async function originsOf(desk: Desk, query: ReckonQuery): Promise<OriginList> {
  const reckoned = await reckonPropositions(desk, query);
  const propositions: PropositionOrigins[] = [];
  for (const figures of reckoned.propositions) propositions.push(await named(desk, reckoned, figures));
  return { propositions, fitting: reckoned.fitting, waiting: reckoned.waiting };
}

async function named(
  desk: Desk,
  { lookup }: Reckoned,
  figures: PropositionFigures,
): Promise<PropositionOrigins> {
  const { origins, proposition } = figures;
  const name = (voice: Voice): Promise<VoiceView> => viewVoice(voice, { store: desk.store, lookup });
  const all = (voices: readonly Voice[]): Promise<VoiceView[]> => Promise.all(voices.map(name));
  return {
    proposition,
    atLeast: origins.atLeast,
    atMost: origins.atMost,
    direct: origins.direct,
    origins: await Promise.all(
      origins.origins.map(async ({ voice, kind, claims }) => ({ voice: await name(voice), kind, claims })),
    ),
    paths: await Promise.all(
      origins.paths.map(async ({ claim, path }) => ({ claim, path: await all(path) })),
    ),
    circles: await Promise.all(origins.circles.map(all)),
    toObtain: await all(origins.toObtain),
    unreviewed: origins.unreviewed,
    notes: origins.notes,
  };
}
