/** What people did to the grouping of one proposition: claims joined to it, split off, and put back; the latest first. */
import type { PropositionId } from '../record/id.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';

export interface PropositionStep {
  /** Number of the log entry. */
  readonly seq: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly by: string;
  /** How many claims were put to it. */
  readonly claims: number;
  /** Whether it was made by that step: claims were split off into it. */
  readonly made: boolean;
  readonly reason: string;
}

/**
 * Reads the history of a proposition from the log.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id that the record does not hold
 * @example
 * (await propositionHistory(desk, 'prp_2cd'))[0]?.reason; // 'one count'
 */
export async function propositionHistory(
  { store }: Pick<Desk, 'store'>,
  proposition: string,
): Promise<readonly PropositionStep[]> {
  const id: PropositionId = await findOne(store, proposition, 'prp');
  const steps: PropositionStep[] = [];
  for (const { seq, at, agent, body } of await store.entriesWith('claims-regrouped')) {
    if (body?.action !== 'claims-regrouped' || body.to !== id) continue;
    const made = body.propositions.some((one) => one.id === id);
    steps.push({ seq, at, by: agent, claims: body.claims.length, made, reason: body.reason });
  }
  return steps.reverse();
}
