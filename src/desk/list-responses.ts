/** What states and institutions answered, in their own words or as others say. */

import { type ResponseRow, responsesOf } from '../reckon/responses.ts';
import { type StatePosition, statePositions } from '../reckon/state-positions.ts';
import type { ClaimId } from '../record/id.ts';
import type { Measure } from '../record/proposition.ts';
import { type ClaimView, viewClaim } from './claim-view.ts';
import type { Desk } from './desk.ts';
import { countedStatuses } from './list-claims.ts';
import { openLookup } from './lookup.ts';
import { type VoiceView, viewVoice } from './voice-name.ts';

export type { StatePosition };

export interface ResponseView extends Omit<ResponseRow, 'saidBy'> {
  readonly saidBy: readonly VoiceView[];
  /** The claims it rests on, opened. */
  readonly claims: readonly ClaimView[];
}

export interface ResponseList {
  readonly responses: readonly ResponseView[];
  /** Responders by name with their answers over time and what waits for one as of an ISO day; never from a case. */
  readonly states: { readonly asOf: string; readonly list: readonly StatePosition[] };
  /** Proposals in the record that are not counted here. */
  readonly waiting: number;
}

/**
 * Lists responses by responder, measure and answer.
 *
 * @example
 * const { responses, states } = await listResponses(desk, { includeProposed: true, asOf: '2031-06-01' });
 */
export async function listResponses(
  desk: Desk,
  query: { readonly includeProposed: boolean; readonly measure?: Measure; readonly asOf?: string | null },
): Promise<ResponseList> {
  const { store } = desk;
  const lookup = openLookup(store);
  const measured = query.measure === undefined ? {} : { measure: query.measure };
  const propositions = await store.propositions({ kind: 'response', ...measured });
  const requests = await store.propositions({ kind: 'process', ...measured });
  const statuses = countedStatuses(query.includeProposed);
  const claims = [];
  for (const { id } of [...propositions, ...requests])
    claims.push(...(await store.claims({ proposition: id, statuses })));
  const byId = new Map<ClaimId, (typeof claims)[number]>(claims.map((claim) => [claim.id, claim]));
  const responses: ResponseView[] = [];
  for (const row of responsesOf({ propositions, claims, actors: await lookup.actors() })) {
    const saidBy: VoiceView[] = [];
    for (const voice of row.saidBy) saidBy.push(await viewVoice(voice, { store, lookup }));
    const views: ClaimView[] = [];
    for (const id of row.basis) {
      const claim = byId.get(id);
      if (claim !== undefined) views.push(await viewClaim(claim, lookup));
    }
    responses.push({ ...row, saidBy, claims: views });
  }
  const asOf = query.asOf ?? desk.clock().toISOString().slice(0, 10);
  const actors = await lookup.actors();
  const states = statePositions({ propositions: [...propositions, ...requests], claims, actors, asOf });
  const { proposed } = (await store.counts()).claims;
  return { responses, states: { asOf, list: states }, waiting: query.includeProposed ? 0 : proposed };
}
