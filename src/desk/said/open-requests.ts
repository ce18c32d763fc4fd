/**
 * Who was asked for what, and whether an answer is on record since. "No answer on record" says what this record holds, not
 * what happened: an answer may have been given that nobody reported.
 */
import { earliestDay, isoDay } from '../../reckon/day-span.ts';
import { daysWithoutAnswer } from '../../reckon/days-without-answer.ts';
import type { ClaimId } from '../../record/id.ts';
import type { Measure } from '../../record/proposition.ts';
import type { Desk } from '../desk.ts';
import { countedStatuses } from '../list-claims.ts';
import type { ResponseView } from '../list-responses.ts';

export interface OpenRequest {
  /** The responder as the sources name it. */
  readonly byName: string;
  readonly measure: Measure;
  /** ISO day of the latest request; null when no day is known. */
  readonly askedOn: string | null;
  /** Requests on record. */
  readonly claims: readonly ClaimId[];
  /** Days from the latest request to today without an answer on record; null: one is on record since, or no day is known. */
  readonly daysWithout: number | null;
}

/**
 * Lists requests, those longest without an answer first.
 *
 * @param responses of the same record, by `listResponses`
 * @example
 * (await openRequests(desk, responses, true))[0]?.daysWithout; // 41
 */
export async function openRequests(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  responses: readonly Pick<ResponseView, 'byName' | 'measure' | 'answer' | 'reportedAt'>[],
  includeProposed: boolean,
): Promise<readonly OpenRequest[]> {
  const statuses = countedStatuses(includeProposed);
  const asked = new Map<string, OpenRequest>();
  for (const { id, scope, measure } of await store.propositions({ kind: 'response' })) {
    if (scope.actor === null || measure === null) continue;
    for (const { id: claim, saidAt } of await store.claims({ proposition: id, stance: 'asks', statuses })) {
      const key = keyOf(scope.actor, measure);
      const before = asked.get(key);
      asked.set(key, {
        byName: before?.byName ?? scope.actor,
        measure,
        askedOn: later(before?.askedOn ?? null, isoDay(earliestDay(saidAt))),
        claims: [...(before?.claims ?? []), claim],
        daysWithout: null,
      });
    }
  }
  const today = clock().toISOString().slice(0, 10);
  return [...asked.values()]
    .map((request) => ({ ...request, daysWithout: daysWithout(request, responses, today) }))
    .toSorted((a, b) => (b.daysWithout ?? -1) - (a.daysWithout ?? -1));
}

function keyOf(name: string, measure: Measure): string {
  return `${measure} ${name.toLowerCase()}`;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function daysWithout(
  { byName, measure, askedOn }: OpenRequest,
  responses: readonly Pick<ResponseView, 'byName' | 'measure' | 'answer' | 'reportedAt'>[],
  asOf: string,
): number | null {
  const answers = responses
    .filter((one) => keyOf(one.byName, one.measure) === keyOf(byName, measure))
    .map(({ answer, reportedAt }) => ({ answer, day: reportedAt }));
  return daysWithoutAnswer({ on: askedOn, answers, asOf });
}
