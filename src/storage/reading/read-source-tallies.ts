/**
 * Claims of each status by source, without reading the claims: all claims of a source are counted in an index that holds nothing
 * else, and of the statuses all but the commonest. The commonest is what is left.
 */
import type { SourceTally } from '../../desk/ports/record-store.ts';
import { CLAIM_STATUSES } from '../../record/claim.ts';
import type { SourceId } from '../../record/id.ts';
import { claimsBySourceQuery, sourceTalliesQuery, statusCountsQuery } from '../queries/claim-queries.ts';
import { rowsOf, type Steps } from '../queries/steps.ts';
import { byStatus } from './read-wholes.ts';
import type { RecordQueries } from './reading-port.ts';

/**
 * Tallies in log order of the sources, each by the names of the statuses; what is 0 is left out.
 *
 * @example
 * const tallies = yield* readSourceTallies(queries);
 */
export function* readSourceTallies({ build }: RecordQueries): Steps<readonly SourceTally[]> {
  const counts = byStatus(yield* rowsOf(statusCountsQuery(build)));
  const [commonest = 'proposed', ...others] = CLAIM_STATUSES.toSorted((a, b) => counts[b] - counts[a]);
  const counted = others.filter((status) => counts[status] > 0);
  const bySource = new Map<SourceId, SourceTally[]>();
  if (counted.length > 0)
    for (const tally of yield* rowsOf(sourceTalliesQuery(build, counted)))
      bySource.set(tally.source, [...(bySource.get(tally.source) ?? []), tally]);
  const found: SourceTally[] = [];
  for (const { source, claims } of yield* rowsOf(claimsBySourceQuery(build))) {
    const told = bySource.get(source) ?? [];
    const left = told.reduce((sum, tally) => sum - tally.claims, claims);
    const rows = left > 0 ? [...told, { source, status: commonest, claims: left }] : told;
    found.push(...rows.toSorted((a, b) => (a.status < b.status ? -1 : 1)));
  }
  return found;
}
