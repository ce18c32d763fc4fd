/** Between which days something was said of each proposition, without reading the claims. */
import type { SaidSpan } from '../../desk/ports/record-store.ts';
import type { ClaimStatus } from '../../record/claim.ts';
import type { PropositionId } from '../../record/id.ts';
import { saidSpansQuery } from '../queries/claim-queries.ts';
import { idsByPlaceQuery } from '../queries/source-queries.ts';
import { rowsOf, type Steps } from '../queries/steps.ts';
import type { RecordQueries } from './reading-port.ts';

/**
 * Spans in log order of the propositions; what nobody dated is left out.
 *
 * @example
 * const spans = yield* readSaidSpans(queries, ['accepted']);
 */
export function* readSaidSpans(
  { build }: RecordQueries,
  statuses: readonly ClaimStatus[],
): Steps<readonly SaidSpan[]> {
  const spans = new Map<number, { readonly first: string; readonly last: string }>();
  for (const { proposition, status, first, last } of yield* rowsOf(saidSpansQuery(build))) {
    if (first === null || last === null || !statuses.includes(status)) continue;
    const known = spans.get(proposition) ?? { first, last };
    spans.set(proposition, {
      first: first < known.first ? first : known.first,
      last: last > known.last ? last : known.last,
    });
  }
  const named = (yield* rowsOf(idsByPlaceQuery(build, 'propositions'))).toSorted((a, b) => a.place - b.place);
  return named.flatMap(({ place, id }) => {
    const span = spans.get(place);
    return span === undefined ? [] : [{ proposition: id as PropositionId, ...span }];
  });
}
