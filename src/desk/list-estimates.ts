/** Estimates that were put on record, the latest first: statistics beside the tolls, added to none. */
import type { LoggedEstimate } from '../record/estimate.ts';
import type { Desk } from './desk.ts';

export interface RecordedEstimate extends Omit<LoggedEstimate, 'document'> {
  /** Number of the log entry. */
  readonly entry: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly by: string;
  /** Whether a later estimate has the same subject. */
  readonly replaced: boolean;
}

/**
 * Reads them.
 *
 * @example
 * (await listEstimates(desk)).map(({ about, recorded }) => [about, recorded]);
 */
export async function listEstimates({ store }: Pick<Desk, 'store'>): Promise<readonly RecordedEstimate[]> {
  const later = new Set<string>();
  const estimates: RecordedEstimate[] = [];
  for (const { seq, at, agent, body } of (await store.entriesWith('estimate-recorded')).toReversed()) {
    if (body?.action !== 'estimate-recorded') continue;
    const { document: _, ...estimate } = body.estimate;
    estimates.push({ ...estimate, entry: seq, at, by: agent, replaced: later.has(estimate.about) });
    later.add(estimate.about);
  }
  return estimates;
}
